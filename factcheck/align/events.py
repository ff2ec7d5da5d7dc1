"""Which sources report the same events: only their figures are compared.

A folder may hold sources on many topics, and two fires each kill people. Two sources are linked when they share enough
of the words, names and days that are rare among all sources (cosine of cubed inverse document frequencies), or less of
them but both are like a third, and when each is near to the other. So there are only so many links a source however
many report one event, and whether two sources are linked depends on nothing but the words of the two, of those near to
them, and how often each word occurs.
"""

import math
from collections.abc import Collection, Iterable, Mapping
from heapq import nlargest

from factcheck.align.corpus import Corpus, CorpusInMemory
from factcheck.align.likeness import COMMON, DAY, SORTS, days_between, number_of
from factcheck.model import Claim

# Cosines measured on folders that mixed 38 and 54 topics: of source pairs of one topic 12 % and 1 % are not linked, of
# those of different topics 2 % and 3 % are; in folders of two topics 9 % and 50 %, where the latter are shootings that
# local stations report in the same words. Two that are less alike are linked by a third that is like both, as a short
# notice and a long feature often are.
_LINKED = 0.05
_LINKED_THROUGH_A_THIRD = 0.01
# As if so many sources on other topics stood beside those given, and so many of them held a word and a common word: in
# a folder of five all words seem equally common.
_OTHERS = 60
_SEEN_ELSEWHERE, _COMMON_ELSEWHERE = 1, 41
# Cubed, a few rare words in common outweigh the many that any two reports of a fire share.
_POWER = 3
# Sources that speak of the same days are likelier to speak of the same events.
_DAY_WEIGHT = 2.0
# Reports of one event have a day in common, a trial's or an anniversary's the day of what happened; where the nearest
# two days that sources speak of lie further apart, they have to share more words.
_NEAR_IN_TIME = 120
_AT_OTHER_TIMES = 0.5
# So many sources are near to one: those most like it, and some that only lots choose among the others that are like
# enough. Where many tell of one event, reports of like wording would else be linked with each other alone. The lot of
# two sources is their numbers' exclusive or, the same from both sides, or few of the links would be mutual.
_MOST_ALIKE, _BY_LOT = 24, 8
_SHORTLIST = 2 * _MOST_ALIKE
# They are sought among so many that precede it in time and share a word with it, and as many that follow it; the search
# ends after so many meetings, rarest words first: all of them in a small folder.
_REACH = _MOST_ALIKE + _BY_LOT
_MEETINGS = 2000


class Events:
    """The links between the sources of a corpus, each found when it is asked for."""

    def __init__(self, corpus: Corpus, among: Collection[str] | None = None) -> None:
        """With `among` only links between these sources are asked for; the rest of the corpus still counts."""
        self._corpus = corpus
        self._among = among
        self._worth = _Worth(len(corpus))
        self._words: dict[str, frozenset[int]] = {}
        self._norms: dict[str, float] = {}
        self._nearest: dict[str, dict[str, float]] = {}

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> "Events":
        """The links between the sources of some claims."""
        return cls(CorpusInMemory(claims))

    def same(self, a: Claim, b: Claim) -> bool:
        """Whether the sources of two claims report the same events."""
        return self.are_linked(a.mention.source, b.mention.source)

    def are_linked(self, one: str, other: str) -> bool:
        """Whether two sources report the same events, as one does with itself."""
        if one == other:
            return True
        likeness = self._likenesses(one).get(other, 0.0)
        if not likeness or (likeness < _LINKED and not self._like_a_companion(one, other)):
            return False
        if one not in self._likenesses(other):
            return False
        return likeness >= _LINKED or not self._companions(one).isdisjoint(self._companions(other))

    def _like_a_companion(self, one: str, other: str) -> bool:
        """Whether a companion of one may be one of the other, too; told without the sources that are near to that."""
        return any(self._likeness(other, companion) >= _LINKED for companion in self._companions(one))

    def linked(self, source: str) -> list[str]:
        """The sources that are linked with one, in order: no more than a fixed number of them."""
        among = self._among
        asked = (other for other in self.nearest(source) if among is None or other in among)
        return sorted(other for other in asked if self.are_linked(source, other))

    def between(self, sources: Collection[str]) -> "Events":
        """The same links, of these sources only."""
        made = Events(self._corpus, sources)
        made._worth, made._words, made._norms, made._nearest = self._worth, self._words, self._norms, self._nearest
        return made

    def nearest(self, source: str) -> frozenset[str]:
        """The sources that share most with one; no more than a fixed number of them, and not always mutual."""
        return frozenset(self._likenesses(source))

    def _companions(self, source: str) -> frozenset[str]:
        """The sources that surely tell of the same events, so that what is like both of two joins them."""
        return frozenset(o for o, likeness in self._likenesses(source).items() if likeness >= _LINKED)

    def _likenesses(self, source: str) -> dict[str, float]:
        """The nearest sources, each with how like it is."""
        found = self._nearest.get(source)
        if found is None:
            found = self._nearest[source] = self._near(source)
        return found

    def _near(self, source: str) -> dict[str, float]:
        met, own = self._met(source), number_of(source)
        shortlist = _best(met, own)
        named = zip(shortlist, self._corpus.sources(shortlist), strict=True)
        alike = [(self._likeness(source, name), own ^ other, other, name) for other, name in named]
        most = [found for found in nlargest(_MOST_ALIKE, alike) if found[0] >= _LINKED_THROUGH_A_THIRD]
        near = {name: likeness for likeness, _, _, name in most}
        enough = _LINKED * self._norm(source) ** 2
        chosen = {found[2] for found in most}
        others = [other for other, weight in met.items() if weight >= enough and other not in chosen]
        drawn = self._corpus.sources(nlargest(_BY_LOT, others, key=own.__xor__))
        by_lot = {name: self._likeness(source, name) for name in drawn}
        return near | {name: likeness for name, likeness in by_lot.items() if likeness >= _LINKED}

    def _met(self, source: str) -> dict[int, float]:
        """The sources that share a word with one, with the weights of the words met, rarest words first."""
        tallies = self._corpus.tallies
        shared = [word for word in self._corpus.words_of(source).words if tallies[word] >= 2 * SORTS]
        rarest = sorted(shared, key=tallies.__getitem__)
        met: dict[int, float] = {}
        meetings = 0
        for word, around in zip(rarest, self._corpus.near(rarest, source, _REACH), strict=True):
            weight = self._worth[tallies[word]]
            for other in around:
                met[other] = met[other] + weight if other in met else weight
            meetings += len(around)
            if meetings > _MEETINGS:
                break
        met.pop(number_of(source), None)
        return met

    def _likeness(self, one: str, other: str) -> float:
        """The cosine of two sources' words, less where all the days that they speak of lie far apart."""
        words = self._words.get(one)
        left, right = self._corpus.words_of(one), self._corpus.words_of(other)
        if words is None:
            words = self._words[one] = frozenset(left.words)
        cosine = self._sum(words.intersection(right.words)) / (self._norm(one) * self._norm(other))
        days = days_between(left.days, right.days)
        return cosine * _AT_OTHER_TIMES if days is not None and days > _NEAR_IN_TIME else cosine

    def _norm(self, source: str) -> float:
        known = self._norms.get(source)
        if known is None:
            known = self._norms[source] = math.sqrt(self._sum(self._corpus.words_of(source).words)) or 1.0
        return known

    def _sum(self, words: Iterable[int]) -> float:
        # math.fsum gives one sum whatever the order of the set.
        return math.fsum(map(self._worth.__getitem__, map(self._corpus.tallies.__getitem__, words)))


def _best(met: Mapping[int, float], own: int) -> list[int]:
    """The shortlist of those met: those of most weight, the first first."""
    # Sorting the bare weights to find the least that is in it takes a fifth of the time of ordering all by lot, too.
    least = sorted(met.values(), reverse=True)[:_SHORTLIST][-1:]
    enough = [(weight, own ^ other, other) for other, weight in met.items() if weight >= least[0]]
    return [other for _, _, other in sorted(enough, reverse=True)[:_SHORTLIST]]


class _Worth(dict[int, float]):
    """What a shared word is worth by its tally, from how rare it is among so many sources."""

    def __init__(self, sources: int) -> None:
        super().__init__()
        self._sources = sources

    def __missing__(self, tally: int) -> float:
        held, sort = divmod(tally, SORTS)
        elsewhere = _COMMON_ELSEWHERE if sort == COMMON else _SEEN_ELSEWHERE
        rarity = math.log((self._sources + _OTHERS) / (held + elsewhere))
        worth = self[tally] = max(0.0, rarity) ** _POWER * (_DAY_WEIGHT if sort == DAY else 1.0)
        return worth
