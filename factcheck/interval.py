"""Interval algebra on stated numbers and on days."""

import datetime
from functools import lru_cache

from factcheck.model import Interval, Number

Days = tuple[datetime.date, datetime.date]


def meet(a: Interval, b: Interval) -> bool:
    """Whether two intervals have a point in common; None is unbounded.

    Two rounding cells that only touch do not meet: 8,500 is no rounding of both 8,000 and 9,000. A single number meets
    an interval that ends in it.
    """
    touching = is_point(a) or is_point(b)
    return _below(a.low, b.high, touching) and _below(b.low, a.high, touching)


def is_point(interval: Interval) -> bool:
    """Whether the interval is a single number."""
    return interval.low is not None and interval.low == interval.high


def _below(low: Number | None, high: Number | None, or_equal: bool) -> bool:
    if low is None or high is None:
        return True
    return low <= high if or_equal else low < high


def widened(interval: Interval, share: float) -> Interval:
    """The interval with each bound moved outwards by `share` of its size."""
    if not share:
        return interval
    low = None if interval.low is None else interval.low - abs(interval.low) * share
    high = None if interval.high is None else interval.high + abs(interval.high) * share
    return Interval(low, high)


def days_meet(a: Days, b: Days) -> bool:
    """Whether two stretches of days, both ends included, share a day."""
    return a[0] <= b[1] and b[0] <= a[1]


def days_apart(a: Days, b: Days) -> int:
    """How many days lie from the end of one stretch to the start of the other; 0 or less where they meet."""
    return max((a[0] - b[1]).days, (b[0] - a[1]).days)


def shifted(day: datetime.date, days: int) -> datetime.date:
    """The day that many days later, at most the last and at least the first that there is."""
    return datetime.date.fromordinal(min(max(day.toordinal() + days, 1), datetime.date.max.toordinal()))


@lru_cache(maxsize=4096)
def significant_digits(number: Number) -> str:
    """The digits of a number without sign, point, leading and trailing zeros: 10,300 → "103"."""
    return f"{abs(number):.12g}".split("e")[0].replace(".", "").strip("0") or "0"


def digits_swapped(a: Number, b: Number) -> bool:
    """Whether one number is the other with its digits in another order, the usual slip of the pen."""
    (first, in_order), (second, there) = _digits(a), _digits(b)
    return in_order == there and first != second


@lru_cache(maxsize=4096)
def _digits(number: Number) -> tuple[str, list[str]]:
    """A number as written, and its characters in order."""
    written = f"{number:g}"
    return written, sorted(written)
