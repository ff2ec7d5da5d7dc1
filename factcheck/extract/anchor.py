"""Resolves time expressions in the order of the text: which year "October" is in, which day "Monday" was.

In news the day of publication anchors; in a document that tells history the date last mentioned does. With neither, a
relative expression stays open (XXXX-WXX-1) and allows no days, so that nothing can contradict it.
"""

import calendar
import datetime
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from factcheck.extract.holiday import holiday_date
from factcheck.extract.moment import Base, Expression, Moment, Scan
from factcheck.extract.nearest_day import closest, last_week, nearest, picked_weekday, weekday_near, weekend_near
from factcheck.extract.open_date import open_date
from factcheck.extract.tense import is_future
from factcheck.extract.timex import (
    SEASON_MONTHS,
    Fields,
    date_value,
    day_of,
    days_allowed,
    fields_of_day,
    make_day,
    nth_weekday,
    shift_day,
    shift_unit,
    shift_years,
    timex_value,
    week_of,
)
from factcheck.model import AnchoredBy, Date, Duration, TimexModifier

_FEWEST_YEARS = 3
_LEAP = 10
_HOLIDAY_BACK = 270
_MONTHS_BACK = 8
_LEAP_BACK = 5


def is_narrative(expressions: Iterable[Expression], anchor: datetime.date | None) -> bool:
    """Whether a document tells history: its dates carry years of their own, long past, and seldom hang on today."""
    past_years = deictic = 0
    for expression in expressions:
        moment = expression.meaning
        if not isinstance(moment, Moment) or moment.literal:
            continue
        year = moment.fields.year
        if year is not None:
            past_years += anchor is None or year < anchor.year - 1
        elif moment.base is Base.PUBLICATION or (moment.fields.weekday is not None and moment.fields.day is None):
            deictic += 1
    return past_years >= _FEWEST_YEARS and past_years > 2 * deictic


def is_day_first(expressions: Iterable[Expression]) -> bool | None:
    """Whether the document's numeric dates put the day first; None without evidence or with evidence for both."""
    seen = {e.meaning.day_first for e in expressions if isinstance(e.meaning, Moment)} - {None}
    return seen.pop() if len(seen) == 1 else None


class Resolver:
    """Resolves the expressions of one document one after the other, keeping the date last mentioned."""

    def __init__(self, scan: Scan, expressions: Sequence[Expression], anchor: datetime.date | None) -> None:
        self._scan = scan
        self._anchor = anchor
        self._narrative = is_narrative(expressions, anchor)
        self._day_first = is_day_first(expressions)
        self._reference: Fields | None = None
        self._year_said: tuple[int, int] | None = None
        self._leap: int | None = None
        self._reference_at = -1
        self._quarter: Fields | None = None
        self._counted_from: tuple[AnchoredBy, Fields] | None = None

    def resolve(self, expression: Expression) -> Date | Duration | None:
        """The value of the next expression; None for one that turns out to be none."""
        meaning = expression.meaning
        if isinstance(meaning, Duration):
            return meaning
        if meaning.early_year and not (self._reference and (self._reference.year or 1) < 0):
            return None
        if meaning.early_year:
            meaning = Moment(replace(meaning.fields, year=-(meaning.fields.year or 1)))
        if meaning.literal:
            return Date(timex_value=meaning.literal)
        if meaning.numeric and self._day_first is None:
            return self._ambiguous(meaning)
        self._counted_from = None
        fields = self._fields(meaning, expression)
        if fields is None:
            return open_date(meaning)
        if fields.year is not None:
            self._remember(fields, expression, meaning)
        value = self._with_anchor(date_value(fields), fields)
        if not self._narrative and meaning == Moment(Fields(clock=fields.clock, modifier=fields.modifier)):
            # "Shot on Saturday. He died at 6:35 p.m.": most likely the same day, but not so sure that it may conflict.
            return replace(value, first=None, last=None)
        return _loosened(value, meaning, self._base(meaning.base))

    def _with_anchor(self, value: Date, fields: Fields) -> Date:
        if self._counted_from is None or fields.year is None:
            return value
        kind, counted_from = self._counted_from
        return replace(value, anchor=timex_value(counted_from), anchored_by=kind)

    def _remember(self, fields: Fields, expression: Expression, moment: Moment) -> None:
        """Takes the date as the one last mentioned, unless a narrative only glances at another time with it."""
        explicit = moment.fields.year
        if explicit is not None:
            self._year_said = explicit, self._scan.tokens.sentence_at(expression.first)[0]
        self._reference_at = expression.first
        if fields.quarter is not None:
            self._quarter = fields
        if not self._narrative:
            self._reference = fields
        elif explicit is None:
            if moment.base is not Base.PUBLICATION:
                self._reference = fields
        elif self._goes_to(explicit):
            self._reference = fields

    def _goes_to(self, year: int) -> bool:
        """Whether the narrative goes on in a year that it names: a leap needs a second mention to confirm it."""
        now = self._reference.year if self._reference else None
        near = now is None or -_LEAP_BACK <= year - now <= _LEAP
        confirmed = self._leap is not None and abs(year - self._leap) <= _LEAP
        self._leap = None if near else year
        return near or confirmed

    def _ambiguous(self, moment: Moment) -> Date:
        """A numeric date that may be day-month or month-day allows all days between its two readings."""
        assert moment.numeric is not None and moment.fields.year is not None
        (a, b), year = moment.numeric, moment.fields.year
        readings = sorted(d for d in (make_day(year, a, b), make_day(year, b, a)) if d)
        value = timex_value(replace(moment.fields, month=a, day=b))
        return replace(date_value(moment.fields), timex_value=value, first=readings[0], last=readings[-1])

    # What an expression counts from -------------------------------------------------------------------------------

    def _base(self, base: Base | None) -> Fields | None:
        if base is Base.REFERENCE or (base is Base.CONTEXT and self._narrative):
            return self._last_mentioned() or self._published()
        return self._published()

    def _published(self) -> Fields | None:
        if self._anchor is None:
            return None
        published = fields_of_day(self._anchor)
        self._counted_from = AnchoredBy.PUBLICATION, published
        return published

    def _last_mentioned(self) -> Fields | None:
        if self._reference is not None:
            kind = AnchoredBy.NARRATIVE if self._narrative else AnchoredBy.MENTION
            self._counted_from = kind, self._reference
        return self._reference

    def _fields(self, moment: Moment, expression: Expression) -> Fields | None:
        """The calendar fields of a moment, as full as the anchor makes them; None if the anchor is missing."""
        if moment.numeric:
            month, day = moment.numeric[::-1] if self._day_first else moment.numeric
            return replace(moment.fields, month=month, day=day)
        if moment.nth is not None:
            return self._nth(moment, expression)
        if moment.unit is not None:
            return self._shifted(moment, expression)
        if moment.holiday is not None:
            return self._holiday(moment, expression)
        if moment.origin is not None:
            return self._within(moment, expression)
        if moment.pick is not None:
            return self._picked(moment)
        return self._filled(moment.fields, expression)

    def _origin(self, moment: Moment, expression: Expression) -> Fields | None:
        return self._fields(moment.origin, expression) if moment.origin else self._base(moment.base)

    def _shifted(self, moment: Moment, expression: Expression) -> Fields | None:
        origin = self._origin(moment, expression)
        if origin is None or moment.count is None or moment.unit is None:
            return None
        if moment.unit == "weekend" and moment.count == 0 and moment.origin is None:
            return self._weekend(origin, expression)
        if moment.unit == "quarter" and moment.count == 0 and moment.base is Base.REFERENCE:
            return self._last_quarter()
        if moment.keeps_quarter and (origin.quarter or origin.half) and origin.year is not None:
            return replace(origin, year=shift_years(origin.year, moment.count), modifier=moment.fields.modifier)
        if moment.unit == "weekend" and moment.count == 0:
            day = day_of(origin)
            return weekend_near(day) if day else None
        exact = (moment.origin is not None and moment.count != 0) or moment.fields.weekday is not None
        shifted = shift_unit(origin, moment.unit, moment.count, exact)
        if shifted is None:
            return None
        own = moment.fields
        if own.weekday is not None:
            day = day_of(shifted) or ((days := days_allowed(shifted)) and days[1])
            return weekday_near(day, own.weekday) if day else None
        return replace(shifted, part=own.part, clock=own.clock, modifier=own.modifier)

    def _last_quarter(self) -> Fields | None:
        """The quarter last mentioned, else the last that was over on the day of publication."""
        if self._quarter is not None:
            self._counted_from = AnchoredBy.MENTION, self._quarter
            return self._quarter
        published = self._published()
        return shift_unit(published, "quarter", -1, exact=False) if published else None

    def _weekend(self, origin: Fields, expression: Expression) -> Fields | None:
        """The weekend just past or under way, in the future tense the one that comes."""
        today = day_of(origin)
        if today is None:
            return None
        future = is_future(self._scan, expression.first, expression.past)
        if future is None:
            future = today.weekday() == calendar.FRIDAY
        saturday = shift_day(today, (5 - today.weekday()) % 7 if future else -((today.weekday() - 5) % 7))
        return week_of(saturday, weekend=True) if saturday else None

    def _nth(self, moment: Moment, expression: Expression) -> Fields | None:
        origin = self._origin(moment, expression)
        nth = moment.nth or 0
        days = days_allowed(replace(origin, modifier=None)) if origin else None
        if origin is None or days is None or origin.year is None:
            return origin
        weekday = moment.fields.weekday
        if weekday is not None and origin.month:
            day = nth_weekday(origin.year, origin.month, weekday, nth)
            return replace(fields_of_day(day), weekday=weekday) if day else None
        if moment.unit == "month" and origin.month is None:
            return Fields(year=origin.year, month=nth % 13 if nth > 0 else 12)
        if moment.unit == "week" and origin.month is None:
            return Fields(year=origin.year, week=nth) if nth > 0 else last_week(origin.year)
        if moment.unit in ("day", "night"):
            found = shift_day(days[0], nth - 1) if nth > 0 else days[1]
            return fields_of_day(found) if found else None
        early = nth == 1
        return replace(origin, modifier=TimexModifier.START if early else TimexModifier.END)

    def _within(self, moment: Moment, expression: Expression) -> Fields | None:
        """Reads "April of that year", "the 28th of that month", "Monday of next week"."""
        origin = self._origin(moment, expression)
        if origin is None:
            return self._filled(moment.fields, expression)
        own = moment.fields
        if own.weekday is not None and own.month is None:
            days = days_allowed(origin)
            if days is None:
                return None
            monday = shift_day(days[1], -6) or days[0]
            day = shift_day(monday, (own.weekday - monday.weekday()) % 7)
            return replace(fields_of_day(day), weekday=own.weekday, part=own.part, clock=own.clock) if day else None
        return replace(own, year=origin.year, month=own.month if _states_part(own) else origin.month)

    def _holiday(self, moment: Moment, expression: Expression) -> Fields | None:
        key, own = moment.holiday or "", moment.fields
        year = own.year
        if year is None:
            base = self._base(Base.CONTEXT)
            if base is None or base.year is None:
                return None
            today = day_of(base) or self._anchor
            year = (
                base.year
                if today is None or self._narrative
                else self._holiday_year(key, today, moment.pick, expression)
            )
        day = holiday_date(key, year)
        if day is None:
            return None
        if own.weekend:
            return weekend_near(day)
        return replace(own, year=day.year, month=day.month, day=day.day)

    def _holiday_year(self, key: str, today: datetime.date, pick: int | None, expression: Expression) -> int:
        years = [y for y in (today.year - 1, today.year, today.year + 1) if 1583 <= y <= 9998]
        days = [d for y in years if (d := holiday_date(key, y))]
        if not days:
            return today.year
        if pick:
            beyond = [d for d in days if (d > today if pick > 0 else d < today)]
            return (beyond[0] if pick > 0 else beyond[-1]).year if beyond else today.year
        if pick == 0:
            return today.year
        future = is_future(self._scan, expression.first, expression.past)
        return closest(days, today, future, far_back=_HOLIDAY_BACK).year

    # Filling what the words leave open ----------------------------------------------------------------------------

    def _picked(self, moment: Moment) -> Fields | None:
        own, pick = moment.fields, moment.pick or 0
        base = self._base(moment.base)
        if base is None or base.year is None:
            return None
        if own.weekday is not None and own.month is None:
            today = day_of(base)
            day = picked_weekday(today, own.weekday, pick) if today else None
            return replace(own, year=day.year, month=day.month, day=day.day) if day else None
        month = own.month or (SEASON_MONTHS[own.season][1] if own.season else None)
        if month is None or pick == 0 or base.month is None:
            return replace(own, year=base.year)
        before = month < base.month or (own.month is None and month == base.month)
        if pick < 0:
            return replace(own, year=base.year if before else shift_years(base.year, -1))
        return replace(own, year=base.year if month > base.month else shift_years(base.year, 1))

    def _filled(self, fields: Fields, expression: Expression) -> Fields | None:
        if fields.year is not None:
            return fields
        if (
            fields.month is None
            and fields.weekday is None
            and fields.day is None
            and not (fields.season or fields.quarter or fields.half)
        ):
            return self._of_that_day(fields, expression)
        said = self._year_said
        here = self._scan.tokens.sentence_at(expression.first)[0]
        if self._narrative:
            return self._by_reference(fields)
        if self._anchor is None:
            return None
        if said and said[1] == here and said[0] < self._anchor.year and fields.month is not None:
            self._counted_from = AnchoredBy.MENTION, Fields(year=said[0])
            return replace(fields, year=said[0])
        self._published()
        return nearest(fields, self._anchor, is_future(self._scan, expression.first, expression.past))

    def _of_that_day(self, fields: Fields, expression: Expression) -> Fields | None:
        """A time without a day is of the day last mentioned, in news if that was just before."""
        base = self._reference
        if fields.week is not None:
            published = self._base(Base.CONTEXT)
            return replace(fields, year=published.year) if published else None
        if base is None or base.day is None or not (self._narrative or self._just_mentioned(expression)):
            return fields
        if fields.clock is None and (not self._narrative or self._scan.at(expression.first) != "the"):
            return fields  # "at night" is no night in particular
        self._last_mentioned()
        return replace(fields, year=base.year, month=base.month, day=base.day)

    def _just_mentioned(self, expression: Expression) -> bool:
        """Whether the date last mentioned stands in the same sentence or the one before."""
        start = self._scan.tokens.sentence_at(expression.first)[0]
        return self._reference_at >= (self._scan.tokens.sentence_at(start - 1)[0] if start else 0)

    def _by_reference(self, fields: Fields) -> Fields | None:
        base = self._last_mentioned()
        if base is None or base.year is None:
            return None
        if _states_part(fields):
            return replace(fields, year=_year_going_on(base, base.year, fields.month))
        if fields.day is not None and base.month is not None:
            return replace(fields, year=base.year, month=base.month)
        day = day_of(base)
        if fields.weekday is None or day is None:
            return None
        found = shift_day(day, (fields.weekday - day.weekday()) % 7)
        return replace(fields, year=found.year, month=found.month, day=found.day) if found else None


def _states_part(fields: Fields) -> bool:
    return bool(fields.month or fields.season or fields.quarter or fields.half)


def _loosened(value: Date, moment: Moment, base: Fields | None) -> Date:
    """Allows both days where the words may mean either: "last Friday" said on a Sunday is two days ago or nine."""
    today = day_of(base) if base else None
    if moment.pick is None or abs(moment.pick) != 2 or value.weekday is None or today is None:
        return value
    if value.first is None or value.last is None or 3 < abs((value.first - today).days) < 8:
        return value
    further = 7 if (value.first > today) == (abs((value.first - today).days) < 8) else -7
    other = shift_day(value.first, further) or value.first
    return replace(value, first=min(value.first, other), last=max(value.last, other))


def _year_going_on(base: Fields, year: int, month: int | None) -> int:
    """The year of a bare month after a date: "December 1941 … in January" goes on into 1942."""
    if base.month is None or month is None or base.month - month < _MONTHS_BACK:
        return year
    return shift_years(year, 1)
