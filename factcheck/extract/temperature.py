"""Temperatures whose degree sign is left out: "a fever of 39C"."""

from functools import cache

from factcheck.data import lexicon
from factcheck.tokens import Tokens

_SCALES = {"C": "degree celsius", "F": "degree fahrenheit"}
_REACH = 12


@cache
def _words() -> frozenset[str]:
    return frozenset(lexicon("temperature-words"))


def temperature_scale(tokens: Tokens, index: int) -> str | None:
    """The scale that a capital touching the number before it stands for, if the words around speak of warmth."""
    scale = _SCALES.get(tokens.words[index])
    if scale is None or not tokens.touches(index):
        return None
    around = tokens.lower[max(0, index - _REACH) : index + _REACH]
    return scale if any(word in _words() for word in around) else None
