"""The other commands: extract, explain, rules, schema, and the settings of a project."""

import json
from importlib.metadata import version
from pathlib import Path

import pytest

TEXT = "The mill employs 1,200 people. It opened on Monday.\n"
RULE = """\
title: Storm damage
description: How many houses a storm destroyed.
measure: count
severity: error
changes: freely
counted: [house]
cases:
  - a: The storm destroyed 340 houses in Port Halle.
    b: The storm destroyed 430 houses in Port Halle.
    verdict: conflict
"""


def test_version_and_help(run) -> None:
    assert run("--version").stdout == f"factcheck {version('factcheck')}\n"
    commands = ("audit", "extract", "explain", "decide", "review", "init", "rules", "schema")
    for arguments in ((), ("rules", "test"), *((command,) for command in commands)):
        done = run(*arguments, "--help")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("Usage: factcheck")


def test_extract_prints_a_mention_a_line(run, write) -> None:
    write("a.txt", TEXT)
    done = run("extract", "a.txt", "--output-format", "jsonl", "--published", "2024-10-30")
    assert (done.returncode, done.stderr) == (0, "")
    mentions = [json.loads(line) for line in done.stdout.splitlines()]
    (people,) = (m for m in mentions if m["kind"] == "quantity")
    assert (people["low"], people["counted"], people["line"], people["column"]) == (1200, "person", 1, 18)
    assert TEXT[people["start"] : people["end"]] == people["text"] == "1,200"
    assert [m["timex_value"] for m in mentions if m["kind"] == "date"] == ["2024-10-28"]
    assert "1,200" in run("extract", "a.txt").stdout


def test_extract_reads_the_rest_of_a_folder_with_a_faulty_source(run, write) -> None:
    write("in/a.txt", TEXT)
    write("in/b.txt", "")
    done = run("extract", "in", "--output-format", "jsonl")
    assert done.returncode == 2
    assert done.stderr.startswith("error: in/b.txt: empty")
    assert {json.loads(line)["source"] for line in done.stdout.splitlines()} == {"in/a.txt"}


@pytest.fixture
def report(run, write) -> dict:
    write("in/one.txt", "The storm destroyed 340 houses in Port Halle. The mill employs 80 people.\n")
    write("in/two.txt", "The storm destroyed 430 houses in Port Halle.\n")
    return json.loads(run("audit", "in", "--output-format", "json").stdout)


def test_explain_a_finding(run, report) -> None:
    (finding,) = (f for f in report["findings"] if f["verdict"] == "conflict")
    done = run("explain", finding["id"], "in")
    assert (done.returncode, done.stderr) == (0, "")
    for shown in ("340", "430", "in/one.txt", "in/two.txt"):
        assert shown in done.stdout
    assert run("explain", finding["id"], "--", "in").stdout == done.stdout
    as_json = json.loads(run("explain", finding["id"], "in", "--output-format", "json").stdout)
    assert [e["comparison"]["verdict"] for e in as_json["explanations"]] == ["conflict"]


@pytest.mark.parametrize(
    ("before", "counted_from"),
    [
        ("", "counted from 2024-10-30, the day of publication"),
        (
            "The war began in May 1811. In 1812 the king fell. By 3 July 1813 all was over. ",
            "counted from 1813-07-03, the date last mentioned, since the document tells history",
        ),
    ],
)
def test_explain_says_what_a_relative_date_was_counted_from(run, write, before, counted_from) -> None:
    for name in ("one", "two"):
        write(f"in/{name}.txt", f"{before}On Monday the storm destroyed the mill in Port Halle.\n")
    listed = run("extract", "in", "--output-format", "jsonl", "--published", "2024-10-30").stdout.splitlines()
    ids = [m["id"] for m in map(json.loads, listed) if m["text"] == "Monday"]
    done = run("explain", *ids, "in", "--published", "2024-10-30")
    assert (done.returncode, done.stderr) == (0, "")
    assert " ".join(done.stdout.split()).count(counted_from) == 2


def test_explain_two_claims_that_were_not_compared(run, report) -> None:
    mill = next(c["id"] for c in report["claims"] if c["text"] == "80")
    soldiers = next(c["id"] for c in report["claims"] if c["text"] == "430")
    done = run("explain", mill, soldiers, "in")
    assert (done.returncode, done.stderr) == (0, "")
    assert "80" in done.stdout
    assert "430" in done.stdout


@pytest.mark.parametrize("arguments", [("0123456789ab",), ("0123456789ab", "in"), ("0123456789ab",) * 2 + ("in",)])
def test_explain_needs_ids_that_exist_and_paths(run, report, arguments) -> None:
    done = run("explain", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: no ")


def test_rules_are_listed_shown_and_checked(run) -> None:
    listed = run("rules", "list").stdout.splitlines()
    assert any(line.startswith("troop-estimates ") for line in listed)
    assert listed == sorted(listed)
    shown = run("rules", "show", "troop-estimates").stdout
    assert "measure: count" in shown
    assert "cases:" in shown
    assert run("rules", "check").returncode == 0


def test_a_project_adds_rules_by_option_and_by_its_settings(run, write, tmp_path) -> None:
    write("facts/storm-damage.yaml", RULE)
    assert "\nstorm-damage " in run("rules", "list", "--rules", "facts").stdout
    assert "\nstorm-damage " not in run("rules", "list").stdout
    write("pyproject.toml", '[tool.factcheck]\nrules = ["facts"]\n')
    write("deep/down/x.txt", "x")
    assert "\nstorm-damage " in run("rules", "list", cwd=tmp_path / "deep" / "down").stdout


def test_a_failing_case_fails_the_rules_test(run, write) -> None:
    write("facts/storm-damage.yaml", RULE.replace("verdict: conflict", "verdict: agree"))
    done = run("rules", "test", "--rules", "facts")
    assert done.returncode == 1
    assert "facts/storm-damage.yaml:8: failed: expected agree, got conflict by storm-damage" in done.stdout
    assert " 0 failed" not in done.stdout.splitlines()[-1]


def test_schema_is_json_schema(run) -> None:
    schema = json.loads(run("schema").stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_default_rules_are_found_from_any_folder(run, tmp_path: Path) -> None:
    assert run("rules", "list", cwd=tmp_path).stdout.count("\n") >= 10
