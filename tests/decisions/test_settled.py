"""Decisions and the baseline against findings: what they cover, and what changes bring a finding back."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.decisions import Baseline, decision_about, read_baseline, settled, unused
from factcheck.model import (
    Choice,
    Claim,
    Comparison,
    Context,
    Decision,
    DecisionStatus,
    Finding,
    Interval,
    Mention,
    Quantity,
    Report,
    Severity,
    Summary,
    Verdict,
)
from factcheck.report import Style, render

TODAY = datetime.date(2026, 5, 1)
APPLIES, EXPIRED, STALE = DecisionStatus.APPLIES, DecisionStatus.EXPIRED, DecisionStatus.STALE


def report(
    *stated: tuple[str, str], subject: str = "house", verdict: Verdict = Verdict.CONFLICT, at: int = 0
) -> Report:
    """One finding in which each source states its words, and those with other words differ with that verdict."""
    claims = tuple(
        Claim(
            Mention(
                f"{source}:{words}@{at}", source, at, at + len(words), 1, at + 1, words, Quantity(1, 1, Interval(1, 1))
            ),
            subject,
            Context(0, 1, words),
        )
        for source, words in stated
    )
    pairs = tuple(
        Comparison(a.id, b.id, Verdict.AGREE if a.mention.text == b.mention.text else verdict, "", "", "counts", 0.9)
        for i, a in enumerate(claims)
        for b in claims[i + 1 :]
    )
    found = Finding(
        "".join(c.id for c in claims),
        "counts",
        verdict,
        Severity.WARNING,
        0.9,
        "",
        subject,
        tuple(c.id for c in claims),
        pairs,
        (),
        len(claims),
    )
    return Report("0", "0", (), (), claims, (found,), Summary(0, 0, 0, {}, 1.0, 0))


def decision(
    of: Report, choice: Choice = Choice.ACCEPT, prefer: str | None = None, expires: datetime.date | None = None
) -> Decision:
    return decision_about(of.findings[0], of.claims, {}, choice, "because", prefer=prefer, expires=expires)


def finding(of: Report, *decisions: Decision, baseline: Baseline | None = None) -> Finding:
    return settled(of, decisions, today=TODAY, names={}, baseline=baseline).findings[0]


TWO = report(("a", "340"), ("b", "430"))


@pytest.mark.parametrize("choice", Choice)
def test_a_decision_covers_what_it_judged_wherever_it_stands(choice) -> None:
    made = decision(TWO, choice, prefer="a" if choice is Choice.PREFER else None)
    moved = report(("a", "340"), ("b", "430"), at=77)
    for seen in (TWO, moved):
        found = finding(seen, made)
        assert found.decided
        assert not found.open
        assert found.ruling.changes == ()


def test_words_that_break_into_other_lines_are_the_same() -> None:
    assert finding(
        report(("a", "about\n340"), ("b", "430")), decision(report(("a", "about 340"), ("b", "430")))
    ).decided


def test_words_whose_characters_come_in_another_form_are_the_same() -> None:
    made = decision(report(("a", "Zo\u0308e 34\u00ad0"), ("b", "430")))
    assert [judged.text for judged in made.judged] == ["Zöe 340", "430"]
    assert finding(report(("a", "Zöe 3\u200b40"), ("b", "４３０")), made).decided


@pytest.mark.parametrize("choice", Choice)
def test_a_judged_value_that_changes_makes_a_decision_stale(choice) -> None:
    made = decision(TWO, choice, prefer="a" if choice is Choice.PREFER else None)
    found = finding(report(("a", "340"), ("b", "450")), made)
    assert found.open
    assert found.ruling.status is STALE
    assert found.ruling.changes == ("b: 450 where 430 was judged",)
    both = finding(report(("a", "350"), ("b", "450")), made)
    assert both.ruling.changes == ("a: 350 where 340 was judged", "b: 450 where 430 was judged")


@pytest.mark.parametrize(
    ("choice", "words", "covered"),
    [
        (Choice.ACCEPT, "340", True),
        (Choice.ACCEPT, "430", True),
        (Choice.ACCEPT, "500", False),
        (Choice.PREFER, "340", True),
        (Choice.PREFER, "430", False),
        (Choice.PREFER, "500", False),
        (Choice.NOT_COMPARABLE, "340", False),
        (Choice.NOT_COMPARABLE, "500", False),
    ],
)
def test_a_source_that_joins_later(choice, words, covered) -> None:
    made = decision(TWO, choice, prefer="a" if choice is Choice.PREFER else None)
    found = finding(report(("a", "340"), ("b", "430"), ("c", words)), made)
    assert found.decided is covered
    assert covered or (found.ruling.status, found.ruling.changes) == (STALE, (f"c: {words} was not judged",))


def test_a_source_that_goes_leaves_the_rest_decided() -> None:
    three = report(("a", "340"), ("b", "430"), ("c", "500"))
    assert finding(TWO, decision(three)).decided


@pytest.mark.parametrize("choice", Choice)
@pytest.mark.parametrize("sources", ["cd", "ac", "cb"])
def test_a_repetition_is_covered_only_beside_what_was_judged(choice, sources) -> None:
    made = decision(TWO, choice, prefer="a" if choice is Choice.PREFER else None)
    assert finding(report((sources[0], "340"), (sources[1], "430")), made).ruling is None


@pytest.mark.parametrize("subject", ["house", "barn"])
def test_a_decision_stands_at_nothing_else(subject) -> None:
    other = report(("a", "340"), ("b", "430"), subject=subject)
    assert finding(other, decision(TWO)).decided is (subject == "house")
    assert subject == "house" or finding(other, decision(TWO)).ruling is None


@pytest.mark.parametrize(("days", "status"), [(-1, EXPIRED), (0, APPLIES), (1, APPLIES)])
def test_a_decision_applies_through_its_last_day(days, status) -> None:
    found = finding(TWO, decision(TWO, expires=TODAY + datetime.timedelta(days)))
    assert found.ruling.status is status
    assert found.open is (status is EXPIRED)


def test_a_valid_decision_goes_before_an_expired_one() -> None:
    three = report(("a", "340"), ("b", "430"), ("c", "500"))
    expired = decision(three, expires=TODAY - datetime.timedelta(1))
    assert finding(TWO, expired, decision(TWO)).decided


def test_only_comparisons_of_the_severest_verdict_have_to_be_covered() -> None:
    made = decision(TWO)
    later = settled(report(("a", "340"), ("b", "430"), ("c", "430")), (made,), today=TODAY, names={}).findings[0]
    assert later.decided


def test_names_from_the_root_stand_for_ids() -> None:
    made = decision_about(TWO.findings[0], TWO.claims, {"a": "in/a", "b": "in/b"}, Choice.ACCEPT, "x")
    assert [judged.source for judged in made.judged] == ["in/a", "in/b"]
    assert finding(TWO, made).ruling is None
    assert settled(TWO, (made,), today=TODAY, names={"a": "in/a", "b": "in/b"}).findings[0].decided


def test_unused_decisions_are_those_whose_sources_are_all_there() -> None:
    made = decision(TWO)
    elsewhere = settled(report(("a", "1"), ("b", "2"), subject="barn"), (made,), today=TODAY, names={})
    assert unused(elsewhere, (made,), {"a", "b"}) == (made,)
    assert unused(elsewhere, (made,), {"a"}) == ()
    assert unused(settled(TWO, (made,), today=TODAY, names={}), (made,), {"a", "b"}) == ()


@given(
    st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(("1", "2", "3"))), min_size=2, max_size=6, unique=True)
)
def test_any_finding_that_is_decided_is_covered_and_known(stated: list[tuple[str, str]]) -> None:
    of = report(*stated)
    if of.findings[0].contested:
        assert finding(of, decision(of)).decided


@pytest.fixture
def baseline(tmp_path: Path) -> Baseline:
    file = tmp_path / "baseline.json"
    file.write_text(render(TWO, "json", Style()), encoding="utf-8")
    return read_baseline(file, {})


@pytest.mark.parametrize(
    ("seen", "known"),
    [
        (TWO, True),
        (report(("a", "340"), ("b", "430"), at=9), True),
        (report(("a", "340"), ("b", "430"), verdict=Verdict.UPDATE), True),
        (report(("a", "340"), ("b", "450")), False),
        (report(("a", "340"), ("b", "430"), ("c", "430")), False),
        (report(("a", "340"), ("b", "430"), subject="barn"), False),
    ],
)
def test_a_baseline_knows_what_it_has(baseline, seen, known) -> None:
    found = finding(seen, baseline=baseline)
    assert (found.known, found.open) == (known, not known)


def test_a_baseline_does_not_know_a_severer_verdict(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(
        render(report(("a", "340"), ("b", "430"), verdict=Verdict.UPDATE), "json", Style()), encoding="utf-8"
    )
    assert finding(TWO, baseline=read_baseline(file, {})).open
