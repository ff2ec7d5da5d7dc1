"""Brings a store up to date with the files of a corpus: what is new or changed is read, what is gone is removed."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b

import msgspec

from factcheck.errors import FactcheckError
from factcheck.model import Claim, Source
from factcheck.read import Reading, SourceFile, dated_by, dateline_without_year
from factcheck.store.contents import Contents, Entry

Extract = Callable[[Sequence[Source]], Sequence[tuple[int, tuple[Claim, ...]] | FactcheckError]]


def stamps_of(files: Iterable[SourceFile]) -> dict[str, str]:
    """The stamps of files as they are now: a store with the same ones is up to date."""
    return {file.id: stamp(file.path) for file in files}


def updated(
    contents: Contents,
    files: Sequence[SourceFile],
    known: Mapping[str, str],
    now: Mapping[str, str],
    reading: Reading,
    extract: Extract,
) -> tuple[FactcheckError, ...]:
    """Makes the store hold the sources of these files, each as the file is now.

    `known` are the stamps that the store has of files, `now` those of these files. `reading` reads them, `extract`
    gives of each source the number of its mentions and its claims, or why it has none. A file that cannot be read is
    left out and named among the errors that are returned.
    """
    before = contents.companions()
    for path in sorted(known.keys() - now.keys()):
        for source in contents.ids_of(path):
            contents.remove(source)
        contents.remove_file(path)
    update = _Update(contents, reading, extract)
    changed = [file for file in files if known.get(file.id) != now[file.id]]
    update.read(changed)
    if contents.companions() != before:
        floating = frozenset(contents.floating_files())
        update.read(file for file in files if file.id in floating)
    for file in changed:
        contents.set_stamp(file.id, now[file.id])
    for name in sorted(update.faulty):
        contents.remove_file(name)
    return tuple(update.errors)


def stamp(path: str) -> str:
    """What changes with the contents of a file; "" for one that is gone."""
    try:
        found = os.stat(path)  # noqa: PTH116 - a Path for each of very many files takes longer
    except OSError:
        return ""
    return f"{found.st_mtime_ns} {found.st_ctime_ns} {found.st_size} {found.st_ino}"


def _digest(source: Source) -> str:
    return blake2b(msgspec.msgpack.encode(source), digest_size=16).hexdigest()


def _is_floating(source: Source) -> bool:
    return source.published is None and dateline_without_year(source.text, source.body) is not None


class _Update:
    """Reads files into a store."""

    def __init__(self, contents: Contents, reading: Reading, extract: Extract) -> None:
        self._contents = contents
        self._reading = reading
        self._extract = extract
        self.errors: list[FactcheckError] = []
        self.faulty: set[str] = set()

    def read(self, files: Iterable[SourceFile]) -> None:
        """Reads files, of which the store may hold older versions."""
        found: dict[str, tuple[str, Source]] = {}
        for file in files:
            here = {source.id: source for source in self._sources(file)}
            for source_id in self._contents.ids_of(file.id):
                held = self._contents.held(source_id)
                if source_id not in here or held is None or held.read_as != _digest(here[source_id]):
                    self._contents.remove(source_id)
            for source in here.values():
                held = self._contents.held(source.id)
                if (found.get(source.id, (file.id,))[0] != file.id) or (held and held.file != file.id):
                    message = "a second source of this name: rename one of them"
                    self._refuse(file.id, FactcheckError(message, path=source.id))
                else:
                    found[source.id] = file.id, source
        self._add(list(found.values()))

    def _add(self, found: Sequence[tuple[str, Source]]) -> None:
        """Adds sources, each dated by all that state a day; one that is here already, and of the same day, stays."""
        stated = {source.published for _, source in found if source.published}
        companions = sorted(stated.union(self._contents.companions()))
        changed = []
        for file, source in found:
            dated, held = dated_by(source, companions), self._contents.held(source.id)
            if held is None or held.published != (dated.published.isoformat() if dated.published else None):
                changed.append((file, source, dated))
        made = self._extract([dated for _, _, dated in changed])
        entries = []
        for (file, source, dated), outcome in zip(changed, made, strict=True):
            self._contents.remove(source.id)
            if isinstance(outcome, FactcheckError):
                self._refuse(file, outcome)
            else:
                entries.append(Entry(dated, file, _digest(source), *outcome, source.published, _is_floating(source)))
        self._contents.add(entries)

    def _sources(self, file: SourceFile) -> Iterable[Source]:
        for result in self._reading.file(file):
            if isinstance(result, Source):
                yield result
            else:
                self._refuse(file.id, result)

    def _refuse(self, file: str, error: FactcheckError) -> None:
        self.faulty.add(file)
        self.errors.append(error)
