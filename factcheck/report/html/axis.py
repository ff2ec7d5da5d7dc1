"""Scales that place numbers on a line, in per cent of its width, with round ticks."""

import math
from collections.abc import Iterable, Iterator

from msgspec import Struct

_MARGIN = 4.0
TICKS = 4
_LOGARITHMIC_FROM = 100
_GREATEST = 1e300  # the difference of two larger ones can be infinite
_SAME = 1e-9
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
    rough = (high - low) / TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(m * power for m in (1, 2, 5, 10) if m * power >= rough * 0.99)
    first = math.ceil(low / step)
    return (round((first + n) * step, 12) for n in range(TICKS + 2))


def _powers(axis: Axis) -> list[float]:
    exponents = range(math.floor(math.log10(axis.low)), math.ceil(math.log10(axis.high)) + 1)
    return [10.0**e for e in exponents[:: 1 + len(exponents) // (TICKS + 2)]]
