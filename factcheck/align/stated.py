"""What a quantity and a duration have in common: stated bounds, the interval the words allow, a unit."""

from msgspec import Struct
from msgspec.structs import replace

from factcheck.extract.unit import convert
from factcheck.interval import widened
from factcheck.model import Claim, Duration, Hedge, Interval, Number, Quantity, Trend

# Months and years have no fixed number of days, so a figure converted through them is no more exact than this share.
_CALENDAR_SLACK = 0.02
_TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"})


class Stated(Struct, frozen=True):
    """The figures of one claim, all in `unit`."""

    low: Number
    high: Number
    interval: Interval
    hedge: Hedge
    unit: str | None
    vague: bool
    trend: Trend | None

    @property
    def is_range(self) -> bool:
        """Whether two different numbers were stated."""
        return self.low != self.high


def stated(claim: Claim) -> Stated | None:
    """The figures of a quantity or duration claim; None for any other kind, and for a duration without a number."""
    value = claim.mention.value
    if not isinstance(value, Quantity | Duration) or value.low is None or value.high is None or value.interval is None:
        return None
    trend = value.trend if isinstance(value, Quantity) else None
    return Stated(value.low, value.high, value.interval, value.hedge, value.unit, value.vague, trend)


def in_unit(figures: Stated, unit: str | None) -> Stated | None:
    """The same figures in another unit; None where no fixed factor leads there."""
    if figures.unit == unit:
        return figures
    if figures.unit is None or unit is None:
        return None
    numbers = (figures.low, figures.high, figures.interval.low, figures.interval.high)
    converted = [None if n is None else convert(n, figures.unit, unit) for n in numbers]
    low, high = converted[0], converted[1]
    if low is None or high is None:
        return None
    interval = Interval(converted[2], converted[3])
    if unit in _TIME_UNITS:
        interval = widened(interval, _CALENDAR_SLACK)
    return replace(figures, low=low, high=high, interval=interval, unit=unit)
