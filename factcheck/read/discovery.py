"""Finds the files to read, and knows which reader takes which file."""

import os
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from factcheck.errors import FactcheckError
from factcheck.model import Skipped
from factcheck.read.kinds import kinds
from factcheck.read.registry import COMPRESSED, Reader, reader_for, readers
from factcheck.read.walking import reason_of, walk

STANDARD_INPUT = "-"


class SourceFile(Struct, frozen=True):
    """A file to read. `id` is its path as given, in posix form, `path` the same as the system has it.

    `place` is its real path, links resolved: files of one place are one file.
    """

    id: str
    path: str
    place: str
    reader: Reader


class Discovery(Struct, frozen=True):
    """The files that paths lead to, sorted by id, what was left out, and the paths that lead nowhere."""

    files: tuple[SourceFile, ...]
    skipped: tuple[Skipped, ...]
    errors: tuple[FactcheckError, ...]


def source_id(path: Path | str) -> str:
    """A path in posix form; bytes that are no UTF-8 become replacement characters."""
    named = path.as_posix() if isinstance(path, Path) else path
    return named if named.isascii() else os.fsencode(named).decode("utf-8", "replace")


def discover(paths: Sequence[str]) -> Discovery:
    """The files that `paths` name, folders walked recursively. A file that several paths lead to comes once."""
    files: list[SourceFile] = []
    skipped: list[Skipped] = []
    errors: list[FactcheckError] = []
    for path in map(Path, sorted(set(paths) - {STANDARD_INPUT})):
        try:
            found, left_out = _in_folder(path) if path.is_dir() else _named(path)
        except FactcheckError as error:
            errors.append(error)
        else:
            files += found
            skipped += left_out
    return Discovery(_once_each(files), tuple(sorted(set(skipped), key=lambda s: (s.path, s.reason))), tuple(errors))


def _once_each(files: Iterable[SourceFile]) -> tuple[SourceFile, ...]:
    by_place: dict[str, SourceFile] = {}
    for file in sorted(files, key=lambda file: file.id):
        by_place.setdefault(file.place, file)
    return tuple(by_place.values())


def _named(path: Path) -> tuple[list[SourceFile], list[Skipped]]:
    """A file that the caller names: read whatever .gitignore says, and as plain text if it has no suffix."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        reason = "no such file or folder" if isinstance(error, FileNotFoundError) else reason_of(error)
        raise FactcheckError(f"{reason}: check the path", path=source_id(path)) from error
    if not stat.S_ISREG(mode) and not stat.S_ISFIFO(mode):
        raise FactcheckError("neither a file nor a folder: give a file of text", path=source_id(path))
    reader = reader_for(path) if path.suffix else readers()[".txt"]
    if reader is None:
        return [], [_unsupported(path)]
    return [SourceFile(source_id(path), path.as_posix(), Path(os.path.realpath(path)).as_posix(), reader)], []


def _unsupported(path: Path) -> Skipped:
    suffix = path.suffix.lower()
    if not suffix:
        return Skipped(source_id(path), "no reader for a file without a suffix")
    within = Path(path.stem).suffix.lower() if suffix == COMPRESSED else ""
    kind = kinds().get(within) or kinds().get(suffix)
    what_to_do = f", {kind.what}: {kind.cure}" if kind else ""
    return Skipped(source_id(path), f"no reader for {within}{suffix}{what_to_do}")


def _in_folder(folder: Path) -> tuple[list[SourceFile], list[Skipped]]:
    files: list[SourceFile] = []
    skipped: list[Skipped] = []
    root = Path(os.path.realpath(folder))
    for entry in walk(folder):
        reader = reader_for(entry.path)
        if entry.folder:
            skipped.append(Skipped(source_id(entry.path), "a link to a folder: name it to have it read"))
        elif reader is None:
            skipped.append(_unsupported(Path(entry.path)))
        elif entry.link and not Path(entry.place).is_relative_to(root):
            skipped.append(Skipped(source_id(entry.path), "a link out of the folder: name it to have it read"))
        elif not entry.file:
            reason = "no file that can be read: a broken link, a pipe or a device"
            skipped.append(Skipped(source_id(entry.path), reason))
        else:
            files.append(SourceFile(source_id(entry.path), entry.path, entry.place, reader))
    if not files:
        known = ", ".join(sorted(readers()))
        raise FactcheckError(f"no source in this folder: it needs a file of {known}", path=source_id(folder))
    return files, skipped
