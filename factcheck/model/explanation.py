"""Why two claims were compared, or were not."""

from msgspec import Struct

from factcheck.model.claim import Claim
from factcheck.model.comparison import Comparison, Evidence


class Rival(Struct, frozen=True):
    """Another claim that could be paired with one side of a pair, in place of the other side.

    `beside` is the id of that one side; `weight` sums what speaks for and against the two before rivals are weighed.
    """

    beside: str
    claim: Claim
    weight: float


class Explanation(Struct, frozen=True):
    """Why two claims were compared, or were not: the ladder, the sum against the threshold, and the verdict if any.

    `rivals` come with the greatest weight first; `unranked` is the sum of the pair itself that theirs compare with,
    None where claims of their kind have no rivals.
    """

    a: Claim
    b: Claim
    evidence: tuple[Evidence, ...]
    weight: float
    threshold: float
    paired: bool
    outcome: str
    comparison: Comparison | None = None
    unranked: float | None = None
    rivals: tuple[Rival, ...] = ()
