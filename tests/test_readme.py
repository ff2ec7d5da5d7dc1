"""What README.md shows is what the program prints, and what it tells to type works."""

import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import factcheck
from factcheck.report import format_names

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    """The text of the one code block in that language."""
    (text,) = re.findall(rf"^```{language}\n(.*?)^```", README, re.M | re.S)
    return text


def without_ids(text: str) -> str:
    # An id is a hash of the words around a claim, which better reading of them may change, and how sure an alignment is
    # follows the match weights, which are learned anew now and then.
    text = re.sub(r"\d+% sure", "N% sure", text)
    return re.sub(r"(?<=[\" ])[0-9a-f]{10}(?:[0-9a-f]{2})?(?=[\"\n]|$)", "ID", text)


def test_the_report_on_the_first_screen_is_real(run) -> None:
    command, *lines = block("console").splitlines()
    done = run(*shlex.split(command.removeprefix("$ factcheck")), cwd=ROOT)
    printed = without_ids(done.stdout).splitlines()
    places = [printed.index(without_ids(line)) for line in lines if line.strip() != "…"]
    assert places == sorted(places)


def test_the_shortened_json_is_real(run) -> None:
    (shown,) = json.loads(without_ids(block("json")))["findings"]
    report = json.loads(without_ids(run("audit", "seeds", "--output-format", "json", cwd=ROOT).stdout))
    (found,) = (f for f in report["findings"] if f["rule"] == shown["rule"])
    (pair,) = shown["comparisons"]
    # How sure an alignment is follows the match weights, which are learned anew now and then.
    assert pair == {key: value for key, value in found["comparisons"][0].items() if key != "confidence"}
    assert {key: found[key] for key in shown if key not in {"claims", "comparisons"}} | {
        "claims": shown["claims"],
        "comparisons": shown["comparisons"],
    } == shown


def test_every_output_format_is_told_of() -> None:
    (table,) = re.findall(r"^### Output formats\n(.*?)^### ", README, re.M | re.S)
    rows = re.findall(r"^\| `(\w+)` \| (.*?) \|", table, re.M)
    assert sorted(name for name, _ in rows) == list(format_names())
    for content, command in (("mentions", "extract"), ("explanations", "explain")):
        told = (name for name, commands in rows if commands == "all commands" or f"`{command}`" in commands)
        assert sorted(told) == list(format_names(content))


def test_the_jq_example_shows_the_places_of_all_conflicts(run) -> None:
    jq = pytest.importorskip("jq", reason="the package jq has no wheel for this platform")
    first, _, second = block("sh").partition("|\n")
    program = shlex.split(second)[-1]
    words = [word.replace("articles/", "seeds") for word in shlex.split(first)[1:]]
    printed = jq.compile(program).input_text(run(*words, cwd=ROOT).stdout).all()
    report = json.loads(run("audit", "seeds", "--output-format", "json", cwd=ROOT).stdout)
    conflicts = [f for f in report["findings"] if f["verdict"] == "conflict"]
    assert len(printed) == sum(1 + len(f["claims"]) for f in conflicts)
    assert printed[0] == conflicts[0]["message"]
    assert printed[1].startswith("  seeds/")


def test_the_script_lists_what_nobody_has_settled(run, write, command, tmp_path: Path) -> None:
    assert len(block("py").splitlines()) <= 20
    write("list.py", block("py"))
    write("in/a.md", "The storm destroyed 340 houses in Port Halle.\n")
    write("in/b.md", "The storm destroyed 430 houses in Port Halle.\n")
    path = os.pathsep.join((str(Path(command).parent), os.environ["PATH"]))

    def printed() -> list[str]:
        words = [sys.executable, "list.py", "in"]
        done = subprocess.run(words, cwd=tmp_path, env=os.environ | {"PATH": path}, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout.splitlines()

    first, *passages, witness = printed()
    assert "'Sources conflict on house: 340 against 430'" in first
    assert passages == ["  in/a.md:1 '340'", "  in/b.md:1 '430'"]
    assert witness.startswith("  '340 and 430")
    run("decide", first.split()[0], "in", "--accept", "--because", "two counts")
    assert printed() == []


def test_the_example_rule_and_the_settings_work(run, write) -> None:
    write("facts/rules/storm-damage.yaml", block("yaml"))
    write("pyproject.toml", block("toml"))
    assert tomllib.loads(block("toml"))["tool"]["factcheck"] == {"rules": ["facts/rules"]}
    assert "storm-damage " in run("rules", "list").stdout
    assert "storm-damage.yaml" not in run("rules", "test").stdout


def test_the_python_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("The storm destroyed 340 houses.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(block("python"), names)
    assert isinstance(names["report"], factcheck.Report)
    assert names["mentions"]


def test_the_commands_to_type_are_commands(run) -> None:
    (usage,) = re.findall(r"^## Use\n\n((?:    .*\n)+)", README, re.M)
    for line in usage.splitlines():
        words = shlex.split(line, comments=True)
        assert words.pop(0) == "factcheck"
        command = words[:2] if words[0] == "rules" else words[:1]
        told = run(*command, "--help").stdout
        assert all(word in told for word in words if word.startswith("-"))


def test_a_team_adopts_it_as_it_is_told_to(run, write, tmp_path: Path) -> None:
    (section,) = re.findall(r"^## Adopt it in five minutes\n(.*?)^## ", README, re.M | re.S)
    adopt, judge = (
        [shlex.split(line, comments=True)[1:] for line in lines.splitlines()]
        for lines in re.findall(r"((?:^    factcheck .*\n)+)", section, re.M)
    )
    write(".git/HEAD", "")
    write("articles/a.md", "The storm destroyed 340 houses in Port Halle.\n")
    write("articles/b.md", "The storm destroyed 430 houses in Port Halle.\n")
    assert [run(*words).returncode for words in adopt] == [0, 1, 1, 0]
    assert [words for words in judge if words[0] == "review"] == [["review"]]
    for words in judge:
        if words[0] == "decide":
            (tmp_path / "factcheck-decisions.toml").unlink(missing_ok=True)
            report = json.loads(run("audit", "--output-format", "json").stdout)
            (finding,) = (f["id"] for f in report["findings"] if f["verdict"] == "conflict")
            assert run(*(finding if word == "FINDING" else word for word in words)).returncode == 0
            assert run("audit", "--show-decided", "--warn-unused").returncode == 0
