"""Durations and sets as values: numbers of units, their conjunctions and their lengths in days."""

from msgspec import Struct

from factcheck.extract.timex import DAYS_PER_UNIT, DURATION_CODES
from factcheck.model import Duration, Hedge, Interval, Number, TimexType

_HALVES = {"hour": "PT30M", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y", "minute": "PT30S"}
_VAGUE_COUNT = {"few": (2, 10), "several": (3, 20), "couple": (2, 3)}


class Span(Struct, frozen=True, gc=False):
    """A number of units of time, as stated."""

    low: Number
    high: Number
    interval: Interval
    hedge: Hedge
    unit: str
    vague: bool = False


def span_duration(span: Span) -> Duration:
    """The value of "nearly three years", "eleven or twelve weeks", "half an hour"."""
    if span.low == span.high:
        value = half_value(span.unit) if span.low == 0.5 and span.unit in _HALVES else length_code(span.unit, span.low)
    else:
        value = f"{length_code(span.unit, span.low)}/{length_code(span.unit, span.high)}"
    return Duration(value, TimexType.DURATION, span.low, span.high, span.interval, span.hedge, span.unit, span.vague)


def half_value(unit: str) -> str:
    """The TIMEX3 value of half a unit."""
    return _HALVES[unit]


def vague_duration(unit: str, word: str) -> Duration:
    """The value of "several weeks", "months", "many years": X stands for the number that the words leave open."""
    low, high = _VAGUE_COUNT.get(word, (2, None))
    allowed = Interval(low, high)
    return Duration(
        length_code(unit, "X"), TimexType.DURATION, low, high or low, allowed, Hedge.EXACT, unit, vague=True
    )


def repeated(period: str) -> Duration:
    """The value of a set such as "every two days", whose period is a TIMEX3 duration or date pattern."""
    return Duration(period, TimexType.SET)


def joined(spans: list[Span]) -> Duration:
    """The value of "two hours, nineteen minutes and forty-seven seconds", counted in the finest unit."""
    unit = spans[-1].unit
    total = Interval(
        sum(in_unit(s.interval.low or 0, s.unit, unit) for s in spans),
        sum(in_unit(s.interval.high or s.high, s.unit, unit) for s in spans),
    )
    low = sum(in_unit(s.low, s.unit, unit) for s in spans)
    high = sum(in_unit(s.high, s.unit, unit) for s in spans)
    date = "".join(length_code(s.unit, s.low)[1:] for s in spans if not length_code(s.unit, 1).startswith("PT"))
    time = "".join(length_code(s.unit, s.low)[2:] for s in spans if length_code(s.unit, 1).startswith("PT"))
    value = f"P{date}" + (f"T{time}" if time else "")
    return Duration(value, TimexType.DURATION, low, high, total, spans[0].hedge, unit, any(s.vague for s in spans))


def ranged(low: Span, high: Span) -> Duration:
    """The value of "six months to two years": one duration between two, counted in the finer unit."""
    unit = min(low.unit, high.unit, key=lambda u: DAYS_PER_UNIT[u])
    ends = in_unit(low.low, low.unit, unit), in_unit(high.high, high.unit, unit)
    value = f"{length_code(low.unit, low.low)}/{length_code(high.unit, high.high)}"
    return Duration(value, TimexType.DURATION, *ends, Interval(*ends), low.hedge, unit)


def time_taken(hours: int, minutes: int, seconds: int) -> Duration:
    """The value of 2:19:47, counted in seconds."""
    total = hours * 3600 + minutes * 60 + seconds
    value = f"PT{hours}H{minutes}M{seconds}S"
    return Duration(value, TimexType.DURATION, total, total, Interval(total, total), Hedge.EXACT, "second")


def in_unit(number: Number, unit: str, other: str) -> Number:
    """A number of one unit counted in another; months and years by their calendar ratio, the rest by mean days."""
    if unit == other:
        return number
    ratio = (sum(DAYS_PER_UNIT[unit]) / 2) / (sum(DAYS_PER_UNIT[other]) / 2)
    product = number * (12 if (unit, other) == ("year", "month") else ratio)
    return round(product) if abs(product - round(product)) < 1e-9 else product


def days_in(duration: Duration) -> tuple[float | None, float | None] | None:
    """The days [fewest, most] that a duration's interval allows (None is unbounded); None for a set."""
    if duration.unit not in DAYS_PER_UNIT or duration.interval is None:
        return None
    least, most = DAYS_PER_UNIT[duration.unit]
    low, high = duration.interval.low, duration.interval.high
    return None if low is None else low * least, None if high is None else high * most


def length_code(unit: str, number: Number | str) -> str:
    """The TIMEX3 value of a number of units; a fortnight is two weeks."""
    if unit == "fortnight" and not isinstance(number, str):
        unit, number = "week", number * 2
    text = number if isinstance(number, str) else f"{number:g}" if number < 1e6 else str(int(number))
    return DURATION_CODES[unit].format(text)
