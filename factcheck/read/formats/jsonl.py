"""JSON lines: one document a line, an object with id and text, optionally title, publisher and published."""

from collections.abc import Iterator

import msgspec

from factcheck.errors import FactcheckError
from factcheck.read.dates import required_date
from factcheck.read.document import Document, Origin, Raw, Stated
from factcheck.text import decode

SUFFIXES = (".jsonl", ".ndjson")
# A file holds many sources.
FILE_TO_TEXT = 50

# What is no JSON lines at all would be told line by line.
_MAX_FAULTS = 50


class _Line(msgspec.Struct, frozen=True):
    id: str | int
    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None


def read(raw: Raw) -> Iterator[Document | FactcheckError]:
    """A document a line, empty lines passed over.

    A bad line is yielded as its error, of very many the number, and the others are still read.
    """
    decoded = decode(raw.data, raw.path)
    seen: dict[str, int] = {}
    faults = 0
    # str.splitlines would also cut at U+2028 and others, which may stand unescaped in a JSON string.
    for number, line in enumerate(decoded.text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            document = _document(line, decoded.note)
            first = seen.setdefault(str(document.part), number)
            if first != number:
                raise ValueError(f"id {document.part!r} stands on line {first} already: give each document its own")
            yield document
        except ValueError as error:
            faults += 1
            if faults <= _MAX_FAULTS:
                yield FactcheckError(str(error), path=raw.path, line=number)
    if faults > _MAX_FAULTS:
        message = f"{faults - _MAX_FAULTS:,} further lines are faulty: write one JSON object a line"
        yield FactcheckError(message, path=raw.path)


def _document(line: str, note: str | None) -> Document:
    try:
        fields = msgspec.json.decode(line, type=_Line)
    except (msgspec.MsgspecError, RecursionError) as error:
        cure = 'write one JSON object a line, at least {"id": "…", "text": "…"}'
        raise ValueError(f"{str(error).rstrip('.').replace('`', '')}: {cure}") from error
    if not fields.text.strip():
        raise ValueError("the text is empty: give the document's text, or take the line out")
    return Document(
        fields.text,
        part=str(fields.id),
        title=fields.title,
        publisher=fields.publisher,
        published=_stated(fields.published),
        note=note,
    )


def _stated(published: str | None) -> Stated | None:
    if published is None:
        return None
    try:
        return Stated(required_date(published), Origin.FIELD)
    except ValueError as error:
        raise ValueError(f"published: {error}") from error
