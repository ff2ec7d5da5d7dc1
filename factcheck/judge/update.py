"""Tells an update from a conflict or a bound: figures of different times, of a measure that may change that way."""

from factcheck.align.in_time import Times, beyond_bound, long_past, step, times_apart, told_by_date, told_by_words
from factcheck.align.stated import Stated, stated
from factcheck.interval import digits_swapped
from factcheck.judge.judgement import Judgement
from factcheck.model import Change, Claim, Number, Rule, Verdict

_AGE = "year of age"
_DAYS_A_YEAR = 365
# From three digits on.
_LONG = 100


def as_update(a: Claim, b: Claim, rule: Rule) -> Judgement | None:
    """The update that two figures which do not meet may be, or None where they are not of different times."""
    times = None if rule.changes is Change.NEVER else times_apart(a, b)
    if times is None:
        return None
    (earlier, since), (later, until) = sorted(zip((a, b), times, strict=True), key=lambda timed: timed[1])
    change = step(earlier, later)
    if change is None or not _may_change(earlier, later, change, rule.changes, (until[0][0] - since[1][0]).days):
        return None
    witness = f"{earlier.mention.text} as of {_time_text(since)}, {later.mention.text} as of {_time_text(until)}"
    return Judgement(Verdict.UPDATE, "as-of", " ".join(witness.split()))


def outgrown(a: Claim, b: Claim, rule: Rule) -> Judgement | None:
    """The update that a lower bound and a later figure beyond it are: "at least 37" one day and 58 another.

    Both may stand at once, so without times apart they are compatible; of a measure that may rise, the later figure
    replaces the earlier one. "More than 200" and a later 214 are one count, rounded and not.
    """
    return as_update(a, b, rule) if beyond_bound(a, b) else None


def _may_change(earlier: Claim, later: Claim, change: Number, changes: Change, days: int) -> bool:
    """Whether the measure may have gone from the earlier figure to the later one in so many days.

    A measure that only rises, or only falls, is reported as of the day of the report unless the words say otherwise; of
    one that moves freely this is too weak a sign, so the words must say it.
    """
    before, after = stated(earlier), stated(later)
    if before is None or after is None or _is_slip(before, after):
        return False
    if changes is Change.FREELY:
        told = told_by_date(earlier, later) or told_by_words(earlier, later, change)
        return told and not digits_swapped(before.low, after.low) and _may_be_counts(before, after)
    if before.unit == _AGE:
        return 0 < change <= 2 * (days // _DAYS_A_YEAR + 1)
    return (change > 0 if changes is Change.RISES else change < 0) and not long_past(earlier, later)


def _is_slip(before: Stated, after: Stated) -> bool:
    """Whether one number is the other with its digits swapped, and so long that this is hardly chance."""
    return min(before.low, after.low) >= _LONG and digits_swapped(before.low, after.low)


def _may_be_counts(*figures: Stated) -> bool:
    """Whether figures without a unit are whole: what is read off an instrument or given as a mark is no count."""
    return all(f.unit is not None or isinstance(f.low, int) or f.low.is_integer() for f in figures)


def _time_text(times: Times) -> str:
    (first, minute), (last, _) = times
    if times[0] == times[1]:
        return f"{first.isoformat()} {minute // 60:02}:{minute % 60:02}"
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
