"""Two dates side by side: what days and what minutes each allows.

A date whose year the words leave open is put into the year nearest the other. Clock times read as rounded, as
figures do: 4:45 allows some minutes on either side, 4:43 none.
"""

import datetime

from factcheck.interval import Days, days_apart, shifted
from factcheck.model import Date, TimexModifier

# Of two dates without a year, either; a leap year, so that it has a 29 February.
ANY_YEAR = 2000
# The most years from one 29 February to the next.
_LEAP_YEARS = 8
# "About" is days off for a day, half its own length for a longer stretch.
_ABOUT_A_DAY = datetime.timedelta(days=3)
# (what the minutes past the hour divide by, how many minutes off a time so stated may be, how many with "about")
_ROUNDING = ((60, 10, 30), (30, 7, 20), (15, 5, 15), (5, 2, 10), (1, 0, 5))
_SHORTLY = 30


def days_beside(a: Date, b: Date) -> tuple[Days, Days] | None:
    """The first and last days of both dates; None where those of one are not known even up to the year."""
    left, right = _days(a), _days(b)
    left = left or _nearest(a, right)
    right = right or _nearest(b, left)
    return (left, right) if left and right else None


def minutes_of(date: Date) -> tuple[int, int] | None:
    """The minutes since midnight, [from, to], that a time of day allows; None where none is stated."""
    if date.clock is None:
        return None
    low, high = date.clock
    exact, about = next((cell, hedged) for step, cell, hedged in _ROUNDING if low % step == 0)
    slack = about if date.modifier is TimexModifier.APPROX else exact if low == high else 0
    before = _SHORTLY if date.modifier is TimexModifier.BEFORE else slack
    after = _SHORTLY if date.modifier is TimexModifier.AFTER else slack
    return low - before, high + after


def marks(date: Date) -> tuple[str, ...]:
    """What `sought` of another date finds where the other one may be this very day, stretch or time of day."""
    itself, *without_year = sought(date)
    day = date.month_and_day
    if without_year and date.first:
        day = (date.first.month, date.first.day)
    of_any_year = (f"any {day}",) if day else ()
    return (itself, *of_any_year) if date.first else (*of_any_year, f"bare {day}")


def sought(date: Date) -> tuple[str, ...]:
    """What `marks` of an equal date hold; a day without a year is met by that day of any year."""
    if date.clock:
        return (f"{date.clock}",)
    if date.first is None or date.last is None:
        return (f"any {date.month_and_day}",)
    itself = f"{date.first} {date.last}"
    return (itself, f"bare {(date.first.month, date.first.day)}") if date.first == date.last else (itself,)


def _days(date: Date) -> Days | None:
    if date.first is None or date.last is None:
        return None
    if date.modifier is not TimexModifier.APPROX or date.clock:
        return date.first, date.last
    slack = max(_ABOUT_A_DAY, (date.last - date.first) / 2)
    return shifted(date.first, (-slack).days), shifted(date.last, slack.days)


def _nearest(date: Date, other: Days | None) -> Days | None:
    if date.month_and_day is None:
        return None
    years = (ANY_YEAR,) if other is None else _years_near(other)
    placed = [day for year in years if (day := in_year(year, date.month_and_day))]
    if not placed:
        return None
    day = placed[0] if other is None else min(placed, key=lambda d: (max(days_apart((d, d), other), 0), d))
    slack = _ABOUT_A_DAY.days if date.modifier is TimexModifier.APPROX else 0
    return shifted(day, -slack), shifted(day, slack)


def _years_near(days: Days) -> range:
    """The years to look at: of a stretch longer than some years the first, which hold every day of a year."""
    first, last = days[0].year, min(days[1].year, days[0].year + _LEAP_YEARS)
    return range(max(first - 1, datetime.MINYEAR), min(last + 1, datetime.MAXYEAR) + 1)


def in_year(year: int, month_and_day: tuple[int, int]) -> datetime.date | None:
    """The day of that month in a year, None for a 29 February that it lacks."""
    try:
        return datetime.date(year, *month_and_day)
    except ValueError:  # 29 February of another year
        return None
