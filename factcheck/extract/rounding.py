"""What a stated number allows: the cell of a round number and the width of a hedge.

The half width of a round number's cell is half a unit of its last significant place, but at most about a sixteenth of
the number, cut to 1, 2.5 or 5 times a power of ten: 8,000 → ±500, 10,000 → ±500, 1.6 million → ±50,000, 16,500 → ±250,
10,347 → ±0. The last place is that of the last digit stated, zeros left out, as statcheck takes it (Nuijten et al.,
2016, doi:10.3758/s13428-015-0664-2). A last 5 stands for rounding to fives (16,500 → 500), as speakers do with up to
three significant digits (the "5-ness" of Jansen and Pollmann, On round numbers, 2001); with four, 3,915 was counted:
±0. Whole numbers below 1,000 are exact; a decimal has its decimal cell (2.5 → ±0.05). "About" allows a tenth, but no
more than a unit of the last significant place and no less than one, nor less than the cell.
"""

import math

from factcheck.model import Hedge, Interval, Number

_EXACT_BELOW = 1000
_CELL_SHARE = 16
_ABOUT_SHARE = 10
_ROUND_STEPS = (5.0, 2.5, 1.0)
# Below this the digits before the zeros are at most three.
_FIVES_BELOW = 1000


def last_place(value: Number) -> int:
    """The unit of a whole number's last significant place: 8,000 → 1000, 16,500 → 500 (fives), 3,915 and 37 → 1."""
    whole, place = abs(int(value)), 1
    if not whole:
        return 1
    while whole % (place * 10) == 0:
        place *= 10
    fives = whole % (place * 5) == 0 and whole // place < _FIVES_BELOW
    return place * 5 if fives else place


def cell(value: Number, place: Number) -> Number:
    """Half the width of the cell of values that an unhedged `value`, stated to the unit `place`, stands for."""
    if place < 1:
        return place / 2
    if place == 1 or abs(value) < _EXACT_BELOW:
        return 0
    return min(place / 2, _round_down(abs(value) / _CELL_SHARE))


def leeway(value: Number, place: Number) -> Number:
    """How far from `value`, stated to the unit `place`, "about" reaches on each side."""
    return max(min(abs(value) / _ABOUT_SHARE, place), min(place, 1), cell(value, place))


def allowed(low: Number, high: Number, place: Number, hedge: Hedge, *, close: bool = False) -> Interval:
    """The interval that the numbers allow under their hedge; `close` bounds an open one ("nearly", "just over")."""
    if hedge is Hedge.EXACT:
        half = cell(low, place) if low == high else 0
        return Interval(tidy(low - half), tidy(low + half)) if half else Interval(low, high)
    if hedge is Hedge.ABOUT:
        return Interval(tidy(low - leeway(low, place)), tidy(high + leeway(high, place)))
    if hedge in (Hedge.OVER, Hedge.AT_LEAST):
        return Interval(low, tidy(high + leeway(high, place)) if close else None)
    return Interval(tidy(low - leeway(low, place)) if close else None, high)


def tidy(value: Number) -> Number:
    """The number without binary noise, as an int where it is whole: 4350000.0000000005 → 4350000."""
    if isinstance(value, int):
        return value
    if not math.isfinite(value):
        return value
    rounded = float(f"{value:.12g}")
    return int(rounded) if rounded.is_integer() else rounded


def _round_down(width: float) -> float:
    power = 10.0 ** math.floor(math.log10(width))
    return next((step * power for step in _ROUND_STEPS if step * power <= width), power)
