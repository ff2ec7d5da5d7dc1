"""How long a stretch between two dates is, and how long a stated duration may be, in days."""

import calendar

from msgspec import Struct

from factcheck.extract.duration import days_in
from factcheck.extract.timex import DAYS_PER_UNIT
from factcheck.interval import Days
from factcheck.judge.numbers import number_text
from factcheck.model import Date, Duration, Hedge

_DAYS = frozenset({"day", "night"})
_WEEKS = frozenset({"week", "fortnight"})
_LONG = frozenset({"month", "year", "decade", "century"})
_PLURALS = {"century": "centuries"}
# In units, beyond the quarter that a stated duration always allows: weeks are rounded to the nearest, of longer units
# those begun may be counted or only those completed.
_ROUNDED, _BEGUN_OR_COMPLETED = 0.25, 0.75


class Length(Struct, frozen=True):
    """Days, from the fewest to the most."""

    fewest: float
    most: float

    def meets(self, other: "Length") -> bool:
        """Whether the two have a number of days in common."""
        return self.fewest <= other.most and other.fewest <= self.most


def days_of(date: Date) -> Days | None:
    """The first and last day of a calendar date that states its edges; None for times of day and "early May"."""
    if date.first is None or date.last is None or date.clock or date.modifier:
        return None
    return date.first, date.last


def days_text(days: Days) -> str:
    """A date as ISO writes it: "2024-03-03", "2024-03" of a month, "2024" of a year, else its first and last day."""
    first, last = days
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return first.isoformat()[:4]
    if first.day == 1 and last == first.replace(day=calendar.monthrange(first.year, first.month)[1]):
        return first.isoformat()[:7]
    return f"{first.isoformat()}/{last.isoformat()}"


def between(start: Days, end: Days) -> Length | None:
    """How far apart two dates are, not counting and counting both ends; None where they are not in this order."""
    if start[1] >= end[0]:
        return None
    return Length((end[0] - start[1]).days, (end[1] - start[0]).days + 1)


def stated_length(duration: Duration, ends: tuple[Days, Days]) -> Length | None:
    """How many days a duration that lies between two ends may mean.

    None where its unit is too fine for dates, or finer than its ends, so that it cannot be what they are apart.
    """
    allowed = days_in(duration)
    unit = duration.unit
    if allowed is None or unit is None or duration.vague or duration.high is None or duration.high <= 0:
        return None
    if unit not in _DAYS | _WEEKS | _LONG or any(_coarser(end, unit) for end in ends):
        return None
    slack = _slack(unit, ends)
    least, most = DAYS_PER_UNIT[unit]
    low, high = allowed
    longest = float("inf") if high is None else high + slack * most
    return Length(0.0 if low is None else max(0.0, low - slack * least), longest)


def _slack(unit: str, ends: tuple[Days, Days]) -> float:
    if unit in _DAYS:
        return 0.0
    # Between two years the counting of both ends is in the distance already.
    return _ROUNDED if unit in _WEEKS or any(_spans_a(end, unit) for end in ends) else _BEGUN_OR_COMPLETED


def _coarser(end: Days, unit: str) -> bool:
    return (end[1] - end[0]).days + 1 > DAYS_PER_UNIT[unit][1]


def _spans_a(end: Days, unit: str) -> bool:
    return (end[1] - end[0]).days + 1 >= DAYS_PER_UNIT[unit][0]


def length_text(length: Length, unit: str) -> str:
    """The distance of two dates in a unit: "4 days, or 5 with both ends", "7 to 9 years", "1 to 1.1 weeks"."""
    if unit in _DAYS:
        fewest, most = int(length.fewest), int(length.most)
        if most == fewest + 1:
            return f"{_counted(fewest, 'day')}, or {most:,} with both ends"
        return f"{fewest:,} to {_counted(most, 'day')}"
    size = sum(DAYS_PER_UNIT[unit]) / 2
    low, high = round(length.fewest / size, 1), round(length.most / size, 1)
    plural = _PLURALS.get(unit, f"{unit}s")
    return f"{number_text(low)} {plural}" if low == high else f"{number_text(low)} to {number_text(high)} {plural}"


def stated_text(duration: Duration) -> str:
    """The duration as stated: "3 days", "about 2 weeks", "over 5 years"."""
    hedges = {
        Hedge.ABOUT: "about ",
        Hedge.OVER: "over ",
        Hedge.AT_LEAST: "at least ",
        Hedge.UNDER: "under ",
        Hedge.AT_MOST: "at most ",
    }
    low, high, unit = duration.low or 0, duration.high or 0, duration.unit or ""
    number = number_text(low) if low == high else f"{number_text(low)} to {number_text(high)}"
    return f"{hedges.get(duration.hedge, '')}{number} {unit if high == 1 else _PLURALS.get(unit, f'{unit}s')}"


def _counted(number: int, unit: str) -> str:
    return f"{number:,} {unit if number == 1 else f'{unit}s'}"
