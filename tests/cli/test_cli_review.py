"""`factcheck review` at a terminal: one key an answer, each recorded at once, and a clean way out."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ONE = "The storm destroyed 340 houses in Port Halle.\nFire broke out at Calder mill; 12 workers were injured.\n"
TWO = "The storm destroyed 430 houses in Port Halle.\nFire broke out at Calder mill; 19 workers were injured.\n"
LIMIT = 60
QUESTION = "[q] quit"


class Terminal:
    """A process at a terminal of 80 columns, and what it has shown."""

    def __init__(self, arguments: list[str], folder: Path) -> None:
        self._screen, side = pty.openpty()
        fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))
        env = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "PYTHONPATH")} | {"NO_COLOR": "1"}
        env |= {"LANG": "C.UTF-8", "TERM": "xterm"}
        self.process = subprocess.Popen(
            arguments, stdin=side, stdout=side, stderr=side, cwd=folder, env=env, start_new_session=True
        )
        os.close(side)
        self.shown = ""
        self._told = 0

    def until(self, words: str) -> str:
        """Reads until the words are shown, and gives what was shown since the last call."""
        deadline = time.monotonic() + LIMIT
        while words not in self.shown[self._told :]:
            assert time.monotonic() < deadline, f"{words!r} does not come:\n{self.shown}"
            assert self._read(), f"ended before {words!r}:\n{self.shown}"
        new, self._told = self.shown[self._told :], len(self.shown)
        return new

    def _read(self) -> bool:
        if not select.select([self._screen], [], [], LIMIT)[0]:
            return False
        try:
            data = os.read(self._screen, 65536)
        except OSError:
            return False
        self.shown += data.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(data)

    def press(self, key: str) -> None:
        """Presses one key as soon as the process listens for one."""
        deadline = time.monotonic() + LIMIT
        while termios.tcgetattr(self._screen)[3] & termios.ICANON:
            assert time.monotonic() < deadline, "no key is asked for"
            time.sleep(0.01)
        os.write(self._screen, key.encode())

    def type(self, line: str) -> None:
        """Types a line."""
        os.write(self._screen, f"{line}\n".encode())

    def end(self) -> int:
        """Reads the rest, and gives the exit status."""
        while self._read():
            pass
        return self.process.wait(LIMIT)

    def close(self) -> None:
        """Ends what is left."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._screen)


@pytest.fixture
def review(command: str, tmp_path: Path, write: Callable[..., str]) -> Iterator[Callable[..., Terminal]]:
    write("in/one.txt", ONE)
    write("in/two.txt", TWO)
    opened = []

    def start(*arguments: str) -> Terminal:
        opened.append(Terminal([command, "review", "in", *arguments], tmp_path))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()


def decisions(folder: Path) -> list[dict]:
    file = folder / "factcheck-decisions.toml"
    return list(tomllib.loads(file.read_text(encoding="utf-8"))["finding"].values()) if file.exists() else []


def test_each_finding_is_asked_about_and_each_answer_recorded(review, tmp_path, run) -> None:
    terminal = review()
    first = terminal.until(QUESTION)
    assert "2 findings to judge" in first
    assert max(map(len, first.splitlines())) <= 80
    (row,) = [line for line in first.splitlines() if line.startswith("1  ")]
    assert "2  " in row[3:]
    (places,) = [line for line in first.splitlines() if line.startswith("in/one.txt:")]
    assert "in/two.txt:" in places
    terminal.press("x")
    terminal.until("press one of a, n, 1, 2, s, q")
    terminal.press("a")
    terminal.until("because")
    terminal.type("two  counts")
    second = terminal.until(QUESTION)
    assert "1 finding to judge" in second
    assert [(d["choice"], d["because"]) for d in decisions(tmp_path)] == [("accept", "two counts")]
    terminal.press("2")
    terminal.until("because")
    terminal.type("the later count")
    assert terminal.end() == 0
    assert "2 decided · 0 skipped · 0 left" in terminal.shown
    assert sorted(d["choice"] for d in decisions(tmp_path)) == ["accept", "prefer"]
    assert [d["prefer"] for d in decisions(tmp_path) if "prefer" in d] == ["in/two.txt"]
    assert run("audit", "in").returncode == 0


def test_skip_and_go_back_record_nothing(review, tmp_path) -> None:
    terminal = review()
    terminal.until(QUESTION)
    terminal.press("s")
    terminal.until(QUESTION)
    terminal.press("n")
    terminal.until("because")
    terminal.type("")
    terminal.until(QUESTION)
    terminal.press("q")
    assert terminal.end() == 0
    assert "0 decided · 1 skipped · 1 left" in terminal.shown
    assert decisions(tmp_path) == []


@pytest.mark.parametrize(("key", "status"), [("q", 0), ("\x04", 0), ("\x03", 130)])
def test_a_clean_way_out(review, tmp_path, key, status) -> None:
    terminal = review()
    terminal.until(QUESTION)
    terminal.press(key)
    assert terminal.end() == status
    assert "Traceback" not in terminal.shown
    assert decisions(tmp_path) == []


def test_what_is_known_is_not_asked_about(review, run, tmp_path) -> None:
    first = review()
    first.until(QUESTION)
    run("audit", "in", "--output-format", "json", "-o", "base.json")
    terminal = review("--baseline", "base.json")
    assert terminal.end() == 0
    assert "0 decided · 0 skipped · 0 left" in terminal.shown


def test_without_a_terminal_it_says_so(run, write) -> None:
    write("in/one.txt", ONE)
    done = run("review", "in")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: review asks questions: run it at a terminal")
