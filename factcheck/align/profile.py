"""What scoring needs to know of a claim, worked out once a claim and not once a pair."""

from functools import cache

from msgspec import Struct

from factcheck.align.blocking import sort_of
from factcheck.align.stated import Stated, stated
from factcheck.model import Claim, Factuality, Polarity

# In tokens: a word so near to a figure says what it counts.
_NEAR = 5
# At this distance a word weighs half as much as beside the mention.
_HALF_DISTANCE = 6


class Said(Struct, frozen=True, eq=False):
    """What is said of what a claim counts, which many claims share: one object for all of these.

    It is told by its identity, so that what two of them yield is found again without comparing all they hold.
    """

    roles: frozenset[str]
    cues: frozenset[str]
    factuality: Factuality
    polarity: Polarity


class Profile(Struct, frozen=True):
    """A claim as its pairs are scored by it.

    `figures` are those it states, `sort` the first word of what it is comparable with; `words` are the folded content
    words of its context and `near` those close to the mention. `nearness` weighs each word by how near to the mention
    it stands, `size` is the sum of the squares. `place`, `attribution` and `person` are in lower case.
    """

    claim: Claim
    figures: Stated | None
    sort: str
    words: frozenset[str]
    near: frozenset[str]
    nearness: dict[str, float]
    size: float
    names: frozenset[str]
    said: Said
    place: str | None
    attribution: str | None
    person: str | None


def profile(claim: Claim) -> Profile:
    """What scoring needs to know of a claim."""
    context = claim.context
    nearness: dict[str, float] = {}
    for word, distance in context.stems:
        weight = 1 / (1 + abs(distance) / _HALF_DISTANCE)
        if weight > nearness.get(word, 0.0):
            nearness[word] = weight
    return Profile(
        claim=claim,
        figures=stated(claim),
        sort=sort_of(claim).partition(" ")[0],
        words=frozenset(nearness),
        near=frozenset(context.words(_NEAR)),
        nearness=nearness,
        size=sum([weight * weight for weight in nearness.values()]),
        names=frozenset(context.names),
        said=_said(frozenset(claim.roles), frozenset(claim.scope.cues), claim.factuality, claim.polarity),
        place=_lower(claim.scope.place),
        attribution=_lower(claim.attribution),
        person=_lower(context.person),
    )


@cache
def _said(roles: frozenset[str], cues: frozenset[str], factuality: Factuality, polarity: Polarity) -> Said:
    return Said(roles, cues, factuality, polarity)


def _lower(name: str | None) -> str | None:
    return None if name is None else name.lower()
