"""Tells an update from a conflict: figures of different times, apart, of a measure that may change that way."""

import datetime
from collections.abc import Mapping

from factcheck.align.stated import in_unit, stated
from factcheck.interval import days_meet
from factcheck.judge.judgement import Judgement
from factcheck.model import Change, Claim, Rule, Verdict

Days = tuple[datetime.date, datetime.date]

_AS_OF = "as-of"
_AGE = "year of age"
_DAYS_A_YEAR = 365


def as_update(a: Claim, b: Claim, rule: Rule, published: Mapping[str, datetime.date | None]) -> Judgement | None:
    """The update that two figures which do not meet may be, or None where they are not of different times."""
    if rule.changes is Change.NEVER:
        return None
    times = _times(a, b, rule, published)
    if times is None:
        return None
    first, second = times
    earlier, later, since, until = (a, b, first, second) if first[1] < second[0] else (b, a, second, first)
    if not _may_change(earlier, later, rule.changes, (until[0] - since[1]).days):
        return None
    witness = f"{earlier.mention.text} as of {_day_text(since)}, {later.mention.text} as of {_day_text(until)}"
    return Judgement(Verdict.UPDATE, "as-of", " ".join(witness.split()))


def _times(a: Claim, b: Claim, rule: Rule, published: Mapping[str, datetime.date | None]) -> tuple[Days, Days] | None:
    """The stretches of days that the two claims speak of, if they are known and lie apart.

    A measure that only rises, or only falls, is reported as of the day of the report unless the words say otherwise; of
    one that moves freely this is too weak a sign, so the words must say it.
    """
    if rule.changes is Change.FREELY and (not (a.as_of and b.as_of) or _AS_OF not in {*a.scope.cues, *b.scope.cues}):
        return None
    first, second = (claim.as_of or _day_of_report(claim, published) for claim in (a, b))
    return None if not first or not second or days_meet(first, second) else (first, second)


def _day_of_report(claim: Claim, published: Mapping[str, datetime.date | None]) -> Days | None:
    day = published.get(claim.mention.source)
    return (day, day) if day else None


def _may_change(earlier: Claim, later: Claim, changes: Change, days: int) -> bool:
    """Whether the measure may have gone from the earlier figure to the later one in so many days."""
    if changes is Change.FREELY:
        return True
    before, after = stated(earlier), stated(later)
    there = in_unit(after, before.unit) if before and after else None
    if before is None or there is None:
        return False
    step = there.low + there.high - before.low - before.high
    if before.unit == _AGE:
        return 0 < step <= 2 * (days // _DAYS_A_YEAR + 1)
    return step > 0 if changes is Change.RISES else step < 0


def _day_text(days: Days) -> str:
    return days[0].isoformat() if days[0] == days[1] else f"{days[0].isoformat()}/{days[1].isoformat()}"
