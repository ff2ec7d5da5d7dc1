"""Ages by their decade: "in his 20s", "in her mid-thirties", "in their late teens"."""

from functools import cache

from factcheck.data import lexicon_classes
from factcheck.extract.found import Found
from factcheck.model import Interval, Quantity
from factcheck.tokens import Tokens

_OWNERS = frozenset(("his", "her", "their"))
_DECADE = 10
_PARTS = {"early": (0, 3), "mid": (4, 6), "middle": (4, 6), "late": (7, 9)}
_TEENS = {"": (3, 9), "early": (3, 4), "mid": (5, 6), "middle": (5, 6), "late": (7, 9)}
_DASHES = frozenset("-–‑")


@cache
def _decades() -> dict[str, int]:
    """Twenties, thirties, … → the first age of the decade."""
    tens = (entry.partition(" ") for entry in lexicon_classes("number-words")["tens"])
    return {word.removesuffix("y") + "ies": int(value) for word, _, value in tens}


def age_decades(tokens: Tokens) -> tuple[Found, ...]:
    """The ages that the text states by their decade, in order."""
    found = []
    for i in tokens.places(lambda _, lower: lower in _OWNERS):
        if not i or tokens.lower[i - 1] != "in":
            continue
        part = _lower(tokens, i + 1)
        low, high = _PARTS.get(part, (0, _DECADE - 1))
        first = i + 1
        at = first + (_lower(tokens, first) in _PARTS)
        at += _lower(tokens, at) in _DASHES
        decade = _decade_at(tokens, at)
        if decade is not None:
            value, past = decade
            if tokens.lower[at] == "teens":
                low, high = _TEENS.get(part, _TEENS[""])
            ages = Interval(value + low, value + high)
            age = Quantity(value + low, value + high, ages, unit="year of age", dimension="age", vague=True)
            found.append(Found(tokens.starts[first], tokens.ends[past - 1], age))
    return tuple(found)


def _decade_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """(first age, past-last token) of "20s", "20's" or "twenties"."""
    word = _lower(tokens, index)
    if word == "teens":
        return _DECADE, index + 1
    if word in _decades():
        return _decades()[word], index + 1
    if len(word) == 2 and word.isascii() and word.isdigit() and word[1] == "0" and word[0] != "0":
        ending = _lower(tokens, index + 1)
        return (int(word), index + 2) if ending in ("s", "'s", "’s") and tokens.touches(index + 1) else None
    return None


def _lower(tokens: Tokens, index: int) -> str:
    return tokens.lower[index] if index < len(tokens) else ""
