"""Readers whose parsers are not ours, in a process of their own: `python -m factcheck.read.isolated` runs them."""

from collections.abc import Iterator, Mapping

import msgspec
from msgspec import Struct

from factcheck.errors import FactcheckError
from factcheck.isolation import IsolatedProcess, Loss, serve
from factcheck.read.document import Document, Limits, Raw
from factcheck.read.registry import Read, readers

_MEGABYTE = 1_000_000


class _Request(Struct, frozen=True):
    reader: str
    raw: Raw


class _Found(Struct, frozen=True, tag=True):
    document: Document


class _Fault(Struct, frozen=True, tag=True):
    """A FactcheckError on its way."""

    message: str
    path: str | None
    line: int | None = None
    column: int | None = None

    def error(self) -> FactcheckError:
        return FactcheckError(self.message, path=self.path, line=self.line, column=self.column)


_Answer = tuple[_Found | _Fault, ...]


class IsolatedReaders:
    """Runs readers in one other process, which is started when it is first needed and has to be closed."""

    def __init__(self, limits: Limits, arguments: tuple[str, ...] = ("-m", __name__)) -> None:
        self._limits = limits
        self._process = IsolatedProcess(arguments, limits.seconds, limits.memory)

    def read(self, reader: str, raw: Raw) -> Iterator[Document | FactcheckError]:
        """What a reader, named by its module, finds in a file, or the error of that file."""
        answer = self._process.ask(msgspec.msgpack.encode(_Request(reader, raw)))
        if isinstance(answer, Loss):
            yield FactcheckError(_told(answer, self._limits), path=raw.path)
            return
        for item in msgspec.msgpack.decode(answer, type=_Answer):
            yield item.error() if isinstance(item, _Fault) else item.document

    def close(self) -> None:
        """Ends the process."""
        self._process.close()


def _told(loss: Loss, limits: Limits) -> str:
    if loss is Loss.LATE:
        told = f"reading it took more than {limits.seconds:g} s and was stopped"
        return f"{told}: raise the limit with --timeout, or save its text as .txt"
    if loss is Loss.MEMORY:
        return f"reading it takes more than {limits.memory // _MEGABYTE:,} MB of memory: save its text as .txt"
    if loss is Loss.UNSTARTED:
        return "no process can be started to read it: end other programs, or save its text as .txt"
    return "broken: its reader crashed: open and save it anew, or as .txt"


def serve_readers(by_name: Mapping[str, Read]) -> None:
    """Reads what is asked for on standard input, with readers by their names."""

    def answer(request: bytes) -> bytes:
        asked = msgspec.msgpack.decode(request, type=_Request)
        found: _Answer = tuple(_answers(by_name[asked.reader], asked.raw))
        return msgspec.msgpack.encode(found)

    serve(answer)


def _answers(read: Read, raw: Raw) -> Iterator[_Found | _Fault]:
    try:
        for result in read(raw):
            yield _fault(result) if isinstance(result, FactcheckError) else _Found(result)
    except FactcheckError as error:
        yield _fault(error)
    except MemoryError:
        raise
    except Exception as error:
        message = f"broken: its reader fails with {type(error).__name__}: open and save it anew, or as .txt"
        yield _Fault(message, raw.path)


def _fault(error: FactcheckError) -> _Fault:
    return _Fault(error.message, error.path, error.line, error.column)


if __name__ == "__main__":
    serve_readers({reader.name: reader.read for reader in readers().values()})
