"""When two claims speak: the order of their as-of times, and the words that say a figure has changed.

A day that a sentence names is usually that of the event; it is the time of the figure where words say so ("by 4 May",
"on 4 May they had found"). Otherwise a report speaks of the day it came out, which is the weaker sign.
"""

import datetime

from msgspec.structs import replace

from factcheck.align.stated import Stated, figures_meet, in_unit, stated
from factcheck.extract.rounding import allowed, last_place
from factcheck.model import Claim, Duration, Hedge, Number, Quantity

# A day and a minute of it, since midnight.
Moment = tuple[datetime.date, int]
# The first and the last minute.
Times = tuple[Moment, Moment]

_NOW, _FINAL = "now", "final"
# With this cue the day in the sentence is the time of the figure: "by 4 May", "on 4 May the toll climbed to".
_DATED = "dated"
_LAST_MINUTE = 24 * 60 - 1
# In days: how long after an event its toll still rises.
_SETTLED = 60
# In days: reports so near to each other speak of one time unless words say more.
_SOON = 14
# From this ratio on a figure is far beyond a bound.
_FAR = 1.5
_ROSE = frozenset({"risen", _FINAL})
_LOWER_BOUNDS = frozenset({Hedge.OVER, Hedge.AT_LEAST})
_FELL = frozenset({"fallen", "remaining"})


def times_apart(a: Claim, b: Claim) -> tuple[Times, Times] | None:
    """The stretches of time that two claims speak of, if they are known and share no minute; symmetric."""
    named = _apart(_as_of(a), _as_of(b)) if _dates_itself(a) or _dates_itself(b) else None
    return named or _apart(_time_of(a), _time_of(b))


def _apart(a: Times | None, b: Times | None) -> tuple[Times, Times] | None:
    return None if a is None or b is None or (a[0] <= b[1] and b[0] <= a[1]) else (a, b)


def told_by_date(earlier: Claim, later: Claim) -> bool:
    """Whether sentences themselves date the figures, or the later one names a day well after the earlier one was out.

    A day soon after may be that on which somebody spoke.
    """
    if earlier.published and later.published and later.as_of and (later.as_of[0] - earlier.published).days > _SOON:
        return True
    return bool(earlier.as_of and later.as_of) and (_dates_itself(earlier) or _dates_itself(later))


def long_past(earlier: Claim, later: Claim) -> bool:
    """Whether either names a day so long before the earlier report that by then the figure no longer moved."""
    days = [claim.as_of[1] for claim in (earlier, later) if claim.as_of and not _dates_itself(claim)]
    return earlier.published is not None and any((earlier.published - day).days > _SETTLED for day in days)


def step(earlier: Claim, later: Claim) -> Number | None:
    """By how much both bounds of the later figure are larger, in the unit of the earlier one; None if unclear."""
    before, after = stated(earlier), stated(later)
    there = in_unit(after, before.unit) if before and after else None
    return None if before is None or there is None else there.low + there.high - before.low - before.high


def beyond_bound(a: Claim, b: Claim) -> bool:
    """Whether one figure lies well beyond the lower bound that the other is: 58 beyond "at least 37".

    Both may stand at once. "More than 200" and 214 are one count, rounded and not.
    """
    if not (_is_lower_bound(a) or _is_lower_bound(b)):
        return False
    first, second = stated(a), stated(b)
    return first is not None and second is not None and (_beyond(first, second) or _beyond(second, first))


def _is_lower_bound(claim: Claim) -> bool:
    value = claim.mention.value
    return isinstance(value, Quantity | Duration) and value.hedge in _LOWER_BOUNDS


def _beyond(bound: Stated, figure: Stated, ratio: float = 1.0) -> bool:
    if bound.hedge not in _LOWER_BOUNDS:
        return False
    there = in_unit(figure, bound.unit)
    if there is None or there.low <= bound.high or there.low < ratio * bound.high:
        return False
    return not figures_meet(_about(bound), there)


def outgrown(a: Claim, b: Claim) -> bool:
    """Whether time has carried a figure far beyond a lower bound, so that one fact would show as an update."""
    if not beyond_bound(a, b) or (times := times_apart(a, b)) is None:
        return False
    earlier, later = (a, b) if times[0] < times[1] else (b, a)
    before, after = stated(earlier), stated(later)
    return before is not None and after is not None and _beyond(before, after, _FAR)


def _about(figures: Stated) -> Stated:
    place = last_place(figures.high)
    return replace(figures, hedge=Hedge.ABOUT, interval=allowed(figures.low, figures.high, place, Hedge.ABOUT))


def told_by_words(earlier: Claim, later: Claim, change: Number) -> bool:
    """Whether words say that a figure moved that way, or still may: "climbed to 14", "so far", "only 9 remain"."""
    moved = _ROSE if change > 0 else _FELL
    return not moved.isdisjoint(later.scope.cues) or _NOW in {*earlier.scope.cues, *later.scope.cues}


def order_in_time(a: Claim, b: Claim) -> str:
    """The level of two figures that do not meet: which way the figure went with time, and what supports it."""
    times = times_apart(a, b)
    if times is None:
        return "one time or unknown"
    earlier, later = (a, b) if times[0] < times[1] else (b, a)
    change = step(earlier, later)
    if not change:
        return "one time or unknown"
    told = told_by_words(earlier, later, change) or (_dates_itself(a) and _dates_itself(b))
    support = "told" if told else "one role" if set(a.roles) & set(b.roles) else "bare"
    return f"later is {'larger' if change > 0 else 'smaller'}, {support}"


def _time_of(claim: Claim) -> Times | None:
    if claim.published and not _dates_itself(claim):
        return (claim.published, 0), (claim.published, _LAST_MINUTE)
    return _as_of(claim)


def _as_of(claim: Claim) -> Times | None:
    if claim.as_of is None:
        return None
    first, last = claim.as_of_clock or (0, _LAST_MINUTE)
    return (claim.as_of[0], _of_a_day(first)), (claim.as_of[1], _of_a_day(last))


def _of_a_day(minute: int) -> int:
    return min(max(minute, 0), _LAST_MINUTE)


def _dates_itself(claim: Claim) -> bool:
    return claim.as_of is not None and _DATED in claim.scope.cues
