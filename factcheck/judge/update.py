"""Tells an update from a conflict: figures of different times, apart, of a measure that may change that way."""

import datetime
from collections.abc import Mapping

from factcheck.align.stated import in_unit, stated
from factcheck.interval import days_meet
from factcheck.judge.judgement import Judgement
from factcheck.model import Change, Claim, Rule, Verdict

Days = tuple[datetime.date, datetime.date]

# For a measure that moves freely, publication dates alone say something about the as-of time only when this far apart.
_WEAK_SIGN = datetime.timedelta(days=30)


def as_update(a: Claim, b: Claim, rule: Rule, published: Mapping[str, datetime.date | None]) -> Judgement | None:
    """The update that two figures which do not meet may be, or None where they are not of different times."""
    if rule.changes is Change.NEVER:
        return None
    times = _times(a, b, rule, published)
    if times is None:
        return None
    first, second = times
    earlier, later, since, until = (a, b, first, second) if first[1] < second[0] else (b, a, second, first)
    if not _may_change(earlier, later, rule.changes):
        return None
    witness = f"{earlier.mention.text} as of {_day_text(since)}, {later.mention.text} as of {_day_text(until)}"
    return Judgement(Verdict.UPDATE, "as-of", " ".join(witness.split()))


def _times(a: Claim, b: Claim, rule: Rule, published: Mapping[str, datetime.date | None]) -> tuple[Days, Days] | None:
    """The stretches of days that the two claims speak of, if they are known and lie apart."""
    if a.as_of and b.as_of:
        return None if days_meet(a.as_of, b.as_of) else (a.as_of, b.as_of)
    day_a, day_b = published.get(a.mention.source), published.get(b.mention.source)
    first = a.as_of or (day_a and (day_a, day_a))
    second = b.as_of or (day_b and (day_b, day_b))
    if not first or not second or days_meet(first, second):
        return None
    gap = max(second[0] - first[1], first[0] - second[1])
    return None if rule.changes is Change.FREELY and gap < _WEAK_SIGN else (first, second)


def _may_change(earlier: Claim, later: Claim, changes: Change) -> bool:
    if changes is Change.FREELY:
        return True
    before, after = stated(earlier), stated(later)
    there = in_unit(after, before.unit) if before and after else None
    if before is None or there is None:
        return False
    rises = there.low + there.high > before.low + before.high
    return rises == (changes is Change.RISES)


def _day_text(days: Days) -> str:
    return days[0].isoformat() if days[0] == days[1] else f"{days[0].isoformat()}/{days[1].isoformat()}"
