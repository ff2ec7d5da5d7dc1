"""Which dates state the day that a source is about: the first one that it names, wherever it names that day again."""

from collections.abc import Sequence

from msgspec.structs import replace

from factcheck.claim.scope import SAYING
from factcheck.model import Claim, Date


def with_leads(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of one source, in the order of the text, with those that state its first day marked."""
    days = [_day_of(claim) for claim in claims]
    lead = next((day for day in days if day), None)
    return tuple(replace(c, leads=True) if day and day == lead else c for c, day in zip(claims, days, strict=True))


def _day_of(claim: Claim) -> tuple[int, int] | None:
    """The month and the day of a date that states a day on which something else was done than spoken."""
    value = claim.mention.value
    if not isinstance(value, Date) or SAYING in claim.scope.cues:
        return None
    if value.first and value.first == value.last:
        return value.first.month, value.first.day
    return value.month_and_day
