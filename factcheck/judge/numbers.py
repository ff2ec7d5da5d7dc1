"""Numbers and intervals in words, for witnesses."""

from factcheck.model import Interval, Number


def number_text(number: Number) -> str:
    """A number with grouping commas and no needless decimals: 7500.0 → "7,500"."""
    if abs(number) < 1e15 and float(number).is_integer():
        return f"{int(number):,}"
    return f"{number:,.6g}" if abs(number) < 1e6 else f"{number:,.2f}"


def interval_text(interval: Interval) -> str:
    """An interval as "[7,500, 8,500]", "12" for a point, "over 4" and "up to 4" where it is unbounded."""
    low, high = interval.low, interval.high
    if low is None and high is None:
        return "any number"
    if low is None or high is None:
        return f"{number_text(high)} or less" if high is not None else f"{number_text(low or 0)} or more"
    return number_text(low) if low == high else f"[{number_text(low)}, {number_text(high)}]"
