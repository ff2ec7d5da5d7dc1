"""What README.md shows is what the program prints, and what it tells to type works."""

import json
import re
import shlex
import tomllib
from pathlib import Path

import pytest

import factcheck

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
