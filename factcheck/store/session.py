"""One run's use of a store: up to date and unchanged while it is read, whatever other processes do meanwhile.

A store that is damaged or of another version is made anew; where none can be kept, one in memory does for the run.
"""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from factcheck.errors import FactcheckError
from factcheck.read import Reading, SourceFile
from factcheck.store.contents import Contents
from factcheck.store.database import StoreDamagedError, in_memory, opened, removed
from factcheck.store.update import Extract, stamps_of, updated

_Answer = TypeVar("_Answer")
_REMOVED_OR_NEW = 2


def used(
    file: Path,
    program: str,
    files: Callable[[], Sequence[SourceFile]],
    reading: Reading,
    extract: Extract,
    ask: Callable[[Contents, tuple[FactcheckError, ...]], _Answer],
    tell: Callable[[str], None],
) -> _Answer:
    """What `ask` answers, given the sources of the files that `files` lists and the errors of those not read.

    `program` names what reads sources, with its version; `reading` and `extract` are as for an update; `tell` is
    called with one line where the store in `file` had to be made anew or cannot be used.
    """

    def answer(connection: sqlite3.Connection) -> _Answer:
        try:
            return _answer(connection, files, reading, extract, ask)
        finally:
            connection.close()

    for _ in range(_REMOVED_OR_NEW):
        try:
            return answer(opened(file, program))
        except (StoreDamagedError, sqlite3.DatabaseError) as error:
            if isinstance(error, sqlite3.OperationalError | sqlite3.InterfaceError):
                return _without(file, error, tell, lambda: answer(in_memory(program)))
            tell(f"{file}: {error}: the store is made anew")
            try:
                removed(file)
            except OSError as refusal:
                return _without(file, refusal, tell, lambda: answer(in_memory(program)))
        except OSError as error:
            return _without(file, error, tell, lambda: answer(in_memory(program)))
    return answer(in_memory(program))


def _without(file: Path, error: Exception, tell: Callable[[str], None], answer: Callable[[], _Answer]) -> _Answer:
    reason = (error.strerror or "") if isinstance(error, OSError) else str(error)
    tell(f"{file}: {reason.lower() or type(error).__name__}: all sources are read again, and nothing is stored")
    return answer()


def _answer(
    connection: sqlite3.Connection,
    files: Callable[[], Sequence[SourceFile]],
    reading: Reading,
    extract: Extract,
    ask: Callable[[Contents, tuple[FactcheckError, ...]], _Answer],
) -> _Answer:
    contents = Contents(connection)
    connection.execute("begin")
    version, stored, listed = _version(connection), contents.stamps(), files()
    now = stamps_of(listed)
    if stored == now:
        return ask(contents, ())
    connection.execute("rollback")
    # Others that have to read the same sources wait here and then find them.
    connection.execute("begin immediate")
    if _version(connection) != version or not stored.keys() <= now.keys():
        # Another process was here, perhaps for files that were not there when these were listed.
        stored, listed = contents.stamps(), files()
        now = stamps_of(listed)
    errors = updated(contents, listed, stored, now, reading, extract)
    answer = ask(contents, errors)
    connection.execute("commit")
    return answer


def _version(connection: sqlite3.Connection) -> object:
    """Another one after each change that another connection has made (sqlite.org/pragma.html#pragma_data_version)."""
    return connection.execute("pragma data_version").fetchone()
