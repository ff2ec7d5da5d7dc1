"""What alignment asks of all sources, answered by the store."""

from collections.abc import Sequence

from factcheck.align.likeness import SourceWords
from factcheck.store.contents import Contents


class StoredWords:
    """A corpus (factcheck.align.corpus) whose words are in a store; what was asked for once is kept."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._size = contents.sources_with_claims()
        self._words: dict[str, SourceWords] = {}
        self._names: dict[int, str] = {}
        self._counts: dict[int, int] = {}

    def __len__(self) -> int:
        return self._size

    def words_of(self, source: str) -> SourceWords:
        """The words of one of the sources."""
        found = self._words.get(source)
        if found is None:
            found = self._words[source] = self._contents.words_of(source)
            self._learn(found.words)
        return found

    def count(self, word: int) -> int:
        """How many sources hold a word of one of those whose words were asked for."""
        return self._counts[word]

    def near(self, word: int, source: str, reach: int) -> Sequence[int]:
        """The numbers of holders of one of a source's words, those nearest in time."""
        if self._counts[word] <= reach:
            return self._contents.holders(word)
        return self._contents.near(word, self._words[source].place_in_time, source, reach)

    def sources(self, numbers: Sequence[int]) -> list[str]:
        """The sources of these numbers, in their order; their words are asked for next, so they are read at once."""
        unknown = [number for number in numbers if number not in self._names]
        fresh = self._contents.words_of_numbers(unknown)
        self._names.update({number: source for number, (source, _) in fresh.items()})
        self._words.update(fresh.values())
        self._learn(frozenset[int]().union(*(found.words for _, found in fresh.values())))
        return [self._names[number] for number in numbers]

    def _learn(self, words: frozenset[int]) -> None:
        self._counts.update(self._contents.counts(words - self._counts.keys()))
