"""The heading that is the title of a page's article."""

from collections.abc import Collection, Sequence

from lxml.html import HtmlElement

from factcheck.read.html.blocks import Block
from factcheck.read.html.page import text_within

_MIN_WORDS = 3
_MAX_TITLE = 1000


def title_heading(root: HtmlElement, titles: Collection[str]) -> HtmlElement | None:
    """The heading that repeats one of the stated titles, or else the only heading of the first level.

    A stated title often ends with the name of the site, which is a heading on some pages: the longest one counts.
    """
    stated = [squeezed for title in titles if (squeezed := _squeezed(title))]
    best, length = None, 0
    for heading in root.iter("h1", "h2", "h3"):
        text = _squeezed(text_within(heading, _MAX_TITLE))
        if len(text) > length and any(text in title or title in text for title in stated):
            best, length = heading, len(text)
    if best is not None:
        return best
    first_level = [
        heading for heading in root.iter("h1") if len(text_within(heading, _MAX_TITLE).split()) >= _MIN_WORDS
    ]
    return first_level[0] if len(first_level) == 1 else None


def title_block(blocks: Sequence[Block], titles: Collection[str]) -> HtmlElement | None:
    """The element whose text repeats a stated title, on pages whose title is no heading."""
    stated = [squeezed for title in titles if (squeezed := _squeezed(title))]
    for block in blocks:
        if len(block.text.split()) >= _MIN_WORDS and any(_squeezed(block.text) in title for title in stated):
            return block.element
    return None


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, text[:_MAX_TITLE].lower()))
