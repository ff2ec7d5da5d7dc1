"""How far sources are read: their size, where links lead, and what is no file at all."""

import os
import threading
from pathlib import Path

import pytest

from factcheck.model import Skipped
from factcheck.read import Limits, read_sources

SMALL = Limits(text=100, seconds=1.0)
fifos = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(*paths: str, limits: Limits = SMALL) -> tuple[list[str], list[str]]:
    """The ids of the sources, and the errors."""
    result = read_sources(paths, limits=limits)
    return [source.id for source in result.sources], [str(error) for error in result.errors]


def test_a_text_may_have_as_many_characters_as_the_limit_says_whatever_bytes_they_take() -> None:
    Path("a.txt").write_text("é" * 100, encoding="utf-8")
    Path("b.txt").write_text("é" * 101, encoding="utf-8")
    found, (error,) = read("a.txt", "b.txt")
    assert found == ["a.txt"]
    assert error == (
        "b.txt: 0.000101 MB, and a source may have 0.0001 MB of text: split it, or raise the limit with --max-size"
    )


def test_a_larger_file_is_not_even_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_bytes(b"x" * 401)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("it was opened"))
    found, errors = read("a.txt")
    assert not found and len(errors) == 1


def test_a_file_of_many_documents_may_be_larger_and_each_has_the_limit() -> None:
    short, long = "x" * 90, "x" * 101
    lines = (f'{{"id": {number}, "text": "{text}"}}\n' for number, text in enumerate([short] * 9 + [long]))
    Path("a.jsonl").write_text("".join(lines), encoding="utf-8")
    found, (error,) = read("a.jsonl")
    assert found == [f"a.jsonl#{number}" for number in range(9)]
    assert error.startswith("a.jsonl#9: 0.000101 MB, ")


def test_a_link_out_of_a_folder_is_told_and_read_only_if_it_is_named() -> None:
    Path("in").mkdir()
    Path("in/a.txt").write_text("Prose.", encoding="utf-8")
    Path("secret.txt").write_text("Prose.", encoding="utf-8")
    Path("in/out.txt").symlink_to(Path("secret.txt").absolute())
    Path("in/within.txt").symlink_to("a.txt")
    Path("in/broken.txt").symlink_to("gone.txt")
    Path("in/circle.txt").symlink_to("circle.txt")
    result = read_sources(["in"], limits=SMALL)
    assert [source.id for source in result.sources] == ["in/a.txt"]
    assert result.skipped == (
        Skipped("in/broken.txt", "no file that can be read: a broken link, a pipe or a device"),
        Skipped("in/circle.txt", "no file that can be read: a broken link, a pipe or a device"),
        Skipped("in/out.txt", "a link out of the folder: name it to have it read"),
    )
    assert read("in/out.txt") == (["in/out.txt"], [])


@fifos
def test_a_pipe_in_a_folder_is_told_and_not_opened() -> None:
    Path("in").mkdir()
    Path("in/a.txt").write_text("Prose.", encoding="utf-8")
    os.mkfifo("in/pipe.txt")
    result = read_sources(["in"], limits=SMALL)
    assert [skipped.path for skipped in result.skipped] == ["in/pipe.txt"]


@fifos
def test_a_named_pipe_is_read_to_its_end_and_not_waited_for_without_one() -> None:
    os.mkfifo("pipe")
    os.mkfifo("silent")
    writer = threading.Thread(target=lambda: Path("pipe").write_text("Prose.", encoding="utf-8"))
    writer.start()
    found, errors = read("pipe", "silent")
    writer.join()
    assert found == ["pipe"]
    assert errors == ["silent: nothing complete came through this pipe in 1 s: write to it, or raise --timeout"]


@fifos
def test_a_pipe_without_end_is_cut_off() -> None:
    os.mkfifo("endless")

    def write() -> None:
        with Path("endless").open("wb", buffering=0) as stream:
            try:
                while True:
                    stream.write(b"x" * 1000)
            except BrokenPipeError:
                pass

    writer = threading.Thread(target=write)
    writer.start()
    found, (error,) = read("endless")
    writer.join()
    assert not found and "raise the limit with --max-size" in error
