"""Markdown with optional YAML front matter. The text stays the whole file; prose begins after the front matter."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from factcheck.errors import FactcheckError
from factcheck.read.dates import parse_date
from factcheck.read.document import Document, Field, Origin, Raw, Stated
from factcheck.text import decode

SUFFIXES = (".md", ".markdown")

_PUBLISHED_KEYS = ("published", "date", "posted", "issued", "publication_date", "date_published", "pubdate")
_PUBLISHER_KEYS = (
    "publisher",
    "publication",
    "source",
    "organisation",
    "organization",
    "issued_by",
    "issuer",
    "institute",
    "institution",
    "agency",
    "newspaper",
    "magazine",
    "author",
    "by",
)


class _FrontMatter(Struct, frozen=True):
    fields: dict[str, Field]
    end: int


def read(raw: Raw) -> Iterator[Document]:
    """The one document of a Markdown file. Raises FactcheckError for binary data and for broken front matter."""
    decoded = decode(raw.data, raw.path)
    matter = _front_matter(decoded.text, raw.path)
    published, date_note = _published(matter.fields, raw.path)
    notes = [note for note in (decoded.note, date_note) if note]
    title = matter.fields.get("title")
    publisher = _first(matter.fields, _PUBLISHER_KEYS)
    yield Document(
        decoded.text,
        body=matter.end,
        title=title.value if title else None,
        publisher=publisher.value if publisher else None,
        published=published,
        note="; ".join(notes) or None,
    )


def _published(fields: dict[str, Field], path: str) -> tuple[Stated | None, str | None]:
    field = _first(fields, _PUBLISHED_KEYS)
    if field is None:
        return None, None
    try:
        day = parse_date(field.value)
    except ValueError as error:
        message = f"front matter: {error}: give the day as YYYY-MM-DD"
        raise FactcheckError(message, path=path, line=field.line) from error
    if day is None:
        return None, f"the date {field.value!r} in the front matter names no day"
    return Stated(day, Origin.FRONT_MATTER), None


def _first(fields: dict[str, Field], keys: tuple[str, ...]) -> Field | None:
    return next((fields[key] for key in keys if key in fields), None)


@cache
def _fence() -> re.Pattern[str]:
    # A fence that a blank line follows is a thematic break: prose, not front matter.
    return re.compile(r"---[ \t]*(?:\r\n?|\n)(?![ \t]*[\r\n])")


@cache
def _closing_fence() -> re.Pattern[str]:
    return re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)")


def _front_matter(text: str, path: str) -> _FrontMatter:
    opening = _fence().match(text)
    if not opening:
        return _FrontMatter({}, 0)
    closing = _closing_fence().search(text, opening.end())
    if not closing:
        message = "front matter is not closed: add a line --- after it, or a blank line after the first ---"
        raise FactcheckError(message, path=path, line=1)
    from factcheck.read.front_matter import fields_of  # it imports yaml, which most runs do not need

    return _FrontMatter(fields_of(text[opening.end() : closing.start()], path), closing.end())
