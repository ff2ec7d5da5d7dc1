"""What a store holds: files with their stamps, sources with their claims, and the words of each."""

import datetime
import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable
from itertools import islice

import msgspec
from msgspec import Struct

from factcheck.align.likeness import number_of, source_words
from factcheck.model import Claim, Source
from factcheck.store.database import StoreDamagedError
from factcheck.store.words import Words

_FASTEST = 1
# How many sources are written at once. Their rows take some tens of megabytes; fewer would touch more pages each.
_BATCH = 4096


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
        self.words = Words(connection)

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
            stated = Counter(entry.stated.isoformat() for entry in batch if entry.stated)
            self._db.executemany(
                "insert into companion values (?, ?) on conflict do update set sources = sources + excluded.sources",
                sorted(stated.items()),
            )
            self.words.add({entry.source.id: source_words(entry.claims) for entry in batch if entry.claims})

    def remove(self, source: str) -> None:
        """Takes a source away."""
        number = number_of(source)
        of_source = "where day = (select stated from source where number = ?)"
        self._db.execute(f"update companion set sources = sources - 1 {of_source}", (number,))
        self._db.execute(f"delete from companion {of_source} and sources < 1", (number,))
        self.words.remove(source)
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
