"""`factcheck audit --watch` runs again when something that it reads changes, and ends with Ctrl-C."""

import json
import os
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue

import pytest

from factcheck.cli.watching import Watched

ONE = "The storm destroyed {} houses in Port Halle, Mayor Ruth Almond said.\n"
RULE = """\
title: Storm damage
description: How many houses a storm destroyed.
measure: count
severity: {}
counted: [house]
about: [storm]
"""
PATIENCE = 60  # seconds after which a run that does not come fails the test


class Watch:
    """A running audit that watches; `next_run` waits until it has run, and gives what it reported."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self._folder = folder
        self.process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8"
        )
        self.told: Queue[str] = Queue()
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def _listen(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            self.told.put(line)

    def next_run(self) -> list[str]:
        errors = []
        while not (line := self.told.get(timeout=PATIENCE)).startswith("note: waiting for a change"):
            errors.append(line)
        return errors

    def put(self, path: str, text: str) -> None:
        """Puts a file in its place at once, so that no run sees a part of it."""
        made, hidden = self._folder / path, self._folder / ".made"
        hidden.write_text(text, encoding="utf-8")
        made.parent.mkdir(parents=True, exist_ok=True)
        hidden.replace(made)

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
        self._listener.join()
        assert self.process.stderr
        self.process.stderr.close()

    def conflicts(self) -> list[str]:
        report = json.loads((self._folder / "in" / "report.json").read_text(encoding="utf-8"))
        return [f["severity"] for f in report["findings"] if f["verdict"] == "conflict"]


@pytest.fixture
def start(command: str, write: Callable[..., str], tmp_path: Path) -> Iterator[Callable[..., Watch]]:
    """Starts an audit of two sources that disagree; its report goes into the folder that it watches."""
    running: list[Watch] = []

    def started(*arguments: str) -> Watch:
        write("in/one.txt", ONE.format(340))
        write("in/two.txt", ONE.format(430))
        write("rules/storm-damage.yaml", RULE.format("error"))
        words = ("audit", *arguments, "--rules", "rules", "--watch", "--output-format", "json", "-o", "in/report.json")
        running.append(Watch([command, *words], tmp_path))
        return running[-1]

    yield started
    for watch in running:
        watch.stop()


def test_sources_rules_and_settings_that_change_are_audited_again(start, tmp_path) -> None:
    watch = start("in")
    assert (watch.next_run(), watch.conflicts()) == ([], ["error"])

    watch.put("in/two.txt", ONE.format(340))
    assert (watch.next_run(), watch.conflicts()) == ([], [])

    watch.put("in/new/deep/three.txt", ONE.format(550))
    while not watch.conflicts():  # the folder may be seen before the file in it
        assert watch.next_run() == []

    watch.put("rules/storm-damage.yaml", RULE.format("note"))
    assert (watch.next_run(), watch.conflicts()) == ([], ["note"])

    watch.put("rules/storm-damage.yaml", RULE.format("grave"))
    assert "storm-damage.yaml:4:11" in watch.next_run()[0]

    watch.put("rules/storm-damage.yaml", RULE.format("warning"))
    assert (watch.next_run(), watch.conflicts()) == ([], ["warning"])

    watch.put("factcheck-decisions.toml", "[[decision]\n")
    assert "factcheck-decisions.toml" in watch.next_run()[0]

    (tmp_path / "in" / "new").rename(tmp_path / "elsewhere")
    (tmp_path / "factcheck-decisions.toml").unlink()
    while watch.conflicts():
        watch.next_run()


def test_a_named_file_that_an_editor_replaces_is_audited_again(start) -> None:
    watch = start("in/one.txt", "in/two.txt")
    watch.next_run()
    watch.put("in/two.txt", ONE.format(340))
    assert (watch.next_run(), watch.conflicts()) == ([], [])


def test_interrupting_it_ends_it_in_silence(start) -> None:
    watch = start("in")
    watch.next_run()
    watch.process.send_signal(signal.SIGINT)
    assert watch.process.wait(timeout=PATIENCE) == 0
    assert watch.told.empty()


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (("-",), "error: --watch: standard input is read once only"),
        (("nowhere/in",), "error: nowhere/in: no such file or folder"),
    ],
)
def test_what_cannot_be_watched_is_told(run, paths, message) -> None:
    done = run("audit", *paths, "--watch")
    assert done.returncode == 2
    assert done.stderr.startswith(message)


@pytest.mark.parametrize(
    ("changed", "folder", "concerned"),
    [
        ("in/a.txt", False, True),
        ("in/deep/a.MD", False, True),
        ("in/photo.png", False, False),
        ("in/.hidden.txt", False, False),
        ("in/report.txt", False, False),
        ("in/new", True, True),
        ("in/new", False, False),
        ("rules/a.yaml", False, True),
        ("rules/a.txt", False, False),
        ("in/a.yaml", False, False),
        ("named.html", False, True),
        ("other.txt", False, False),
    ],
)
def test_only_what_an_audit_reads_and_does_not_write_concerns_it(
    tmp_path: Path, changed: str, folder: bool, concerned: bool
) -> None:
    here = Path(os.path.realpath(tmp_path))
    watching = Watched(
        files=frozenset([str(here / "named.html")]),
        folders=(str(here / "in"),),
        rules=(str(here / "rules"),),
        written=frozenset([str(here / "in" / "report.txt")]),
    )
    assert watching.concerns(str(here / changed), folder=folder) is concerned
