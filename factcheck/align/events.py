"""Which sources report the same events: only their figures are compared.

A folder may hold sources on many topics, and two fires each kill people. Sources are linked when they share enough of
the words, names and days that are rare among all sources (cosine of cubed inverse document frequencies), or when both
are linked to a third, as a short notice and a long feature often are.
"""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from heapq import nlargest

from factcheck.align.utterance import quote_words
from factcheck.claim.fold import fold
from factcheck.model import Claim, Date, Quote

# Cosines measured on folders that mixed 38 and 54 topics: of source pairs of one topic 15 % and 1 % fall below, of
# those of different topics 1 % and 4 % stay above.
_LINKED = 0.06
_LINKED_TO_A_THIRD = 0.09
_LINKED_THROUGH_A_THIRD = 0.03
# As if so many sources on other topics stood beside those given: in a folder of five all words seem common.
_OTHERS = 60
_SEEN_ELSEWHERE = 1
# Cubed, a few rare words in common outweigh the many that any two reports of a fire share.
_POWER = 3
# Sources that speak of the same days are likelier to speak of the same events.
_DAY_WEIGHT = 2.0
# Reports of one event have a day in common, a trial's or an anniversary's the day of what happened; where the nearest
# two days that sources speak of lie further apart, they have to share more words.
_NEAR_IN_TIME = 120
_AT_OTHER_TIMES = 0.5
_MONTH = 31
# The nearest sources of each are sought among this many that follow or precede it in time and share a word with it,
# and the search ends after so many meetings, rarest words first: all of them in a folder of one topic.
_WINDOW = 40
_MEETINGS = 4000
_NEAREST = 24
_SHORTLIST = 3 * _NEAREST


class Events:
    """The links between the sources of some claims. Built once, in time linear in the number of claims."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        listed = tuple(claims)
        self._words = _words_by_source(listed)
        frequency = Counter(word for found in self._words.values() for word in found)
        total = len(self._words) + _OTHERS
        self._weight = {
            word: math.log(total / (count + _SEEN_ELSEWHERE)) ** _POWER
            * (1.0 if isinstance(word, str) else _DAY_WEIGHT)
            for word, count in frequency.items()
        }
        self._norms = {source: math.sqrt(self._sum(found)) for source, found in self._words.items()}
        self._days = _days_by_source(listed)
        self._nearest = self._nearest_of_each(sorted(self._words, key=self._place_in_time))
        self._companions = {
            source: frozenset(other for other, likeness in nearest if likeness >= _LINKED_TO_A_THIRD)
            for source, nearest in self._nearest.items()
        }
        self._same: dict[tuple[str, str], bool] = {}

    def same(self, a: Claim, b: Claim) -> bool:
        """Whether the sources of two claims report the same events."""
        one, other = sorted((a.mention.source, b.mention.source))
        known = self._same.get((one, other))
        if known is None:
            known = self._same[one, other] = one == other or self._linked(one, other)
        return known

    def nearest(self, source: str) -> tuple[str, ...]:
        """The sources that share most with one, most alike first: no more than a fixed number of them."""
        return tuple(other for other, _ in self._nearest[source])

    def _linked(self, one: str, other: str) -> bool:
        likeness = self._likeness(one, other)
        if likeness >= _LINKED:
            return True
        through_a_third = not self._companions[one].isdisjoint(self._companions[other])
        return likeness >= _LINKED_THROUGH_A_THIRD and through_a_third

    def _likeness(self, one: str, other: str) -> float:
        """The cosine of two sources' words, less where all the days that they speak of lie far apart."""
        cosine = self._sum(self._words[one] & self._words[other]) / (self._norms[one] * self._norms[other])
        days = _days_between(self._days[one], self._days[other])
        return cosine * _AT_OTHER_TIMES if days is not None and days > _NEAR_IN_TIME else cosine

    def _place_in_time(self, source: str) -> tuple[int, str]:
        days = self._days[source]
        return (days[len(days) // 2] if days else 0), source

    def _sum(self, words: Iterable[object]) -> float:
        # math.fsum gives one sum whatever the order of the set.
        return math.fsum(map(self._weight.__getitem__, words)) or 1.0

    def _nearest_of_each(self, sources: list[str]) -> dict[str, list[tuple[str, float]]]:
        holders: dict[object, list[int]] = defaultdict(list)
        for i, source in enumerate(sources):
            for word in self._words[source]:
                holders[word].append(i)
        nearest = {}
        for i, source in enumerate(sources):
            telling = sorted(
                (w for w in self._words[source] if len(holders[w]) > 1), key=lambda w: (len(holders[w]), str(w))
            )
            met = self._met(i, telling, holders)
            shortlist = nlargest(_SHORTLIST, met, key=lambda j: (met[j], -j))
            alike = ((sources[j], self._likeness(source, sources[j])) for j in shortlist)
            close = [(other, likeness) for other, likeness in alike if likeness >= _LINKED_THROUGH_A_THIRD]
            nearest[source] = sorted(close, key=lambda pair: (-pair[1], pair[0]))[:_NEAREST]
        return nearest

    def _met(self, i: int, words: list[object], holders: dict[object, list[int]]) -> dict[int, float]:
        """The sources that share a word with source `i`, with the weights of the words met, rarest words first."""
        met: dict[int, float] = defaultdict(float)
        meetings = 0
        for word in words:
            around = holders[word]
            if len(around) > _WINDOW:
                at = bisect_left(around, i)
                around = around[max(0, at - _WINDOW // 2) : at + _WINDOW // 2 + 1]
            weight = self._weight[word]
            for j in around:
                met[j] += weight
            meetings += len(around)
            if meetings > _MEETINGS:
                break
        met.pop(i, None)
        return met


def _words_by_source(claims: Iterable[Claim]) -> dict[str, set[object]]:
    """For each source the folded words of quotations and around claims, the words of names, marked, and the days."""
    words: dict[str, set[object]] = defaultdict(set)
    for claim in claims:
        found = words[claim.mention.source]
        found.update(word for word, _ in claim.context.stems)
        found.update("#" + part for name in claim.context.names for part in name.lower().split())
        value = claim.mention.value
        if isinstance(value, Date) and value.first is not None and value.first == value.last:
            found.add(value.first)
        elif isinstance(value, Quote):
            found.update(folded for word in quote_words(value.words).words if (folded := fold(word)))
    return dict(words)


def _days_by_source(claims: Iterable[Claim]) -> dict[str, list[int]]:
    """The first day of each date that a source states to the month or finer, in order."""
    days: dict[str, set[int]] = defaultdict(set)
    for claim in claims:
        value, found = claim.mention.value, days[claim.mention.source]
        if isinstance(value, Date) and value.first and value.last and (value.last - value.first).days <= _MONTH:
            found.add(value.first.toordinal())
    return {source: sorted(found) for source, found in days.items()}


def _days_between(left: list[int], right: list[int]) -> int | None:
    """The days between the nearest two of two ordered lists; None if one is empty."""
    smallest: int | None = None
    for day in left:
        at = bisect_left(right, day)
        for other in right[max(0, at - 1) : at + 1]:
            smallest = abs(other - day) if smallest is None else min(smallest, abs(other - day))
    return smallest
