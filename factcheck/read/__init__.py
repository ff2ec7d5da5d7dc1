"""The first stage: paths → sources. One file a format; what cannot be read is an error, and the rest is still read."""

import datetime
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType

from msgspec import Struct
from msgspec.structs import replace

from factcheck.errors import FactcheckError
from factcheck.model import Skipped, Source
from factcheck.read.boilerplate import boilerplate
from factcheck.read.contents import contents
from factcheck.read.corpus import corpus_files, source_folders
from factcheck.read.dates import required_date
from factcheck.read.discovery import STANDARD_INPUT, SourceFile, discover
from factcheck.read.document import Document, Limits, Origin, Raw, Stated
from factcheck.read.isolated import IsolatedReaders
from factcheck.read.loading import load, load_standard_input, too_large
from factcheck.read.published import companion_date, dateline_without_year, publication_date
from factcheck.read.registry import Reader, check_contents, reader_for, reader_of_contents, readers
from factcheck.read.unpacking import gunzip
from factcheck.text.surrogates import without_surrogates

__all__ = [
    "STANDARD_INPUT",
    "Limits",
    "ReadResult",
    "Reading",
    "SourceFile",
    "corpus_files",
    "dated_by",
    "dateline_without_year",
    "discover",
    "read_sources",
    "reader_for",
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


def read_sources(
    paths: Sequence[str], published: datetime.date | None = None, limits: Limits | None = None
) -> ReadResult:
    """Reads files, folders (recursively) and, for "-", standard input.

    `published` dates the sources whose front matter gives no date. Raises nothing: a missing path, a folder without
    sources, an empty, binary or malformed file each become one error, and the others are still read.
    """
    found = discover(paths)
    results: list[Source | FactcheckError] = list(found.errors)
    with Reading(published, limits or Limits()) as reading:
        for file in found.files:
            results += reading.file(file)
        if STANDARD_INPUT in paths:
            results += reading.standard_input()
    sources = sorted((r for r in results if isinstance(r, Source)), key=lambda source: source.id)
    sources, duplicates = _distinct(sources)
    sources = _dated_by_companions(sources)
    errors = [*(r for r in results if isinstance(r, FactcheckError)), *duplicates]
    failed = (Skipped(error.path or "", error.message, failed=True) for error in errors)
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


class Reading:
    """Reads one file after another; to be closed, or used as a context, for the process that it may have started."""

    def __init__(self, published: datetime.date | None, limits: Limits) -> None:
        self._published = published
        self._limits = limits
        self._isolated = IsolatedReaders(limits)

    def __enter__(self) -> "Reading":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._isolated.close()

    def file(self, file: SourceFile) -> Iterator[Source | FactcheckError]:
        """The sources of one file, none of them dated by companions, and what is wrong with it."""
        most = file.reader.file_to_text * self._limits.text

        def load_file() -> bytes:
            data = load(Path(file.path), file.id, most, self._limits)
            return gunzip(Raw(file.id, data, self._limits), most) if file.reader.compressed else data

        return self._read(file.id, load_file, lambda _: file.reader)

    def standard_input(self) -> Iterator[Source | FactcheckError]:
        """The sources of what stands on standard input, and what is wrong with it."""
        most = max(reader.file_to_text for reader in readers().values()) * self._limits.text
        return self._read(
            STANDARD_INPUT, lambda: load_standard_input(most, self._limits, STANDARD_INPUT), reader_of_contents
        )

    def _read(
        self, path: str, load_data: Callable[[], bytes], reader_of: Callable[[bytes], Reader]
    ) -> Iterator[Source | FactcheckError]:
        try:
            data = load_data()
            documents = 0
            raw = Raw(path, data, self._limits)
            reader = reader_of(data)
            check_contents(raw, reader)
            for document in self._documents(reader, raw):
                documents += 1
                yield document if isinstance(document, FactcheckError) else self._source(document, path, data)
            if not documents:
                yield _empty(path)
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            yield FactcheckError(f"{reason}: check the file and its permissions", path=path)
        except FactcheckError as error:
            yield error

    def _documents(self, reader: Reader, raw: Raw) -> Iterator[Document | FactcheckError]:
        return self._isolated.read(reader.name, raw) if reader.isolated else reader.read(raw)

    def _source(self, document: Document, path: str, data: bytes) -> Source | FactcheckError:
        name = _source_id(path, document)
        if not document.text[document.body :].strip():
            return _empty(name)
        if len(document.text) > self._limits.text:
            return too_large(name, len(document.text), self._limits)
        own = data if document.part is None else document.text.encode()
        return _source(document, path, hashlib.sha256(own).hexdigest(), self._published)


def source_from_text(text: str, published: datetime.date | None = None, source_id: str = "text") -> Source:
    """A source of a text that is no file. `published` anchors "Monday" and the like; without it a dateline does."""
    text = without_surrogates(text)
    return _source(Document(text), source_id, hashlib.sha256(text.encode()).hexdigest(), published)


def _source_id(path: str, document: Document) -> str:
    return path if document.part is None else f"{path}#{document.part}"


def _empty(path: str) -> FactcheckError:
    return FactcheckError("empty, there is no text in it: give it text or leave it out", path=path)


def _source(document: Document, path: str, sha256: str, published: datetime.date | None) -> Source:
    stated = publication_date(document, path, published)
    text, body = document.text, document.body
    return Source(
        id=_source_id(path, document),
        path=path,
        text=text,
        sha256=sha256,
        body=body,
        title=document.title,
        publisher=document.publisher,
        published=stated.day if stated else None,
        published_from=str(stated.origin) if stated else None,
        note=_noted(document.note, stated),
        left_out=_merged((*document.left_out, *boilerplate(text, body), *contents(text, body))),
        places=document.places,
    )


def _merged(stretches: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Stretches in order, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, past in sorted(stretches):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(past, found[-1][1]))
        else:
            found.append((start, past))
    return tuple(found)


def _noted(note: str | None, stated: Stated | None) -> str | None:
    if stated is None or stated.origin is not Origin.FILE_PROPERTY:
        return note
    weak = f"dated {stated.day} by the file's own properties, which may be wrong"
    return f"{note}; {weak}" if note else weak
