"""Work on untrusted data in a process of its own: what hangs, crashes or takes all memory there costs one answer.

The two sides exchange bytes in frames of stated length, nothing is unpickled. The process is started when it is first
asked, serves many requests, and is started anew after it was lost.
"""

import contextlib
import os
import signal
import struct
import sys
from collections.abc import Callable, Sequence
from enum import Enum
from types import TracebackType
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

_LENGTH = struct.Struct(">Q")
# What the timer of processor time ends a process with; Windows has neither.
_OUT_OF_TIME: int = getattr(signal, "SIGPROF", 0)
_WALL = 2
# Instead of an answer: there was not enough memory for one. No answer is empty.
_NO_MEMORY = b""


class Loss(Enum):
    """Why there is no answer."""

    LATE = "late"
    MEMORY = "memory"
    CRASH = "crash"
    UNSTARTED = "unstarted"


class IsolatedProcess:
    """Another process that answers requests, run by the interpreter's `arguments`: `-m` and a module that serves.

    `seconds` bounds the processor time of an answer (twice as many the wall time, which other processes lengthen, too),
    `memory` the bytes of the process's address space. Where the system cannot bound either, wall time alone is.
    """

    def __init__(self, arguments: Sequence[str], seconds: float, memory: int) -> None:
        self._arguments = (*arguments, str(seconds), str(memory))
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "IsolatedProcess":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ask(self, request: bytes) -> bytes | Loss:
        """The answer to a request."""
        import threading

        process = self._process = self._process or self._started()
        if process is None:
            return Loss.UNSTARTED
        assert process.stdin and process.stdout
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(_WALL * self._seconds, stop)
        timer.start()
        answer: bytes | None = None
        try:
            with contextlib.suppress(OSError):
                _send(process.stdin, request)
                answer = _received(process.stdout)
        finally:
            # Even where an interrupt ends the waiting: the interpreter does not end before the timer does.
            timer.cancel()
        if answer and not late.is_set():
            return answer
        self.close()
        if late.is_set() or process.returncode == -_OUT_OF_TIME:
            return Loss.LATE
        return Loss.MEMORY if answer == _NO_MEMORY else Loss.CRASH

    def _started(self) -> "subprocess.Popen[bytes] | None":
        import subprocess  # most runs need no other process

        # -P keeps the working folder, which may hold anything, off the path; the hash seed keeps parsers deterministic.
        # What PYTHONWARNINGS makes an error of would end the process.
        path = os.pathsep.join(entry for entry in sys.path if entry)
        try:
            return subprocess.Popen(
                [sys.executable, "-P", "-W", "ignore", *self._arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": path, "PYTHONHASHSEED": "0"},
            )
        except OSError:
            return None

    def close(self) -> None:
        """Ends the process."""
        process, self._process = self._process, None
        if process is not None:
            # One that has ended itself keeps the status that tells why.
            process.kill()
            process.communicate()


def serve(answer: Callable[[bytes], bytes]) -> None:
    """Answers the requests on standard input until it ends; to be called by the module that is run."""
    seconds, memory = float(sys.argv[-2]), int(sys.argv[-1])
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # What a parser prints must not stand between the answers.
    os.dup2(2, 1)
    while (request := _received(requests)) is not None:
        _bound(seconds, memory)
        try:
            found = answer(request)
        except MemoryError:
            found = _NO_MEMORY
        _send(answers, found)


def _bound(seconds: float, memory: int) -> None:
    """Bounds memory, and the processor time until the next request, even if nobody waits for the answer any more."""
    try:
        import resource
    except ImportError:  # no such limits on Windows
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    with contextlib.suppress(ValueError, OSError):
        bounded = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
        resource.setrlimit(resource.RLIMIT_AS, (bounded, hard))


def _send(stream: IO[bytes], data: bytes) -> None:
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def _received(stream: IO[bytes]) -> bytes | None:
    """The next frame; None where the other side has gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None
