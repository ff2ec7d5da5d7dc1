"""What passes between this process and the one that runs isolated readers: MessagePack in frames of stated length."""

import struct
from typing import IO

import msgspec
from msgspec import Struct

from factcheck.errors import FactcheckError
from factcheck.read.document import Document, Raw

_LENGTH = struct.Struct(">Q")


class Request(Struct, frozen=True):
    """A file, and the name of the reader that shall read it."""

    reader: str
    raw: Raw


class Fault(Struct, frozen=True, tag=True):
    """A FactcheckError on its way."""

    message: str
    path: str | None
    line: int | None = None
    column: int | None = None

    @classmethod
    def of(cls, error: FactcheckError) -> "Fault":
        return cls(error.message, error.path, error.line, error.column)

    def error(self) -> FactcheckError:
        return FactcheckError(self.message, path=self.path, line=self.line, column=self.column)


class Found(Struct, frozen=True, tag=True):
    """A document on its way."""

    document: Document


Reply = tuple[Found | Fault, ...]


def send(stream: IO[bytes], message: Request | Reply) -> None:
    """Writes a message. Raises OSError where nobody reads."""
    data = msgspec.msgpack.encode(message)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message, still encoded; None where the other side has gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None
