"""The verdict, reason and witness on two dates of one event, whatever the order of the arguments."""

import pytest
from claim_samples import marked

from factcheck.judge.date import compare_dates, rescheduled
from factcheck.judge.judgement import Judgement

_PUBLISHED = "2024-05-16"
_ROWS = [
    (("agree", "equal"), "on [3 March 2019]", "on [March 3, 2019]"),
    (("agree", "equal"), "on [Tuesday, 14 May 2024]", "on [14 May 2024]"),
    (("agree", "equal"), "on [2024-05-14]", "on [14.05.2024]"),
    (("agree", "equal"), "at [10 a.m.]", "at [10:00]"),
    (("compatible", "coarser"), "on [3 March 2019]", "in [March 2019]"),
    (("compatible", "coarser"), "in [March 2019]", "in [2019]"),
    (("conflict", "disjoint"), "on [3 March 2019]", "on [5 March 2019]"),
    (("conflict", "disjoint"), "in [March 2019]", "in [April 2019]"),
    (("conflict", "disjoint"), "in [1998]", "in [1989]"),
    (("conflict", "disjoint"), "on [3 March 2019]", "in [April 2019]"),
    (("conflict", "disjoint"), "at [10 a.m.]", "at [3 p.m.]"),
    (("conflict", "weekday"), "on [Wednesday, 14 May 2024]", "on [14 May 2024]"),
    (("conflict", "weekday"), "on [Wednesday, 14 May 2024]", "on [Tuesday, 14 May 2024]"),
    (("conflict", "weekday"), "on [Wednesday, 14 May 2024]", "in [May 2024]"),
    (("conflict", "weekday"), "on a [Friday in May 2024]", "on [14 May 2024]"),
    (("compatible", "coarser"), "on a [Tuesday in May 2024]", "on [14 May 2024]"),
]


def _frame(date: str) -> str:
    return f"The bridge opened {date} after repairs."


def _judged(a: str, b: str) -> Judgement | None:
    return compare_dates(marked(_frame(a), "a"), marked(_frame(b), "b"))


@pytest.mark.parametrize(("expected", "a", "b"), _ROWS, ids=[f"{a} / {b}" for _, a, b in _ROWS])
def test_verdict_and_reason(expected: tuple[str, str], a: str, b: str) -> None:
    for judged in (_judged(a, b), _judged(b, a)):
        assert judged is not None
        assert (judged.verdict, judged.reason) == expected, judged.witness


@pytest.mark.parametrize(
    ("a", "b", "witness"),
    [
        ("on [3 March 2019]", "on [March 3, 2019]", "2019-03-03 = 2019-03-03"),
        ("on [3 March 2019]", "in [March 2019]", "2019-03-03 lies in [2019-03-01, 2019-03-31]"),
        ("in [March 2019]", "on [3 March 2019]", "2019-03-03 lies in [2019-03-01, 2019-03-31]"),
        ("on [3 March 2019]", "on [5 March 2019]", "2019-03-03 and 2019-03-05 do not meet"),
        ("on [Wednesday, 14 May 2024]", "on [14 May 2024]", "2024-05-14 is a Tuesday, not a Wednesday"),
        ("at [10 a.m.]", "at [3 p.m.]", "10:00 and 15:00 do not meet"),
    ],
)
def test_the_witness_is_the_arithmetic(a: str, b: str, witness: str) -> None:
    judged = _judged(a, b)
    assert judged is not None
    assert judged.witness == witness


def test_a_weekday_is_reckoned_from_the_day_of_publication() -> None:
    anchored = marked("The bridge fell on [Tuesday].", "a", _PUBLISHED)
    judged = compare_dates(anchored, marked("The bridge fell on [14 May 2024].", "b"))
    assert judged is not None
    assert (judged.verdict, judged.witness) == ("agree", "2024-05-14 = 2024-05-14")


def test_clocks_of_different_days_are_compared_by_the_day() -> None:
    judged = compare_dates(
        marked("The talks open at [10 a.m. on 3 May 2024].", "a"),
        marked("The talks open at [10 a.m. on 4 May 2024].", "b"),
    )
    assert judged is not None
    assert (judged.verdict, judged.reason) == ("conflict", "disjoint")
    assert "2024-05-03 and 2024-05-04" in judged.witness


def test_a_quantity_is_no_date() -> None:
    assert compare_dates(marked("It fell on [3 May 2024]."), marked("The army sent [12] men.")) is None


@pytest.mark.parametrize(
    ("published_a", "published_b", "verdict"),
    [("2019-02-01", "2019-02-20", "update"), ("2019-02-01", "2019-02-01", None), ("2019-02-01", "2019-03-05", None)],
)
def test_a_day_still_to_come_may_be_put_off(published_a: str, published_b: str, verdict: str | None) -> None:
    a = marked("The bridge will open on [3 March 2019].", "a", published_a)
    b = marked("The bridge will open on [5 March 2019].", "b", published_b)
    for judgement in (rescheduled(a, b), rescheduled(b, a)):
        assert (judgement and judgement.verdict) == verdict
