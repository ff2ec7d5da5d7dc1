"""A reader that hangs, crashes or takes all memory costs its file, and nothing else."""

import sys
from collections.abc import Iterator

import pytest

from factcheck.errors import FactcheckError
from factcheck.read.document import Document, Limits, Raw
from factcheck.read.isolation import Isolation

_WORKER = """
import os, sys, time
from factcheck.errors import FactcheckError
from factcheck.read.document import Document
from factcheck.read.worker import serve

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

serve({"test": read})
"""


@pytest.fixture
def isolation() -> Iterator[Isolation]:
    made = Isolation(("-c", _WORKER))
    yield made
    made.close()


def read(isolation: Isolation, words: str, seconds: float = 30.0) -> list[Document | FactcheckError]:
    return list(isolation.read("test", Raw("a.xyz", words.encode(), Limits(seconds=seconds))))


def test_documents_and_errors_come_back_in_order(isolation: Isolation) -> None:
    document, error = read(isolation, "faulty Some text.")
    assert isinstance(document, Document) and document.text == "Some text."
    assert isinstance(error, FactcheckError) and str(error) == "a.xyz:3: half of it is missing"
    document, error = read(isolation, "refuse More text.")
    assert isinstance(document, Document) and str(error) == "a.xyz: the rest is missing: send it"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("hang", "a.xyz: reading it took longer than 1 s and was stopped: raise the limit with --timeout, or "),
        ("spin", "a.xyz: reading it took longer than 1 s and was stopped: raise the limit with --timeout, or "),
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
def test_what_does_not_last_is_one_error_and_the_next_file_is_read(
    isolation: Isolation, words: str, message: str
) -> None:
    read(isolation, "start .")
    (error,) = read(isolation, f"{words} x", seconds=1.0 if words in {"hang", "spin"} else 30.0)
    assert isinstance(error, FactcheckError) and str(error).startswith(message)
    (document,) = read(isolation, "next It is read.")
    assert isinstance(document, Document) and document.text == "It is read."


def test_one_process_serves_many_files(isolation: Isolation) -> None:
    pids = {document.note for _ in range(3) for document in read(isolation, "a b") if isinstance(document, Document)}
    assert len(pids) == 1


def test_what_a_parser_prints_does_not_come_between(isolation: Isolation) -> None:
    (document,) = read(isolation, "chatter Text.")
    assert isinstance(document, Document) and document.text == "Text."
