"""Which sources report the same events: only their figures are compared.

A folder may hold sources on many topics, and two fires each kill people. Sources are linked when they share enough of
the words and names that are rare among all sources (cosine of inverse document frequencies), or when both are linked to
a third, as a short notice and a long feature often are.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

from factcheck.model import Claim

# Cosines measured on folders that mixed 38 and 54 topics: of source pairs of one topic 13 % and 1 % fall below, of
# those of different topics 2 % and 11 % stay above.
_LINKED = 0.07
_LINKED_TO_A_THIRD = 0.09
# As if so many sources on other topics stood beside those given: in a folder of five all words seem common.
_OTHERS = 20
_SEEN_ELSEWHERE = 1
# A word of more sources than this links none of them, and would make the search quadratic.
_COMMON = 40


class Events:
    """The links between the sources of some claims. Built once, in time linear in the number of claims."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        words = _words_by_source(claims)
        frequency = Counter(word for found in words.values() for word in found)
        total = len(words) + _OTHERS
        weight = {word: math.log(total / (count + _SEEN_ELSEWHERE)) ** 2 for word, count in frequency.items()}
        norms = {source: math.sqrt(sum(weight[w] for w in sorted(found))) for source, found in words.items()}
        shared = _shared_weights(words, {w for w, count in frequency.items() if count <= _COMMON}, weight)
        cosines = {(a, b): common / (norms[a] * norms[b]) for (a, b), common in shared.items()}
        self._linked = _links(pair for pair, cosine in cosines.items() if cosine >= _LINKED)
        self._companions = _links(pair for pair, cosine in cosines.items() if cosine >= _LINKED_TO_A_THIRD)

    def same(self, a: Claim, b: Claim) -> bool:
        """Whether the sources of two claims report the same events."""
        one, other = a.mention.source, b.mention.source
        if one == other or other in self._linked[one]:
            return True
        return not self._companions[one].isdisjoint(self._companions[other])


def _links(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    linked: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        linked[a].add(b)
        linked[b].add(a)
    return linked


def _words_by_source(claims: Iterable[Claim]) -> dict[str, set[str]]:
    """The folded words around the claims of each source, and the words of its names, which are marked."""
    words: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        found = words[claim.mention.source]
        found.update(word for word, _ in claim.context.stems)
        found.update("#" + part for name in claim.context.names for part in name.lower().split())
    return dict(words)


def _shared_weights(
    words: dict[str, set[str]], telling: set[str], weight: dict[str, float]
) -> dict[tuple[str, str], float]:
    """For each two sources the weights of the telling words that both have, added up in a fixed order."""
    sources_of: dict[str, list[str]] = defaultdict(list)
    for source in sorted(words):
        for word in sorted(words[source] & telling):
            sources_of[word].append(source)
    shared: dict[tuple[str, str], float] = defaultdict(float)
    for word in sorted(sources_of):
        for i, a in enumerate(sources_of[word]):
            for b in sources_of[word][i + 1 :]:
                shared[a, b] += weight[word]
    return shared
