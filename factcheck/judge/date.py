"""Compares two dates of the same event."""

from factcheck.align.days import days_beside, minutes_of
from factcheck.interval import Days, days_meet
from factcheck.judge.judgement import Judgement
from factcheck.model import Claim, Date, Verdict

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def compare_dates(a: Claim, b: Claim) -> Judgement | None:
    """The verdict on two dates or times of day; None where either is unresolved."""
    left, right = a.mention.value, b.mention.value
    if not isinstance(left, Date) or not isinstance(right, Date):
        return None
    days = days_beside(left, right)
    if left.clock and right.clock and (days is None or days_meet(*days)):
        return _compare_clocks(left, right)
    return None if days is None else _compare_days((left, right), days)


def _compare_days(dates: tuple[Date, Date], days: tuple[Days, Days]) -> Judgement:
    first, second = days
    in_a_year = any(date.first for date in dates)
    mismatch = next((m for date, d in zip(dates, days, strict=True) if in_a_year and (m := _mismatch(date, d))), None)
    if not days_meet(first, second):
        return Judgement(Verdict.CONFLICT, "disjoint", f"{_text(first)} and {_text(second)} do not meet")
    mismatch = mismatch or _other_weekday(dates[0], second) or _other_weekday(dates[1], first)
    if mismatch:
        return Judgement(Verdict.CONFLICT, "weekday", mismatch)
    if first == second:
        return Judgement(Verdict.AGREE, "equal", f"{_text(first)} = {_text(second)}")
    inner, outer = sorted((first, second), key=lambda d: d[1] - d[0])
    return Judgement(Verdict.COMPATIBLE, "coarser", f"{_text(inner)} lies in {_text(outer)}")


def rescheduled(a: Claim, b: Claim) -> Judgement | None:
    """The update that two differing days may be which both lay ahead when their sources came out on different days."""
    left, right = a.mention.value, b.mention.value
    if not isinstance(left, Date) or not isinstance(right, Date):
        return None
    if left.first is None or right.first is None or a.published is None or b.published is None:
        return None
    if a.published == b.published or left.first <= a.published or right.first <= b.published:
        return None
    (since, earlier), (until, later) = sorted(((a.published, left), (b.published, right)), key=lambda told: told[0])
    witness = f"{_stretch(earlier)} as of {since.isoformat()}, {_stretch(later)} as of {until.isoformat()}"
    return Judgement(Verdict.UPDATE, "as-of", witness)


def _stretch(date: Date) -> str:
    return _text((date.first, date.last)) if date.first and date.last else date.timex_value


def wrong_weekday(date: Date) -> str | None:
    """The witness that a date does not have the weekday stated with it, None where it has it or none is stated."""
    return _mismatch(date, (date.first, date.last)) if date.first and date.last else None


def _mismatch(date: Date, days: Days) -> str | None:
    """The same of a date put into a year."""
    day = days[0]
    if date.weekday is None or day != days[1] or day.weekday() == date.weekday:
        return None
    return f"{day.isoformat()} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[date.weekday]}"


def _other_weekday(date: Date, day: Days) -> str | None:
    """The witness that some Friday of a longer stretch is not that day of it; None where it may be, or is one day."""
    return _mismatch(date, day) if date.first != date.last else None


def _compare_clocks(left: Date, right: Date) -> Judgement | None:
    first, second = minutes_of(left), minutes_of(right)
    if left.clock is None or right.clock is None or first is None or second is None:
        return None
    words = f"{_clock_text(left.clock)} and {_clock_text(right.clock)}"
    if left.clock == right.clock:
        return Judgement(Verdict.AGREE, "equal", f"{_clock_text(left.clock)} = {_clock_text(right.clock)}")
    if left.clock[0] <= right.clock[1] and right.clock[0] <= left.clock[1]:
        return Judgement(Verdict.COMPATIBLE, "coarser", f"{words} meet")
    if first[0] <= second[1] and second[0] <= first[1]:
        return Judgement(Verdict.COMPATIBLE, "rounding", f"{words} meet as rounded")
    return Judgement(Verdict.CONFLICT, "disjoint", f"{words} do not meet")


def _clock_text(clock: tuple[int, int]) -> str:
    low, high = (f"{minutes // 60:02}:{minutes % 60:02}" for minutes in clock)
    return low if low == high else f"[{low}, {high}]"


def _text(days: Days) -> str:
    return days[0].isoformat() if days[0] == days[1] else f"[{days[0].isoformat()}, {days[1].isoformat()}]"
