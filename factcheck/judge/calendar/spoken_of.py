"""The days that a source speaks of: any of them may be the day at which it counts years since an event."""

import datetime
from bisect import bisect_right
from collections.abc import Iterable, Mapping

from factcheck.interval import Days, days_meet, shifted
from factcheck.model import Claim, Date


class DaysSpokenOf:
    """The days of each source's dates, and its day of publication."""

    def __init__(self, claims: Iterable[Claim], published: Mapping[str, datetime.date | None]) -> None:
        self._published = published
        by_source: dict[str, list[Days]] = {}
        for claim in claims:
            value = claim.mention.value
            if isinstance(value, Date) and value.first and value.last:
                by_source.setdefault(claim.mention.source, []).append((value.first, value.last))
        self._stretches = {source: _merged(days) for source, days in by_source.items()}

    def published(self, source: str) -> datetime.date | None:
        """The day of publication of a source."""
        return self._published.get(source)

    def reach(self, source: str, days: Days, before: int, after: int) -> bool:
        """Whether the source speaks of one of the days, or appeared so many days `before` or `after` one of them."""
        day = self._published.get(source)
        if day and days_meet(days, (shifted(day, -after), shifted(day, before))):
            return True
        stretches = self._stretches.get(source, [])
        last = bisect_right(stretches, days[1], key=lambda stretch: stretch[0]) - 1
        return last >= 0 and days_meet(stretches[last], days)


def years_later(day: datetime.date, years: int) -> datetime.date:
    """The same day of a later year; of 29 February the first of March where that year has none; at most the last."""
    if not 1 <= day.year + years <= datetime.MAXYEAR:
        return datetime.date.max if years > 0 else datetime.date.min
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return datetime.date(day.year + years, 3, 1)


def _merged(days: list[Days]) -> list[Days]:
    """The stretches in order, those that overlap as one."""
    merged: list[Days] = []
    for first, last in sorted(days):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged
