"""How two claims about the same fact stand to each other, and why they are taken to be about it."""

from enum import StrEnum

from msgspec import Struct


class Verdict(StrEnum):
    """How two claims about the same fact stand to each other, mildest first."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    UPDATE = "update"
    CONFLICT = "conflict"


VERDICTS_BY_SEVERITY = (Verdict.AGREE, Verdict.COMPATIBLE, Verdict.UPDATE, Verdict.CONFLICT)


class Evidence(Struct, frozen=True, gc=False):
    """One rung of a comparison ladder: the attribute compared, the level it reached, the match weight that level adds.

    Weights are base-2 logarithms of likelihood ratios (Fellegi and Sunter 1969), so +1 doubles the odds of "same fact".
    A veto has a weight of minus infinity.
    """

    attribute: str
    level: str
    weight: float
    note: str = ""


class Grounds(Struct, frozen=True):
    """Why two claims were taken to be about one fact: the ladder, its sum and the threshold that it had to reach."""

    evidence: tuple[Evidence, ...]
    weight: float
    threshold: float


class Comparison(Struct, frozen=True):
    """The verdict on two claims about the same fact. `reason` is a fixed code, `witness` the arithmetic in one line.

    `grounds` are None where calendar or arithmetic compares claims whose words say that they are of one thing.
    """

    a: str
    b: str
    verdict: Verdict
    reason: str
    witness: str
    rule: str
    confidence: float
    grounds: Grounds | None = None
