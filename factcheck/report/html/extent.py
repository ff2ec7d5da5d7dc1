"""What a value covers on an axis of numbers or days."""

import datetime

from msgspec import Struct

from factcheck.model import Claim, Date, Duration, Hedge, Interval, Measured, Number, Quantity
from factcheck.report.records import number

_MINUTES_A_DAY = 1440
_BOUNDS = (Hedge.OVER, Hedge.AT_LEAST, Hedge.UNDER, Hedge.AT_MOST)

Bound = float | None


class Extent(Struct, frozen=True):
    """What a value covers on its axis: as stated, and as its words allow, where None is unbounded.

    `vague` marks a value that states no number of its own ("thousands").
    """

    stated_low: float
    stated_high: float
    low: Bound
    high: Bound
    vague: bool = False


def extent_of(claim: Claim, measured: Measured | None = None) -> Extent | None:
    """What the claim's value covers, a date in days as ordinals; None for what has no place on an axis.

    Given what it comes to in the unit of a scale, it is that which is drawn.
    """
    value = claim.mention.value
    match value:
        case Quantity() | Duration() if measured:
            return _amount(measured.stated, measured.allowed, value)
        case Quantity() | Duration() if value.interval is not None:
            return _amount(Interval(value.low, value.high), value.interval, value)
        case Date() if value.first is not None and value.last is not None:
            low, high = days(value.first, value.last, value.clock)
            return Extent(low, high, low, high)
        case _:
            return None


def days(first: datetime.date, last: datetime.date, clock: tuple[int, int] | None) -> tuple[float, float]:
    """A stretch of days, both included, or of a time of day on them, as ordinals from midnight on."""
    start, end = clock or (0, _MINUTES_A_DAY)
    return first.toordinal() + start / _MINUTES_A_DAY, last.toordinal() + max(start, end) / _MINUTES_A_DAY


def _amount(stated: Interval, allowed: Interval, value: Quantity | Duration) -> Extent | None:
    low, high = _finite(stated.low), _finite(stated.high)
    if low is None or high is None:
        return None
    vague = value.vague and value.hedge not in _BOUNDS
    return Extent(low, high, _finite(allowed.low), _finite(allowed.high), vague)


def _finite(value: Number | None) -> float | None:
    shown = number(value)
    return None if shown is None else float(shown)
