"""The figures of one fact in one unit where its sources use several, so that they can be drawn on one line."""

from collections.abc import Sequence

from factcheck.align.stated import Stated, beside, stated
from factcheck.model import Claim, Duration, Interval, Measured, Quantity, Scale


def in_one_unit(claims: Sequence[Claim]) -> Scale | None:
    """All figures in the smallest of their units, as comparisons have them; None if there is one unit only, or no way.

    A figure in several currencies has no common unit, since no rate of exchange stands in the text.
    """
    if len({_unit(claim) for claim in claims}) < 2:
        return None
    figures = [stated(claim) for claim in claims]
    known = [figure for figure in figures if figure is not None and figure.unit is not None]
    unit = _smallest_unit(known) if len(known) == len(claims) else None
    converted = [beside(figure, unit) for figure in known] if unit else []
    there = [figure for figure in converted if figure is not None]
    if unit is None or unit.unit is None or len(there) < len(claims):
        return None
    return Scale(unit.unit, tuple(_measured(*pair) for pair in zip(claims, there, strict=True)))


def _unit(claim: Claim) -> str | None:
    value = claim.mention.value
    return value.unit if isinstance(value, Quantity | Duration) else None


def _smallest_unit(figures: Sequence[Stated]) -> Stated | None:
    """One of the figures that are in the smallest unit, which makes the largest number of the first one."""
    of_unit: dict[str | None, Stated] = {}
    for figure in figures:
        of_unit.setdefault(figure.unit, figure)
    best: tuple[float, Stated] | None = None
    for figure in of_unit.values():
        there = beside(figures[0], figure)
        if there is None:
            return None
        if best is None or abs(there.high) > best[0]:
            best = abs(there.high), figure
    return best[1] if best else None


def _measured(claim: Claim, figure: Stated) -> Measured:
    return Measured(claim.id, Interval(figure.low, figure.high), figure.interval)
