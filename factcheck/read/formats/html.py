"""Saved web pages: the article's text, paragraph by paragraph, and what the page states of it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.read.document import Document, Origin, Raw, Stated
from factcheck.read.joined import joined

if TYPE_CHECKING:
    from factcheck.read.html.reading import Found

SUFFIXES = (".html", ".htm", ".xhtml")
ISOLATED = True

# In characters: a page with less text that holds the article as data shows it by a script only.
_SHOWN = 200
_WHOLE = "its main text was not told apart from the rest of the page"
_EMBEDDED = "its text is taken from the page's data, which a script shows"


def read(raw: Raw) -> Iterator[Document]:
    """The one document of a page. Raises FactcheckError for binary data, too deep nesting and a page without text."""
    from factcheck.read.html.reading import found_in, paragraphs_of

    found = found_in(raw)
    if found is None:
        raise _without_text(raw.path)
    paragraphs, how = found.paragraphs, None if found.told_apart else _WHOLE
    embedded = found.stated.embedded
    if embedded and sum(map(len, paragraphs)) < min(_SHOWN, len(embedded)):
        paragraphs, how = tuple(filter(None, [found.stated.title, *paragraphs_of(embedded)])), _EMBEDDED
    if not paragraphs:
        raise _without_text(raw.path)
    yield _document(found, paragraphs, "; ".join(filter(None, (found.note, found.stated.note, how))))


def _document(found: "Found", paragraphs: Sequence[str], note: str) -> Document:
    stated = found.stated
    text, places = joined(paragraphs)
    return Document(
        text,
        title=found.headline or stated.title,
        publisher=stated.publisher or next(iter(stated.authors), None),
        published=Stated(stated.published, Origin.PAGE) if stated.published else None,
        note=note or None,
        places=places,
    )


def _without_text(path: str) -> FactcheckError:
    message = (
        "no article in the page, or one that only a script shows: save what the browser shows, or its text as .txt"
    )
    return FactcheckError(message, path=path)
