"""Creates and opens the file of a store. It is made aside and published whole, so nobody ever opens half a store."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

# Raise it with every change of what the tables hold.
_FORMAT = 2
# In seconds: how long one process waits for another that reads sources into the store.
_PATIENCE = 600
_SCHEMA = """
create table made_by (program text not null);
create table file (path text primary key, stamp text not null) without rowid;
create table source (
    number integer primary key, id text not null, file text not null, read_as text not null, published text,
    stated text, floating integer not null, mentions integer not null, sum integer not null, record blob not null,
    claims blob not null
);
create index source_by_file on source (file);
create table words (
    source integer primary key, id text not null, place integer not null, days blob not null, words blob not null,
    sum integer not null
);
create table word (word integer primary key, number integer not null);
create table tally (page integer primary key, tallies blob not null, sum integer not null);
create table counted (sources integer not null);
insert into counted values (0);
create table companion (day text primary key, sources integer not null) without rowid;
create table holder (
    word integer not null, place integer not null, source integer not null, primary key (word, place, source)
) without rowid;
"""
_IGNORE_ALL = "# A cache of factcheck: it can be removed at any time.\n*\n"


class StoreDamagedError(Exception):
    """What is in the store cannot have been written by this program."""


def opened(file: Path, program: str) -> sqlite3.Connection:
    """The store in a file, which is created if there is none. `program` names what reads sources, with its version.

    Raises StoreDamagedError where the file is no store, or that of another program, and sqlite3.Error or OSError
    where it cannot be read or created.
    """
    if not file.exists():
        _publish(file, program)
    connection = _connected(str(file))
    try:
        if connection.execute("pragma user_version").fetchone() != (_FORMAT,):
            raise StoreDamagedError("it is of another version")
        if connection.execute("select program from made_by").fetchone() != (program,):
            raise StoreDamagedError("it is of another version")
    except BaseException:
        connection.close()
        raise
    return connection


def in_memory(program: str) -> sqlite3.Connection:
    """An empty store that lasts as long as the process."""
    connection = _connected(":memory:")
    _fill(connection, program)
    return connection


def removed(file: Path) -> None:
    """Takes a store away. Raises OSError where it cannot be."""
    for ending in ("", "-wal", "-shm"):
        Path(f"{file}{ending}").unlink(missing_ok=True)


def _connected(name: str) -> sqlite3.Connection:
    connection = sqlite3.connect(name, timeout=_PATIENCE, isolation_level=None)
    # What a power failure takes is read again, and pages of a large store do not fit into two megabytes.
    connection.execute("pragma synchronous = off")
    connection.execute("pragma cache_size = -65536")
    return connection


def _fill(connection: sqlite3.Connection, program: str) -> None:
    connection.executescript(_SCHEMA)
    connection.execute("insert into made_by values (?)", (program,))
    connection.execute(f"pragma user_version = {_FORMAT}")


def _publish(file: Path, program: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    ignore = file.parent / ".gitignore"
    if not ignore.exists():
        ignore.write_text(_IGNORE_ALL, encoding="utf-8")
    aside = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        connection = sqlite3.connect(aside, isolation_level=None)
        try:
            connection.execute("pragma journal_mode = wal")
            _fill(connection, program)
        finally:
            connection.close()
        # Another process may have published its own meanwhile: then that one is used.
        with suppress(FileExistsError):
            os.link(aside, file)
    finally:
        removed(aside)
