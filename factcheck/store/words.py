"""Which sources of a store hold which words, and how many hold each."""

import sqlite3
import zlib
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from factcheck.align.likeness import SourceWords, number_of
from factcheck.store.database import StoreDamagedError
from factcheck.store.vocabulary import Vocabulary, listed


class Words:
    """Reads and writes the words of sources, by their numbers in the store's vocabulary."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._vocabulary = Vocabulary(connection)

    def add(self, found: Mapping[str, SourceWords]) -> None:
        """Adds the words of sources that are not here yet."""
        here = self._vocabulary.count(Counter(word for of_source in found.values() for word in of_source.words))
        rows, holders = [], []
        for source, of_source in found.items():
            number, place, numbered = number_of(source), of_source.place_in_time, [here[w] for w in of_source.words]
            words, days = array("I", numbered).tobytes(), array("I", of_source.days).tobytes()
            rows.append((number, source, place, days, words, _checksum(place, days, words)))
            holders += [(word, place, number) for word in numbered]
        self._db.executemany("insert into words values (?, ?, ?, ?, ?, ?)", sorted(rows))
        self._db.executemany("insert into holder values (?, ?, ?)", sorted(holders))
        self._db.execute("update counted set sources = sources + ?", (len(rows),))

    def remove(self, source: str) -> None:
        """Takes away the words of a source, if there are any."""
        if not self.are_of(source):
            return
        number, of_source = number_of(source), self.of(source)
        rows = ((word, of_source.place_in_time, number) for word in sorted(of_source.words))
        self._db.executemany("delete from holder where word = ? and place = ? and source = ?", rows)
        self._vocabulary.discount(of_source.words)
        self._db.execute("delete from words where source = ?", (number,))
        self._db.execute("update counted set sources = sources - 1")

    def are_of(self, source: str) -> bool:
        """Whether words of a source are here: it makes claims."""
        query = "select 1 from words where source = ?"
        return self._db.execute(query, (number_of(source),)).fetchone() is not None

    def of(self, source: str) -> SourceWords:
        """The words of a source that makes claims. Raises StoreDamagedError if there is none."""
        number = number_of(source)
        return self.of_numbers([number])[number][1]

    def of_numbers(self, numbers: Collection[int]) -> dict[int, tuple[str, SourceWords]]:
        """For the numbers of sources that make claims the sources and their words.

        Raises StoreDamagedError if one is not there or not as it was written.
        """
        query = "select source, id, place, days, words, sum from words where source in (select value from json_each(?))"
        found = {}
        for number, source, place, days, words, checksum in self._db.execute(query, (listed(numbers),)):
            if checksum != _checksum(place, days, words):
                raise StoreDamagedError("the words of a source in it are not as they were written")
            found[number] = source, SourceWords(array("I", words).tolist(), tuple(array("I", days)))
        if len(found) < len(numbers):
            raise StoreDamagedError("it names a source that is not in it")
        return found

    def sources(self) -> int:
        """How many sources have words here."""
        (count,) = self._db.execute("select sources from counted").fetchone()
        return int(count)

    def tallies(self) -> "array[int]":
        """By its number the tally of each word (factcheck.align.likeness). Raises StoreDamagedError."""
        return self._vocabulary.tallies()

    def near(self, words: Iterable[int], place: int, source: str, reach: int) -> Iterator[list[int]]:
        """For each of some words of a source, as asked for, the numbers of those that hold it.

        They are up to so many before the source in time, the source, and up to so many after it.
        """
        of_word = "select json_group_array(source) from (select source from holder where word = value"
        before = f"{of_word} and (place, source) < (?1, ?2) order by place desc, source desc limit ?3)"
        after = f"{of_word} and (place, source) >= (?1, ?2) order by place, source limit ?3 + 1)"
        query = f"select ({before}), ({after}) from json_each(?4)"
        for earlier, later in self._db.execute(query, (place, number_of(source), reach, listed(words))):
            yield _NUMBERS.decode(earlier) + _NUMBERS.decode(later)


_NUMBERS: msgspec.json.Decoder[list[int]] = msgspec.json.Decoder(list[int])


def _checksum(place: int, days: bytes, words: bytes) -> int:
    return zlib.crc32(words, zlib.crc32(days, place))
