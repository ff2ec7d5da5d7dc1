"""Keeps apart what is of different facts: drops the comparisons of figures that would chain two facts into one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from factcheck.judge.place import place
from factcheck.model import Claim, Comparison, Kind

_CHAINED = frozenset({Kind.QUANTITY, Kind.DURATION, Kind.DATE})
# Two comparisons between two groups of claims bear each other out; one has to be the most that could be expected.
_BORNE_OUT = 2
_EXPECTED = 0.5


def without_weak_links(comparisons: Iterable[Comparison], claims: Mapping[str, Claim]) -> tuple[Comparison, ...]:
    """The comparisons without those of figures and dates that surer comparisons show to be of two facts.

    Taken from the surest on, each comparison joins its claims to one fact, unless it alone would bridge two groups
    between which more could be expected: a claim that is about the same fact as one of a group is usually found to be
    so of the others too. Two differing figures of one source may be of one fact, for a source can contradict itself.
    """
    listed = tuple(comparisons)
    chained = [c for c in listed if claims[c.a].mention.kind in _CHAINED]
    facts = _Facts(chained, claims)
    for c in sorted(chained, key=lambda c: (-c.confidence, place(claims[c.a]), place(claims[c.b]))):
        facts.join(c)
    return tuple(c for c in listed if claims[c.a].mention.kind not in _CHAINED or facts.are_one(c.a, c.b))


class _Facts:
    """Groups of claims that grow as comparisons join them; the smaller group always goes into the larger one."""

    def __init__(self, comparisons: Iterable[Comparison], claims: Mapping[str, Claim]) -> None:
        self._linked: defaultdict[str, list[str]] = defaultdict(list)
        for c in comparisons:
            self._linked[c.a].append(c.b)
            self._linked[c.b].append(c.a)
        self._fact = {claim: claim for claim in self._linked}
        self._members = {claim: [claim] for claim in self._linked}
        self._sources = {claim: Counter([claims[claim].mention.source]) for claim in self._linked}

    def are_one(self, a: str, b: str) -> bool:
        return self._fact[a] == self._fact[b]

    def join(self, comparison: Comparison) -> None:
        small, large = sorted(
            (self._fact[comparison.a], self._fact[comparison.b]), key=lambda fact: (len(self._members[fact]), fact)
        )
        if small != large and self._links_suffice(small, large):
            self._merge(small, large)

    def _links_suffice(self, small: str, large: str) -> bool:
        links = sum(self._fact[other] == large for claim in self._members[small] for other in self._linked[claim])
        if links >= _BORNE_OUT:
            return True
        ours, theirs = self._sources[small], self._sources[large]
        possible = ours.total() * theirs.total() - sum(count * theirs[source] for source, count in ours.items())
        return links >= _EXPECTED * possible

    def _merge(self, small: str, large: str) -> None:
        for claim in self._members[small]:
            self._fact[claim] = large
        self._members[large] += self._members.pop(small)
        self._sources[large].update(self._sources.pop(small))
