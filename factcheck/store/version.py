"""What reads sources, by version: a store made by anything else is made anew."""

import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from factcheck.data import rules_folder

_READING = ("read", "extract", "claim", "align", "store")


def program(version: str) -> str:
    """The program of a version, with a digest of its code and lexicons as they lie here and when they changed."""
    package = Path(__file__).parents[1]
    folders = (*(package / name for name in _READING), rules_folder() / "lexicons")
    digest = blake2b(digest_size=8)
    for line in sorted([*_files(package, deep=False), *(line for folder in folders for line in _files(folder))]):
        digest.update(line.encode("utf-8", "surrogateescape"))
    return f"factcheck {version} {digest.hexdigest()}"


def store_name(*reading: object) -> str:
    """The name of the store of sources that are read in this way: from which folder, dated by what, how far, …"""
    return f"{blake2b(repr(reading).encode('utf-8', 'surrogateescape'), digest_size=8).hexdigest()}.sqlite"


def _files(folder: Path, *, deep: bool = True) -> Iterator[str]:
    """A line for each file of code and words, those of folders inside included."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith((".py", ".txt")):
                found = entry.stat()
                yield f"{folder.name}/{entry.name} {found.st_size} {found.st_mtime_ns}\n"
            elif deep and entry.is_dir() and not entry.name.startswith("__"):
                yield from _files(Path(entry.path))
