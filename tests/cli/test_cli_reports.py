"""`--report FORMAT=FILE`: several formats in one run, each file written as a whole."""

import json
import os
import stat
from pathlib import Path

import pytest

from factcheck.report import format_names
from factcheck.whole_file import write_whole


@pytest.fixture
def sources(write) -> str:
    """A folder of two sources that disagree."""
    write("in/one.txt", "The storm destroyed 340 houses in Port Halle.\n")
    write("in/two.txt", "The storm destroyed 430 houses in Port Halle.\n")
    return "in"


@pytest.mark.parametrize("words", [("audit", "in"), ("check", "in/two.txt", "--against", "in")])
def test_each_format_goes_to_its_file_and_the_result_to_where_it_goes_without(run, sources, tmp_path, words) -> None:
    reports = [f"--report={name}={name}.out" for name in format_names()]
    done = run(*words, *reports)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == run(*words).stdout
    for name in format_names():
        assert (tmp_path / f"{name}.out").read_text(encoding="utf-8") == run(*words, "--output-format", name).stdout


def test_a_file_name_may_hold_an_equals_sign(run, sources, tmp_path) -> None:
    run("audit", sources, "--report", "json=a=b.json", "-o", "table.txt")
    assert json.loads((tmp_path / "a=b.json").read_text(encoding="utf-8"))["format"] == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--report", "json"), "--report 'json': give a format and a file"),
        (("--report", "=x"), "--report '=x': give a format and a file"),
        (("--report", "json="), "--report 'json=': give a format and a file"),
        (("--report", "xml=x"), "--report 'xml=x': no output format \"xml\"; choose one of csv"),
        (("--report", "json=x", "--report", "csv=./x"), "x: two reports would go to this file"),
        (("--report", "json=x", "-o", "x"), "x: two reports would go to this file"),
        (("--report", "json=no/folder/x"), "no/folder/x: no such file or directory"),
    ],
)
def test_wrong_use_is_told_in_a_line(run, sources, tmp_path: Path, arguments, message) -> None:
    done = run("audit", sources, *arguments)
    assert done.returncode == 2
    assert done.stderr.startswith(f"error: {message}")
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "x").exists()


def test_junit_fails_from_the_severity_on_that_the_audit_fails_at(run, sources) -> None:
    assert "<failure" in run("audit", sources, "--output-format", "junit").stdout
    assert "<failure" not in run("audit", sources, "--output-format", "junit", "--fail-on", "error").stdout


def test_a_link_and_the_mode_of_a_file_stay(tmp_path: Path) -> None:
    file, link = tmp_path / "report", tmp_path / "link"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o640)
    link.symlink_to(file)
    write_whole(link, "new")
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(tmp_path.iterdir()) == [link, file]


def test_what_cannot_be_written_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "report"
    file.write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        write_whole(file, "new \ud800")
    assert file.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_what_lies_where_the_new_content_is_gathered_is_not_written_through(tmp_path: Path) -> None:
    file, other = tmp_path / "report", tmp_path / "other"
    other.write_text("of somebody else", encoding="utf-8")
    (tmp_path / f".factcheck-{os.getpid()}.tmp").symlink_to(other)
    write_whole(file, "new")
    assert (file.read_text(encoding="utf-8"), other.read_text(encoding="utf-8")) == ("new", "of somebody else")
    assert sorted(tmp_path.iterdir()) == [other, file]


def test_a_device_is_written_to(run, sources) -> None:
    assert run("audit", sources, "--report", "csv=/dev/null").returncode == 1
