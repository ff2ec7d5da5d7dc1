"""The days around a day: the Monday before it, the 9th of the month after it, the last week of its year."""

import datetime

from msgspec.structs import replace

from factcheck.extract.timex import Fields, fields_of_day, make_day, shift_day, shift_months, week_of


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
