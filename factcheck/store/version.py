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
    folders = (
        package,
        *(package / name for name in _READING),
        package / "read" / "formats",
        rules_folder() / "lexicons",
    )
    digest = blake2b(digest_size=8)
    for folder in folders:
        for line in sorted(_files(folder)):
            digest.update(line.encode("utf-8", "surrogateescape"))
    return f"factcheck {version} {digest.hexdigest()}"


def store_name(*reading: str | None) -> str:
    """The name of the store of sources that are read in this way: from which folder, dated by what, with what model."""
    return f"{blake2b(repr(reading).encode('utf-8', 'surrogateescape'), digest_size=8).hexdigest()}.sqlite"


def _files(folder: Path) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith((".py", ".txt")):
                found = entry.stat()
                yield f"{entry.name} {found.st_size} {found.st_mtime_ns}\n"
