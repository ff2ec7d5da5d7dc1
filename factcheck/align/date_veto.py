"""Negative evidence of dates: why two that do not meet cannot be of one event, whatever else they share."""

from factcheck.align.date_ladder import is_slip
from factcheck.align.days import days_beside, minutes_of
from factcheck.interval import days_apart, shifted
from factcheck.model import AnchoredBy, Claim, Date, Factuality

# In days: further apart, dates that hang on different verbs are hardly of one event.
_FAR = 45
# In minutes: reports of one moment are rarely further apart.
_HOURS = 180
_STILL_TO_COME = (Factuality.PLANNED, Factuality.PROMISED)
_ZONES = ("UTC", "GMT")


def date_veto(a: Claim, b: Claim) -> str | None:
    """Why two dates that do not meet cannot be of one event; None where nothing says so. Symmetric."""
    left, right = a.mention.value, b.mention.value
    if not isinstance(left, Date) or not isinstance(right, Date):
        return None
    if _came_before(a, b, left, right) or _came_before(b, a, right, left):
        return "one lies after the day on which the other was reported as past"
    if {_was_to_come(a, left), _was_to_come(b, right)} == {True, False}:
        return "only one was still to come when it was reported"
    if left.anchored_by is right.anchored_by is AnchoredBy.PUBLICATION and _words(a) == _words(b):
        return "the same words, counted from two days of publication"
    days = days_beside(left, right)
    if days and days_apart(*days) > _FAR and not is_slip(left, right) and _of_other_events(a, b):
        return "they are far apart, and of different events"
    return _by_clock(a, b, left, right)


def _of_other_events(a: Claim, b: Claim) -> bool:
    """Whether two dates hang on different verbs, of which neither sentence has the other's."""
    if a.event is None or b.event is None or a.event == b.event:
        return False
    return a.event not in b.context.words() and b.event not in a.context.words()


def _came_before(a: Claim, b: Claim, one: Date, other: Date) -> bool:
    """Whether the report of a past date came out before the other date, so that it cannot tell of that day.

    Of one event a day later is what a slip of the pen may make of it.
    """
    if a.published is None or one.last is None or other.first is None or one.last > a.published:
        return False
    return other.first > (max(a.published, shifted(one.last, 1)) if a.event == b.event else a.published)


def _was_to_come(claim: Claim, date: Date) -> bool | None:
    """Whether a date lay ahead when its source came out; None where that is not known."""
    if claim.published is None:
        return True if claim.factuality in _STILL_TO_COME else None
    return None if date.first is None else date.first > claim.published


def _words(claim: Claim) -> list[str]:
    return claim.mention.text.lower().split()


def _by_clock(a: Claim, b: Claim, left: Date, right: Date) -> str | None:
    first, second = minutes_of(left), minutes_of(right)
    if first is None or second is None:
        return None
    if any(zone in claim.context.passage for zone in _ZONES for claim in (a, b)):
        return "one time of day may be of another zone"
    if max(first[0] - second[1], second[0] - first[1]) > _HOURS:
        return "the times of day lie hours apart"
    return None if a.event == b.event else "the times of day are not of one event"
