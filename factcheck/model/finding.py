"""Findings: one fact each, the claims about it and how they stand to each other."""

from msgspec import Struct

from factcheck.model.comparison import Comparison, Verdict
from factcheck.model.decision import DecisionStatus, Ruling
from factcheck.model.rule import Severity
from factcheck.model.values import Interval


class Standing(Struct, frozen=True):
    """The claims of a finding that agree with each other, and their sources; `text` is how most of them put it.

    `claims` begins with the one that shows best how the finding came about. `independent` counts the sources, copies of
    one text as one. `outlier` marks a single such voice that conflicts with several that agree with each other; which
    of them is right, nobody can say from that.
    """

    text: str
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    independent: int
    outlier: bool = False


class Measured(Struct, frozen=True):
    """The figures of the claim with that id in the unit of a scale: as stated, and as its words allow."""

    claim: str
    stated: Interval
    allowed: Interval


class Scale(Struct, frozen=True):
    """The figures of several claims in one `unit`."""

    unit: str
    figures: tuple[Measured, ...]


class Finding(Struct, frozen=True):
    """One fact: the claims about it and how they stand to each other; its verdict is the severest comparison's.

    `standings` tell who stands with whom, what most sources give first. `independent` counts its sources, copies of one
    text as one. `ruling` is what a person decided about it; `known` marks what the baseline, an earlier report, already
    had. `scale` holds the figures in one unit where its claims use several that convert into each other.
    """

    id: str
    rule: str
    verdict: Verdict
    severity: Severity
    confidence: float
    message: str
    subject: str
    claims: tuple[str, ...]
    comparisons: tuple[Comparison, ...]
    standings: tuple[Standing, ...]
    independent: int
    ruling: Ruling | None = None
    known: bool = False
    scale: Scale | None = None

    @property
    def decided(self) -> bool:
        """Whether a decision covers it."""
        return self.ruling is not None and self.ruling.status is DecisionStatus.APPLIES

    @property
    def open(self) -> bool:
        """Whether it is still to be looked at: neither decided nor known."""
        return not self.decided and not self.known

    @property
    def contested(self) -> tuple[Comparison, ...]:
        """The comparisons that give it its verdict: what a decision has to cover."""
        return tuple(c for c in self.comparisons if c.verdict is self.verdict)

    def fails(self, mildest: Severity | None) -> bool:
        """Whether it is an open conflict that is at least that severe; None is severer than all."""
        if mildest is None or not self.open or self.verdict is not Verdict.CONFLICT:
            return False
        mildest_first = list(Severity)
        return mildest_first.index(self.severity) >= mildest_first.index(mildest)
