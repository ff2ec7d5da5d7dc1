"""What a quantity and a duration have in common: stated bounds, the interval the words allow, a unit."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from factcheck.extract.rounding import tidy
from factcheck.extract.unit import convert
from factcheck.interval import meet, widened
from factcheck.model import Claim, Duration, Hedge, Interval, Number, Quantity, Trend

# Months and years have no fixed number of days, so a figure converted through them is no more exact than this share.
_CALENDAR_SLACK = 0.02
# What English calls several currencies that have names of their own.
_CALLED = {"crown": ("krona", "krone", "koruna")}
_NIGHT, _DAY = "night", "day"
_TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"})
_PER = " per "
# How often a stretch of time comes in a year; an hour's rate says nothing of a year's, for nobody works all of them.
_A_YEAR = {"day": 365, "week": 52, "month": 12, "quarter": 4, "year": 1, "century": 0.01}
_PERCENT, _FOLD = "percentage", "fold"
_POINT, _POINTS = "percentage point", frozenset({"percentage point", "basis point"})
# A multiple is a round number: "halved" allows an eighth of the change either side.
_ROUND_SHARE = 0.125
_SAME = 1e-9
_EXACT = Hedge.EXACT
# Newspapers mean three by it: the short ton of 907 kg, the tonne and the long ton of 1,016 kg.
_TON, _TONNE, _TONNES_A_TON = "ton", "tonne", (0.90718474, 1.0160469088)


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
    is_multiple: bool = False

    @property
    def is_range(self) -> bool:
        """Whether two different numbers were stated."""
        return self.low != self.high

    @property
    def is_plain(self) -> bool:
        """Whether one number was stated, without any hedge."""
        return self.low == self.high and self.hedge is _EXACT and not self.vague


def stated(claim: Claim) -> Stated | None:
    """The figures of a quantity or duration claim; None for any other kind, and for a duration without a number."""
    value = claim.mention.value
    if not isinstance(value, Quantity | Duration) or value.low is None or value.high is None or value.interval is None:
        return None
    trend = value.trend if isinstance(value, Quantity) else None
    is_money = isinstance(value, Quantity) and value.dimension == "currency"
    figures = Stated(value.low, value.high, value.interval, value.hedge, value.unit, value.vague, trend, is_money)
    return _as_share(figures) if value.unit == _FOLD and trend else figures


def _as_share(multiple: Stated) -> Stated:
    """A change by a factor as one in per cent: "doubled" is up by 100, "halved" down by 50."""
    if multiple.trend is Trend.UP:
        return replace(_mapped(multiple, lambda factor: tidy((factor - 1) * 100), _PERCENT), is_multiple=True)
    factor = multiple.low if multiple.low < 1 else 1 / multiple.low
    share = tidy((1 - factor) * 100)
    slack = 0 if multiple.interval.low is None or multiple.interval.high is None else _ROUND_SHARE * share
    # The words bound how far it fell: "more than halved" is down by more than 50.
    over = multiple.hedge in {Hedge.OVER, Hedge.AT_LEAST}
    under = multiple.hedge in {Hedge.UNDER, Hedge.AT_MOST}
    interval = Interval(None if under else share - slack, None if over else share + slack)
    return replace(multiple, low=share, high=share, interval=interval, unit=_PERCENT, is_multiple=True)


def beside(figures: Stated, other: Stated) -> Stated | None:
    """The figures in the unit of the other ones; None where the two cannot be compared.

    A multiple is compared with changes only. Of rates over different times only those that come to the same are
    comparable: what was sold in March is not sold twelve times a year. So are a rate by the head, or the piece, and a
    figure that does not say so: "8.5 kg per person" and a ration of "8.5 kg".
    """
    if figures.is_multiple != other.is_multiple and figures.trend is not other.trend:
        return None
    if figures.unit == other.unit or figures.unit is None or other.unit is None:
        return figures if figures.unit == other.unit else None
    rate = _over_the_time_of(figures, other.unit) or _for_each(figures, other.unit)
    if rate is not None:
        return rate if figures_meet(rate, other) else None
    return in_unit(figures, other.unit)


def in_one_unit(left: Stated, right: Stated) -> tuple[Stated, Stated] | None:
    """Both figures in the smaller of their two units, whichever comes first; None where they cannot be compared."""
    if left.unit == right.unit and left.is_multiple == right.is_multiple:
        return left, right
    there = beside(right, left)
    if there is None or abs(there.high) >= abs(right.high):
        return (left, there) if there else None
    here = beside(left, right)
    return (here, right) if here else None


def in_unit(figures: Stated, unit: str | None) -> Stated | None:
    """The same figures in another unit; None where no fixed factor leads there."""
    if figures.unit == unit:
        return figures
    if figures.unit is None or unit is None:
        return None
    if figures.is_money:
        return figures if _one_currency(figures.unit, unit) else None
    if figures.unit == _TON:
        return in_unit(_scaled(figures, _TONNE, *_TONNES_A_TON), unit)
    if unit == _TON:
        tonnes = in_unit(figures, _TONNE)
        least, most = _TONNES_A_TON
        return _scaled(tonnes, _TON, 1 / most, 1 / least) if tonnes else None
    if _NIGHT in (figures.unit, unit):
        return _nights(figures, unit)
    from_unit = figures.unit
    if convert(figures.low, from_unit, unit) is None:
        return None
    converted = _mapped(figures, lambda number: convert(number, from_unit, unit) or 0, unit)
    if unit in _TIME_UNITS:
        return replace(converted, interval=widened(converted.interval, _CALENDAR_SLACK))
    return converted


def _nights(figures: Stated, unit: str) -> Stated | None:
    """Nights as days, or days as nights: three nights may be counted as three days or as four."""
    if figures.unit == _NIGHT:
        low, high = figures.interval.low, figures.interval.high
        allowed = Interval(low, None if high is None else high + 1)
        return in_unit(replace(figures, high=figures.high + 1, interval=allowed, unit=_DAY), unit)
    days = in_unit(figures, _DAY)
    if days is None:
        return None
    low, high = days.interval.low, days.interval.high
    return replace(days, low=days.low - 1, interval=Interval(None if low is None else low - 1, high), unit=_NIGHT)


def _scaled(figures: Stated, unit: str, least: float, most: float) -> Stated:
    """The same numbers in `unit`, which is between `least` and `most` of theirs."""
    low, high = figures.interval.low, figures.interval.high
    interval = Interval(None if low is None else low * least, None if high is None else high * most)
    return replace(figures, interval=interval, unit=unit)


def _mapped(figures: Stated, change: Callable[[Number], Number], unit: str) -> Stated:
    """The figures in `unit`, each number changed by a function that only rises."""
    low, high = figures.interval.low, figures.interval.high
    interval = Interval(None if low is None else change(low), None if high is None else change(high))
    return replace(figures, low=change(figures.low), high=change(figures.high), interval=interval, unit=unit)


def _over_the_time_of(figures: Stated, unit: str) -> Stated | None:
    """A rate over one stretch of time as the rate over another one; None where the units are not two such rates."""
    (what, _, time), (what_there, _, time_there) = (u.partition(_PER) for u in (figures.unit or "", unit))
    if time == time_there or time not in _A_YEAR or time_there not in _A_YEAR:
        return None
    same = in_unit(replace(figures, unit=what), what_there)
    if same is None:
        return None
    factor = _A_YEAR[time] / _A_YEAR[time_there]
    over = _mapped(same, lambda number: tidy(number * factor), unit)
    return (
        replace(over, interval=widened(over.interval, _CALENDAR_SLACK))
        if {time, time_there} & {"day", "week"}
        else over
    )


def _for_each(figures: Stated, unit: str) -> Stated | None:
    """Figures by the head or the piece in a unit without one, or the reverse; None where the units are not such two."""
    (what, _, each), (what_there, _, each_there) = ((u or "").partition(_PER) for u in (figures.unit, unit))
    if bool(each) == bool(each_there) or (each or each_there) in _TIME_UNITS:
        return None
    same = in_unit(replace(figures, unit=what), what_there)
    return replace(same, unit=unit) if same else None


def figures_meet(a: Stated, b: Stated, tolerance: float = 0.0) -> bool:
    """Whether two figures of one unit can both be right, each bound widened by `tolerance` of its size.

    Of two plain figures one must be a rounding of the other; cells that merely overlap are not enough.
    """
    left, right = a.interval, b.interval
    if tolerance:
        left, right = widened(left, tolerance), widened(right, tolerance)
    if a.is_plain and b.is_plain:
        return _holds(left, b.low) or _holds(right, a.low)
    return meet(left, right)


def _holds(cell: Interval, number: Number) -> bool:
    """Whether a number rounds to the one whose cell this is; the edges of a cell belong to neither neighbour."""
    low, high = cell.low, cell.high
    if low is not None and high is not None and low != high:
        return low < number < high
    return (low is None or low <= number) and (high is None or number <= high)


def same_number_of_other_unit(a: Stated, b: Stated) -> bool:
    """Whether two figures are one number with two units that cannot both be right, as a slip of the pen leaves them.

    Two currencies, which no exchange rate makes likely; per cent and percentage points of one change; miles and
    kilometres, where the lengths do not meet.
    """
    if a.unit is None or b.unit is None or a.unit == b.unit:
        return False
    if a.is_money and b.is_money:
        same_rate = a.unit.partition(_PER)[2] == b.unit.partition(_PER)[2]
        return not _one_currency(a.unit, b.unit) and _same_number(a, b) and same_rate
    if {a.unit, b.unit} & _POINTS and _PERCENT in {a.unit, b.unit}:
        points, share = (a, b) if b.unit == _PERCENT else (b, a)
        there = in_unit(points, _POINT)
        return a.trend is not None and a.trend is b.trend and there is not None and _same_number(there, share)
    there = in_unit(b, a.unit)
    return there is not None and _same_number(a, b) and not figures_meet(a, there)


def _same_number(a: Stated, b: Stated) -> bool:
    return all(abs(x - y) <= _SAME * max(abs(x), abs(y)) for x, y in ((a.low, b.low), (a.high, b.high)))


def _one_currency(a: str, b: str) -> bool:
    """Whether two names may mean one currency: "dollar" is also what Canadians call theirs, "crown" the krona."""
    (first, _, per_a), (second, _, per_b) = a.partition(" per "), b.partition(" per ")
    return per_a == per_b and (first == second or _is_kind_of(first, second) or _is_kind_of(second, first))


def _is_kind_of(currency: str, general: str) -> bool:
    return currency.endswith((f" {general}", *_CALLED.get(general, ())))
