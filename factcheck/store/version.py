"""What reads sources, by version: a store made by anything else is made anew."""

import os
import sys
from collections.abc import Iterator
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from factcheck.data import rules_folder

# Packages that are used after sources are read: no change of them makes other sources. All else counts.
_AFTER_READING = frozenset(("cli", "decisions", "judge", "report", "rulebook"))
# What we read with and have not written: another version of it may make other text of the same file.
_READ_WITH = ("charset_normalizer", "justext", "lxml", "pypdfium2", "quantulum3", "spacy", "trafilatura", "yaml")


def program(version: str) -> str:
    """The program of a version, with a digest of its code, its lexicons and what it reads with, as they lie here."""
    package = Path(__file__).parents[1]
    digest = blake2b(sys.version.encode(), digest_size=8)
    ours = [*_files(package, without=_AFTER_READING), *_files(rules_folder() / "lexicons")]
    for line in sorted([*ours, *_installed()]):
        digest.update(line.encode("utf-8", "surrogateescape"))
    return f"factcheck {version} {digest.hexdigest()}"


def store_name(*reading: object) -> str:
    """The name of the store of sources that are read in this way: from which folder, dated by what, how far, …"""
    return f"{blake2b(repr(reading).encode('utf-8', 'surrogateescape'), digest_size=8).hexdigest()}.sqlite"


def _files(folder: Path, without: frozenset[str] = frozenset()) -> Iterator[str]:
    """A line for each file of code and words, those of folders inside included, `without` some of them."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith((".py", ".txt")):
                yield _line(f"{folder.name}/{entry.name}", entry.stat())
            elif entry.is_dir() and not entry.name.startswith("__") and entry.name not in without:
                yield from _files(Path(entry.path))


def _installed() -> Iterator[str]:
    """A line for each package that we read with; importlib.metadata would take half as long as a check to name it."""
    for name in _READ_WITH:
        spec = find_spec(name)
        if spec is not None and spec.origin is not None:
            yield _line(name, Path(spec.origin).stat())


def _line(name: str, found: os.stat_result) -> str:
    return f"{name} {found.st_size} {found.st_mtime_ns}\n"
