"""A weekday that the date beside it does not have."""

import datetime
from collections.abc import Iterable, Iterator, Mapping

from factcheck.judge.contradiction import Contradiction
from factcheck.judge.date import wrong_weekday
from factcheck.judge.wording import words_after, words_before
from factcheck.model import Claim, Date, Measure

# In days from the publication: this near, a date without a year is of the year that was resolved; this far, perhaps of
# the one before or after; further away, or with no publication known, of any.
_SURE_OF_YEAR, _NEAR = 100, 183
_YEAR_REACH, _YEAR_DIGITS = 3, 4
# Greece, the last country of Europe to leave the Julian calendar, did so in 1923.
_ONE_CALENDAR_SINCE = 1924
_DAYS_A_WEEK = 7
# "Wednesday, 3 November of last year" states its year as well.
_RELATIVE_YEAR = "year"


def wrong_weekdays(claims: Iterable[Claim], published: Mapping[str, datetime.date | None]) -> Iterator[Contradiction]:
    """The dates that do not have the weekday stated with them, in any year and calendar that they may be read in."""
    for claim in claims:
        witness = weekday_contradiction(claim, published.get(claim.mention.source))
        if witness:
            yield Contradiction(claim, claim, Measure.WEEKDAY, witness)


def weekday_contradiction(claim: Claim, published: datetime.date | None) -> str | None:
    """The witness that a claim's date has not the weekday stated with it, None where some reading gives it."""
    date = claim.mention.value
    witness = wrong_weekday(date) if isinstance(date, Date) else None
    return witness if isinstance(date, Date) and witness and not _fits(claim, date, published) else None


def _fits(claim: Claim, date: Date, published: datetime.date | None) -> bool:
    """Whether some reading gives the date its weekday: the old calendar, a near year where none is stated."""
    day = date.first
    if day is None:
        return True
    if day.year < _ONE_CALENDAR_SINCE and (day.weekday() + _julian_days_behind(day)) % _DAYS_A_WEEK == date.weekday:
        return True
    if _is_name_of_paper(claim):
        return True
    if str(day.year) in claim.mention.text or _RELATIVE_YEAR in claim.mention.text:
        return False
    away = abs((published - day).days) if published and not _has_year_after(claim) else None
    if away is None or away > _NEAR:
        return True
    return away > _SURE_OF_YEAR and any(_weekday_in(day, year) == date.weekday for year in (day.year - 1, day.year + 1))


def _is_name_of_paper(claim: Claim) -> bool:
    """Whether "Sun" is a newspaper, not Sunday: "Harrow Sun, August 16"."""
    before = words_before(claim)[-1:]
    return claim.mention.text.startswith("Sun,") and bool(before) and before[0][0].isupper()


def _has_year_after(claim: Claim) -> bool:
    """Whether a year stands close behind the date, as in "Thu Apr 6 13:11:15 PDT 2017"."""
    return any(len(word) == _YEAR_DIGITS and word.isdecimal() for word in words_after(claim)[:_YEAR_REACH])


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
