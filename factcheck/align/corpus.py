"""Where the words of a corpus stand: how many sources hold one, and which of them are nearest in time to a source."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

from factcheck.align.likeness import SourceWords, number_of, words_by_source
from factcheck.model import Claim


class Corpus(Protocol):
    """What alignment asks of all sources together; `len` is how many of them make claims."""

    def __len__(self) -> int: ...

    def words_of(self, source: str) -> SourceWords:
        """The words of one of the sources."""

    def count(self, word: int) -> int:
        """How many sources hold a word."""

    def near(self, word: int, source: str, reach: int) -> Sequence[int]:
        """The numbers of holders of one of a source's words.

        They are at most `reach` of those before the source in time and of those after it; it may be among them itself.
        """

    def sources(self, numbers: Sequence[int]) -> list[str]:
        """The sources of these numbers, in their order."""


class CorpusInMemory:
    """A corpus made of its claims."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._words = words_by_source(claims)
        in_time = sorted((found.place_in_time, number_of(source), source) for source, found in self._words.items())
        self._source = {number: source for _, number, source in in_time}
        self._place = {number: place for place, (_, number, _) in enumerate(in_time)}
        self._holders: defaultdict[int, list[int]] = defaultdict(list)
        for _, number, source in in_time:
            for word in self._words[source].words:
                self._holders[word].append(number)

    def __len__(self) -> int:
        return len(self._words)

    def words_of(self, source: str) -> SourceWords:
        """The words of one of the sources."""
        return self._words[source]

    def count(self, word: int) -> int:
        """How many sources hold a word."""
        return len(self._holders.get(word, ()))

    def near(self, word: int, source: str, reach: int) -> Sequence[int]:
        """The numbers of holders of one of a source's words, those nearest in time."""
        holders = self._holders[word]
        if len(holders) <= reach:
            return holders
        at = bisect_left(holders, self._place[number_of(source)], key=self._place.__getitem__)
        return holders[max(0, at - reach) : at + reach + 1]

    def sources(self, numbers: Sequence[int]) -> list[str]:
        """The sources of these numbers, in their order."""
        return [self._source[number] for number in numbers]
