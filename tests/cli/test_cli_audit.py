"""`factcheck audit` as a user runs it: results, exit status, options."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

SEEDS = Path(__file__).parents[2] / "seeds"

ONE = "The storm destroyed 340 houses in Port Halle, Mayor Ruth Almond said.\n"
TWO = "The storm destroyed 430 houses in Port Halle, Mayor Ruth Almond said.\n"
RULE = """\
title: Storm damage
description: How many houses a storm destroyed.
measure: count
severity: error
changes: rises
counted: [house]
about: [storm]
"""


@pytest.fixture
def conflict(write: Callable[..., str]) -> str:
    """A folder of two sources that disagree."""
    write("in/one.txt", ONE)
    write("in/two.txt", TWO)
    return "in"


@pytest.fixture
def agreement(write: Callable[..., str]) -> str:
    """A folder of two sources that agree."""
    write("same/one.txt", ONE)
    write("same/two.txt", ONE)
    return "same"


def test_a_conflict_exits_with_1_and_shows_both_values(run, conflict) -> None:
    done = run("audit", conflict)
    assert (done.returncode, done.stderr) == (1, "")
    for shown in ("in/one.txt", "in/two.txt", "340", "430", "conflict"):
        assert shown.lower() in done.stdout.lower()


def test_agreement_exits_with_0(run, agreement) -> None:
    done = run("audit", agreement)
    assert (done.returncode, done.stderr) == (0, "")
    assert "agree" in done.stdout.lower()


@pytest.mark.parametrize(("fail_on", "status"), [("note", 1), ("warning", 1), ("error", 0), ("never", 0)])
def test_fail_on_decides_which_conflicts_count(run, conflict, fail_on, status) -> None:
    assert run("audit", conflict, "--fail-on", fail_on).returncode == status


def test_the_severity_of_the_rule_counts(run, write, conflict) -> None:
    write("rules/storm-damage.yaml", RULE)
    assert run("audit", conflict, "--rules", "rules", "--fail-on", "error").returncode == 1


def test_json_follows_the_schema_and_does_not_depend_on_the_order_of_the_paths(run, conflict) -> None:
    done = run("audit", "in/two.txt", "in/one.txt", "--output-format", "json")
    report = json.loads(done.stdout)
    jsonschema.validate(report, json.loads(run("schema").stdout))
    assert [source["id"] for source in report["sources"]] == ["in/one.txt", "in/two.txt"]
    assert report["summary"]["findings"]["conflict"] == 1
    by_folder = run("audit", conflict, "--output-format", "json", env={"PYTHONHASHSEED": "7"})
    assert by_folder.stdout == done.stdout


def test_the_output_goes_to_a_file(run, conflict, tmp_path) -> None:
    done = run("audit", conflict, "--output-format", "json", "-o", "report.json", "--fail-on", "never")
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["format"] == 1


def test_select_and_ignore_choose_the_rules(run, write, conflict) -> None:
    def conflicts(*options: str) -> list[str]:
        done = run("audit", conflict, "--output-format", "json", *options)
        return [f["rule"] for f in json.loads(done.stdout)["findings"] if f["verdict"] == "conflict"]

    write("rules/storm-damage.yaml", RULE)
    assert conflicts() == ["counted-things"]
    assert conflicts("--rules", "rules") == ["storm-damage"]
    assert conflicts("--rules", "rules", "--ignore", "storm-damage") == []
    assert conflicts("--rules", "rules", "--ignore", "money, counted-things") == ["storm-damage"]
    assert conflicts("--rules", "rules", "--select", "storm-damage", "--ignore", "storm-damage") == []
    assert conflicts("--select", "counted-things", "--select", "money") == ["counted-things"]
    assert conflicts("--select", "money") == []


def test_published_is_the_day_that_weekdays_are_reckoned_from(run, write) -> None:
    write("a.txt", "The bridge opened on Monday.\n")
    done = run("audit", "a.txt", "--published", "2024-10-30", "--output-format", "json")
    report = json.loads(done.stdout)
    assert (report["sources"][0]["published"], report["sources"][0]["published_from"]) == ("2024-10-30", "option")
    assert [c["timex_value"] for c in report["claims"] if c["kind"] == "date"] == ["2024-10-28"]


def test_standard_input_is_a_source(run, conflict) -> None:
    done = run("audit", "-", "in/two.txt", "--output-format", "json", stdin=ONE)
    assert [source["id"] for source in json.loads(done.stdout)["sources"]] == ["-", "in/two.txt"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_number_of_processes_changes_nothing(run, write, jobs) -> None:
    for number in range(70):
        write(f"many/{number}.txt", f"The mill of town {number} employs {1000 + number} people.\n")
    done = run("audit", "many", "--jobs", jobs, "--output-format", "json")
    assert json.loads(done.stdout)["summary"]["sources"] == 70


def test_colour_follows_the_option_the_terminal_and_no_color(run, conflict) -> None:
    assert "\x1b[" not in run("audit", conflict).stdout
    assert "\x1b[" in run("audit", conflict, "--color", "always").stdout
    assert "\x1b[" in run("audit", conflict, "--color", "always", env={"NO_COLOR": "1"}).stdout
    assert "\x1b[" not in run("audit", conflict, "--color", "never").stdout


@pytest.fixture
def on_terminal(command: str, tmp_path: Path) -> Callable[..., bytes]:
    """Runs the command on a pseudo-terminal and gives what it shows."""
    pty = pytest.importorskip("pty")
    return lambda *arguments, **env: _shown_on(pty, [command, *arguments], tmp_path, env)


def _shown_on(pty, arguments: list[str], folder: Path, env: dict[str, str]) -> bytes:
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.environ.pop("NO_COLOR", None)
        os.environ |= {"TERM": "xterm-256color"} | env
        os.execv(arguments[0], arguments)
    shown = b""
    while True:
        try:
            block = os.read(terminal, 4096)
        except OSError:
            break
        if not block:
            break
        shown += block
    os.waitpid(pid, 0)
    os.close(terminal)
    return shown


@pytest.mark.parametrize(("env", "colored"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_a_terminal_gets_colour_unless_told_otherwise(on_terminal, conflict, env, colored) -> None:
    shown = on_terminal("audit", conflict, **env)
    assert b"430" in shown
    assert (b"\x1b[" in shown) is colored


def test_a_terminal_that_is_not_utf_8_gets_signs_that_it_has(on_terminal, write) -> None:
    for name, number in (("one", 340), ("two", 430)):
        write(f"in/{name}.txt", f"The storm destroyed {number} houses in Dvořák — a town — on Monday.\n")
    shown = on_terminal("audit", "in", PYTHONIOENCODING="ascii", PYTHONUTF8="0", NO_COLOR="1")
    shown.decode("ascii")
    assert b"x CONFLICT" in shown
    assert b"Dvorak - a town" in shown
    assert b"internal" not in shown


def test_a_reader_that_stops_early_is_no_error(command, conflict, tmp_path) -> None:
    with subprocess.Popen(
        [command, "audit", conflict, "--fail-on", "never"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_in_one_line(command, conflict, tmp_path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [command, "audit", conflict], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith("error: standard output: no space left on device: ")


def test_verbose_tells_how_each_source_was_read_and_quiet_leaves_notes_out(run, write) -> None:
    write("in/2025-02-14.txt", "Prose “here”.".encode("cp1252"))
    assert run("audit", "in").stderr == "note: in/2025-02-14.txt: not UTF-8 (byte 6); read as Windows-1252\n"
    assert run("audit", "in", "-q").stderr == ""
    assert "note: in/2025-02-14.txt: 2 words, published 2025-02-14 (file-name)\n" in run("audit", "in", "-v").stderr


def test_the_seeds_show_the_known_conflicts_and_no_other(run) -> None:
    done = run("audit", str(SEEDS), "--output-format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    report = json.loads(done.stdout)
    texts = {claim["id"]: " ".join(claim["text"].split()) for claim in report["claims"]}
    found = [
        frozenset((texts[c["a"]], texts[c["b"]]))
        for finding in report["findings"]
        for c in finding["comparisons"]
        if c["verdict"] == "conflict"
    ]
    assert frozenset(("about 8,000", "10 thousand")) in found
    assert frozenset(("Yoon Seok-yeol", "Yoon Sul Yeol")) in found
    assert any("High Commissioner" in " ".join(pair) for pair in found)
    assert len(report["findings"]) - report["summary"]["findings"]["conflict"] >= 4
    assert report["summary"]["findings"]["conflict"] == 3


def test_pedantic_changes_nothing_but_what_is_doubtful(run) -> None:
    plain, pedantic = (run("audit", ".", *more, "--output-format", "json", cwd=SEEDS) for more in ((), ("--pedantic",)))
    assert plain.returncode == pedantic.returncode
    reports = [json.loads(done.stdout) for done in (plain, pedantic)]
    assert reports[0]["doubtful"] == []
    assert {**reports[1], "doubtful": []} == reports[0]
    assert {f["verdict"] for f in reports[1]["doubtful"]} <= {"conflict", "update"}
