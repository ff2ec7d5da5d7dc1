"""The values of time expressions whose anchor is missing: they leave the year open, and often the day."""

import calendar

from msgspec.structs import replace

from factcheck.extract.moment import Moment
from factcheck.extract.timex import Fields, date_value, make_day
from factcheck.model import Date, TimexType

_ANY_YEAR = 2000
_FEBRUARY = 2
_SHAPES = {
    "day": "XXXX-XX-XX",
    "night": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "fortnight": "XXXX-WXX",
    "month": "XXXX-XX",
    "hour": "XXXX-XX-XXTXX",
    "minute": "XXXX-XX-XXTXX",
    "quarter": "XXXX-QX",
}


def open_date(moment: Moment) -> Date:
    """The value of an expression whose anchor is missing: "Monday", "last month", "the first day of July"."""
    own = moment.fields
    if moment.unit == "day" and moment.nth and moment.origin:
        return date_value(_day_of_any_year(moment.origin.fields, moment.nth))
    if moment.unit is not None and moment.nth is None:
        value = _SHAPES.get(moment.unit, "XXXX")
        kind = TimexType.TIME if "T" in value or own.part or own.clock else TimexType.DATE
        return replace(date_value(own), timex_value=value + (f"T{own.part}" if own.part else ""), timex_type=kind)
    if moment.holiday is not None and "/" not in moment.holiday and not moment.holiday.startswith("easter"):
        return Date(timex_value=f"XXXX-{moment.holiday}")
    return date_value(own)


def _day_of_any_year(month: Fields, nth: int) -> Fields:
    """The n-th or, below zero, the last day of a month of an open year. February ends on two days."""
    if month.month is None or (nth < 0 and month.month == _FEBRUARY):
        return month
    day = make_day(_ANY_YEAR, month.month, nth if nth > 0 else calendar.monthrange(_ANY_YEAR, month.month)[1])
    return replace(month, day=day.day, modifier=None) if day else month
