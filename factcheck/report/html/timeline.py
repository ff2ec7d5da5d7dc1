"""Timelines of changing figures: each value against the day it speaks of, joined in steps."""

from collections.abc import Sequence

from msgspec import Struct

from factcheck.model import Date, Verdict
from factcheck.report.html.axis import Axis, Tick, number_axis, number_ticks
from factcheck.report.html.day_axis import day_axis, day_ticks, years_of
from factcheck.report.html.extent import days
from factcheck.report.html.rows import MAX_ROWS, Row
from factcheck.report.signs import SIGNS, counted

_TOP, _BOTTOM, _FOOT = 14.0, 146.0, 172
_CAPTION = 16


class Mark(Struct, frozen=True):
    """A value at its time: `x` in per cent, `y` and the ends of what its words allow in pixels from the top.

    `stated` tells a time that the source states from its day of publication, which is a weak sign of it.
    """

    label: str
    verdict: Verdict
    x: float
    y: float
    top: float
    bottom: float
    stated: bool


class Timeline(Struct, frozen=True):
    """Marks in the order of time, joined by steps; `levels` are the ticks of the values, in pixels from the top.

    The ticks of time stand `foot` pixels from the top, and below them the `years` that they are in.
    """

    template: str
    spoken: str
    height: int
    foot: int
    years: str
    ticks: tuple[Tick, ...]
    levels: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    further: str


def timeline(rows: Sequence[Row]) -> Timeline | None:
    """The picture of figures that speak of at least two times; None of others."""
    dated = [(time, row) for row in rows if not isinstance(row.claim.mention.value, Date) and (time := _time(row))]
    dated.sort(key=lambda pair: (pair[0][0], pair[1].number))
    shown = dated[-MAX_ROWS:]
    if len({time for (time, _), _ in shown}) < 2:
        return None
    across = day_axis([time for (time, _), _ in shown])
    up = number_axis([bound for _, row in shown for bound in _bounds(row)])
    unit, years = shown[0][1].unit, years_of(across)
    spoken = "; ".join(f"{row.spoken}, {_day(row)}" for _, row in shown)
    return Timeline(
        "timeline.svg",
        f"Timeline{f', unit {unit}' if unit else ''}. {spoken}",
        _FOOT + (_CAPTION if years else 0),
        _FOOT,
        years,
        day_ticks(across),
        _levels(up, unit),
        tuple(_mark(row, across.at(time), stated, up) for (time, stated), row in shown),
        f"{counted(len(rows) - len(shown), 'value')} not shown here" if len(rows) > len(shown) else "",
    )


def _levels(up: Axis, unit: str) -> tuple[Tick, ...]:
    """The ticks of the values, the highest one with the unit."""
    ticks = number_ticks(up)
    labels = [*(tick.label for tick in ticks[:-1]), *(f"{tick.label} {unit}".rstrip() for tick in ticks[-1:])]
    return tuple(Tick(_y(up, tick.at), label) for tick, label in zip(ticks, labels, strict=True))


def _time(row: Row) -> tuple[float, bool] | None:
    """When the claim's figure held, as an ordinal, and whether the words state it."""
    claim = row.claim
    if claim.as_of:
        start, end = days(*claim.as_of, claim.as_of_clock)
        return (start + end) / 2, True
    return (claim.published.toordinal() + 0.5, False) if claim.published else None


def _bounds(row: Row) -> tuple[float, ...]:
    extent = row.extent
    return tuple(b for b in (extent.stated_low, extent.stated_high, extent.low, extent.high) if b is not None)


def _mark(row: Row, x: float, stated: bool, up: Axis) -> Mark:
    extent = row.extent
    low, high = extent.stated_low, extent.stated_high
    return Mark(
        f"{row.number}  {SIGNS[row.verdict]} {row.label}",
        row.verdict,
        x,
        _y(up, up.at((low + high) / 2)),
        _TOP if extent.high is None else _y(up, up.at(max(high, extent.high))),
        _BOTTOM if extent.low is None else _y(up, up.at(min(low, extent.low))),
        stated,
    )


def _y(up: Axis, share: float) -> float:
    first, last = up.at(up.low), up.at(up.high)
    return round(_BOTTOM - (share - first) / (last - first) * (_BOTTOM - _TOP), 1)


def _day(row: Row) -> str:
    claim = row.claim
    return f"as of {claim.as_of[0]}" if claim.as_of else f"published {claim.published}"
