"""Readers whose parsers are not ours, in a process of their own: what crashes or hangs there is one source's error.

Files are untrusted and parsers are large. A file that makes one hang, crash or take all memory costs its own process,
which is started anew for the next file; nothing is unpickled, and the two exchange values of stated types only.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence

import msgspec

from factcheck.errors import FactcheckError
from factcheck.read.document import Document, Raw
from factcheck.read.messages import Fault, Reply, Request, receive, send


class Isolation:
    """Runs readers in one other process, which is started when it is first needed, by the interpreter's `arguments`."""

    def __init__(self, arguments: Sequence[str] = ("-m", "factcheck.read.worker")) -> None:
        self._arguments = arguments
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, reader: str, raw: Raw) -> Iterator[Document | FactcheckError]:
        """What a reader, named by its module, finds in a file, or the error of that file."""
        for item in self._reply(Request(reader, raw)):
            yield item.error() if isinstance(item, Fault) else item.document

    def close(self) -> None:
        """Ends the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _reply(self, request: Request) -> Reply:
        limits = request.raw.limits
        process = self._process = self._process or _started(self._arguments)
        assert process.stdin and process.stdout
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(limits.seconds, stop)
        timer.start()
        try:
            send(process.stdin, request)
            data = receive(process.stdout)
        except OSError:
            data = None
        finally:
            timer.cancel()
        if data is not None and not late.is_set():
            return msgspec.msgpack.decode(data, type=Reply)
        self.close()
        return (_lost(request.raw, late=late.is_set()),)


def _lost(raw: Raw, *, late: bool) -> Fault:
    if late:
        told = f"reading it took longer than {raw.limits.seconds:g} s and was stopped"
        return Fault(f"{told}: raise the limit with --timeout, or save its text as .txt", raw.path)
    return Fault("broken: its reader crashed: open and save it anew, or as .txt", raw.path)


def _started(arguments: Sequence[str]) -> subprocess.Popen[bytes]:
    # -P keeps the working folder, which may hold anything, off the path; the hash seed keeps parsers deterministic.
    path = os.pathsep.join(entry for entry in sys.path if entry)
    return subprocess.Popen(
        [sys.executable, "-P", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": path, "PYTHONHASHSEED": "0"},
    )
