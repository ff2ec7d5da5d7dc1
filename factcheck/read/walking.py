"""What stands below a folder, without what is hidden or what .gitignore excludes."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

# The second is how Word names the files that say which document it has open.
_HIDDEN = (".", "~$")

# Of a .gitignore: the true path of its folder, and what it says.
_Ignore = tuple[str, "GitIgnoreSpec"]


class Entry(Struct, frozen=True, gc=False):
    """A file, a link to a folder, or what is neither, such as a pipe or a broken link.

    `path` begins with the folder as it was named, `within` behind it, `place` is the real path, links resolved. All are
    in posix form: a corpus may have a hundred thousand, and Path values would take most of the time of finding them.
    """

    path: str
    within: str
    place: str
    file: bool
    folder: bool
    link: bool


def walk(folder: Path) -> Iterator[Entry]:
    """Every entry below a folder but folders, links not followed. Raises FactcheckError for what cannot be listed."""
    named = folder.as_posix()
    given = "" if named == "." else f"{named.rstrip('/')}/"
    true = Path(os.path.realpath(folder)).as_posix().rstrip("/")
    waiting = [("", _ignores_above(Path(os.path.realpath(folder))))]
    while waiting:
        within, inherited = waiting.pop()
        entries = _listed(f"{given}{within}" or ".")
        ignores = [*inherited, *_ignore_file(Path(f"{true}/{within}"), (entry.name for entry in entries))]
        for entry in entries:
            if entry.name.startswith(_HIDDEN):
                continue
            link, is_folder = entry.is_symlink(), _holds(entry.is_dir)
            inside = f"{within}{entry.name}"
            place = f"{true}/{inside}"
            if ignores and _ignored(place, ignores, "/" if is_folder else ""):
                continue
            if is_folder and not link:
                waiting.append((f"{inside}/", ignores))
                continue
            place = os.path.realpath(place) if link else place
            yield Entry(f"{given}{inside}", inside, place, _holds(entry.is_file), is_folder, link)


def _listed(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError as error:
        raise FactcheckError(f"{reason_of(error)}: check its permissions", path=folder.rstrip("/")) from error


def _holds(question: Callable[[], bool]) -> bool:
    """The answer to a question about an entry; a link that leads in a circle is nothing."""
    try:
        return question()
    except OSError:
        return False


def reason_of(error: OSError | ValueError) -> str:
    """What the system says of a path, to begin a message with."""
    text = error.strerror if isinstance(error, OSError) else str(error)
    return (text or type(error).__name__).lower()


def _ignored(place: str, ignores: Sequence[_Ignore], end: str) -> bool:
    """Whether a path is ignored; `end` is "/" for a folder. The nearest .gitignore that names it decides."""
    decisions = (spec.check_file(f"{place[len(base) + 1 :]}{end}").include for base, spec in reversed(ignores))
    return next((decision for decision in decisions if decision is not None), False)


def _ignore_file(folder: Path, names: Iterable[str]) -> list[_Ignore]:
    if ".gitignore" not in names:
        return []
    from pathspec import GitIgnoreSpec  # costs more than all other imports of this stage together

    file = folder / ".gitignore"
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        return [(folder.as_posix().rstrip("/"), GitIgnoreSpec.from_lines(lines))]
    except (OSError, ValueError) as error:
        raise FactcheckError(f"{reason_of(error)}: mend or remove it", path=file.as_posix()) from error


def _ignores_above(folder: Path) -> list[_Ignore]:
    """The .gitignore files above a folder, up to its repository's root; none where they exclude the folder itself."""
    parents = [folder, *folder.parents]
    root = next((i for i, parent in enumerate(parents) if (parent / ".git").exists()), 0)
    ignores: list[_Ignore] = []
    for parent in reversed(parents[1 : root + 1]):
        ignores += _ignore_file(parent, [".gitignore"] if (parent / ".gitignore").is_file() else [])
    return [] if folder.name.startswith(_HIDDEN) or _ignored(folder.as_posix(), ignores, "/") else ignores
