"""What a mention's value was read as, and what came of comparing two, in a few words."""

import re
from functools import cache

from factcheck.model import AnchoredBy, Date, Duration, Interval, Name, Number, Quantity, Quote, Title, Trend, Value
from factcheck.report.plain import plain
from factcheck.report.records import number

_DASH = "–"
_ANCHORS = {
    AnchoredBy.PUBLICATION: "the day of publication",
    AnchoredBy.MENTION: "the date last mentioned",
    AnchoredBy.NARRATIVE: "the date last mentioned, since the document tells history",
}
_ARROWS = {Trend.UP: "up ", Trend.DOWN: "down "}


def value_text(value: Value) -> str:
    """The value on one line, ready to print: "7,500–8,500 soldier", "2024-10-28", "PER Josep Borrell"."""
    match value:
        case Quantity():
            trend = _ARROWS[value.trend] if value.trend else ""
            words = f"{trend}{_interval(value.interval)} {value.unit or value.counted or ''}"
        case Duration():
            words = f"{value.timex_type} {value.timex_value}"
        case Date():
            words = f"{value.timex_type} {value.timex_value}{_days(value)}"
        case Name():
            words = f"{value.category} {value.key}"
        case Title():
            words = f"of {value.of}" if value.of else "of nobody named"
        case Quote():
            words = f"by {value.speaker}" if value.speaker else "by nobody named"
    return plain(words)


def read_text(value: Value) -> str:
    """What the words of a value allow, ready to print, without codes: "7,500–8,500", "11.5–12.5 mile", "2024-10-28"."""
    match value:
        case Name():
            words = value.key
        case Title() | Quote():
            return value_text(value)
        case Date():
            words = _stretch(value) or "a date that stays open"
        case Duration():
            words = f"{_interval(value.interval)} {value.unit or ''}" if value.interval else value.timex_value
        case Quantity():
            words = f"{_ARROWS[value.trend] if value.trend else ''}{_interval(value.interval)} {value.unit or ''}"
    return plain(words)


def anchor_text(value: Value) -> str:
    """What a relative date was counted from and why: "2025-03-12, the day of publication"; else empty."""
    if not isinstance(value, Date) or value.anchor is None or value.anchored_by is None:
        return ""
    return f"{value.anchor}, {_ANCHORS[value.anchored_by]}"


def _interval(interval: Interval) -> str:
    low, high = interval.low, interval.high
    if low is not None and low == high:
        return _number(low)
    if low is None or high is None:
        return f"{_number(low)} or more" if low is not None else f"{_number(high)} or less"
    return f"{_number(low)}{_DASH if low >= 0 else ' to '}{_number(high)}"


def witness_text(witness: str) -> str:
    """A witness, ready to print, with [7,200, 8,800] as 7,200–8,800, for one more comma among many gets lost."""
    numbers, days = _bracketed_ranges()
    return days.sub(r"\1 to \2", numbers.sub(rf"\1{_DASH}\2", plain(witness)))


@cache
def _bracketed_ranges() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Of numbers, and of days."""
    day = r"(\d{1,4}-\d\d-\d\d)"
    return re.compile(r"\[([\d,.]{1,40}), ([\d,.]{1,40})\]"), re.compile(rf"\[{day}, {day}\]")


def _number(value: Number | None) -> str:
    shown = number(value)
    return "…" if shown is None else f"{shown:,}"


def _stretch(value: Date) -> str:
    if value.first is None or value.last is None:
        return ""
    days = f"{value.first}" if value.first == value.last else f"{value.first} to {value.last}"
    times = dict.fromkeys(f"{minutes // 60}:{minutes % 60:02}" for minutes in value.clock or ())
    return f"{days}, {' to '.join(times)}" if times else days


def _days(value: Date) -> str:
    if value.first is None or value.last is None:
        return " (no anchor)"
    if value.first == value.last:
        return "" if value.first.isoformat() == value.timex_value else f" = {value.first}"
    return f" = {value.first}/{value.last}"
