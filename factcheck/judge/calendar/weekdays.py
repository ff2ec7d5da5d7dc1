"""A weekday that the date beside it does not have."""

import datetime
from collections.abc import Iterable, Iterator, Mapping

from factcheck.judge.calendar.contradiction import Contradiction
from factcheck.judge.calendar.wording import words_before
from factcheck.judge.date import wrong_weekday
from factcheck.model import Claim, Date, Measure

# In days from the publication: this near, a date without a year is of the year that was resolved.
_SURE_OF_YEAR = 100
# Greece, the last country of Europe to leave the Julian calendar, did so in 1923.
_ONE_CALENDAR_SINCE = 1924
_DAYS_A_WEEK = 7


def wrong_weekdays(claims: Iterable[Claim], published: Mapping[str, datetime.date | None]) -> Iterator[Contradiction]:
    """The dates that do not have the weekday stated with them, in any year and calendar that they may be read in."""
    for claim in claims:
        date = claim.mention.value
        witness = wrong_weekday(date) if isinstance(date, Date) else None
        if isinstance(date, Date) and witness and not _fits(claim, date, published.get(claim.mention.source)):
            yield Contradiction(claim, claim, Measure.WEEKDAY, witness)


def _fits(claim: Claim, date: Date, published: datetime.date | None) -> bool:
    """Whether some reading gives the date its weekday: the old calendar, a near year where none is stated."""
    day = date.first
    if day is None:
        return True
    if day.year < _ONE_CALENDAR_SINCE and (day.weekday() + _julian_days_behind(day)) % _DAYS_A_WEEK == date.weekday:
        return True
    if _is_name_of_paper(claim):
        return True
    if str(day.year) in claim.mention.text or (published and abs((published - day).days) <= _SURE_OF_YEAR):
        return False
    return any(_weekday_in(day, year) == date.weekday for year in (day.year - 1, day.year + 1))


def _is_name_of_paper(claim: Claim) -> bool:
    """Whether "Sun" is a newspaper, not Sunday: "Harrow Sun, August 16"."""
    before = words_before(claim)[-1:]
    return claim.mention.text.startswith("Sun,") and bool(before) and before[0][0].isupper()


def _weekday_in(day: datetime.date, year: int) -> int | None:
    """The weekday of the same month and day in another year, None where that year has no such day."""
    try:
        return day.replace(year=year).weekday()
    except ValueError:
        return None


def _julian_days_behind(day: datetime.date) -> int:
    """How many days the Julian calendar, from March of the year 4 on, lags behind the Gregorian one."""
    year = day.year - (day.month < 3)
    return year // 100 - year // 400 - 2
