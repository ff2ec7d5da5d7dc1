"""The first stage: paths → sources. One file a format; what cannot be read is an error, and the rest is still read."""

import datetime
import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from factcheck.errors import FactcheckError
from factcheck.model import Skipped, Source
from factcheck.read.corpus import corpus_files, source_folders
from factcheck.read.dates import required_date
from factcheck.read.discovery import STANDARD_INPUT, Reader, SourceFile, discover, readers
from factcheck.read.document import Document, Origin
from factcheck.read.published import companion_date, dateline_without_year, publication_date

__all__ = [
    "STANDARD_INPUT",
    "ReadResult",
    "SourceFile",
    "corpus_files",
    "dated_by",
    "dateline_without_year",
    "discover",
    "read_file",
    "read_sources",
    "readers",
    "required_date",
    "source_folders",
    "source_from_text",
]


class ReadResult(Struct, frozen=True):
    """The sources that were read, sorted by id; what was skipped, with the reason; the errors among those reasons."""

    sources: tuple[Source, ...]
    skipped: tuple[Skipped, ...]
    errors: tuple[FactcheckError, ...]


def read_sources(paths: Sequence[str], published: datetime.date | None = None) -> ReadResult:
    """Reads files, folders (recursively) and, for "-", standard input.

    `published` dates the sources whose front matter gives no date. Raises nothing: a missing path, a folder without
    sources, an empty, binary or malformed file each become one error, and the others are still read.
    """
    found = discover(paths)
    results: list[Source | FactcheckError] = list(found.errors)
    for file in found.files:
        results += _read(file.id, file.path.read_bytes, file.reader, published)
    if STANDARD_INPUT in paths:
        results += _read_standard_input(published)
    sources = sorted((r for r in results if isinstance(r, Source)), key=lambda source: source.id)
    sources, duplicates = _distinct(sources)
    sources = _dated_by_companions(sources)
    errors = [*(r for r in results if isinstance(r, FactcheckError)), *duplicates]
    failed = (Skipped(error.path or "", error.message) for error in errors)
    skipped = sorted((*found.skipped, *failed), key=lambda skipped: (skipped.path, skipped.reason))
    return ReadResult(tuple(sources), tuple(skipped), tuple(errors))


def _distinct(sources: Sequence[Source]) -> tuple[list[Source], list[FactcheckError]]:
    """The first source of each id, and an error for each other: a file may be named as a document of another is."""
    by_id: dict[str, Source] = {}
    others = [source for source in sources if by_id.setdefault(source.id, source) is not source]
    message = "a second source of this name: rename one of them"
    return list(by_id.values()), [FactcheckError(message, path=source.id) for source in others]


def _dated_by_companions(sources: list[Source]) -> list[Source]:
    """The sources, those whose dateline lacks a year dated by the sources read along with them."""
    companions = sorted({source.published for source in sources if source.published})
    return [dated_by(source, companions) for source in sources]


def dated_by(source: Source, companions: Sequence[datetime.date]) -> Source:
    """A source whose dateline lacks a year dated by the days of the sources read along with it, any other as it is."""
    day = None if source.published else companion_date(source.text, source.body, companions)
    return replace(source, published=day, published_from=str(Origin.COMPANIONS)) if day else source


def read_file(file: SourceFile, published: datetime.date | None = None) -> Iterator[Source | FactcheckError]:
    """The sources of one file, none of them dated by companions, and what is wrong with it."""
    return _read(file.id, file.path.read_bytes, file.reader, published)


def source_from_text(text: str, published: datetime.date | None = None, source_id: str = "text") -> Source:
    """A source of a text that is no file. `published` anchors "Monday" and the like; without it a dateline does."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        # No file can hold a lone surrogate, and it would break every encoder on the way; the substitute keeps offsets.
        text = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
        data = text.encode()
    return _source(Document(text), source_id, hashlib.sha256(data).hexdigest(), published)


def _read_standard_input(published: datetime.date | None) -> Iterator[Source | FactcheckError]:
    data = sys.stdin.buffer.read()
    # A stream has no suffix: an object can only be JSON lines, and Markdown without front matter is plain text.
    suffix = ".jsonl" if data.lstrip().startswith(b"{") else ".md"
    return _read(STANDARD_INPUT, lambda: data, readers()[suffix], published)


def _read(
    path: str, load: Callable[[], bytes], reader: Reader, published: datetime.date | None
) -> Iterator[Source | FactcheckError]:
    try:
        data = load()
        documents = 0
        for document in reader(data, path):
            documents += 1
            yield document if isinstance(document, FactcheckError) else _read_source(document, path, data, published)
        if not documents:
            yield _empty(path)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        yield FactcheckError(f"{reason}: check the file and its permissions", path=path)
    except FactcheckError as error:
        yield error


def _read_source(document: Document, path: str, data: bytes, published: datetime.date | None) -> Source:
    if not document.text[document.body :].strip():
        raise _empty(path)
    if document.part is None:
        return _source(document, path, hashlib.sha256(data).hexdigest(), published)
    return _source(document, path, hashlib.sha256(document.text.encode()).hexdigest(), published)


def _empty(path: str) -> FactcheckError:
    return FactcheckError("empty, there is no text in it: give it text or leave it out", path=path)


def _source(document: Document, path: str, sha256: str, published: datetime.date | None) -> Source:
    stated = publication_date(document, path, published)
    return Source(
        id=path if document.part is None else f"{path}#{document.part}",
        path=path,
        text=document.text,
        sha256=sha256,
        body=document.body,
        title=document.title,
        publisher=document.publisher,
        published=stated.day if stated else None,
        published_from=str(stated.origin) if stated else None,
        note=document.note,
    )
