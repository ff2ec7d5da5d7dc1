"""The bytes of a file, as many as the limits allow."""

import os
import stat
import sys
import threading
from pathlib import Path
from typing import BinaryIO

from factcheck.errors import FactcheckError
from factcheck.read.document import Limits

_MEGABYTE = 1_000_000
_PIECE = 1 << 20


def load(path: Path, name: str, most: int, limits: Limits) -> bytes:
    """The contents of a file or named pipe; `name` names it in errors, `most` is the number of bytes it may have.

    Raises FactcheckError for a larger one, for what is neither file nor pipe, and for a pipe that gives nothing in
    time; OSError for what the system refuses.
    """
    found = path.stat()
    if stat.S_ISFIFO(found.st_mode):
        return _from_pipe(path, name, most, limits)
    if not stat.S_ISREG(found.st_mode):
        raise FactcheckError("neither a file nor a folder: give a file of text", path=name)
    if found.st_size > most:
        raise too_large(name, found.st_size, limits)
    with path.open("rb") as stream:
        return _bounded(stream, name, most, limits)


def load_standard_input(most: int, limits: Limits, name: str) -> bytes:
    """What stands on standard input. Raises FactcheckError for more than `most` bytes."""
    return _bounded(sys.stdin.buffer, name, most, limits)


def too_large(name: str, size: int, limits: Limits) -> FactcheckError:
    """The error of a file of that many bytes, or of a text of that many characters."""
    told = f"{_megabytes(size)}, and a source may have {_megabytes(limits.text)} of text"
    return FactcheckError(f"{told}: split it, or raise the limit with --max-size", path=name)


def _megabytes(size: int) -> str:
    return f"{size / _MEGABYTE:,.4g} MB"


def _bounded(stream: BinaryIO, name: str, most: int, limits: Limits) -> bytes:
    # In pieces: to read up to a limit at once, Python sets aside as much memory as the limit.
    pieces: list[bytes] = []
    size = 0
    while piece := stream.read(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > most:
            raise too_large(name, size, limits)
    return b"".join(pieces)


def _from_pipe(path: Path, name: str, most: int, limits: Limits) -> bytes:
    """What a process writes into a pipe. Opening one that nobody writes to would never return."""
    results: list[bytes | Exception] = []

    def read() -> None:
        try:
            with os.fdopen(os.open(path, os.O_RDONLY), "rb") as stream:
                results.append(_bounded(stream, name, most, limits))
        except (FactcheckError, OSError) as error:
            results.append(error)

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    thread.join(limits.seconds)
    if not results:
        message = f"nothing complete came through this pipe in {limits.seconds:g} s: write to it, or raise --timeout"
        raise FactcheckError(message, path=name)
    if isinstance(results[0], Exception):
        raise results[0]
    return results[0]
