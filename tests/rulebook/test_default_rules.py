"""The rules that ship: every measure has a general rule, and every rule explains and tests itself."""

import pytest

from factcheck.model import Measure, Rule
from factcheck.rulebook import check_rules, load_rules

RULES = load_rules(cases=True).rules


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
    pairs = [(case.a, case.b) for rule in RULES for case in rule.cases]
    assert len(pairs) == len(set(pairs))
