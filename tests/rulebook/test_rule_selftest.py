"""Running the cases of rules: the audit is made up, so that only the judging of cases is tested."""

import datetime
from collections.abc import Callable

import pytest

from factcheck.model import (
    Case,
    Comparison,
    Finding,
    Measure,
    Report,
    Rule,
    Severity,
    Source,
    Summary,
    Verdict,
)
from factcheck.rulebook import Outcome, RuleSet, self_test


def rule(rule_id: str, measure: Measure = Measure.COUNT, *cases: Case) -> Rule:
    return Rule(rule_id, "t", "d", measure, Severity.NOTE, cases=cases)


def answering(*judged: tuple[str, Verdict]) -> Callable[[tuple[Source, ...], tuple[Rule, ...]], Report]:
    def audit(sources: tuple[Source, ...], rules: tuple[Rule, ...]) -> Report:
        comparisons = tuple(Comparison("x", "y", verdict, "r", "w", rule_id, 1.0) for rule_id, verdict in judged)
        finding = Finding("f", "r", Verdict.AGREE, Severity.NOTE, 1.0, "m", "s", ("x", "y"), comparisons, (), 2)
        return Report("v", "h", sources, (), (), (finding,) if judged else (), Summary(2, 2, 2, {}, 1.0, 2))

    return audit


@pytest.mark.parametrize(
    ("expected", "judged", "outcome"),
    [
        (Verdict.CONFLICT, [("mine", Verdict.CONFLICT)], Outcome.PASSED),
        (Verdict.CONFLICT, [("mine", Verdict.AGREE), ("mine", Verdict.CONFLICT)], Outcome.PASSED),
        (Verdict.AGREE, [("mine", Verdict.AGREE), ("mine", Verdict.CONFLICT)], Outcome.FAILED),
        (Verdict.CONFLICT, [("general", Verdict.CONFLICT)], Outcome.FAILED),
        (Verdict.CONFLICT, [("general", Verdict.CONFLICT), ("mine", Verdict.CONFLICT)], Outcome.PASSED),
        (Verdict.CONFLICT, [("names", Verdict.CONFLICT)], Outcome.FAILED),
        (Verdict.CONFLICT, [], Outcome.FAILED),
        (None, [], Outcome.PASSED),
        (None, [("names", Verdict.CONFLICT)], Outcome.PASSED),
        (None, [("general", Verdict.CONFLICT)], Outcome.FAILED),
        (None, [("mine", Verdict.AGREE)], Outcome.FAILED),
    ],
)
def test_outcomes(expected: Verdict | None, judged: list[tuple[str, Verdict]], outcome: Outcome) -> None:
    mine = rule("mine", Measure.COUNT, Case("A.", "B.", expected, line=1))
    rules = RuleSet((rule("general"), mine, rule("names", Measure.NAME)))
    (result,) = self_test(rules, answering(*judged))
    assert result.outcome is outcome
    assert result.ok is (outcome is Outcome.PASSED)


@pytest.mark.parametrize(
    ("judged", "outcome", "ok"),
    [([], Outcome.KNOWN_GAP, True), ([("mine", Verdict.AGREE)], Outcome.GAP_CLOSED, False)],
)
def test_a_known_gap_must_stay_one(judged: list[tuple[str, Verdict]], outcome: Outcome, ok: bool) -> None:
    rules = RuleSet((rule("mine", Measure.COUNT, Case("A.", "B.", Verdict.AGREE, line=1, todo=True)),))
    (result,) = self_test(rules, answering(*judged))
    assert (result.outcome, result.ok) == (outcome, ok)


def test_the_sentences_become_two_sources_with_their_dates() -> None:
    seen: list[Source] = []
    day = datetime.date(2024, 5, 1)

    def audit(sources: tuple[Source, ...], rules: tuple[Rule, ...]) -> Report:
        seen.extend(sources)
        return answering()(sources, rules)

    self_test(RuleSet((rule("mine", Measure.COUNT, Case("A.", "B.", None, line=1, published_b=day)),)), audit)
    assert [(s.text, s.published, s.published_from) for s in seen] == [("A.", None, None), ("B.", day, "case")]
    assert seen[0].id != seen[1].id


def test_a_case_may_be_of_one_source() -> None:
    seen: list[Source] = []

    def audit(sources: tuple[Source, ...], rules: tuple[Rule, ...]) -> Report:
        seen.extend(sources)
        return answering()(sources, rules)

    self_test(RuleSet((rule("mine", Measure.SPAN, Case("A.", None, None, line=1)),)), audit)
    assert [s.text for s in seen] == ["A."]
