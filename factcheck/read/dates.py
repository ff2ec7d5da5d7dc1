"""Calendar days as metadata, file names and datelines write them: always in full, with a year."""

import datetime
import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s{0,3})?"


class Day(Struct, frozen=True):
    """A day of the calendar at text[start:end], its weekday included where one is written before it."""

    start: int
    end: int
    day: datetime.date


@cache
def _full_date() -> re.Pattern[str]:
    iso = r"(?P<y0>\d{4})-(?P<m0>\d{2})-(?P<d0>\d{2})"
    day_first = rf"{_DAY.format('d1')}\s{{1,3}}{MONTH.format('m1')},?\s{{1,3}}(?P<y1>\d{{4}})"
    month_first = rf"{MONTH.format('m2')}\s{{1,3}}{_DAY.format('d2')},?\s{{1,3}}(?P<y2>\d{{4}})"
    return re.compile(rf"(?<!\w){_WEEKDAY}(?:{iso}|{day_first}|{month_first})(?!\d)", re.IGNORECASE)


@cache
def _time_of_day() -> re.Pattern[str]:
    return re.compile(r"[T ,]\s{0,3}\d{1,2}:\d{2}\S{0,20}(?:\s\S{1,10})?$", re.IGNORECASE)


def parse_date(text: str) -> datetime.date | None:
    """The day that a whole string names, None where it names none.

    Takes 2025-02-14, 14 February 2025 and February 14, 2025, with or without a time of day. Raises ValueError, its
    message fit for a user, where the string has the form of a day but the calendar does not have that day.
    """
    stripped = text.strip()
    match = _full_date().match(stripped)
    if not match or (match.end() < len(stripped) and not _time_of_day().match(stripped, match.end())):
        return None
    day = _day(match)
    if day is None:
        raise ValueError(f"there is no day {match.group()}")
    return day


def required_date(text: str) -> datetime.date:
    """The day that a whole string names. Raises ValueError, with a message fit for a user, for others."""
    try:
        day = parse_date(text)
    except ValueError as error:
        raise ValueError(f"{error}: give a day of the calendar as YYYY-MM-DD") from error
    if day is None:
        raise ValueError(f"{text!r} is no day: give it as YYYY-MM-DD")
    return day


def find_dates(text: str) -> Iterator[Day]:
    """The full dates in a text, in order; what the calendar does not have is left out."""
    for match in _full_date().finditer(text):
        day = _day(match)
        if day is not None:
            yield Day(match.start(), match.end(), day)


def month_number(word: str) -> int:
    """1 to 12 for an English month name or its abbreviation. Raises ValueError for any other word."""
    return _MONTHS.index(word[:3].lower()) + 1


def _day(match: re.Match[str]) -> datetime.date | None:
    form = next(i for i in range(3) if match[f"y{i}"])
    month = match[f"m{form}"]
    try:
        number = int(month) if month.isdigit() else month_number(month)
        return datetime.date(int(match[f"y{form}"]), number, int(match[f"d{form}"]))
    except ValueError:
        return None
