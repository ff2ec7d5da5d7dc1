"""What a quantity and a duration have in common: stated bounds, the interval the words allow, a unit."""

from msgspec import Struct
from msgspec.structs import replace

from factcheck.extract.unit import convert
from factcheck.interval import is_point, meet, widened
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
    is_money: bool

    @property
    def is_range(self) -> bool:
        """Whether two different numbers were stated."""
        return self.low != self.high

    @property
    def is_plain(self) -> bool:
        """Whether one number was stated, without any hedge."""
        return self.hedge is Hedge.EXACT and not self.vague and not self.is_range


def stated(claim: Claim) -> Stated | None:
    """The figures of a quantity or duration claim; None for any other kind, and for a duration without a number."""
    value = claim.mention.value
    if not isinstance(value, Quantity | Duration) or value.low is None or value.high is None or value.interval is None:
        return None
    trend = value.trend if isinstance(value, Quantity) else None
    is_money = isinstance(value, Quantity) and value.dimension == "currency"
    return Stated(value.low, value.high, value.interval, value.hedge, value.unit, value.vague, trend, is_money)


def in_unit(figures: Stated, unit: str | None) -> Stated | None:
    """The same figures in another unit; None where no fixed factor leads there."""
    if figures.unit == unit:
        return figures
    if figures.unit is None or unit is None:
        return None
    if figures.is_money:
        return figures if _one_currency(figures.unit, unit) else None
    numbers = (figures.low, figures.high, figures.interval.low, figures.interval.high)
    converted = [None if n is None else convert(n, figures.unit, unit) for n in numbers]
    low, high = converted[0], converted[1]
    if low is None or high is None:
        return None
    interval = Interval(converted[2], converted[3])
    if unit in _TIME_UNITS:
        interval = widened(interval, _CALENDAR_SLACK)
    return replace(figures, low=low, high=high, interval=interval, unit=unit)


def figures_meet(a: Stated, b: Stated, tolerance: float = 0.0) -> bool:
    """Whether two figures of one unit can both be right, each bound widened by `tolerance` of its size.

    Of two plain figures one must be a rounding of the other; cells that merely overlap are not enough.
    """
    left, right = widened(a.interval, tolerance), widened(b.interval, tolerance)
    if a.is_plain and b.is_plain:
        return _holds(left, b.low) or _holds(right, a.low)
    return meet(left, right)


def _holds(cell: Interval, number: Number) -> bool:
    """Whether a number rounds to the one whose cell this is; the edges of a cell belong to neither neighbour."""
    if cell.low is None or cell.high is None or is_point(cell):
        return meet(cell, Interval(number, number))
    return cell.low < number < cell.high


def same_number_of_other_currency(a: Stated, b: Stated) -> bool:
    """Whether two sums are one number with two currencies' names, which no exchange rate makes likely."""
    if not (a.is_money and b.is_money) or a.unit is None or b.unit is None or _one_currency(a.unit, b.unit):
        return False
    return (a.low, a.high) == (b.low, b.high) and a.unit.partition(" per ")[2] == b.unit.partition(" per ")[2]


def _one_currency(a: str, b: str) -> bool:
    """Whether two names may mean one currency: "dollar" is also what Canadians call theirs."""
    (first, _, per_a), (second, _, per_b) = a.partition(" per "), b.partition(" per ")
    return per_a == per_b and (first == second or first.endswith(" " + second) or second.endswith(" " + first))
