"""The size of a figure as keys that figures of about that size share, whatever their units and their rounding."""

import math

from factcheck.align.stated import Stated
from factcheck.extract.conversion import in_base_unit

# Two figures of which one is a rounding of the other differ by no more than this share of them.
_CELL = 0.08
# Smaller figures are too often equal by chance.
_SMALLEST_COUNT = 20


def size_keys(figures: Stated) -> tuple[str, ...]:
    """Two keys, of which figures of one size share one at least; none for small counts, zero and what is below it.

    470 feet and 143 metres share one, as do $1,625 million and "more than 1.6 billion".
    """
    size = figures.low
    if figures.unit is not None and not figures.is_money:
        size = in_base_unit(size, figures.unit)
    elif size < _SMALLEST_COUNT:
        return ()
    if size <= 0:
        return ()
    cell = math.floor(math.log(size) / _CELL)
    return f"≈{cell}", f"≈{cell + 1}"
