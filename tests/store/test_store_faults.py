"""What happens to a store: many writers at once, sudden death, a full disk, damage. The answer is right every time."""

import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from corpora import audited, check_report, checked, telling

from factcheck.store import session
from factcheck.store.database import StoreDamagedError, opened

_WORKER = Path(__file__).with_name("worker.py")
_FULL = 60_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of some sources."""
    made = tmp_path / "in"
    made.mkdir()
    for i in range(12):
        (made / f"{i:02}.txt").write_text(telling(i, 3), encoding="utf-8")
    return made


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Where the store of the folder is to be."""
    return tmp_path / ".factcheck" / "s.sqlite"


def _started(folder: Path, store: Path, name: str, count: int) -> "subprocess.Popen[str]":
    command = [sys.executable, str(_WORKER), str(folder), str(store), name, str(count)]
    here = os.pathsep.join(
        [str(_WORKER.parent), str(_WORKER.parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])]
    )
    environment = {**os.environ, "PYTHONPATH": here}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _stored(store: Path) -> int:
    connection = opened(store, "test")
    try:
        (count,) = connection.execute("select count(*) from source").fetchone()
        return int(count)
    finally:
        connection.close()


def test_six_processes_create_it_and_write_at_once(tmp_path: Path, store: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    running = [_started(folder, store, name, 40) for name in "abcdef"]
    for process in running:
        out, error = process.communicate(timeout=300)
        assert (process.returncode, out, error) == (0, "", "")
    assert _stored(store) == 240
    assert sorted(path.name for path in store.parent.iterdir() if path.suffix == ".new") == []
    assert checked(folder, store, ["a000.txt"]) == audited(folder, ["a000.txt"])


def test_killed_at_any_moment(folder: Path, store: Path) -> None:
    pick = random.Random(20)
    for round_ in range(20):
        process = _started(folder, store, "ghijklmnopqrstuvwxyz"[round_], 100)
        time.sleep(0.25 + pick.random() * 0.4)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        told: list[str] = []
        assert checked(folder, store, ["03.txt"], told) == audited(folder, ["03.txt"])
        assert not told
        for path in folder.glob("[g-z]*.txt"):
            path.unlink()


def test_a_full_disk(folder: Path, store: Path) -> None:
    told: list[str] = []
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (_FULL, before[1]))
    try:
        found = checked(folder, store, ["03.txt"], told)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert found == audited(folder, ["03.txt"])
    assert len(told) == 1
    assert "nothing is stored" in told[0]
    told.clear()
    assert checked(folder, store, ["03.txt"], told) == found
    assert not told


def test_a_folder_in_which_nothing_can_be_written(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    told: list[str] = []
    assert checked(folder, tmp_path / "file" / "s.sqlite", ["03.txt"], told) == audited(folder, ["03.txt"])
    assert len(told) == 1
    assert "nothing is stored" in told[0]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder(folder: Path, store: Path) -> None:
    store.parent.mkdir()
    store.parent.chmod(0o500)
    told: list[str] = []
    try:
        assert checked(folder, store, ["03.txt"], told) == audited(folder, ["03.txt"])
    finally:
        store.parent.chmod(0o700)
    assert len(told) == 1


def _damage(store: Path, how: str) -> None:
    statements = {
        "format": "pragma user_version = 99",
        "program": "update made_by set program = 'another'",
        "row": "update source set claims = zeroblob(length(claims))",
        "words": "update words set words = zeroblob(length(words))",
        "tallies": "update tally set tallies = zeroblob(length(tallies))",
    }
    if how in statements:
        connection = sqlite3.connect(store)
        connection.execute(statements[how])
        connection.commit()
        connection.close()
        return
    data = store.read_bytes()
    changed = {"truncated": data[: len(data) // 2], "cut": data[:700], "empty": b"", "other": b"no store " * 2000}
    for ending in ("-wal", "-shm"):
        Path(f"{store}{ending}").unlink(missing_ok=True)
    store.write_bytes(changed[how])


@pytest.mark.parametrize("how", ["format", "program", "row", "words", "tallies", "truncated", "cut", "empty", "other"])
def test_a_store_that_cannot_be_used_is_made_anew(folder: Path, store: Path, how: str) -> None:
    checked(folder, store, ["03.txt"])
    _damage(store, how)
    (folder / "12.txt").write_text(telling(12, 3), encoding="utf-8")
    told: list[str] = []
    assert checked(folder, store, ["03.txt", "12.txt"], told) == audited(folder, ["03.txt", "12.txt"])
    assert len(told) == 1
    assert told[0].endswith("the store is made anew")
    assert checked(folder, store, ["03.txt"], told) == audited(folder, ["03.txt"])
    assert len(told) == 1


def test_damage_that_comes_back_is_not_waited_for(folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> sqlite3.Connection:
        raise StoreDamagedError("it is broken")

    monkeypatch.setattr(session, "opened", broken)
    told: list[str] = []
    assert check_report(folder, store, ["03.txt"], told).summary.sources == 1
    assert len(told) == 2
