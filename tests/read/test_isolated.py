"""A reader that hangs, crashes or takes all memory costs its file, and nothing else."""

import sys
import threading
from collections.abc import Callable, Iterator

import pytest

from factcheck import isolation
from factcheck.errors import FactcheckError
from factcheck.read.document import Document, Limits, Raw
from factcheck.read.isolated import IsolatedReaders

_WORKER = """
import os, sys, time
from factcheck.errors import FactcheckError
from factcheck.read.document import Document
from factcheck.read.isolated import serve_readers

def read(raw):
    word, _, rest = raw.data.decode().partition(" ")
    if word == "hang":
        time.sleep(60)
    elif word == "spin":
        while True: pass
    elif word == "crash":
        os.abort()
    elif word == "leave":
        sys.exit(0)
    elif word == "memory":
        bytearray(4_000_000_000)
    elif word == "raise":
        raise KeyError("a parser's fault")
    elif word == "deep":
        list(read(raw))
    elif word == "chatter":
        print("x" * 100_000, flush=True)
    yield Document(rest, note=str(os.getpid()))
    if word == "faulty":
        yield FactcheckError("half of it is missing", path=raw.path, line=3)
    if word == "refuse":
        raise FactcheckError("the rest is missing: send it", path=raw.path)

serve_readers({"test": read})
"""


Read = Callable[[str], list[Document | FactcheckError]]


def reading(seconds: float) -> Iterator[Read]:
    limits = Limits(seconds=seconds)
    isolated = IsolatedReaders(limits, ("-c", _WORKER))
    yield lambda words: list(isolated.read("test", Raw("a.xyz", words.encode(), limits)))
    isolated.close()


@pytest.fixture
def read() -> Iterator[Read]:
    yield from reading(60.0)


@pytest.fixture
def read_quickly() -> Iterator[Read]:
    yield from reading(2.0)


def test_documents_and_errors_come_back_in_order(read: Read) -> None:
    document, error = read("faulty Some text.")
    assert isinstance(document, Document) and document.text == "Some text."
    assert isinstance(error, FactcheckError) and str(error) == "a.xyz:3: half of it is missing"
    document, error = read("refuse More text.")
    assert isinstance(document, Document) and str(error) == "a.xyz: the rest is missing: send it"


@pytest.mark.parametrize("words", ["hang", "spin"])
def test_what_hangs_is_stopped_and_the_next_file_is_read(read_quickly: Read, words: str) -> None:
    (error,) = read_quickly(words)
    told = "a.xyz: reading it took more than 2 s and was stopped: "
    assert str(error).startswith(told)
    (document,) = read_quickly("next It is read.")
    assert isinstance(document, Document) and document.text == "It is read."


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("crash", "a.xyz: broken: its reader crashed: "),
        ("leave", "a.xyz: broken: its reader crashed: "),
        ("raise", "a.xyz: broken: its reader fails with KeyError: "),
        ("deep", "a.xyz: broken: its reader fails with RecursionError: "),
        pytest.param(
            "memory",
            "a.xyz: reading it takes more than 1,000 MB of memory: ",
            marks=pytest.mark.skipif(sys.platform != "linux", reason="other systems do not bound address space"),
        ),
    ],
)
def test_what_does_not_last_is_one_error_and_the_next_file_is_read(read: Read, words: str, message: str) -> None:
    (error,) = read(f"{words} x")
    assert isinstance(error, FactcheckError) and str(error).startswith(message)
    (document,) = read("next It is read.")
    assert isinstance(document, Document) and document.text == "It is read."


def test_one_process_serves_many_files(read: Read) -> None:
    pids = {document.note for _ in range(3) for document in read("a b") if isinstance(document, Document)}
    assert len(pids) == 1


def test_what_a_parser_prints_does_not_come_between(read: Read) -> None:
    (document,) = read("chatter Text.")
    assert isinstance(document, Document) and document.text == "Text."


def test_where_no_process_can_be_started_the_file_is_told(monkeypatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    isolated = IsolatedReaders(Limits())
    (error,) = isolated.read("html", Raw("a.html", b"<p>x"))
    assert str(error) == "a.html: no process can be started to read it: end other programs, or save its text as .txt"


def test_warnings_that_are_errors_here_do_not_end_the_reader(monkeypatch) -> None:
    monkeypatch.setenv("PYTHONWARNINGS", "error")
    isolated = IsolatedReaders(Limits())
    (document,) = isolated.read("html", Raw("a.html", b"<h1>Port</h1><p>The fire in the port killed 12 people."))
    isolated.close()
    assert isinstance(document, Document)


def test_an_interrupt_leaves_no_timer_that_would_be_waited_for(monkeypatch) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(isolation, "_received", interrupted)
    isolated = IsolatedReaders(Limits(), ("-c", _WORKER))
    with pytest.raises(KeyboardInterrupt):
        list(isolated.read("test", Raw("a.xyz", b"words")))
    isolated.close()
    assert not [
        thread
        for thread in threading.enumerate()
        if isinstance(thread, threading.Timer) and not thread.finished.is_set()
    ]
