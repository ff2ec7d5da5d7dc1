"""Patterns of a project's settings to the files of its corpus."""

from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from factcheck.read.registry import reader_for
from factcheck.read.walking import walk

_MAGIC = "*?["
_ANY_FOLDERS = "**"


def corpus_files(root: Path, pattern: str) -> list[str]:
    """What a pattern stands for, as paths from the root, sorted; empty if nothing is there.

    A plain path stands for itself. In a pattern `*`, `?` and `[…]` match within a name, `**` any number of folders.
    Files that are hidden or that .gitignore excludes match no pattern.
    """
    parts = Path(pattern).parts
    fixed = next((i for i, part in enumerate(parts) if any(sign in part for sign in _MAGIC)), len(parts))
    start = root.joinpath(*parts[:fixed])
    if fixed == len(parts):
        return [pattern] if start.exists() else []
    if not start.is_dir():
        return []
    wanted = parts[fixed:]
    return sorted(
        Path(*parts[:fixed], entry.within).as_posix()
        for entry in walk(start)
        if entry.file and _matches(entry.within.split("/"), wanted)
    )


def _matches(names: Sequence[str], pattern: Sequence[str]) -> bool:
    # The places in the pattern that the names so far can have led to.
    reached = _beyond_folders(pattern, {0})
    for name in names:
        further = {
            place if pattern[place] == _ANY_FOLDERS else place + 1
            for place in reached
            if place < len(pattern) and (pattern[place] == _ANY_FOLDERS or fnmatchcase(name, pattern[place]))
        }
        reached = _beyond_folders(pattern, further)
    return len(pattern) in reached


def _beyond_folders(pattern: Sequence[str], places: set[int]) -> set[int]:
    """The places, and those behind each `**` there, which may stand for no folder at all."""
    found = set(places)
    for place in range(len(pattern)):
        if place in found and pattern[place] == _ANY_FOLDERS:
            found.add(place + 1)
    return found


def source_folders(root: Path) -> list[str]:
    """The folders in a folder that hold a file which can be read as a source, hidden and excluded ones left out."""
    inside = (entry.within.split("/") for entry in walk(root) if entry.file and reader_for(entry.path))
    return sorted({parts[0] for parts in inside if len(parts) > 1})
