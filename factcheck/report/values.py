"""What a mention's value was read as, in a few words."""

from factcheck.model import Date, Duration, Interval, Name, Number, Quantity, Quote, Title, Trend, Value
from factcheck.report.plain import plain
from factcheck.report.records import number

_ARROWS = {Trend.UP: "up ", Trend.DOWN: "down "}


def value_text(value: Value) -> str:
    """The value on one line, ready to print: "[7,500, 8,500] soldier", "2024-10-28", "PER Josep Borrell"."""
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


def _interval(interval: Interval) -> str:
    low, high = interval.low, interval.high
    if low is not None and low == high:
        return _number(low)
    return f"[{'…' if low is None else _number(low)}, {'…' if high is None else _number(high)}]"


def _number(value: Number) -> str:
    shown = number(value)
    return "…" if shown is None else f"{shown:,}"


def _days(value: Date) -> str:
    if value.first is None or value.last is None:
        return " (no anchor)"
    if value.first == value.last:
        return "" if value.first.isoformat() == value.timex_value else f" = {value.first}"
    return f" = {value.first}/{value.last}"
