"""`factcheck check` as a user runs it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ONE = "The storm destroyed 340 houses in Port Halle, Mayor Ruth Almond said.\n"
TWO = "The storm destroyed 430 houses in Port Halle, Mayor Ruth Almond said.\n"

Run = Callable[..., subprocess.CompletedProcess[str]]
Write = Callable[..., str]


@pytest.fixture
def corpus(write: Write) -> str:
    """A folder of two sources that disagree."""
    write("in/one.txt", ONE)
    write("in/two.txt", TWO)
    return "in"


def _git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def test_a_new_source_against_a_folder(run: Run, write: Write, corpus: str) -> None:
    write("draft.txt", "The storm destroyed 510 houses in Port Halle, Mayor Ruth Almond said.\n")
    result = run("check", "draft.txt", "--against", corpus)
    assert result.returncode == 1
    assert "draft.txt" in result.stdout
    assert "1 source" in result.stdout
    assert not result.stderr


def test_what_does_not_touch_the_new_source_is_not_shown(run: Run, write: Write, corpus: str) -> None:
    write("draft.txt", "Ferries to the island of Osk leave at noon.\n")
    result = run("check", "draft.txt", "--against", corpus)
    assert result.returncode == 0, result.stdout
    assert "340" not in result.stdout


def test_it_is_told_in_json_as_by_audit(run: Run, corpus: str) -> None:
    checked, audited = (
        json.loads(run(*arguments, "--output-format", "json").stdout)
        for arguments in (("check", "in/one.txt", "--against", corpus), ("audit", corpus))
    )
    assert checked["findings"] == audited["findings"]
    assert [source["id"] for source in checked["sources"]] == ["in/one.txt", "in/two.txt"]
    assert checked["summary"]["sources"] == 1


def test_the_second_time_nothing_is_read_again(run: Run, corpus: str, tmp_path: Path) -> None:
    first = run("check", "in/one.txt", "--against", corpus)
    (store,) = (tmp_path / ".factcheck").glob("*.sqlite")
    before = store.read_bytes()
    second = run("check", "in/one.txt", "--against", corpus)
    assert first.stdout == second.stdout
    assert store.read_bytes() == before
    assert (tmp_path / ".factcheck" / ".gitignore").read_text().splitlines()[-1] == "*"


def test_a_changed_source_is_read_again(run: Run, write: Write, corpus: str) -> None:
    assert run("check", "in/one.txt", "--against", corpus).returncode == 1
    write("in/two.txt", ONE)
    assert run("check", "in/one.txt", "--against", corpus).returncode == 0


def test_a_decision_is_respected(run: Run, corpus: str) -> None:
    told = run("check", "in/one.txt", "--against", corpus).stdout
    finding = told.splitlines()[0].split()[-1]
    assert run("decide", finding, corpus, "--accept", "--because", "Both were said.").returncode == 0
    assert run("check", "in/one.txt", "--against", corpus).returncode == 0


def test_without_an_argument_what_is_staged_is_checked(run: Run, write: Write, tmp_path: Path) -> None:
    _git(tmp_path, "init", "-q")
    write("in/one.txt", ONE)
    write("pyproject.toml", '[tool.factcheck]\ncorpus = ["in"]\n')
    nothing = run("check")
    assert nothing.returncode == 0
    assert "there is no new source" in nothing.stderr
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "-qm", "one")
    write("in/two.txt", TWO)
    assert run("check").returncode == 0
    _git(tmp_path, "add", "in/two.txt")
    assert run("check").returncode == 1
    (tmp_path / "deep").mkdir()
    assert "../in/two.txt" in run("check", cwd=tmp_path / "deep").stdout


def test_outside_of_a_repository_new_sources_have_to_be_named(run: Run) -> None:
    result = run("check")
    assert result.returncode == 2
    assert "name the new sources" in result.stderr


def test_a_new_source_that_cannot_be_read_is_an_error(run: Run, write: Write, corpus: str) -> None:
    missing = run("check", "in/none.txt", "--against", corpus)
    assert missing.returncode == 2
    assert "in/none.txt: no such file" in missing.stderr
    write("in/empty.txt", "")
    assert run("check", "in/empty.txt", "--against", corpus).returncode == 2


def test_standard_input_is_for_audit(run: Run, corpus: str) -> None:
    result = run("check", "-", "--against", corpus)
    assert result.returncode == 2
    assert "factcheck audit" in result.stderr
