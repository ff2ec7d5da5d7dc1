"""Finds the files to read: walks folders, respects .gitignore, and knows which reader takes which file."""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.errors import FactcheckError
from factcheck.model import Skipped
from factcheck.read.kinds import kinds
from factcheck.read.registry import COMPRESSED, Reader, reader_for, readers

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

STANDARD_INPUT = "-"

# The second is how Word names the files that say which document it has open.
_HIDDEN = (".", "~$")


class SourceFile(Struct, frozen=True):
    """A file to read. `id` is its path as given, in posix form."""

    id: str
    path: Path
    reader: Reader


class Discovery(Struct, frozen=True):
    """The files that paths lead to, sorted by id, what was left out, and the paths that lead nowhere."""

    files: tuple[SourceFile, ...]
    skipped: tuple[Skipped, ...]
    errors: tuple[FactcheckError, ...]


def source_id(path: Path) -> str:
    """A path in posix form; bytes that are no UTF-8 become replacement characters."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


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
        by_place.setdefault(os.path.realpath(file.path), file)
    return tuple(by_place.values())


def _named(path: Path) -> tuple[list[SourceFile], list[Skipped]]:
    """A file that the caller names: read whatever .gitignore says, and as plain text if it has no suffix."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        reason = "no such file or folder" if isinstance(error, FileNotFoundError) else _reason(error)
        raise FactcheckError(f"{reason}: check the path", path=source_id(path)) from error
    if not stat.S_ISREG(mode) and not stat.S_ISFIFO(mode):
        raise FactcheckError("neither a file nor a folder: give a file of text", path=source_id(path))
    reader = reader_for(path) if path.suffix else readers()[".txt"]
    if reader is None:
        return [], [_unsupported(path)]
    return [SourceFile(source_id(path), path, reader)], []


def _reason(error: OSError | ValueError) -> str:
    text = error.strerror if isinstance(error, OSError) else str(error)
    return (text or type(error).__name__).lower()


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
    root = folder.resolve()
    for path in walk(folder):
        reader = reader_for(path)
        if path.is_dir():
            skipped.append(Skipped(source_id(path), "a link to a folder: name it to have it read"))
        elif reader is None:
            skipped.append(_unsupported(path))
        elif path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root):
            skipped.append(Skipped(source_id(path), "a link out of the folder: name it to have it read"))
        elif not path.is_file():
            skipped.append(Skipped(source_id(path), "no file that can be read: a broken link, a pipe or a device"))
        else:
            files.append(SourceFile(source_id(path), path, reader))
    if not files:
        known = ", ".join(sorted(readers()))
        raise FactcheckError(f"no source in this folder: it needs a file of {known}", path=source_id(folder))
    return files, skipped


def walk(folder: Path) -> Iterator[Path]:
    """Every file below a folder and every link to a folder, links not followed, hidden and ignored ones left out."""

    def fail(error: OSError) -> None:
        raise FactcheckError(f"{_reason(error)}: check its permissions", path=source_id(Path(error.filename)))

    root = folder.resolve()
    inherited = {folder: _ignores_above(root)}
    for place, folders, names in os.walk(folder, onerror=fail):
        here = Path(place)
        true_place = root / here.relative_to(folder)
        ignores = [*inherited.pop(here), *_ignore_file(true_place, names)]
        kept = [name for name in sorted(folders) if not _left_out(true_place / name, ignores, "/")]
        folders[:] = [name for name in kept if not (here / name).is_symlink()]
        inherited |= {here / name: ignores for name in folders}
        yield from (here / name for name in kept if name not in folders)
        yield from (here / name for name in sorted(names) if not _left_out(true_place / name, ignores, ""))


_Ignore = tuple[Path, "GitIgnoreSpec"]


def _left_out(path: Path, ignores: Sequence[_Ignore], end: str) -> bool:
    """Whether a path is hidden or ignored; `end` is "/" for a folder. The nearest .gitignore that names it decides."""
    if path.name.startswith(_HIDDEN):
        return True
    decisions = (spec.check_file(path.relative_to(base).as_posix() + end).include for base, spec in reversed(ignores))
    return next((decision for decision in decisions if decision is not None), False)


def _ignore_file(folder: Path, names: Iterable[str]) -> list[_Ignore]:
    if ".gitignore" not in names:
        return []
    from pathspec import GitIgnoreSpec  # costs more than all other imports of this stage together

    file = folder / ".gitignore"
    try:
        return [(folder, GitIgnoreSpec.from_lines(file.read_text(encoding="utf-8", errors="replace").splitlines()))]
    except (OSError, ValueError) as error:
        reason = _reason(error) if isinstance(error, OSError) else str(error)
        raise FactcheckError(f"{reason}: mend or remove it", path=source_id(file)) from error


def _ignores_above(folder: Path) -> list[_Ignore]:
    """The .gitignore files above a folder, up to its repository's root; none where they exclude the folder itself."""
    parents = [folder, *folder.parents]
    root = next((i for i, parent in enumerate(parents) if (parent / ".git").exists()), 0)
    ignores: list[_Ignore] = []
    for parent in reversed(parents[1 : root + 1]):
        ignores += _ignore_file(parent, [".gitignore"] if (parent / ".gitignore").is_file() else [])
    return [] if _left_out(folder, ignores, "/") else ignores
