"""Bad input: one clear message with place and cure, exit 2, and the remaining sources are still audited."""

import json
import os
import subprocess
import unicodedata

import pytest

from factcheck.report import format_names

GOOD = "The storm destroyed 340 houses in Port Halle.\n"


def error_lines(done) -> list[str]:
    lines = done.stderr.splitlines()
    assert "Traceback" not in done.stderr
    return [line for line in lines if line.startswith("error: ")]


@pytest.mark.parametrize(
    ("path", "content", "message"),
    [
        ("missing.txt", None, "missing.txt: no such file or folder: "),
        ("empty.txt", "", "empty.txt: empty, there is no text in it: "),
        ("binary.txt", b"\x89PNG\0\0", "binary.txt: binary data, not text: "),
        ("a.md", "---\ntitle: [\n---\nProse.", "a.md:3: front matter is no valid YAML: "),
        ("a.md", "---\ntitle: x\ndate: 2025-02-30\n---\nProse.", "a.md:3: front matter: there is no day 2025-02-30: "),
        ("a.jsonl", "[1]", "a.jsonl:1: Expected object, got array: "),
        (
            "a.jsonl",
            '{"id": "a", "text": "b", "published": "2025-02-30"}',
            "a.jsonl:1: published: there is no day 2025-02-30: ",
        ),
    ],
)
def test_a_source_that_cannot_be_read(run, write, path, content, message) -> None:
    write("good.txt", GOOD)
    if content is not None:
        write(path, content)
    done = run("audit", path, "good.txt", "--output-format", "json")
    assert done.returncode == 2
    (error,) = error_lines(done)
    assert error.startswith(f"error: {message}")
    assert done.stderr.count("\n") == 1
    report = json.loads(done.stdout)
    assert [source["id"] for source in report["sources"]] == ["good.txt"]
    assert [skipped["path"] for skipped in report["skipped"]] == [path]


def test_a_folder_without_sources(run, write) -> None:
    write("good.txt", GOOD)
    write("pictures/a.png", b"\x89PNG\0")
    done = run("audit", "pictures", "good.txt")
    assert done.returncode == 2
    (error,) = error_lines(done)
    assert error.startswith("error: pictures: no source in this folder: it needs a file of ")
    assert "1 source " in done.stdout


def test_nothing_to_read_prints_no_report(run, write) -> None:
    write("a.png", b"\x89PNG\0")
    done = run("audit", "a.png")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "error: there is no source (a.png: no reader for .png, a picture: run text recognition (OCR) on it and save "
        "the text as .txt): give files of text as .txt, .html, .pdf or .docx, or a folder of them\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--published", "2025-02-30"), "--published: there is no day 2025-02-30: give a day"),
        (("--published", "soon"), "--published: 'soon' is no day: give it as YYYY-MM-DD"),
        (("--select", "troop-estimate"), 'no rule has the id "troop-estimate"; did you mean "troop-estimates"?'),
        (("--ignore", "money,mony"), 'no rule has the id "mony"; did you mean "money"?'),
        (("--output-format", "xml"), '--output-format: no output format "xml"; choose one of csv, '),
        (("--rules", "nowhere"), "nowhere: no folder of rules: name a folder"),
        (("--fail-on", "fatal"), "Invalid value for '--fail-on'"),
        (("--max-size", "0"), "--max-size: 0 is no limit: give a number above 0 and up to 1,000,000"),
        (("--max-size", "1e305"), "--max-size: 1e+305 is no limit: give a number above 0"),
        (("--timeout", "1e12"), "--timeout: 1e+12 is no limit: give a number above 0"),
        (("--timeout", "nan"), "--timeout: nan is no limit: give a number above 0"),
        (("--jobs", "0"), "Invalid value for '--jobs'"),
        (("--bogus",), "No such option: --bogus"),
        (("-o", "no/such/folder/x"), "no/such/folder/x: no such file or directory: name a file"),
    ],
)
def test_wrong_use(run, write, arguments, message) -> None:
    write("good.txt", GOOD)
    done = run("audit", "good.txt", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    (error,) = error_lines(done)
    assert error.startswith(f"error: {message}")


@pytest.mark.parametrize(
    "arguments",
    [("audit",), ("audti", "x"), ("rules", "show", "nothing"), ("explain", "zz", "."), ("audit", "missing")],
)
def test_wrong_commands(run, arguments) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(error_lines(done)) == 1


@pytest.mark.parametrize("arguments", [(), ("rules",)])
def test_no_command_gets_the_help(run, arguments) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == run(*arguments, "--help").stdout


def test_a_faulty_rule_file_is_shown_with_its_line_and_a_caret(run, write) -> None:
    write("good.txt", GOOD)
    write("rules/harvest.yaml", "title: Harvests\nmeasur: count\n")
    done = run("audit", "good.txt", "--rules", "rules")
    assert (done.returncode, done.stdout) == (2, "")
    assert "rules/harvest.yaml:2:1: " in done.stderr
    assert "measure" in done.stderr
    assert "^" in done.stderr
    assert run("rules", "check", "--rules", "rules").returncode == 2


def test_settings_that_are_wrong_name_their_file(run, write) -> None:
    write("good.txt", GOOD)
    write("pyproject.toml", "[tool.factcheck]\nrule = ['x']\n")
    done = run("audit", "good.txt")
    assert done.returncode == 2
    assert error_lines(done)[0].startswith("error: ")
    assert 'pyproject.toml:2: [tool.factcheck]: there is no setting "rule"; did you mean "rules"?' in done.stderr


def test_a_source_cannot_reach_the_terminal(run, write) -> None:
    write(
        "a\x1b[31m.txt", "The \x1b]0;owned\x07 army sent 6,000 soldiers [red]to the border[/red] with Tolmar.\x1b[2J\n"
    )
    write("b.txt", "The army sent 9,000 soldiers [bold]to the border[/bold] with Tolmar\u202e.\n")
    for arguments in (("audit", "."), ("extract", "."), ("audit", ".", "-v"), ("audit", "\x1b[31mno.txt", "b.txt")):
        done = run(*arguments)
        for stream in (done.stdout, done.stderr):
            assert "\x1b" not in stream
            assert "\x07" not in stream
            assert "\u202e" not in stream
    shown = run("audit", ".", "--color", "always").stdout
    assert "\x1b]0;" not in shown
    assert "\x1b[2J" not in shown


def test_what_cannot_be_seen_hides_no_conflict_and_is_never_printed(run, write, tmp_path) -> None:
    write(
        "a\u00ad\u200b.txt",
        "The ar\u00admy sent 6,\u200b000 \u2067soldiers\u2069 to the bor\u2060der with Tol\ufe0fmar.\n",
    )
    write("b.txt", "The army sent 9,000 soldiers to the border with Tolmar.\n")
    formats = [name for name in format_names() if name != "table"]
    reports = [argument for name in formats for argument in ("--report", f"{name}={tmp_path / name}")]
    done = run("audit", "a\u00ad\u200b.txt", "b.txt", "no\u200b\u202e\ufe0f.txt", *reports)
    assert "CONFLICT" in done.stdout
    assert "6,000" in done.stdout
    for shown in (done.stdout, done.stderr, *((tmp_path / name).read_text(encoding="utf-8") for name in formats)):
        assert not [c for c in shown if c == "\ufe0f" or unicodedata.category(c) in ("Cf", "Cs")]


@pytest.mark.parametrize("task", ["audit", "extract"])
def test_a_spacy_model_that_is_not_there(run, write, task) -> None:
    write("good.txt", GOOD)
    done = run(task, "good.txt", "--spacy", "no_such_model")
    assert done.returncode == 2
    (error,) = error_lines(done)
    assert error.startswith("error: spaCy ")
    assert "pip install" in error or "spacy download" in error


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
@pytest.mark.parametrize(
    ("closed", "arguments", "status"),
    [
        (">&-", ("audit", "in"), 1),
        ("2>&-", ("audit", "in"), 1),
        ("<&-", ("audit", "-"), 2),
        ("<&- >&- 2>&-", ("audit", "-"), 2),
    ],
)
def test_streams_that_are_closed_lead_nowhere(command, write, tmp_path, closed, arguments, status) -> None:
    write("in/a.txt", "The storm destroyed 340 houses in Port Halle.")
    write("in/b.txt", "The storm destroyed 430 houses in Port Halle.")
    done = subprocess.run(
        ["sh", "-c", f'"$0" "$@" {closed}', command, *arguments],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == status
    assert "internal" not in done.stderr and "Traceback" not in done.stderr
