"""What alignment asks of all sources, answered by the store."""

from collections.abc import Iterator, Sequence

from factcheck.align.likeness import SourceWords
from factcheck.store.words import Words


class CorpusInStore:
    """A corpus (factcheck.align.corpus) whose words are in a store; what was asked for once is kept."""

    def __init__(self, words: Words) -> None:
        self._stored = words
        self._size = words.sources()
        self._words: dict[str, SourceWords] = {}
        self._names: dict[int, str] = {}
        self.tallies: Sequence[int] = words.tallies().tolist()

    def __len__(self) -> int:
        return self._size

    def words_of(self, source: str) -> SourceWords:
        """The words of one of the sources, by their numbers here."""
        found = self._words.get(source)
        if found is None:
            found = self._words[source] = self._stored.of(source)
        return found

    def near(self, words: Sequence[int], source: str, reach: int) -> Iterator[Sequence[int]]:
        """For each of some words of a source the numbers of sources that hold it, of those nearest in time."""
        return self._stored.near(words, self.words_of(source).place_in_time, source, reach)

    def sources(self, numbers: Sequence[int]) -> list[str]:
        """The sources of these numbers, in their order; their words are asked for next, so they are read at once."""
        unknown = [number for number in numbers if number not in self._names]
        fresh = self._stored.of_numbers(unknown)
        self._names.update({number: source for number, (source, _) in fresh.items()})
        self._words.update(fresh.values())
        return [self._names[number] for number in numbers]
