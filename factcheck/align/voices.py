"""Which sources are copies of one text, as the wire story is that several papers print: together they are one voice.

Two texts are one voice where most of the shorter one's runs of words stand in the other, too: the containment of their
shingles (Broder 1997, On the resemblance and containment of documents). It holds for a copy that is cut, lightly edited
or under another headline. Quoted words are left out: whoever heard a speech quotes it with the same words.
"""

import re
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from functools import cache

from factcheck.model import Source
from factcheck.normalized import normalized

# Measured on 527 pairs of sources of one event each: two stories that one newsroom took over with edits hold .76 and
# .88 of the shorter one, two reports of it on one case .41 at most, two of different ones .31. Copies that we cut to a
# third and edited hold .6 and more.
_SHINGLE = 4
_COPIED = 0.55
# With fewer shingles two short notices of one fact would be copies because there are few ways to put it.
_ENOUGH = 20
# In characters: a text longer than a book chapter is compared by its beginning.
_COMPARED = 200_000
# One shingle in so many finds the texts that a text may be a copy of; each finds so many, and so many are compared.
_SAMPLED = 4
_FOUND, _TRIED = 3, 4


class Voices:
    """Tells copies among sources; what is not asked for is not worked out. Sources without a text are no copies."""

    def __init__(self, sources: Iterable[Source] = ()) -> None:
        self._sources = {source.id: source for source in sources}
        self._shingles: dict[str, array[int]] = {}
        self._copies: dict[tuple[str, str], bool] = {}

    def are_one(self, one: str, other: str) -> bool:
        """Whether two sources are one, or most of the text of one of them is copied from the other."""
        if one == other:
            return True
        pair = (one, other) if one < other else (other, one)
        known = self._copies.get(pair)
        if known is None:
            known = self._copies[pair] = _are_copies(self._of(one), self._of(other))
        return known

    def count(self, sources: Collection[str]) -> int:
        """How many voices some sources are: copies of one another, also by way of others of them, count once."""
        if len(sources) < 2:
            return len(sources)
        voice: dict[str, str] = {}
        holders: defaultdict[int, list[str]] = defaultdict(list)
        for source in sorted(sources):
            voice[source] = source
            sample = [shingle for shingle in self._of(source) if not shingle % _SAMPLED]
            met = Counter(other for shingle in sample for other in holders[shingle])
            for other, _ in met.most_common(_TRIED):
                if _root(voice, other) != _root(voice, source) and self.are_one(source, other):
                    voice[_root(voice, source)] = _root(voice, other)
            for shingle in sample:
                if len(holders[shingle]) < _FOUND:
                    holders[shingle].append(source)
        return sum(source == first for source, first in voice.items())

    def _of(self, source: str) -> "array[int]":
        found = self._shingles.get(source)
        if found is None:
            known = self._sources.get(source)
            found = self._shingles[source] = _shingles(known) if known else array("I")
        return found


def _root(voice: dict[str, str], source: str) -> str:
    while voice[source] != source:
        voice[source] = voice[voice[source]]
        source = voice[source]
    return source


def _are_copies(one: "array[int]", other: "array[int]") -> bool:
    shorter = min(len(one), len(other))
    return shorter >= _ENOUGH and len(set(one).intersection(other)) >= _COPIED * shorter


def _shingles(source: Source) -> "array[int]":
    """The hashes of the runs of words in a source's own words, each once, in order."""
    text = normalized(_prose(source)).text
    words = _word_pattern().findall(_quotation_pattern().sub(" ", text).lower())
    runs = zip(*(words[i:] for i in range(_SHINGLE)), strict=False)
    # The text may hold a lone surrogate; Python's own hash of a string is another one in each run.
    return array("I", sorted({zlib.crc32(" ".join(run).encode("utf-8", "replace")) for run in runs}))


def _prose(source: Source) -> str:
    """The beginning of a source's text without what is left out of it."""
    kept, at = [], source.body
    for start, past in source.left_out:
        kept.append(source.text[at : max(at, start)])
        at = max(at, past)
    return "\n\n".join((*kept, source.text[at : at + _COMPARED]))[:_COMPARED]


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")


@cache
def _quotation_pattern() -> re.Pattern[str]:
    # A blank line ends it: one mark that is missing must not turn the rest of a text inside out.
    return re.compile('[“"«][^“”"«»\\n]+(?:\\n[^“”"«»\\n]+)*[”"»]')
