"""Loading folders of rules."""

from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.model import Change, Severity
from factcheck.rulebook import check_rules, load_rules

RULE = """\
title: {title}
description: d
measure: count
severity: {severity}
cases:
  - a: One.
    b: Two.
    verdict: conflict
"""


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_a_folder_adds_rules_to_the_shipped_ones(tmp_path: Path) -> None:
    shipped = load_rules().ids
    write(tmp_path, "zebras.yaml", RULE.format(title="Zebras", severity="note"))
    write(tmp_path, "notes.txt", "not a rule")
    assert load_rules([tmp_path]).ids == (*shipped, "zebras")


def test_a_rule_of_the_same_id_replaces_the_shipped_one(tmp_path: Path) -> None:
    write(tmp_path, "money.yaml", RULE.format(title="Our money", severity="error"))
    rules = load_rules([tmp_path])
    assert rules.ids == load_rules().ids
    assert (rules.get("money").title, rules.get("money").severity) == ("Our money", Severity.ERROR)


def test_cases_are_read_only_when_asked_for_and_do_not_enter_the_hash(tmp_path: Path) -> None:
    write(tmp_path, "zebras.yaml", RULE.format(title="Zebras", severity="note"))
    without, with_cases = load_rules([tmp_path]), load_rules([tmp_path], cases=True)
    assert without.get("zebras").cases == ()
    assert [case.line for case in with_cases.get("zebras").cases] == [6]
    assert without.hash == with_cases.hash


def test_keys_after_the_cases_are_read_too(tmp_path: Path) -> None:
    cases = "cases:\n- a: One.\n  b: Two.\n  verdict: none\n# note\n"
    write(tmp_path, "zebras.yaml", f"title: T\ndescription: d\nmeasure: age\nseverity: note\n{cases}changes: never\n")
    assert load_rules([tmp_path]).get("zebras").changes is Change.NEVER


def test_the_hash_follows_what_the_rules_say(tmp_path: Path) -> None:
    write(tmp_path, "zebras.yaml", RULE.format(title="Zebras", severity="note"))
    before = load_rules([tmp_path]).hash
    write(tmp_path, "zebras.yaml", RULE.format(title="Zebras", severity="error"))
    assert load_rules([tmp_path]).hash != before


def test_the_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    write(tmp_path, "b.yaml", RULE.format(title="B", severity="bad"))
    write(tmp_path, "a.yml", "title: A\nfoo: bar\n")
    (tmp_path / "c.yaml").write_bytes(b"title: x\ndescription: \xff\n")
    (tmp_path / "d.yaml").write_bytes(b"#" * 1_000_001)
    with pytest.raises(FactcheckError) as error:
        load_rules([tmp_path])
    told = str(error.value)
    assert f'{tmp_path}/a.yml:2:1: unknown key "foo" in a rule' in told
    assert f'{tmp_path}/b.yaml:4:11: "bad" is not one of' in told
    assert f"{tmp_path}/c.yaml:2:1: not UTF-8" in told
    assert f"{tmp_path}/d.yaml:1:1: larger than a megabyte" in told
    assert len(check_rules([tmp_path])) == told.count(f"{tmp_path}/")


def test_a_fault_in_a_case_is_found_by_the_check_and_does_not_stop_an_audit(tmp_path: Path) -> None:
    write(tmp_path, "zebras.yaml", RULE.format(title="Z", severity="note").replace("verdict: conflict", "verdict: x"))
    assert "zebras" in load_rules([tmp_path]).ids
    assert [problem.line for problem in check_rules([tmp_path])] == [8]


def test_a_folder_that_is_not_there_or_holds_no_rule(tmp_path: Path) -> None:
    for folder in (tmp_path / "missing", tmp_path):
        with pytest.raises(FactcheckError, match="no folder of rules: name a folder that holds"):
            load_rules([folder])


def test_a_folder_with_the_name_of_a_rule_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "zebras.yaml").mkdir()
    (problem,) = check_rules([tmp_path])
    assert str(problem).startswith(f"{tmp_path / 'zebras.yaml'}:1:1: cannot be read (")


def test_an_unknown_id_gets_a_suggestion() -> None:
    with pytest.raises(FactcheckError, match='no rule has the id "weekday"; did you mean "weekdays"'):
        load_rules().require(["money", "weekday"])
