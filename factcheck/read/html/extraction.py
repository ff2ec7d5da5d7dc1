"""The main text of a page as trafilatura finds it: the one place that knows the library."""

from copy import deepcopy

from lxml.etree import iterwalk
from lxml.html import HtmlElement

# Some ten times what the page of a long article has, and two seconds' work.
_MAX_ELEMENTS = 10_000
_MAX_CHARACTERS = 1_000_000
_MAX_DEPTH = 200


def extracted(root: HtmlElement) -> str | None:
    """The main text of a page, a line a paragraph; None for a page that is too large or gives none.

    Nothing is fetched and no state is kept between pages: neither links nor metadata are asked for, and the removal of
    duplicates, which remembers earlier pages, is off.
    """
    if not _is_of_usual_size(root):
        return None
    import trafilatura

    page = deepcopy(root)
    for cell in page.iter("td", "th"):
        # Each cell that they cover would be made.
        cell.attrib.clear()
    try:
        document = trafilatura.bare_extraction(
            page, fast=True, include_comments=False, deduplicate=False, with_metadata=False
        )
    except Exception:
        # Whatever a strange page does to it, only its opinion is lost.
        return None
    return getattr(document, "text", None)


def _is_of_usual_size(root: HtmlElement) -> bool:
    elements = characters = depth = 0
    for event, element in iterwalk(root, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        elements += 1
        characters += len(element.text or "") + len(element.tail or "")
        if depth > _MAX_DEPTH or elements > _MAX_ELEMENTS or characters > _MAX_CHARACTERS:
            return False
    return True
