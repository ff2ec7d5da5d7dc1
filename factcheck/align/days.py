"""The days of two dates side by side: a date whose year the words leave open is put into the year nearest the other."""

import datetime

from factcheck.model import Date

Days = tuple[datetime.date, datetime.date]

# Of two dates without a year, either; a leap year, so that it has a 29 February.
_ANY_YEAR = 2000
# The most years from one 29 February to the next.
_LEAP_YEARS = 8


def days_beside(a: Date, b: Date) -> tuple[Days, Days] | None:
    """The first and last days of both dates; None where those of one are not known even up to the year."""
    left, right = _days(a), _days(b)
    left = left or _nearest(a, right)
    right = right or _nearest(b, left)
    return (left, right) if left and right else None


def days_apart(a: Days, b: Days) -> int:
    """How many days lie from the end of one stretch to the start of the other; 0 or less where they meet."""
    return max((a[0] - b[1]).days, (b[0] - a[1]).days)


def _days(date: Date) -> Days | None:
    return (date.first, date.last) if date.first and date.last else None


def _nearest(date: Date, other: Days | None) -> Days | None:
    if date.month_and_day is None:
        return None
    years = (_ANY_YEAR,) if other is None else _years_near(other)
    placed = [day for year in years if (day := _in_year(year, date.month_and_day))]
    if not placed:
        return None
    day = placed[0] if other is None else min(placed, key=lambda d: (max(days_apart((d, d), other), 0), d))
    return day, day


def _years_near(days: Days) -> range:
    """The years to look at: of a stretch longer than some years the first, which hold every day of a year."""
    first, last = days[0].year, min(days[1].year, days[0].year + _LEAP_YEARS)
    return range(max(first - 1, datetime.MINYEAR), min(last + 1, datetime.MAXYEAR) + 1)


def _in_year(year: int, month_and_day: tuple[int, int]) -> datetime.date | None:
    try:
        return datetime.date(year, *month_and_day)
    except ValueError:  # 29 February of another year
        return None
