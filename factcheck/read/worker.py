"""The process in which isolated readers run: it reads one file after another for the process that started it."""

import contextlib
import os
import sys
import time
from collections.abc import Iterator, Mapping

import msgspec

from factcheck.errors import FactcheckError
from factcheck.read.document import Limits, Raw
from factcheck.read.messages import Fault, Found, Reply, Request, receive, send
from factcheck.read.registry import Read, readers


def serve(by_name: Mapping[str, Read]) -> None:
    """Answers the requests on standard input until it ends, with readers by their names."""
    requests, replies = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # What a parser prints must not stand between the replies.
    os.dup2(2, 1)
    while (data := receive(requests)) is not None:
        request = msgspec.msgpack.decode(data, type=Request)
        del data
        _bound(request.raw.limits)
        try:
            reply: Reply = tuple(_answers(by_name[request.reader](request.raw)))
        except MemoryError:
            reply = (_too_much_memory(request.raw),)
        except Exception as error:
            reply = (_failed(error, request.raw),)
        send(replies, reply)


def _answers(found: Iterator[object]) -> Iterator[Found | Fault]:
    try:
        for result in found:
            yield Fault.of(result) if isinstance(result, FactcheckError) else Found(result)  # type: ignore[arg-type]
    except FactcheckError as error:
        yield Fault.of(error)


def _too_much_memory(raw: Raw) -> Fault:
    told = f"reading it takes more than {raw.limits.memory // 1_000_000:,} MB of memory"
    return Fault(f"{told}: save its text as .txt", raw.path)


def _failed(error: Exception, raw: Raw) -> Fault:
    return Fault(f"broken: its reader fails with {type(error).__name__}: open and save it anew, or as .txt", raw.path)


def _bound(limits: Limits) -> None:
    """Bounds memory, and time, too: if the parent is killed nobody else would stop a reader that hangs."""
    try:
        import resource
    except ImportError:  # no such limits on Windows
        return
    past_now = int(time.process_time() + 2 * limits.seconds) + 1
    for limit, value in ((resource.RLIMIT_AS, limits.memory), (resource.RLIMIT_CPU, past_now)):
        hard = resource.getrlimit(limit)[1]
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


if __name__ == "__main__":
    serve({reader.name: reader.read for reader in readers().values()})
