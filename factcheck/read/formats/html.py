"""Saved web pages: the article's text, paragraph by paragraph, and what the page states of it."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.model import Place
from factcheck.read.document import Document, Origin, Raw, Stated

if TYPE_CHECKING:
    from factcheck.read.html.metadata import Metadata

SUFFIXES = (".html", ".htm", ".xhtml")
ISOLATED = True

_BETWEEN = "\n\n"
# In characters: a page with less text that holds the article as data shows it by a script only.
_SHOWN = 200
_WHOLE = "its main text was not told apart from the rest of the page"
_EMBEDDED = "its text is taken from the page's data, which a script shows"


def read(raw: Raw) -> Iterator[Document]:
    """The one document of a page. Raises FactcheckError for binary data, too deep nesting and a page without text."""
    from factcheck.read.html.article import chosen
    from factcheck.read.html.blocks import blocks
    from factcheck.read.html.extraction import extracted
    from factcheck.read.html.furniture import take_out_furniture, take_out_unshown
    from factcheck.read.html.metadata import metadata
    from factcheck.read.html.page import parsed
    from factcheck.read.html.title import title_block, title_heading
    from factcheck.read.html.wording import write_out_marks

    page = parsed(raw)
    if page is None:
        raise _without_text(raw.path)
    stated = metadata(page.root)
    take_out_unshown(page.root)
    title = title_heading(page.root, stated.titles)
    take_out_furniture(page.root, title)
    write_out_marks(page.root)
    found = blocks(page.root)
    title = title if title is not None else title_block(found, stated.titles)
    article = chosen(found, title, extracted(page.root) or "", stated.authors)
    paragraphs, how = [block.text for block in article.blocks], None if article.told_apart else _WHOLE
    if stated.embedded and sum(map(len, paragraphs)) < min(_SHOWN, len(stated.embedded)):
        paragraphs, how = [*filter(None, [stated.title]), *_embedded(stated.embedded)], _EMBEDDED
    if not paragraphs:
        raise _without_text(raw.path)
    notes = filter(None, (page.note, stated.note, how))
    heading = next((block.text for block in found if block.element is title), None)
    yield _document(paragraphs, stated, heading, "; ".join(notes) or None)


def _document(paragraphs: Sequence[str], stated: "Metadata", heading: str | None, note: str | None) -> Document:
    starts = accumulate((len(paragraph) + len(_BETWEEN) for paragraph in paragraphs[:-1]), initial=0)
    return Document(
        _BETWEEN.join(paragraphs),
        title=heading or stated.title,
        publisher=stated.publisher or next(iter(stated.authors), None),
        published=Stated(stated.published, Origin.PAGE) if stated.published else None,
        note=note,
        places=tuple(Place(start, block=number) for number, start in enumerate(starts, start=1)),
    )


def _embedded(text: str) -> list[str]:
    """The paragraphs of a text in a page's data, with or without markup."""
    from lxml.html import fromstring

    from factcheck.read.html.blocks import blocks

    marked_up = text.replace("\n", "<br><br>")
    return [block.text for block in blocks(fromstring(f"<div>{marked_up}</div>"))]


def _without_text(path: str) -> FactcheckError:
    message = "no text in the page, which a script may show only in a browser: save what is shown there, or as .txt"
    return FactcheckError(message, path=path)
