"""Finds the rules, lexicons and weights that ship with the program, and reads the plain-text lexicons among them."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def rules_folder() -> Traversable:
    """The folder of shipped rules: inside the installed package, or beside it in a checkout."""
    packaged = files("factcheck") / "rules"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / "rules"


@cache
def lexicon(name: str) -> tuple[str, ...]:
    """The entries of rules/lexicons/<name>.txt: one a line, blank lines and lines that begin with # left out."""
    text = (rules_folder() / "lexicons" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def lexicon_classes(name: str) -> dict[str, tuple[str, ...]]:
    """A lexicon whose lines read `key: word, word, …`, as key → words. A key may stand on several lines."""
    classes: dict[str, tuple[str, ...]] = {}
    for line in lexicon(name):
        key, _, words = line.partition(":")
        classes[key.strip()] = classes.get(key.strip(), ()) + tuple(w.strip() for w in words.split(",") if w.strip())
    return classes
