"""What a store holds: files with their stamps, sources with their claims, and the words of each."""

import datetime
import sqlite3
import zlib
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import islice

import msgspec
from msgspec import Struct

from factcheck.align.likeness import SourceWords, number_of, source_words
from factcheck.model import Claim, Source
from factcheck.store.database import StoreDamagedError

# The row of `frequency` that counts the sources themselves; words have numbers from 0 on.
_ALL = -1
_FASTEST = 1
# How many sources are written at once. Their rows take some tens of megabytes; fewer would touch more pages each.
_BATCH = 1024


class Entry(Struct, frozen=True):
    """A source with what was found in it, and the digest of what its file gave for it.

    `stated` is the day that the source itself gives for its publication. A `floating` one has a day without a year,
    which its companions complete.
    """

    source: Source
    file: str
    read_as: str
    mentions: int
    claims: tuple[Claim, ...]
    stated: datetime.date | None
    floating: bool


class Held(Struct, frozen=True):
    """The file that a source stands in, the digest of what was read there, and its day of publication in ISO form."""

    file: str
    read_as: str
    published: str | None


class Contents:
    """Reads and writes the rows of a store, within the transaction that the caller has begun."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def stamps(self) -> dict[str, str]:
        """The stamp of each file whose sources are here."""
        return dict(self._db.execute("select path, stamp from file"))

    def set_stamp(self, path: str, stamp: str) -> None:
        """Notes that the sources of a file are here as they were at that stamp."""
        self._db.execute("insert or replace into file values (?, ?)", (path, stamp))

    def ids_of(self, file: str) -> list[str]:
        """The ids of the sources of a file."""
        return [row[0] for row in self._db.execute("select id from source where file = ? order by id", (file,))]

    def held(self, source: str) -> Held | None:
        """What is known of a source without unpacking it; None where there is no such source."""
        query = "select file, read_as, published from source where number = ?"
        row = self._db.execute(query, (number_of(source),)).fetchone()
        return Held(*row) if row else None

    def companions(self) -> list[datetime.date]:
        """The days that sources state for their publication, in order."""
        return [
            datetime.date.fromisoformat(day) for (day,) in self._db.execute("select day from companion order by day")
        ]

    def floating_files(self) -> list[str]:
        """The files with sources whose day the companions complete."""
        return [row[0] for row in self._db.execute("select distinct file from source where floating order by file")]

    def add(self, entries: Iterable[Entry]) -> None:
        """Adds sources that are not here yet, many at a time: then rows that lie together are written together."""
        left = iter(entries)
        while batch := tuple(islice(left, _BATCH)):
            self._db.executemany("insert into source values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", map(_row, batch))
            self._count("companion", "day", Counter(entry.stated.isoformat() for entry in batch if entry.stated))
            self._add_words({entry.source.id: source_words(entry.claims) for entry in batch if entry.claims})

    def _add_words(self, found: Mapping[str, SourceWords]) -> None:
        held: Counter[int] = Counter()
        rows, holders = [], []
        for source, of_source in found.items():
            number, place, ordered = number_of(source), of_source.place_in_time, sorted(of_source.words)
            words, days = array("q", ordered).tobytes(), array("q", of_source.days).tobytes()
            rows.append((number, source, place, days, words, zlib.crc32(words, zlib.crc32(days, place))))
            holders += [(word, place, number) for word in ordered]
            held.update((_ALL, *ordered))
        self._db.executemany("insert into words values (?, ?, ?, ?, ?, ?)", rows)
        self._db.executemany("insert into holder values (?, ?, ?)", sorted(holders))
        self._count("frequency", "word", held)

    def _count(self, table: str, key: str, counts: Mapping[int, int] | Mapping[str, int]) -> None:
        self._db.executemany(
            f"insert into {table} values (?, ?) on conflict ({key}) do update set sources = sources + excluded.sources",
            sorted(counts.items()),
        )

    def _discount(self, table: str, key: str, values: Iterable[object]) -> None:
        rows = [(value,) for value in values]
        self._db.executemany(f"update {table} set sources = sources - 1 where {key} = ?", rows)
        self._db.executemany(f"delete from {table} where {key} = ? and sources < 1", rows)

    def remove(self, source: str) -> None:
        """Takes a source away."""
        number = number_of(source)
        row = self._db.execute("select stated from source where number = ?", (number,)).fetchone()
        if row and row[0]:
            self._discount("companion", "day", [row[0]])
        held = self._db.execute("select place from words where source = ?", (number,)).fetchone()
        if held:
            words = sorted(self.words_of(source).words)
            rows = ((word, held[0], number) for word in words)
            self._db.executemany("delete from holder where word = ? and place = ? and source = ?", rows)
            self._discount("frequency", "word", [_ALL, *words])
            self._db.execute("delete from words where source = ?", (number,))
        self._db.execute("delete from source where number = ?", (number,))

    def remove_file(self, path: str) -> None:
        """Takes away a file's stamp; its sources are removed one by one."""
        self._db.execute("delete from file where path = ?", (path,))

    def source(self, source: str) -> tuple[Source, int, tuple[Claim, ...]]:
        """A source, the number of its mentions, and its claims. Raises StoreDamagedError if it is not as written."""
        query = "select mentions, sum, record, claims from source where number = ?"
        row = self._db.execute(query, (number_of(source),)).fetchone()
        if row is None or row[1] != zlib.crc32(row[2], zlib.crc32(row[3])):
            raise StoreDamagedError("a source in it is not as it was written")
        try:
            read, claims = zlib.decompress(row[2]), zlib.decompress(row[3])
            return _SOURCE.decode(read), row[0], _CLAIMS.decode(claims)
        except (zlib.error, msgspec.MsgspecError) as error:
            raise StoreDamagedError("a source in it cannot be read") from error

    def words_of(self, source: str) -> SourceWords:
        """The words of a source that makes claims. Raises StoreDamagedError if there is none."""
        number = number_of(source)
        return self.words_of_numbers([number])[number][1]

    def words_of_numbers(self, numbers: Collection[int]) -> dict[int, tuple[str, SourceWords]]:
        """For the numbers of sources that make claims the sources and their words.

        Raises StoreDamagedError if one is not there or not as it was written.
        """
        query = "select source, id, place, days, words, sum from words where source in (select value from json_each(?))"
        found = {}
        for number, source, place, days, words, checksum in self._db.execute(query, (_listed(numbers),)):
            if checksum != zlib.crc32(words, zlib.crc32(days, place)):
                raise StoreDamagedError("the words of a source in it are not as they were written")
            found[number] = source, SourceWords(frozenset(array("q", words)), tuple(array("q", days)))
        if len(found) < len(numbers):
            raise StoreDamagedError("it names a source that is not in it")
        return found

    def makes_claims(self, source: str) -> bool:
        """Whether a source is here and makes claims."""
        query = "select 1 from words where source = ?"
        return self._db.execute(query, (number_of(source),)).fetchone() is not None

    def sources_with_claims(self) -> int:
        """How many sources make claims."""
        return self.counts([_ALL]).get(_ALL, 0)

    def counts(self, words: Iterable[int]) -> dict[int, int]:
        """Of words how many sources hold them, where some do."""
        query = "select word, sources from json_each(?) cross join frequency on word = value"
        return dict(self._db.execute(query, (_listed(words),)))

    def holders(self, word: int) -> list[int]:
        """The numbers of all sources that hold a word, in order of time."""
        found = self._db.execute("select source from holder where word = ?", (word,)).fetchall()
        return [number for (number,) in found]

    def near(self, word: int, place: int, source: str, reach: int) -> list[int]:
        """The numbers of up to so many holders of a word before a source in time, of the source, and of those after."""
        number = number_of(source)
        of_word = "select source from holder where word = ? and (place, source)"
        backwards, forwards = "order by place desc, source desc limit ?", "order by place, source limit ?"
        asked = (word, place, number, reach)
        before = self._db.execute(f"{of_word} < (?, ?) {backwards}", asked).fetchall()
        after = self._db.execute(f"{of_word} > (?, ?) {forwards}", asked).fetchall()
        return [n for (n,) in (*before, (number,), *after)]


def _row(entry: Entry) -> tuple[object, ...]:
    source, record, claims = entry.source, _packed(entry.source), _packed(entry.claims)
    return (
        number_of(source.id),
        source.id,
        entry.file,
        entry.read_as,
        source.published.isoformat() if source.published else None,
        entry.stated.isoformat() if entry.stated else None,
        entry.floating,
        entry.mentions,
        zlib.crc32(record, zlib.crc32(claims)),
        record,
        claims,
    )


_SOURCE: msgspec.msgpack.Decoder[Source] = msgspec.msgpack.Decoder(Source)
_CLAIMS: msgspec.msgpack.Decoder[tuple[Claim, ...]] = msgspec.msgpack.Decoder(tuple[Claim, ...])


def _packed(value: object) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(value), _FASTEST)


def _listed(numbers: Iterable[int]) -> str:
    return msgspec.json.encode(list(numbers)).decode()
