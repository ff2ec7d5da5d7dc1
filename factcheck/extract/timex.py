"""Calendar fields of a time expression, their TIMEX3 value and the days that they allow.

A calendar date is a set of stated fields ("October", 28, Monday); fields that the words leave open are None. Years
before Christ are negative (493 BC is -493, there is no year 0) and have a value but, since `datetime` begins with
year 1, no days.
"""

import calendar
import datetime

from msgspec import Struct

from factcheck.model import Date, TimexModifier, TimexType

SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
DURATION_CODES = {
    "second": "PT{}S",
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "night": "P{}D",
    "week": "P{}W",
    "fortnight": "P{}W",
    "weekend": "P{}WE",
    "month": "P{}M",
    "quarter": "P{}Q",
    "year": "P{}Y",
    "decade": "P{}DE",
    "century": "P{}CE",
    "millennium": "P{}ML",
}
# Days in one unit: the shortest and the longest that the calendar allows.
DAYS_PER_UNIT: dict[str, tuple[float, float]] = {
    "second": (1 / 86400, 1 / 86400),
    "minute": (1 / 1440, 1 / 1440),
    "hour": (1 / 24, 1 / 24),
    "day": (1, 1),
    "night": (1, 1),
    "week": (7, 7),
    "fortnight": (14, 14),
    "weekend": (2, 3),
    "month": (28, 31),
    "quarter": (90, 92),
    "year": (365, 366),
    "decade": (3652, 3653),
    "century": (36524, 36525),
    "millennium": (365242, 365243),
}
_MONTHS_PER_UNIT = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
_SPAN_YEARS = {"decade": 10, "century": 100, "millennium": 1000}


class Clock(Struct, frozen=True, gc=False):
    """A time of day. Minute and second are None where the words leave them open."""

    hour: int
    minute: int | None = None
    second: int | None = None

    @property
    def minutes(self) -> tuple[int, int]:
        """Minutes since midnight [from, to] that the words state."""
        at = self.hour * 60 + (self.minute or 0)
        return at, at


class Fields(Struct, frozen=True, gc=False):
    """What words state of a point or stretch of calendar time.

    `span` is "decade", "century" or "millennium" that begins in `year`; `weekday` counts from Monday (0); `week` is the
    ISO week of `year`; `part` is the TIMEX3 part of the day (MO, AF, EV, NI, DT).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    week: int | None = None
    weekend: bool = False
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    span: str | None = None
    part: str | None = None
    clock: Clock | None = None
    modifier: TimexModifier | None = None

    @property
    def unit(self) -> str:
        """The finest calendar unit stated."""
        if self.day is not None or (self.weekday is not None and self.month is None):
            return "day"
        if self.week is not None:
            return "week"
        if self.month is not None:
            return "month"
        if self.season or self.quarter or self.half:
            return "season"
        return self.span or "year"


def fields_of_day(day: datetime.date) -> Fields:
    """The fields of one calendar day."""
    return Fields(year=day.year, month=day.month, day=day.day)


def day_of(fields: Fields) -> datetime.date | None:
    """The calendar day that the fields state, None if they do not state one or the calendar has no such day."""
    if fields.year is None or fields.month is None or fields.day is None:
        return None
    return make_day(fields.year, fields.month, fields.day)


def make_day(year: int, month: int, day: int) -> datetime.date | None:
    """A calendar day, None where the calendar has no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= 31) or day > calendar.monthrange(year, month)[1]:
        return None
    return datetime.date(year, month, day)


def shift_day(day: datetime.date, days: int) -> datetime.date | None:
    """The day that many days later, None beyond the years 1 to 9999."""
    ordinal = day.toordinal() + days
    return datetime.date.fromordinal(ordinal) if 1 <= ordinal <= datetime.date.max.toordinal() else None


def shift_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month that many months later; the year before 1 is -1."""
    count = (year if year > 0 else year + 1) * 12 + month - 1 + months
    shifted = count // 12
    return (shifted if shifted > 0 else shifted - 1), count % 12 + 1


def shift_years(year: int, years: int) -> int:
    """The year that many years later; the year before 1 is -1."""
    return shift_months(year, 1, 12 * years)[0]


def shift_unit(fields: Fields, unit: str, count: int, exact: bool) -> Fields | None:
    """The `unit` that lies `count` units after `fields`; `exact` keeps the day ("two weeks from tomorrow").

    None where the fields are too coarse to count from.
    """
    if unit in ("day", "night", "week", "fortnight", "weekend"):
        return _shift_days(fields, unit, count, exact)
    months = _MONTHS_PER_UNIT.get(unit)
    if months is None or fields.year is None or abs(count) > 12000:
        return None
    if unit in _SPAN_YEARS:
        year = shift_years(fields.year, count * _SPAN_YEARS[unit])
        return Fields(year=year) if exact else Fields(year=span_start(year, unit), span=unit)
    if unit == "year" and not exact:
        return Fields(year=shift_years(fields.year, count))
    if fields.month is None:
        return Fields(year=shift_years(fields.year, count)) if unit == "year" else None
    year, month = shift_months(fields.year, fields.month, months * count)
    if unit == "quarter":
        return Fields(year=year, quarter=(month - 1) // 3 + 1)
    if exact and fields.day is not None and year > 0:
        return Fields(
            year=year, month=month, day=min(fields.day, calendar.monthrange(max(1, min(year, 9999)), month)[1])
        )
    return Fields(year=year, month=month)


def _shift_days(fields: Fields, unit: str, count: int, exact: bool) -> Fields | None:
    day = day_of(fields) or (first_day(fields) if fields.week is not None else None)
    if day is None or abs(count) > 400000:
        return None
    shifted = shift_day(day, count * {"week": 7, "fortnight": 14, "weekend": 7}.get(unit, 1))
    if shifted is None:
        return None
    if unit in ("week", "fortnight", "weekend") and not exact:
        return week_of(shifted, weekend=unit == "weekend")
    return fields_of_day(shifted)


def week_of(day: datetime.date, weekend: bool = False) -> Fields:
    """The ISO week, or its weekend, that holds the day."""
    iso = day.isocalendar()
    return Fields(year=iso.year, week=iso.week, weekend=weekend)


def span_start(year: int, span: str) -> int:
    """The first year of the decade, century or millennium that holds the year; before Christ the prefix counts."""
    size = _SPAN_YEARS[span]
    return year - year % size if year > 0 else -(-year - -year % size)


def first_day(fields: Fields) -> datetime.date | None:
    """The first day that the fields allow."""
    allowed = days_allowed(fields)
    return allowed[0] if allowed else None


def days_allowed(fields: Fields) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day that the fields allow, None while the year is open or before Christ."""
    year = fields.year
    if year is None or not 1 <= year <= 9999:
        return None
    if fields.week is not None:
        return _days_of_week(year, fields.week, fields.weekend)
    if fields.month is not None and fields.day is not None:
        day = make_day(year, fields.month, fields.day)
        return (day, day) if day else None
    first, months = _month_stretch(fields)
    last_year, last_month = shift_months(year, 1, first + months - 2)
    first_year, first_month = shift_months(year, 1, first - 1)
    if not (1 <= first_year <= 9999 and 1 <= last_year <= 9999):
        return None
    end = datetime.date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])
    return _narrow(datetime.date(first_year, first_month, 1), end, fields.modifier)


def _month_stretch(fields: Fields) -> tuple[int, int]:
    """First month, counted from January of the year, and number of months."""
    if fields.month is not None:
        return fields.month, 1
    if fields.season is not None:
        first, last = SEASON_MONTHS[fields.season]
        # Seasons have no exact edges: a month on either side is still "in the summer".
        return first - 1, last - first + 3
    if fields.quarter is not None:
        return 3 * fields.quarter - 2, 3
    if fields.half is not None:
        return 6 * fields.half - 5, 6
    return 1, 12 * _SPAN_YEARS.get(fields.span or "", 1)


def _days_of_week(year: int, week: int, weekend: bool) -> tuple[datetime.date, datetime.date] | None:
    if not 1 <= week <= 53 or year >= 9999:
        return None
    monday = datetime.date.fromisocalendar(year, 1, 1) + datetime.timedelta(weeks=week - 1)
    # Weeks run from Sunday to Saturday in some countries and from Monday to Sunday in others; both are allowed.
    if weekend:
        return monday + datetime.timedelta(days=4), monday + datetime.timedelta(days=6)
    first = monday if monday == datetime.date.min else monday - datetime.timedelta(days=1)
    return first, monday + datetime.timedelta(days=6)


def _narrow(
    first: datetime.date, last: datetime.date, modifier: TimexModifier | None
) -> tuple[datetime.date, datetime.date]:
    """Early, mid and late have no exact edges: each allows two thirds; "about" adds half a stretch either side."""
    days = (last - first).days
    if modifier is TimexModifier.START:
        return first, shift_day(first, days * 2 // 3) or last
    if modifier is TimexModifier.END:
        return shift_day(first, days // 3) or first, last
    if modifier is TimexModifier.MID:
        return shift_day(first, days // 6) or first, shift_day(last, -(days // 6)) or last
    if modifier is TimexModifier.BEFORE:
        return shift_day(first, -2 * days) or datetime.date.min, last
    if modifier is TimexModifier.AFTER:
        return first, shift_day(last, 2 * days) or datetime.date.max
    if modifier is TimexModifier.APPROX:
        return shift_day(first, -(days // 2)) or first, shift_day(last, days // 2) or last
    return first, last


def timex_value(fields: Fields) -> str:
    """The TIMEX3 value: XXXX for a year that is open, BC0493 before Christ, 199 for a decade, 19 for a century."""
    return _date_value(fields) + _time_value(fields)


def _date_value(fields: Fields) -> str:
    if fields.span is not None and fields.year is not None:
        digits = {"decade": 3, "century": 2, "millennium": 1}[fields.span]
        return ("BC" if fields.year < 0 else "") + f"{abs(fields.year):04d}"[:digits]
    year = _year_value(fields.year)
    if fields.week is not None:
        return f"{year}-W{fields.week:02d}" + ("-WE" if fields.weekend else "")
    if fields.weekend:
        return f"{year}-WXX-WE"
    if fields.month is not None:
        return f"{year}-{fields.month:02d}" + (f"-{fields.day:02d}" if fields.day is not None else "")
    if fields.day is not None:
        return f"{year}-XX-{fields.day:02d}"
    if fields.weekday is not None:
        return f"{year}-WXX-{fields.weekday + 1}"
    part = fields.season or (f"Q{fields.quarter}" if fields.quarter else f"H{fields.half}" if fields.half else None)
    if part is not None:
        return f"{year}-{part}"
    if fields.year is None and (fields.part or fields.clock):
        return "XXXX-XX-XX"
    return year


def _year_value(year: int | None) -> str:
    if year is None:
        return "XXXX"
    return f"{year:04d}" if year > 0 else f"BC{-year:04d}"


def _time_value(fields: Fields) -> str:
    if fields.clock is not None:
        clock = f"T{fields.clock.hour:02d}"
        for part in (fields.clock.minute, fields.clock.second):
            if part is None:
                break
            clock += f":{part:02d}"
        return clock
    return f"T{fields.part}" if fields.part else ""


def date_value(fields: Fields) -> Date:
    """The model's value of calendar fields."""
    days = days_allowed(fields)
    return Date(
        timex_value=timex_value(fields),
        timex_type=TimexType.TIME if fields.clock or fields.part else TimexType.DATE,
        first=days[0] if days else None,
        last=days[1] if days else None,
        weekday=fields.weekday,
        clock=fields.clock.minutes if fields.clock else None,
        modifier=fields.modifier,
    )


def easter(year: int) -> datetime.date:
    """Easter Sunday of a year of the Gregorian calendar (the anonymous algorithm of Meeus, Jones and Butcher)."""
    century, of_century = divmod(year, 100)
    leap, rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * (year % 19) + century - leap - correction + 15) % 30
    quotient, remainder = divmod(of_century, 4)
    weekday = (32 + 2 * rest + 2 * quotient - epact - remainder) % 7
    late = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> datetime.date | None:
    """The n-th such weekday of a month (Monday is 0; n = -1 is the last), None if the month has none."""
    length = calendar.monthrange(year, month)[1]
    if n < 0:
        last = datetime.date(year, month, length)
        return last - datetime.timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-n - 1))
    first = datetime.date(year, month, 1)
    day = 1 + (weekday - first.weekday()) % 7 + 7 * (n - 1)
    return datetime.date(year, month, day) if day <= length else None
