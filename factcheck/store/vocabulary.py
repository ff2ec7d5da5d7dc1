"""The words of a store, numbered as they came, and how many sources hold each: all of them are read at once."""

import sqlite3
import zlib
from array import array
from collections.abc import Iterable, Mapping

import msgspec

from factcheck.align.likeness import SORTS, sort_of
from factcheck.store.database import StoreDamagedError

# So many tallies are written together: few words of a source are new, and those that came early are in most.
_PAGE = 512


class Vocabulary:
    """Reads and writes the numbers and the tallies of words. A word that no source holds any more keeps its number."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def tallies(self) -> "array[int]":
        """By its number the tally of each word (factcheck.align.likeness). Raises StoreDamagedError."""
        found = array("I")
        for page, tallies, checksum in self._db.execute("select page, tallies, sum from tally order by page"):
            if checksum != zlib.crc32(tallies, page) or page * _PAGE != len(found):
                raise StoreDamagedError("how often words occur in it is not as it was written")
            found.frombytes(tallies)
        return found

    def count(self, held: Mapping[int, int]) -> dict[int, int]:
        """Counts words, by the numbers that they have everywhere, of so many new sources each; their numbers here."""
        tallies = self.tallies()
        query = "select word, number from json_each(?) cross join word on word = value"
        here: dict[int, int] = dict(self._db.execute(query, (listed(held),)))
        new = sorted(held.keys() - here.keys())
        here.update(zip(new, range(len(tallies), len(tallies) + len(new)), strict=True))
        self._db.executemany("insert into word values (?, ?)", ((word, here[word]) for word in new))
        tallies.extend(map(sort_of, new))
        for word, sources in held.items():
            tallies[here[word]] += SORTS * sources
        self._write(tallies, here.values())
        return here

    def discount(self, words: Iterable[int]) -> None:
        """Counts words, by their numbers here, as held by one source less."""
        tallies, changed = self.tallies(), list(words)
        for word in changed:
            tallies[word] -= SORTS
        self._write(tallies, changed)

    def _write(self, tallies: "array[int]", changed: Iterable[int]) -> None:
        pages = {page: tallies[page * _PAGE : (page + 1) * _PAGE] for page in sorted({n // _PAGE for n in changed})}
        rows = ((page, written.tobytes(), zlib.crc32(written, page)) for page, written in pages.items())
        self._db.executemany("insert or replace into tally values (?, ?, ?)", rows)


def listed(numbers: Iterable[int]) -> str:
    """Numbers as the JSON array that a query takes."""
    return msgspec.json.encode(list(numbers)).decode()
