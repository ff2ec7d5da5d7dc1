"""When two claims speak: the order of their as-of times, and the words that say a figure has changed.

A date in a claim's sentence is the time it speaks of, unless both claims name one time, as that of the event they
report: then, and where the sentence has none, the day of publication stands for it. That is the weaker sign.
"""

from factcheck.align.days import Days
from factcheck.align.stated import in_unit, stated
from factcheck.interval import days_meet
from factcheck.model import Claim, Number

_AS_OF, _NOW, _FINAL = "as-of", "now", "final"
_ROSE = frozenset({"risen", _FINAL})
_FELL = frozenset({"fallen", "remaining"})


def times_apart(a: Claim, b: Claim) -> tuple[Days, Days] | None:
    """The stretches of days that two claims speak of, if they are known and share no day; symmetric."""
    stated_times = a.as_of, b.as_of
    first, second = (claim.as_of or _day_of_report(claim) for claim in (a, b))
    if (
        all(stated_times)
        and first
        and second
        and days_meet(first, second)
        and not (_dates_itself(a) or _dates_itself(b))
    ):
        first, second = _day_of_report(a), _day_of_report(b)
    return None if not first or not second or days_meet(first, second) else (first, second)


def told_by_date(a: Claim, b: Claim) -> bool:
    """Whether both sentences have a date and one says that its figure is as of it: "by 4 May", "until Friday"."""
    return bool(a.as_of and b.as_of) and (_dates_itself(a) or _dates_itself(b))


def step(earlier: Claim, later: Claim) -> Number | None:
    """By how much both bounds of the later figure are larger, in the unit of the earlier one; None if unclear."""
    before, after = stated(earlier), stated(later)
    there = in_unit(after, before.unit) if before and after else None
    return None if before is None or there is None else there.low + there.high - before.low - before.high


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
    support = "told" if told_by_words(earlier, later, change) else "one role" if set(a.roles) & set(b.roles) else "bare"
    return f"later is {'larger' if change > 0 else 'smaller'}, {support}"


def _dates_itself(claim: Claim) -> bool:
    return claim.as_of is not None and _AS_OF in claim.scope.cues


def _day_of_report(claim: Claim) -> Days | None:
    return (claim.published, claim.published) if claim.published else None
