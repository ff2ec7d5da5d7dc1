"""Signs that two figures are of different facts: words set against each other, places that one source never names."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from factcheck.claim.fold import fold
from factcheck.data import lexicon
from factcheck.model import Claim

_NEAR = 5


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


def contrast(a: Claim, b: Claim) -> tuple[str, str] | None:
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
