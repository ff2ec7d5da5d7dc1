"""A candidate pair of figures or dates, scored."""

from msgspec import Struct

from factcheck.model import Claim

MEETING, APART = "meeting", "apart"


class Scored(Struct, frozen=True):
    """A candidate pair with its levels and its sum before ranking; `model` names the weights that it is the sum of."""

    a: Claim
    b: Claim
    model: str
    levels: tuple[tuple[str, str], ...]
    weight: float

    @property
    def meets(self) -> bool:
        """Whether the values of the two have a point in common."""
        return self.model.endswith(MEETING)

    @property
    def sides(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Each claim with the source of the other one: what its rivals share with it."""
        a, b = self.a.mention, self.b.mention
        return (a.id, b.source), (b.id, a.source)
