"""The values of a finding as rows of a picture: what is drawn of each, in which verdict's colour, for which claim."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from factcheck.model import (
    VERDICTS_BY_SEVERITY,
    Claim,
    Duration,
    Finding,
    Quantity,
    Scale,
    Standing,
    Trend,
    Verdict,
)
from factcheck.report.html.axis import number_label
from factcheck.report.html.extent import Extent, extent_of
from factcheck.report.passage import shortened
from factcheck.report.plain import plain
from factcheck.report.signs import SIGNS
from factcheck.report.values import value_text

MAX_ROWS = 16
_MAX_WORDS = 44
# Of converted numbers, which are seldom round.
_DIGITS = 4


class Row(Struct, frozen=True):
    """A distinct value of a standing: `number` counts the standings from 1, `label` is its words.

    `unit` is that of the axis, empty where what is counted needs none.
    """

    number: int
    label: str
    spoken: str
    verdict: Verdict
    extent: Extent
    claim: Claim
    unit: str


def rows(
    finding: Finding, standings: Sequence[Standing], claims: Mapping[str, Claim], verdicts: Mapping[str, Verdict]
) -> tuple[Row, ...]:
    """A row a distinct value, in the order of the standings; empty where they cannot share one axis.

    `verdicts` are those on the claims, by id.
    """
    measured = {figures.claim: figures for figures in finding.scale.figures} if finding.scale else {}
    found: dict[tuple[int, Extent], list[Claim]] = {}
    axes = set()
    for place, standing in enumerate(standings, 1):
        for claim in (claims[claim_id] for claim_id in standing.claims):
            extent = extent_of(claim, measured.get(claim.id))
            if extent is None:
                return ()
            axes.add((claim.mention.kind, finding.scale or _unit(claim), _trend(claim)))
            found.setdefault((place, extent), []).append(claim)
    if len(axes) != 1:
        return ()
    return tuple(
        _row(place, extent, made[0], severest(verdicts[claim.id] for claim in made), finding.scale)
        for (place, extent), made in found.items()
    )


def _unit(claim: Claim) -> str:
    value = claim.mention.value
    return (value.unit or "") if isinstance(value, Quantity | Duration) else ""


def _trend(claim: Claim) -> Trend | None:
    value = claim.mention.value
    return value.trend if isinstance(value, Quantity) else None


def _row(place: int, extent: Extent, claim: Claim, verdict: Verdict, scale: Scale | None) -> Row:
    words = shortened(claim.mention.text, _MAX_WORDS)
    read = f"{_amount_words(extent)} {plain(scale.unit)}" if scale else value_text(claim.mention.value)
    unit = plain(scale.unit if scale else _unit(claim))
    return Row(place, words, f"{SIGNS[verdict]} {place}: {words}, {read}", verdict, extent, claim, unit)


def _amount_words(extent: Extent) -> str:
    low, high = (None if b is None else number_label(float(f"{b:.{_DIGITS}g}")) for b in (extent.low, extent.high))
    if low is None or high is None:
        return f"{low} or more" if low else f"{high} or less"
    return low if low == high else f"{low} to {high}"


def severest(verdicts: Iterable[Verdict]) -> Verdict:
    """The severest of some verdicts."""
    return max(verdicts, key=VERDICTS_BY_SEVERITY.index)


def verdicts_on(finding: Finding) -> dict[str, Verdict]:
    """The severest verdict on each claim of a finding, by its id."""
    found: dict[str, Verdict] = {}
    for verdict in VERDICTS_BY_SEVERITY:
        found.update((claim, verdict) for c in finding.comparisons if c.verdict is verdict for claim in (c.a, c.b))
    return found
