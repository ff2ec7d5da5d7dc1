"""Interval algebra."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.interval import meet, significant_digits, widened
from factcheck.model import Interval

numbers = st.integers(-(10**6), 10**6)
bounds = st.none() | numbers


def interval(a: int | None, b: int | None) -> Interval:
    if a is not None and b is not None and a > b:
        a, b = b, a
    return Interval(a, b)


intervals = st.builds(interval, bounds, bounds)


def test_intervals_meet() -> None:
    assert meet(Interval(1, 5), Interval(4, 9))
    assert meet(Interval(None, 5), Interval(2, None))
    assert not meet(Interval(1, 5), Interval(6, 9))


def test_cells_that_touch_do_not_meet_but_a_number_meets_a_bound() -> None:
    assert not meet(Interval(7500, 8500), Interval(8500, 9500))
    assert meet(Interval(4, None), Interval(4, 4))


@given(intervals, intervals)
def test_meeting_is_symmetric(a: Interval, b: Interval) -> None:
    assert meet(a, b) == meet(b, a)


@given(intervals)
def test_an_interval_meets_itself(a: Interval) -> None:
    assert meet(a, a)


@given(intervals, intervals, st.floats(0, 2))
def test_widening_never_parts_two_that_meet(a: Interval, b: Interval, share: float) -> None:
    assert not meet(a, b) or meet(widened(a, share), b)


def test_significant_digits() -> None:
    assert significant_digits(10_300) == "103"
    assert significant_digits(0.0025) == "25"
    assert significant_digits(0) == "0"
