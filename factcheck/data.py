"""Finds the rules, lexicons and weights that ship with the program, and reads the plain-text lexicons among them."""

from functools import cache
from pathlib import Path


@cache
def rules_folder() -> Path:
    """The folder of shipped rules: inside the installed package, or beside it in a checkout."""
    # importlib.resources would import zipfile, tempfile and random for this, 8 ms of each start.
    package = Path(__file__).parent
    packaged = package / "rules"
    return packaged if packaged.is_dir() else package.parent / "rules"


@cache
def lexicon(name: str) -> tuple[str, ...]:
    """The entries of rules/lexicons/<name>.txt: one a line, blank lines and lines that begin with # left out."""
    text = (rules_folder() / "lexicons" / f"{name}.txt").read_text(encoding="utf-8")
    return tuple([entry for line in text.split("\n") if (entry := line.strip()) and entry[0] != "#"])


@cache
def lexicon_classes(name: str) -> dict[str, tuple[str, ...]]:
    """A lexicon whose lines read `key: word, word, …`, as key → words. A key may stand on several lines."""
    classes: dict[str, tuple[str, ...]] = {}
    for line in lexicon(name):
        key, _, words = line.partition(":")
        key = key.strip()
        classes[key] = classes.get(key, ()) + tuple([word for word in map(str.strip, words.split(",")) if word])
    return classes
