"""Compares two dates of the same event."""

from factcheck.interval import days_meet
from factcheck.judge.judgement import Judgement
from factcheck.model import Claim, Date, Verdict

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def compare_dates(a: Claim, b: Claim) -> Judgement | None:
    """The verdict on two dates or times of day; None where either is unresolved."""
    left, right = a.mention.value, b.mention.value
    if not isinstance(left, Date) or not isinstance(right, Date):
        return None
    if left.clock and right.clock and not _days_apart(left, right):
        return _compare_clocks(left.clock, right.clock)
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return None
    mismatch = wrong_weekday(left) or wrong_weekday(right)
    first, second = (left.first, left.last), (right.first, right.last)
    if not days_meet(first, second):
        return Judgement(Verdict.CONFLICT, "disjoint", f"{_days_text(left)} and {_days_text(right)} do not meet")
    if mismatch:
        return Judgement(Verdict.CONFLICT, "weekday", mismatch)
    if first == second:
        return Judgement(Verdict.AGREE, "equal", f"{_days_text(left)} = {_days_text(right)}")
    inner, outer = (left, right) if _length(left) <= _length(right) else (right, left)
    return Judgement(Verdict.COMPATIBLE, "coarser", f"{_days_text(inner)} lies in {_days_text(outer)}")


def wrong_weekday(date: Date) -> str | None:
    """The witness that a date does not have the weekday stated with it, None where it has it or none is stated."""
    if date.weekday is None or date.first is None or date.first != date.last or date.first.weekday() == date.weekday:
        return None
    return f"{date.first.isoformat()} is a {WEEKDAYS[date.first.weekday()]}, not a {WEEKDAYS[date.weekday]}"


def _days_apart(left: Date, right: Date) -> bool:
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return False
    return not days_meet((left.first, left.last), (right.first, right.last))


def _compare_clocks(left: tuple[int, int], right: tuple[int, int]) -> Judgement:
    words = f"{_clock_text(left)} and {_clock_text(right)}"
    if left == right:
        return Judgement(Verdict.AGREE, "equal", f"{_clock_text(left)} = {_clock_text(right)}")
    if left[0] <= right[1] and right[0] <= left[1]:
        return Judgement(Verdict.COMPATIBLE, "coarser", f"{words} meet")
    return Judgement(Verdict.CONFLICT, "disjoint", f"{words} do not meet")


def _clock_text(clock: tuple[int, int]) -> str:
    low, high = (f"{minutes // 60:02}:{minutes % 60:02}" for minutes in clock)
    return low if low == high else f"[{low}, {high}]"


def _days_text(date: Date) -> str:
    if date.first is None or date.last is None:
        return date.timex_value
    if date.first == date.last:
        return date.first.isoformat()
    return f"[{date.first.isoformat()}, {date.last.isoformat()}]"


def _length(date: Date) -> int:
    return (date.last - date.first).days if date.first and date.last else 0
