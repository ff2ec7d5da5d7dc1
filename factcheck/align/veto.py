"""Negative evidence: cues that two figures which do not meet are of different facts, whatever else they share."""

from functools import cache

from factcheck.claim.fold import fold
from factcheck.data import lexicon
from factcheck.model import Claim, Factuality

_NEAR = 5
_UNDONE = frozenset({Factuality.PROMISED, Factuality.DENIED})
# A cue of scope that only one claim has: it counts a part, an addition, a rate, another time or another kind of total.
_SCOPES = ("additional", "part", "rate", "average", "capacity", "previous", "forecast", "option", "plan")


def veto(a: Claim, b: Claim) -> str | None:
    """Why two figures that do not meet cannot be about the same fact; None where nothing says so. Symmetric."""
    if a.roles and b.roles and not set(a.roles) & set(b.roles):
        return "the counts are of different roles"
    if (a.factuality in _UNDONE) != (b.factuality in _UNDONE):
        return f"one is {a.factuality}, the other {b.factuality}"
    if a.polarity != b.polarity:
        return "one is negated"
    for scope in _SCOPES:
        if (scope in a.scope.cues) != (scope in b.scope.cues):
            return f"only one is marked as {scope}"
    contrast = _contrast(a, b)
    return f"{contrast[0]} against {contrast[1]}" if contrast else None


def _contrast(a: Claim, b: Claim) -> tuple[str, str] | None:
    """The first two words near the two figures that a lexicon sets against each other, where neither figure has both."""
    left, right = _nearby(a), _nearby(b)
    for one, other in _contrasts():
        for x, y in ((left, right), (right, left)):
            if x & one and y & other and not x & other and not y & one:
                return min(x & one), min(y & other)
    return None


def _nearby(claim: Claim) -> frozenset[str]:
    near = {word for word, distance in claim.context.stems if abs(distance) <= _NEAR}
    return frozenset(near | {claim.head}) if claim.head else frozenset(near)


@cache
def _contrasts() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    sides = (line.split(":") for line in lexicon("contrasts"))
    return tuple((_folded(one), _folded(other)) for one, other in sides)


def _folded(words: str) -> frozenset[str]:
    return frozenset(folded for word in words.split(",") if (folded := fold(word.strip())))
