"""The rules that ship: every measure has a general rule, and every rule explains and tests itself."""

from functools import cache

import pytest

from factcheck.model import Measure, Rule
from factcheck.pipeline import audit
from factcheck.rulebook import CaseResult, check_rules, load_rules, self_test

RULE_SET = load_rules(cases=True)
RULES = RULE_SET.rules


@cache
def results() -> tuple[CaseResult, ...]:
    return self_test(RULE_SET, audit)


def test_no_file_has_a_problem() -> None:
    assert check_rules() == ()


@pytest.mark.parametrize("measure", list(Measure))
def test_every_measure_has_one_general_rule(measure: Measure) -> None:
    assert len([r for r in RULES if r.measure is measure and not r.specificity]) == 1


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_explains_itself_and_carries_cases_of_both_kinds(rule: Rule) -> None:
    assert len(rule.description) > 60
    assert len(rule.cases) >= 3
    assert {case.verdict is None for case in rule.cases} == {True, False}


def test_no_case_stands_in_two_rules() -> None:
    pairs = [(case.a, case.b, case.published_a, case.published_b) for rule in RULES for case in rule.cases]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize("rule_id", [rule.id for rule in RULES])
def test_the_cases_of_a_rule_pass(rule_id: str) -> None:
    told = [
        f"line {r.case.line}: {r.outcome}: expected {r.case.verdict}, got {r.verdict} by {r.judged_by}"
        for r in results()
        if r.rule.id == rule_id and not r.ok
    ]
    assert told == []
