"""Negative evidence: cues that two figures which do not meet are of different facts, whatever else they share."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from factcheck.claim.fold import fold
from factcheck.data import lexicon
from factcheck.model import Claim, Factuality, Kind

_NEAR = 5
_UNDONE = frozenset({Factuality.PROMISED, Factuality.DENIED})
# A cue of scope that only one claim has: it counts a part, an addition, a rate, another time or another kind of total.
_SCOPES = (
    "additional",
    "part",
    "events",
    "perpetrator",
    "rate",
    "average",
    "capacity",
    "previous",
    "forecast",
    "option",
)
_PLAN = "plan"


class Names:
    """The words of all names in each source, to tell a place that the other source knows from one that it does not."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._words: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            for name in (*claim.context.names, claim.scope.place or ""):
                self._words[claim.mention.source].update(name.lower().split())

    def strangers(self, a: Claim, b: Claim) -> bool:
        """Whether each claim is placed where the other source never is."""
        return self._unknown(a, b) and self._unknown(b, a)

    def _unknown(self, placed: Claim, other: Claim) -> bool:
        words = set((placed.scope.place or "").lower().split())
        return bool(words) and not words & self._words[other.mention.source]


def veto(a: Claim, b: Claim, names: Names) -> str | None:
    """Why two figures that do not meet cannot be about the same fact; None where nothing says so. Symmetric."""
    if names.strangers(a, b):
        return f"one is of {a.scope.place}, the other of {b.scope.place}"
    if a.roles and b.roles and not set(a.roles) & set(b.roles):
        return "the counts are of different roles"
    if (a.factuality in _UNDONE) != (b.factuality in _UNDONE):
        return f"one is {a.factuality}, the other {b.factuality}"
    if a.polarity != b.polarity:
        return "one is negated"
    for scope in _SCOPES:
        if (scope in a.scope.cues) != (scope in b.scope.cues):
            return f"only one is marked as {scope}"
    both_planned = a.factuality is b.factuality is Factuality.PLANNED
    if (_PLAN in a.scope.cues) != (_PLAN in b.scope.cues) and not both_planned:
        return "only one is marked as plan"
    if a.mention.kind is Kind.DURATION and _of_other_events(a, b):
        return "the lengths of time are of different events"
    contrast = _contrast(a, b)
    return f"{contrast[0]} against {contrast[1]}" if contrast else None


def _of_other_events(a: Claim, b: Claim) -> bool:
    """Whether two claims hang on different verbs and have no word but names in common, so that nothing ties them."""
    if a.event is None or b.event is None or a.event == b.event:
        return False
    left, right = ({word for word, _ in claim.context.stems} for claim in (a, b))
    return left & right <= _name_words(a) | _name_words(b)


def _name_words(claim: Claim) -> frozenset[str]:
    return frozenset(fold(word) or word for name in claim.context.names for word in name.lower().split())


def _contrast(a: Claim, b: Claim) -> tuple[str, str] | None:
    """The first two words near the figures that a lexicon sets against each other, where neither figure has both."""
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
