"""Pairs that follow from what is judged: who agrees with one side of a difference differs from the other side."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from factcheck.align.pair import Pair
from factcheck.align.veto import Known, veto
from factcheck.judge.place import place
from factcheck.model import Claim, Comparison, Evidence, Kind, Verdict

_DIFFERING = frozenset({Verdict.CONFLICT, Verdict.UPDATE})
_MEASURED = frozenset({Kind.QUANTITY, Kind.DURATION, Kind.DATE})
_SURE = 0.6
# Its log odds are finite.
_MOST_PROBABLE = 1 - 1e-9


def implied_pairs(
    comparisons: Iterable[Comparison], claims: Mapping[str, Claim], compared: Iterable[Pair]
) -> Iterator[Pair]:
    """The pairs (a, c) of figures or dates, not yet `compared`, of which a agrees with a b that differs from c.

    The probability that they are about one fact is the product of the two on the surest way, and has to be well
    above even.
    """
    listed = tuple(c for c in comparisons if claims[c.a].mention.kind in _MEASURED)
    known = {frozenset((pair.a.id, pair.b.id)) for pair in compared}
    agreeing: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    for c in listed:
        if c.verdict is Verdict.AGREE:
            agreeing[c.a].append((c.b, c.confidence))
            agreeing[c.b].append((c.a, c.confidence))
    surest: dict[tuple[str, str], float] = {}
    for c in listed:
        if c.verdict in _DIFFERING:
            for near, far in ((c.a, c.b), (c.b, c.a)):
                for same, confidence in agreeing[near]:
                    if same != far and frozenset((same, far)) not in known:
                        key = (same, far) if place(claims[same]) <= place(claims[far]) else (far, same)
                        surest[key] = max(surest.get(key, 0.0), confidence * c.confidence)
    known_to = Known(claims.values())
    for (first, second), product in sorted(surest.items(), key=lambda item: [place(claims[i]) for i in item[0]]):
        a, b = claims[first], claims[second]
        if product >= _SURE and a.mention.source != b.mention.source and not veto(a, b, known_to):
            probability = min(product, _MOST_PROBABLE)
            weight = math.log2(probability / (1 - probability))
            yield Pair(a, b, weight, (Evidence("third claim", "agrees with one side, differs from the other", weight),))
