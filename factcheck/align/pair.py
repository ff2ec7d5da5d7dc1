"""What alignment hands to judging: two claims taken to be about the same fact, and how sure that is."""

from msgspec import Struct

from factcheck.model import Claim, Grounds

# The threshold where no training set another one: even odds.
EVEN_ODDS = 0.0


class Pair(Struct, frozen=True):
    """A pair that is not `sure` stays below the threshold of its grounds, but by little."""

    a: Claim
    b: Claim
    grounds: Grounds
    sure: bool = True

    @property
    def confidence(self) -> float:
        """The probability of "same fact" that the sum of the match weights (log2 odds) stands for."""
        return 1 / (1 + 2 ** -min(max(self.grounds.weight, -60.0), 60.0))
