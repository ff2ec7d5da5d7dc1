"""The days around a day: the Monday before it, the 9th of the month after it, the last week of its year.

`future` is what the tense says of a date: True for one to come, False for one past, None where it does not tell.
"""

import calendar
import datetime
from collections.abc import Sequence

from msgspec.structs import replace

from factcheck.extract.timex import SEASON_MONTHS, Fields, fields_of_day, make_day, shift_day, shift_months, week_of

_FAR_AHEAD = 270
_FAR_BACK = 330
_WINDOW = (-250, 110)


def last_week(year: int) -> Fields | None:
    """The last ISO week of a year."""
    day = make_day(year, 12, 28)
    return week_of(day) if day else None


def existing(year: int, month: int, day: int) -> datetime.date | None:
    """The calendar day; 29 February of a common year gives the 28th, other days that do not exist give None."""
    return make_day(year, month, day) or (make_day(year, month, 28) if day == 29 else None)


def in_month(today: datetime.date, months: int, day: int) -> datetime.date | None:
    """That day of the month which lies `months` after today's, None if the month has no such day."""
    year, month = shift_months(today.year, today.month, months)
    return make_day(year, month, day)


def picked_weekday(today: datetime.date, weekday: int, pick: int) -> datetime.date | None:
    """The last (negative pick), this (0) or next such weekday; with a pick of ±2 never yesterday or tomorrow."""
    if pick == 0:
        return shift_day(today, weekday - today.weekday())
    distance = (weekday - today.weekday()) % 7 or 7 if pick > 0 else (today.weekday() - weekday) % 7 or 7
    if abs(pick) == 2 and distance == 1:
        distance = 8
    return shift_day(today, distance if pick > 0 else -distance)


def weekday_near(day: datetime.date, weekday: int) -> Fields | None:
    """The weekday closest to the day: "Monday two weeks from now"."""
    found = shift_day(day, (weekday - day.weekday() + 3) % 7 - 3)
    return replace(fields_of_day(found), weekday=weekday) if found else None


def weekend_near(day: datetime.date) -> Fields:
    """The weekend that a holiday lengthens: of a Monday or Tuesday the one before, else the one of its week."""
    before = shift_day(day, -2) if day.weekday() <= calendar.TUESDAY else None
    return week_of(before or day, weekend=True)


def nearest(fields: Fields, today: datetime.date, future: bool | None) -> Fields | None:
    """The fields with the year, month and day that a text of `today` means by them: "Monday", "the 9th", "October"."""
    if fields.month is None and fields.weekday is not None:
        return _weekday(fields, today, future)
    if fields.month is None and fields.day is not None:
        return _day_of_month(fields, today, future)
    if fields.quarter or fields.half:
        return _quarter_or_half(fields, today, future)
    month = fields.month or SEASON_MONTHS[fields.season or "SP"][0]
    if fields.day is None and month == today.month:
        return replace(fields, year=today.year)
    days = [d for y in (-1, 0, 1) if (d := existing(today.year + y, month, fields.day or 1))]
    if not days:
        return replace(fields, year=today.year)
    return replace(fields, year=closest(days, today, future).year)


def _quarter_or_half(fields: Fields, today: datetime.date, future: bool | None) -> Fields:
    """The last that has begun, in the future tense the first that has not ended: companies report after it."""
    first, months = (3 * fields.quarter - 2, 3) if fields.quarter else (6 * (fields.half or 1) - 5, 6)
    if future or (future is None and first == today.month + 1):
        return replace(fields, year=today.year + (first + months <= today.month))
    return replace(fields, year=today.year - (first > today.month))


def _weekday(fields: Fields, today: datetime.date, future: bool | None) -> Fields | None:
    weekday = fields.weekday or 0
    if fields.day is not None:
        days = [d for k in range(-12, 13) if (d := in_month(today, k, fields.day)) and d.weekday() == weekday]
        if not days:
            return _day_of_month(fields, today, future)
        return _at(fields, closest(days, today, future))
    ahead = (weekday - today.weekday()) % 7
    day = shift_day(today, (ahead or 7) if future else ahead - 7 if ahead else 0)
    return _at(fields, day) if day else None


def _day_of_month(fields: Fields, today: datetime.date, future: bool | None) -> Fields | None:
    days = [d for k in (-1, 0, 1) if (d := in_month(today, k, fields.day or 1))]
    return _at(fields, closest(days, today, future)) if days else None


def _at(fields: Fields, day: datetime.date) -> Fields:
    return replace(fields, year=day.year, month=day.month, day=day.day)


def closest(
    days: Sequence[datetime.date], today: datetime.date, future: bool | None, far_back: int = _FAR_BACK
) -> datetime.date:
    """The day that the tense asks for, unless it is most of a year away; without a tense the closest."""
    ahead = [d for d in days if d >= today]
    behind = [d for d in days if d <= today]
    if future and ahead and (ahead[0] - today).days <= _FAR_AHEAD:
        return ahead[0]
    if future is False and behind and (today - behind[-1]).days <= far_back:
        return behind[-1]
    near = [d for d in days if _WINDOW[0] <= (d - today).days <= _WINDOW[1]]
    return min(near or days, key=lambda d: abs((d - today).days))
