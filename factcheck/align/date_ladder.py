"""The rungs of the comparison ladder that two dates have of their own: how near they are, and what ties them."""

from factcheck.align.days import days_beside, minutes_of
from factcheck.align.levels import Levels
from factcheck.interval import days_apart
from factcheck.model import Claim, Date

# Beyond so many days a stretch counts as a year's.
_MONTHS = 93
_GAPS = ((0, "meet"), (1, "one"), (7, "week"), (45, "month"), (400, "year"))
_HOUR = 60
_TIED = frozenset({"same", "in context"})


def date_levels(a: Claim, b: Claim, event: str) -> Levels:
    """(attribute, level) of two date claims; `event` is the level that their events reach."""
    near = _nearness(a, b)
    tied = "one event" if event in _TIED else "other events" if event == "differs" else "unknown events"
    lead = "both lead" if a.leads and b.leads else "not both lead"
    return (
        ("grain", "/".join(sorted((_grain(a), _grain(b))))),
        ("days apart", near),
        ("event and days", f"{tied}, {near}"),
        ("leads and days", f"{lead}, {near}"),
    )


def _nearness(a: Claim, b: Claim) -> str:
    left, right = a.mention.value, b.mention.value
    if not isinstance(left, Date) or not isinstance(right, Date):
        return "unknown"
    minutes, days = _minutes_apart(left, right), days_beside(left, right)
    if minutes is not None and (days is None or days_apart(*days) <= 0):
        return "same hour" if minutes <= _HOUR else "other hour"
    if days is None:
        return "unknown"
    if days[0] == days[1]:
        return "same"
    gap = days_apart(*days)
    if gap > 1 and is_slip(left, right):
        return "slip of the pen"
    if gap == 1 and _grain(a) != _grain(b):
        return "one of two grains"
    return next((name for edge, name in _GAPS if gap <= edge), "far")


def _minutes_apart(a: Date, b: Date) -> int | None:
    first, second = minutes_of(a), minutes_of(b)
    return max(first[0] - second[1], second[0] - first[1]) if first and second else None


def _grain(claim: Claim) -> str:
    value = claim.mention.value
    if not isinstance(value, Date):
        return "none"
    if value.month_and_day:
        return "day"
    if value.first is None or value.last is None:
        return "clock" if value.clock else "none"
    days = (value.last - value.first).days
    return "day" if days == 0 else "month" if days < _MONTHS else "year"


def is_slip(left: Date, right: Date) -> bool:
    """Whether two dates differ in one part alone, month or year, or one year is the other with its digits swapped.

    Of dates counted from another day nobody wrote the parts.
    """
    days = days_beside(left, right)
    if days is None or not left.anchored_by is right.anchored_by is None:
        return False
    a, b = days
    if a[0] == a[1] and b[0] == b[1]:
        parts = zip(a[0].timetuple()[:3], b[0].timetuple()[:3], strict=True)
        return sum(x != y for x, y in parts) == 1 and a[0].day == b[0].day
    years = (a[0].year, b[0].year)
    return years[0] != years[1] and sorted(str(years[0])) == sorted(str(years[1]))
