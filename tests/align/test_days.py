"""Two dates side by side: years left open, approximate days, rounded times of day."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.align.days import days_beside, minutes_of
from factcheck.interval import days_apart
from factcheck.model import Date, TimexModifier

_DAYS = st.dates(datetime.date(1583, 1, 1), datetime.date(2999, 12, 31))


def _day(iso: str, modifier: TimexModifier | None = None) -> Date:
    day = datetime.date.fromisoformat(iso)
    return Date(iso, first=day, last=day, modifier=modifier)


def test_a_day_without_a_year_is_put_into_the_year_of_the_other_date() -> None:
    beside = days_beside(Date("XXXX-06-14"), _day("2025-06-15"))
    assert beside is not None
    assert beside[0] == (datetime.date(2025, 6, 14), datetime.date(2025, 6, 14))


def test_at_the_turn_of_the_year_the_nearest_year_is_taken() -> None:
    beside = days_beside(Date("XXXX-12-31"), _day("2025-01-01"))
    assert beside is not None
    assert days_apart(*beside) == 1


def test_a_day_without_a_year_lies_in_a_decade() -> None:
    decade = Date("199", first=datetime.date(1990, 1, 1), last=datetime.date(1999, 12, 31))
    beside = days_beside(Date("XXXX-02-29"), decade)
    assert beside is not None
    assert days_apart(*beside) <= 0


def test_without_days_on_one_side_there_is_nothing_to_compare() -> None:
    assert days_beside(Date("PRESENT_REF"), _day("2025-06-15")) is None


@given(_DAYS, _DAYS)
def test_the_order_of_the_dates_changes_nothing(a: datetime.date, b: datetime.date) -> None:
    first, second = _day(a.isoformat()), Date(f"XXXX-{b.month:02}-{b.day:02}")
    one, other = days_beside(first, second), days_beside(second, first)
    assert (one and one[::-1]) == other


@given(_DAYS)
def test_around_a_day_allows_the_days_beside_it(day: datetime.date) -> None:
    beside = days_beside(_day(day.isoformat(), TimexModifier.APPROX), _day(day.isoformat()))
    assert beside is not None
    (first, last), _ = beside
    assert first < day < last


@pytest.mark.parametrize(
    ("minutes", "modifier", "allowed"),
    [
        (4 * 60, None, (230, 250)),
        (4 * 60 + 43, None, (283, 283)),
        (4 * 60, TimexModifier.APPROX, (210, 270)),
        (105, TimexModifier.BEFORE, (75, 110)),
    ],
)
def test_times_of_day_read_as_rounded(minutes: int, modifier: TimexModifier | None, allowed: tuple[int, int]) -> None:
    assert minutes_of(Date("", clock=(minutes, minutes), modifier=modifier)) == allowed
