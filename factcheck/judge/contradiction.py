"""What a check of the calendar finds."""

from msgspec import Struct

from factcheck.model import Claim, Measure

# One mention speaks of one thing; that two mentions do is what the pattern between them says.
_ONE_MENTION, _ONE_PATTERN = 1.0, 0.95


class Contradiction(Struct, frozen=True):
    """Two claims, or one claim twice, that cannot both stand by the calendar. `witness` is the arithmetic."""

    a: Claim
    b: Claim
    measure: Measure
    witness: str

    @property
    def confidence(self) -> float:
        """How sure it is that both claims speak of one thing."""
        return _ONE_MENTION if self.a.id == self.b.id else _ONE_PATTERN
