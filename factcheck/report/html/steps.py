"""The arithmetic of a finding as the page shows it, and folded below it why the two were compared."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from factcheck.model import Claim, Comparison, Standing, Verdict
from factcheck.report.account import Entry, account
from factcheck.report.deciding import Step
from factcheck.report.evidence_words import reason_words
from factcheck.report.passage import place
from factcheck.report.plain import plain
from factcheck.report.values import witness_text

_MAX_STEPS = 8
# Of a finding's severest steps, so that a page of a thousand findings stays small; most have one.
_MAX_WEIGHED = 2
_HEAVIEST = 2
_MAX_PAIRS = 6
_UNWEIGHED = "compared without weighing, since their words say that they are of one thing"


class End(Struct, frozen=True):
    """One side of a comparison: the id of the claim and where it stands."""

    claim: str
    place: str


class ShownStep(Struct, frozen=True):
    """A verdict with its arithmetic, ready to print; `ends` and `weighed` are of the first comparison it holds for.

    `weighed` is empty where nothing was weighed or it is not told; `pairs` and `ends` where what is shown tells them.
    """

    verdict: Verdict
    pairs: str
    witness: str
    reason: str
    ends: tuple[End, ...]
    weighed: tuple[Entry, ...]


class Steps(Struct, frozen=True):
    """The steps shown, and how many more there are; `weighed_elsewhere` marks that some do not tell their grounds."""

    shown: tuple[ShownStep, ...]
    further: int
    weighed_elsewhere: bool


def shown_steps(steps: Sequence[Step], rows: Sequence[Standing], claims: Mapping[str, Claim]) -> Steps:
    """The steps between the rows of a finding, of which each shows its first claim."""
    severest = sum(step.verdict is steps[0].verdict for step in steps)
    weighed = min(severest, _MAX_WEIGHED)
    in_sight = {row.claims[0] for row in rows}
    if sum(len(row.claims) for row in rows) == 2:
        in_sight = {claim_id for row in rows for claim_id in row.claims}
    shown = tuple(
        ShownStep(
            step.verdict,
            _pairs(step.pairs) if len(rows) > 2 else "",
            witness_text(step.witness),
            _reason(step),
            _ends(step, claims) if number < weighed and not in_sight.issuperset(_ids(step)) else (),
            _weighed(step.first) if number < weighed else (),
        )
        for number, step in enumerate(steps[:_MAX_STEPS])
    )
    return Steps(shown, max(0, len(steps) - _MAX_STEPS), any(step.first.grounds for step in steps[weighed:]))


def _pairs(pairs: Sequence[str]) -> str:
    return ", ".join(pairs[:_MAX_PAIRS]) + (" …" if len(pairs) > _MAX_PAIRS else "")


def _reason(step: Step) -> str:
    reason = reason_words(step.reason) or plain(step.reason)
    return reason if step.first.grounds else f"{reason}; {_UNWEIGHED}"


def _ids(step: Step) -> tuple[str, str]:
    return step.first.a, step.first.b


def _ends(step: Step, claims: Mapping[str, Claim]) -> tuple[End, ...]:
    return tuple(End(claim_id, place(claims[claim_id])) for claim_id in _ids(step)) if step.first.grounds else ()


def _weighed(first: Comparison) -> tuple[Entry, ...]:
    grounds = first.grounds
    if grounds is None:
        return ()
    return tuple(account(grounds.evidence, grounds.weight, grounds.threshold, _HEAVIEST))
