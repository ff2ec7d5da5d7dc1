"""What alignment hands to judging: two claims taken to be about the same fact, and how sure that is."""

from msgspec import Struct

from factcheck.model import Claim, Evidence


class Pair(Struct, frozen=True):
    """`weight` is the sum of the match weights (log2 odds); `evidence` what gave it, where no ladder did.

    A pair that is not `sure` stays below the threshold, but by little.
    """

    a: Claim
    b: Claim
    weight: float
    evidence: tuple[Evidence, ...] = ()
    sure: bool = True

    @property
    def confidence(self) -> float:
        """The probability of "same fact" that the weight stands for."""
        return 1 / (1 + 2 ** -min(max(self.weight, -60.0), 60.0))
