"""Scales that place days and hours on a line; days are ordinals, of which a whole number is midnight."""

import datetime
import math
from collections.abc import Iterable, Iterator

from factcheck.report.html.axis import TICKS, Axis, Tick

_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 3, 6)
_HOUR_STEPS = (1, 3, 6, 12)
_DAYS_A_MONTH = 30.5
_MONTHS_A_YEAR = 12
_LONGEST_IN_DAYS = _DAY_STEPS[-1] * (TICKS + 1)


def day_axis(days: Iterable[float]) -> Axis:
    """An axis that shows all the days, at least an hour long."""
    shown = list(days)
    low, high = min(shown), max(shown)
    return Axis(low, max(high, low + 1 / 24))


def years_of(axis: Axis) -> str:
    """The year or the two years that the axis lies in, where its ticks do not name them."""
    first, last = _date(axis.low).year, _date(math.ceil(axis.high) - 1).year
    if first == last:
        return str(first)
    return f"{first}–{last}" if axis.high - axis.low <= _LONGEST_IN_DAYS else ""


def day_ticks(axis: Axis) -> tuple[Tick, ...]:
    """A few hours, days, firsts of months or years on the axis."""
    span = axis.high - axis.low
    if span <= TICKS + 1 and axis.low % 1 == axis.high % 1 == 0:
        return tuple(_each_day(axis))
    if span <= 2:
        return _hour_ticks(axis, span)
    step = next((s for s in _DAY_STEPS if span / s <= TICKS + 1), 0)
    if step:
        ordinals = range(math.ceil(axis.low), math.floor(axis.high) + 1, step)
        return tuple(Tick(axis.at(ordinal), _day_label(ordinal)) for ordinal in ordinals)
    form = "%b" if years_of(axis) else "%b %Y"
    return tuple(
        Tick(axis.at(day.toordinal()), day.strftime(form) if months < _MONTHS_A_YEAR else str(day.year))
        for months, day in _firsts(axis)
        if axis.low <= day.toordinal() <= axis.high
    )


def _each_day(axis: Axis) -> Iterator[Tick]:
    for ordinal in range(int(axis.low), int(axis.high)):
        yield Tick(axis.at(ordinal), "")
        yield Tick(axis.at(ordinal + 0.5), _day_label(ordinal), line=False)
    yield Tick(axis.at(axis.high), "")


def _hour_ticks(axis: Axis, span: float) -> tuple[Tick, ...]:
    step = next((s for s in _HOUR_STEPS if span * 24 / s <= TICKS + 1), 24)
    first = math.ceil(axis.low * 24 / step) * step
    hours = range(first, math.floor(axis.high * 24) + 1, step)
    return tuple(Tick(axis.at(h / 24), f"{h % 24}:00" if h % 24 else _day_label(h // 24)) for h in hours)


def _firsts(axis: Axis) -> Iterator[tuple[int, datetime.date]]:
    """The first days of the months that begin a step, with the step in months."""
    months = (axis.high - axis.low) / _DAYS_A_MONTH / TICKS
    step = next((s for s in _MONTH_STEPS if months <= s), 0)
    if not step:
        years = max(1.0, months / _MONTHS_A_YEAR)
        power = 10 ** math.floor(math.log10(years))
        step = _MONTHS_A_YEAR * next(m * power for m in (1, 2, 5, 10) if m * power >= years)
    start = _date(axis.low)
    first = math.ceil((start.year * _MONTHS_A_YEAR + start.month - 1) / step) * step
    for month in range(first, first + step * (TICKS + 3), step):
        if datetime.MINYEAR <= month // _MONTHS_A_YEAR <= datetime.MAXYEAR:
            yield step, datetime.date(month // _MONTHS_A_YEAR, month % _MONTHS_A_YEAR + 1, 1)


def _date(ordinal: float) -> datetime.date:
    return datetime.date.fromordinal(min(max(int(ordinal), 1), datetime.date.max.toordinal()))


def _day_label(ordinal: int) -> str:
    day = _date(ordinal)
    return f"{day.day} {day:%b}"
