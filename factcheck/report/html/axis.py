"""Scales that place numbers and days on a line, in per cent of its width, with round ticks."""

import datetime
import math
from collections.abc import Iterable, Iterator

from msgspec import Struct

_MARGIN = 4.0
_TICKS = 4
_LOGARITHMIC_FROM = 100
_GREATEST = 1e300  # the difference of two larger ones can be infinite
_SAME = 1e-9
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 3, 6)
_HOUR_STEPS = (1, 3, 6, 12)
_DAYS_A_MONTH = 30.4
_MONTHS_A_YEAR = 12
_POWERS = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


class Tick(Struct, frozen=True):
    """A mark on an axis: where, in per cent, and what it says; the name of a day stands between two lines, on none."""

    at: float
    label: str
    line: bool = True


class Axis(Struct, frozen=True):
    """A scale from `low` to `high`, with a margin at both ends for what lies beyond."""

    low: float
    high: float
    logarithmic: bool = False

    def at(self, value: float) -> float:
        """Where the value lies, in per cent of the width, one decimal; what lies beyond the scale at its edge."""
        low, high, value = (
            math.log10(v) if self.logarithmic else v for v in (self.low, self.high, self._within(value))
        )
        share = (value - low) / (high - low)
        return round(_MARGIN + share * (100 - 2 * _MARGIN), 1)

    def _within(self, value: float) -> float:
        return min(max(value, self.low), self.high)


def number_axis(values: Iterable[float]) -> Axis:
    """An axis that shows all the values, logarithmic where they differ a hundredfold."""
    shown = [min(max(float(v), -_GREATEST), _GREATEST) for v in values]
    low, high = min(shown), max(shown)
    if low > 0 and high / low >= _LOGARITHMIC_FROM:
        return Axis(low, high, logarithmic=True)
    if high - low <= max(abs(low), abs(high)) * _SAME + 1 / _GREATEST:
        room = abs(high) / 2 or 1.0
        return Axis(low - room, high + room)
    return Axis(low, high)


def number_ticks(axis: Axis) -> tuple[Tick, ...]:
    """A few round numbers on the axis."""
    values = _powers(axis) if axis.logarithmic else _multiples(axis.low, axis.high)
    return tuple(Tick(axis.at(v), number_label(v)) for v in values if axis.low <= v <= axis.high)


def number_label(value: float) -> str:
    """A round number as short as it can be read: "12,000", "1.5 million"."""
    for power, name in _POWERS:
        if abs(value) >= power:
            return f"{value / power:,.4g} {name}" if abs(value) < 1e18 else f"{value:.3g}"
    return f"{value:,.10g}"


def _multiples(low: float, high: float) -> Iterator[float]:
    rough = (high - low) / _TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(m * power for m in (1, 2, 5, 10) if m * power >= rough * 0.99)
    first = math.ceil(low / step)
    return (round((first + n) * step, 12) for n in range(_TICKS + 2))


def _powers(axis: Axis) -> list[float]:
    exponents = range(math.floor(math.log10(axis.low)), math.ceil(math.log10(axis.high)) + 1)
    return [10.0**e for e in exponents[:: 1 + len(exponents) // (_TICKS + 2)]]


def day_axis(days: Iterable[float]) -> Axis:
    """An axis of days as ordinals (midnight is a whole number) that shows all of them, at least one day long."""
    shown = list(days)
    low, high = min(shown), max(shown)
    return Axis(low, max(high, low + 1 / 24))


def day_ticks(axis: Axis) -> tuple[Tick, ...]:
    """A few hours, days, firsts of months or years on the axis."""
    span = axis.high - axis.low
    if span <= _TICKS + 1 and axis.low % 1 == axis.high % 1 == 0:
        return tuple(_each_day(axis))
    if span <= 2:
        return _hour_ticks(axis, span)
    step = next((s for s in _DAY_STEPS if span / s <= _TICKS + 1), 0)
    if step:
        first = math.ceil(axis.low)
        ordinals = range(first, math.floor(axis.high) + 1, step)
        return tuple(Tick(axis.at(o), _day_label(_date(o), with_year=o == first)) for o in ordinals)
    return tuple(
        Tick(
            axis.at(day.toordinal()), day.strftime("%b ") + str(day.year) if months < _MONTHS_A_YEAR else str(day.year)
        )
        for months, day in _firsts(axis)
        if axis.low <= day.toordinal() <= axis.high
    )


def _each_day(axis: Axis) -> Iterator[Tick]:
    for ordinal in range(int(axis.low), int(axis.high)):
        yield Tick(axis.at(ordinal), "")
        label = _day_label(_date(ordinal), with_year=ordinal == axis.low)
        yield Tick(axis.at(ordinal + 0.5), label, line=False)
    yield Tick(axis.at(axis.high), "")


def _hour_ticks(axis: Axis, span: float) -> tuple[Tick, ...]:
    step = next((s for s in _HOUR_STEPS if span * 24 / s <= _TICKS + 1), 24)
    first = math.ceil(axis.low * 24 / step) * step
    hours = range(first, math.floor(axis.high * 24) + 1, step)
    return tuple(Tick(axis.at(h / 24), f"{h % 24}:00" if h % 24 else _day_label(_date(h // 24))) for h in hours)


def _firsts(axis: Axis) -> Iterator[tuple[int, datetime.date]]:
    """The first days of the months that begin a step, with the step in months."""
    months = (axis.high - axis.low) / _DAYS_A_MONTH / _TICKS
    step = next((s for s in _MONTH_STEPS if months <= s), 0)
    if not step:
        years = max(1.0, months / _MONTHS_A_YEAR)
        power = 10 ** math.floor(math.log10(years))
        step = _MONTHS_A_YEAR * next(m * power for m in (1, 2, 5, 10) if m * power >= years)
    start = _date(axis.low)
    first = math.ceil((start.year * _MONTHS_A_YEAR + start.month - 1) / step) * step
    for month in range(first, first + step * (_TICKS + 3), step):
        if datetime.MINYEAR <= month // _MONTHS_A_YEAR <= datetime.MAXYEAR:
            yield step, datetime.date(month // _MONTHS_A_YEAR, month % _MONTHS_A_YEAR + 1, 1)


def _date(ordinal: float) -> datetime.date:
    return datetime.date.fromordinal(min(max(int(ordinal), 1), datetime.date.max.toordinal()))


def _day_label(day: datetime.date, *, with_year: bool = True) -> str:
    return f"{day.day} {day:%b}" + (f" {day.year}" if with_year else "")
