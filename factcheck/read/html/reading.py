"""The steps from the bytes of a page to the paragraphs of its article."""

from lxml.html import fromstring
from msgspec import Struct

from factcheck.read.document import Raw
from factcheck.read.html.article import chosen
from factcheck.read.html.blocks import Kind, blocks
from factcheck.read.html.extraction import extracted
from factcheck.read.html.furniture import take_out_furniture, take_out_unshown
from factcheck.read.html.metadata import Metadata, metadata
from factcheck.read.html.page import parsed
from factcheck.read.html.title import title_block, title_heading
from factcheck.read.html.wording import write_out_marks


class Found(Struct, frozen=True):
    """What a page holds: the paragraphs of its article, whether these were told apart from the rest, its headline.

    `note` tells what decoding had to assume.
    """

    stated: Metadata
    paragraphs: tuple[str, ...]
    told_apart: bool
    headline: str | None
    note: str | None


def found_in(raw: Raw) -> Found | None:
    """What a page holds, None where there is no element in it.

    Raises FactcheckError for binary data and for elements nested too deeply.
    """
    found = _found_in(raw, by_name=True)
    # Some sites name the part that holds the article after a box in it.
    return found if found is None or found.paragraphs else _found_in(raw, by_name=False)


def _found_in(raw: Raw, *, by_name: bool) -> Found | None:
    page = parsed(raw)
    if page is None:
        return None
    stated = metadata(page.root)
    take_out_unshown(page.root)
    title = title_heading(page.root, stated.titles)
    take_out_furniture(page.root, title, by_name=by_name)
    write_out_marks(page.root)
    parts = blocks(page.root)
    title = title if title is not None else title_block(parts, stated.titles)
    article = chosen(parts, title, extracted(page.root) or "", stated.authors)
    headline = next((block.text for block in parts if block.element is title), None)
    told = any(block.kind is not Kind.HEADING and block.text != headline for block in article.blocks)
    paragraphs = tuple(block.text for block in article.blocks) if told else ()
    return Found(stated, paragraphs, article.told_apart, headline, page.note)


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a text with line ends, markup or both."""
    marked_up = text.replace("\n", "<br><br>")
    return [block.text for block in blocks(fromstring(f"<div>{marked_up}</div>"))]
