"""Where the words of a corpus stand: how many sources hold one, and which of them are nearest in time to a source."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from factcheck.align.likeness import SORTS, SourceWords, number_of, sort_of, words_by_source
from factcheck.model import Claim


class Corpus(Protocol):
    """What alignment asks of all sources together; `len` is how many of them make claims."""

    def __len__(self) -> int: ...

    @property
    def tallies(self) -> Sequence[int]:
        """By a word's number here `SORTS` times the number of sources that hold it, plus what sort of word it is."""

    def words_of(self, source: str) -> SourceWords:
        """The words of one of the sources, by their numbers here."""

    def near(self, words: Sequence[int], source: str, reach: int) -> Iterator[Sequence[int]]:
        """For each of some words of a source, one after the other, the numbers of sources that hold it.

        They are at most `reach` of those before the source in time and of those after it; it may be among them itself.
        """

    def sources(self, numbers: Sequence[int]) -> list[str]:
        """The sources of these numbers, in their order."""


class CorpusInMemory:
    """A corpus made of its claims."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        found = words_by_source(claims)
        in_time = sorted((words.place_in_time, number_of(source), source) for source, words in found.items())
        self._source = {number: source for _, number, source in in_time}
        self._place = {number: place for place, (_, number, _) in enumerate(in_time)}
        holders: defaultdict[int, list[int]] = defaultdict(list)
        for _, number, source in in_time:
            for word in found[source].words:
                holders[word].append(number)
        here = {word: number for number, word in enumerate(holders)}
        self._holders = list(holders.values())
        self._words = {
            source: SourceWords([here[word] for word in words.words], words.days) for source, words in found.items()
        }
        self.tallies: Sequence[int] = [SORTS * len(held) + sort_of(word) for word, held in holders.items()]

    def __len__(self) -> int:
        return len(self._words)

    def words_of(self, source: str) -> SourceWords:
        """The words of one of the sources, by their numbers here."""
        return self._words[source]

    def near(self, words: Sequence[int], source: str, reach: int) -> Iterator[Sequence[int]]:
        """For each of some words of a source the numbers of sources that hold it, of those nearest in time."""
        place = self._place[number_of(source)]
        for word in words:
            holders = self._holders[word]
            at = bisect_left(holders, place, key=self._place.__getitem__) if len(holders) > reach else 0
            yield holders[max(0, at - reach) : at + reach + 1]

    def sources(self, numbers: Sequence[int]) -> list[str]:
        """The sources of these numbers, in their order."""
        return [self._source[number] for number in numbers]
