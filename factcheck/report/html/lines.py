"""Number lines and calendar lines: every value as a point, a range, a cell of rounding or an open bound."""

from collections.abc import Sequence

from msgspec import Struct

from factcheck.model import Date, Verdict
from factcheck.report.html.axis import Axis, Tick, number_axis, number_ticks
from factcheck.report.html.day_axis import day_axis, day_ticks, years_of
from factcheck.report.html.extent import Extent
from factcheck.report.html.rows import MAX_ROWS, Row
from factcheck.report.signs import SIGNS, counted

_ROW_HEIGHT = 34
_HEAD = 6
_FOOT = 22
_CAPTION = 16
_LEAST_WIDTH = 0.8
_SAME = 1e-9


class Shape(Struct, frozen=True):
    """One drawn value, in per cent: where it is stated, and the `band` that its words allow if that is more."""

    label: str
    verdict: Verdict
    top: int
    left: float
    right: float
    band: tuple[float, float] | None
    open_low: bool
    open_high: bool
    vague: bool

    @property
    def point(self) -> bool:
        """Whether what is stated is too narrow to be drawn as a range."""
        return self.right - self.left < _LEAST_WIDTH


class LinePicture(Struct, frozen=True):
    """The rows below each other over one axis; `spoken` says what they show to those who do not see it.

    The ticks stand `bottom` pixels from the top, and the `caption` below says what they count, or the year they are in.
    """

    template: str
    spoken: str
    height: int
    bottom: int
    caption: str
    ticks: tuple[Tick, ...]
    shapes: tuple[Shape, ...]
    further: str


def line_picture(rows: Sequence[Row]) -> LinePicture | None:
    """The picture of values that share an axis; None of fewer than two."""
    if len(rows) < 2:
        return None
    shown = rows[:MAX_ROWS]
    dates = isinstance(shown[0].claim.mention.value, Date)
    ends = _ends([row.extent for row in shown])
    axis = day_axis(ends) if dates else number_axis(ends)
    spoken = "; ".join(row.spoken for row in shown)
    bottom, unit = _HEAD + _ROW_HEIGHT * len(shown) + _FOOT, shown[0].unit
    caption = years_of(axis) if dates else f"unit: {unit}" if unit else ""
    return LinePicture(
        "line.svg",
        f"{'Calendar' if dates else 'Number'} line{f', unit {unit}' if unit else ''}. {spoken}",
        bottom + (_CAPTION if caption else 0),
        bottom,
        caption,
        day_ticks(axis) if dates else number_ticks(axis),
        tuple(_shape(row, axis, _HEAD + _ROW_HEIGHT * place) for place, row in enumerate(shown)),
        f"… and {counted(len(rows) - len(shown), 'further value')}" if len(rows) > len(shown) else "",
    )


def _ends(extents: Sequence[Extent]) -> list[float]:
    """What the axis has to show: a vague word's wide range would press the others together, so it runs on beyond."""
    precise = [extent for extent in extents if not extent.vague] or extents
    bounds = (bound for e in precise for bound in (e.stated_low, e.stated_high, e.low, e.high))
    return [bound for bound in bounds if bound is not None]


def _shape(row: Row, axis: Axis, top: int) -> Shape:
    extent = row.extent
    low = 0.0 if _beyond(extent.low, axis.low, -1) else axis.at(extent.low or 0)
    high = 100.0 if _beyond(extent.high, axis.high, 1) else axis.at(extent.high or 0)
    left, right = (low, high) if extent.vague else (axis.at(extent.stated_low), axis.at(extent.stated_high))
    return Shape(
        f"{row.number}  {SIGNS[row.verdict]} {row.label}",
        row.verdict,
        top,
        left,
        right,
        (low, high) if extent.vague or low < left or high > right else None,
        low == 0.0,
        high == 100.0,
        extent.vague,
    )


def _beyond(bound: float | None, edge: float, direction: int) -> bool:
    return bound is None or (bound - edge) * direction > abs(edge) * _SAME
