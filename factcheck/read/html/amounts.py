"""How much text and how many links the elements of a page hold."""

from lxml.etree import iterwalk
from lxml.html import HtmlElement
from msgspec import Struct


class Amount(Struct):
    """Characters of an element's text and of the links to other pages in it; whether the title is in it."""

    text: int = 0
    linked: int = 0
    title: bool = False


Amounts = dict[HtmlElement, Amount]


def amounts_of(root: HtmlElement, title: HtmlElement | None) -> Amounts:
    """The amounts of every element, in time that grows with the page."""
    amounts: Amounts = {}
    links = 0
    for event, element in iterwalk(root, events=("start", "end")):
        leads_away = element.tag == "a" and not (element.get("href") or "#").startswith("#")
        if event == "start":
            links += leads_away
            size = _length(element.text)
            amounts[element] = Amount(size, size if links else 0, element is title)
            continue
        links -= leads_away
        parent = element.getparent()
        if element is not root and parent is not None:
            mine, above, tail = amounts[element], amounts[parent], _length(element.tail)
            above.text += mine.text + tail
            above.linked += mine.linked + (tail if links else 0)
            above.title = above.title or mine.title
    return amounts


def _length(text: str | None) -> int:
    return len(text.strip()) if text else 0
