"""The values of a finding as rows of a picture: what is drawn of each, in which verdict's colour, for which claim."""

import datetime
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from factcheck.model import (
    VERDICTS_BY_SEVERITY,
    Claim,
    Date,
    Duration,
    Finding,
    Hedge,
    Interval,
    Number,
    Quantity,
    Standing,
    Verdict,
)
from factcheck.report.passage import shortened
from factcheck.report.records import number
from factcheck.report.terminal import SIGNS
from factcheck.report.values import value_text

MAX_ROWS = 16
_MAX_WORDS = 44
_MINUTES_A_DAY = 1440
_BOUNDS = (Hedge.OVER, Hedge.AT_LEAST, Hedge.UNDER, Hedge.AT_MOST)

Bound = float | None


class Extent(Struct, frozen=True):
    """What a value covers on its axis: as stated, and as its words allow, where None is unbounded.

    `vague` marks a value that states no number of its own ("thousands").
    """

    stated_low: float
    stated_high: float
    low: Bound
    high: Bound
    vague: bool = False


class Row(Struct, frozen=True):
    """A distinct value of a standing: `number` counts the standings from 1, `label` is its words."""

    number: int
    label: str
    spoken: str
    verdict: Verdict
    extent: Extent
    claim: Claim


def rows(
    standings: Sequence[Standing], claims: Mapping[str, Claim], verdicts: Mapping[str, Verdict]
) -> tuple[Row, ...]:
    """A row a distinct value, in the order of the standings; empty where they cannot share one axis.

    `verdicts` are those on the claims, by id.
    """
    found: dict[tuple[int, Extent], list[Claim]] = {}
    axes = set()
    for place, standing in enumerate(standings, 1):
        for claim in (claims[claim_id] for claim_id in standing.claims):
            extent = extent_of(claim)
            if extent is None:
                return ()
            axes.add(_axis(claim))
            found.setdefault((place, extent), []).append(claim)
    if len(axes) != 1:
        return ()
    return tuple(
        _row(place, extent, made[0], severest(verdicts[claim.id] for claim in made))
        for (place, extent), made in found.items()
    )


def extent_of(claim: Claim) -> Extent | None:
    """What the claim's value covers, a date in days as ordinals; None for what has no place on an axis."""
    value = claim.mention.value
    match value:
        case Quantity():
            return _amount(value.low, value.high, value.interval, value.vague and value.hedge not in _BOUNDS)
        case Duration() if value.interval is not None and value.low is not None and value.high is not None:
            return _amount(value.low, value.high, value.interval, value.vague and value.hedge not in _BOUNDS)
        case Date() if value.first is not None and value.last is not None:
            low, high = days(value.first, value.last, value.clock)
            return Extent(low, high, low, high)
        case _:
            return None


def _amount(low: Number, high: Number, allowed: Interval, vague: bool) -> Extent | None:
    stated = _finite(low), _finite(high)
    if stated[0] is None or stated[1] is None:
        return None
    return Extent(stated[0], stated[1], _finite(allowed.low), _finite(allowed.high), vague)


def _finite(value: Number | None) -> float | None:
    shown = number(value)
    return None if shown is None else float(shown)


def days(first: datetime.date, last: datetime.date, clock: tuple[int, int] | None) -> tuple[float, float]:
    """A stretch of days, both included, or of a time of day on them, as ordinals from midnight on."""
    start, end = clock or (0, _MINUTES_A_DAY)
    return first.toordinal() + start / _MINUTES_A_DAY, last.toordinal() + max(start, end) / _MINUTES_A_DAY


def _axis(claim: Claim) -> tuple[object, ...]:
    value = claim.mention.value
    trend = value.trend if isinstance(value, Quantity) else None
    return claim.mention.kind, None if isinstance(value, Date) else getattr(value, "unit", None), trend


def _row(place: int, extent: Extent, claim: Claim, verdict: Verdict) -> Row:
    words = shortened(claim.mention.text, _MAX_WORDS)
    read = value_text(claim.mention.value)
    return Row(place, words, f"{SIGNS[verdict]} {place}: {words}, {read}", verdict, extent, claim)


def severest(verdicts: Iterable[Verdict]) -> Verdict:
    """The severest of some verdicts."""
    return max(verdicts, key=VERDICTS_BY_SEVERITY.index)


def verdicts_on(finding: Finding) -> dict[str, Verdict]:
    """The severest verdict on each claim of a finding, by its id."""
    found: dict[str, Verdict] = {}
    for verdict in VERDICTS_BY_SEVERITY:
        found.update((claim, verdict) for c in finding.comparisons if c.verdict is verdict for claim in (c.a, c.b))
    return found
