"""Joins neighbouring expressions that make one date: weekday and date, date and time, "two weeks before Christmas"."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from factcheck.extract.clock import clock_beside_date
from factcheck.extract.duration import repeated
from factcheck.extract.moment import Base, Expression, Moment, Scan
from factcheck.extract.timex import Fields, timex_value
from factcheck.model import Duration, TimexModifier

_Gap = tuple[str, ...]
_LONGEST_GAP = 3
_ON = frozenset({(), (",",), ("on",), (",", "on"), ("of",), ("in",), ("on", "the")})
_TO_CLOCK = frozenset(
    {(), (",",), ("at",), (",", "at"), ("@",), ("around",), ("about",), ("at", "about"), ("at", "around"), ("by",)}
    | {("before",), ("after",), ("later", "than"), ("just", "before"), ("just", "after"), ("shortly", "after"), ("t",)}
)
_BESIDE = frozenset({(), (",",), ("(",), (",", "the"), ("-",), ("–",)})
_OF = frozenset({("of",), ("of", "the"), ("on",), ("in",), ("in", "the")})
_COUNT_FROM = {"before": -1, "prior": -1, "after": 1, "from": 1, "since": 1, "following": 1}
_ENDED = frozenset({("ended",), ("ending",), ("ended", "on"), ("ending", "on")})
_UNTIL = frozenset({"to", "until", "till", "through"})
_MONTH_LISTS = frozenset(
    {("/",), ("and",), ("or",), ("to",), ("-",), ("–",), ("—",), ("until",), ("through",), ("&",), ("till",)}
)


def join(scan: Scan, found: Sequence[Expression]) -> list[Expression]:
    """The expressions with neighbours joined, in order. Each is looked at a bounded number of times."""
    joined: list[Expression] = []
    for expression in found:
        current = expression
        while joined and (whole := _together(scan, joined[-1], current)):
            joined.pop()
            current = whole
        joined.append(_with_bare_clock(scan, current))
    return _periods_ended(scan, _years_shared(scan, joined))


def _together(scan: Scan, left: Expression, right: Expression) -> Expression | None:
    if not 0 <= right.first - left.past <= _LONGEST_GAP or not isinstance(right.meaning, Moment):
        return None
    gap = scan.tokens.lower[left.past : right.first]
    if (often := _often(scan, left, right.meaning, gap)) is not None:
        return Expression(left.first, right.past, often)
    if isinstance(left.meaning, Duration):
        moment = None if _begins_stretch(scan, right) else _counted_from(left.meaning, right.meaning, gap)
    else:
        moment = next((m for join_two in _JOINS if (m := join_two(left.meaning, right.meaning, gap))), None)
    if moment is None or moment.literal:
        return None
    past = right.past
    if "(" in gap:
        if scan.at(past) != ")":
            return None
        past += 1
    return Expression(left.first, past, moment)


def _often(scan: Scan, left: Expression, part: Moment, gap: _Gap) -> Duration | None:
    """Reads "every Monday morning", "Friday nights"."""
    if gap or not _is_part(part) or part.base is not None:
        return None
    if isinstance(left.meaning, Duration):
        value = left.meaning.timex_value
        return repeated(f"{value}T{part.fields.part}") if value.startswith("XXXX-WXX-") else None
    bare = left.meaning == Moment(Fields(weekday=left.meaning.fields.weekday)) and left.meaning != Moment()
    plural = scan.at(left.past).endswith("s")
    return repeated(f"{timex_value(left.meaning.fields)}T{part.fields.part}") if bare and plural else None


def _begins_stretch(scan: Scan, start: Expression) -> bool:
    """Whether a second date follows: in "64 days from 21 November to 31 January" nothing is counted from the first."""
    following = scan.at(start.past + 1)
    dated = following[:1].isdigit() or following in scan.words.months or following in scan.words.weekdays
    return dated and scan.at(start.past) in _UNTIL


def _is_clock(moment: Moment) -> bool:
    fields = moment.fields
    return fields.clock is not None and _is_bare(moment) and fields.day is None and fields.year is None


def _is_part(moment: Moment) -> bool:
    return moment.fields.part is not None and moment.fields.clock is None and _is_bare(moment)


def _is_bare(moment: Moment) -> bool:
    return (
        moment.unit is None
        and moment.holiday is None
        and moment.numeric is None
        and moment.fields.weekday is None
        and (moment.fields.day is None and moment.fields.month is None and moment.literal is None)
    )


def _is_weekday(moment: Moment) -> bool:
    fields = moment.fields
    return fields.weekday is not None and fields.month is None and fields.year is None and moment.origin is None


def _is_day(moment: Moment) -> bool:
    """Whether the moment is one day without a time."""
    fields = moment.fields
    if fields.clock is not None or moment.literal:
        return False
    counted = moment.unit == "day" or moment.numeric is not None or moment.holiday is not None
    return counted or fields.day is not None or fields.weekday is not None


def _is_date(moment: Moment) -> bool:
    return (moment.fields.day is not None and moment.fields.month is not None) or moment.numeric is not None


def _day_and_clock(left: Moment, right: Moment, gap: _Gap) -> Moment | None:
    if _is_day(left) and _is_clock(right) and gap in _TO_CLOCK:
        return _with_clock(left, right)
    if _is_clock(left) and _is_day(right) and gap in _ON:
        return _with_clock(right, left)
    if _is_part(left) and _is_clock(right) and gap in _TO_CLOCK and left.base is None:
        return _with_clock(left, right)
    return None


def _with_clock(day: Moment, clock: Moment) -> Moment:
    given, part = clock.fields.clock, day.fields.part
    if given is not None and part in ("EV", "NI", "AF") and 4 <= given.hour < 12:
        given = replace(given, hour=given.hour + 12)
    return replace(day, fields=replace(day.fields, clock=given, part=None))


def _weekday_and_date(left: Moment, right: Moment, gap: _Gap) -> Moment | None:
    if gap not in _BESIDE:
        return None
    if _is_weekday(left) and _is_date(right) and right.fields.weekday is None:
        own = left.fields
        clock = right.fields.clock or own.clock
        part = None if clock else right.fields.part or own.part
        day = replace(right.fields, weekday=own.weekday, part=part, clock=clock)
        return replace(right, fields=day)
    if _is_date(left) and _is_weekday(right) and gap == ("(",) and left.fields.weekday is None:
        return replace(left, fields=replace(left.fields, weekday=right.fields.weekday))
    if left.unit == "day" and left.base is Base.PUBLICATION and _is_date(right) and gap in ((",",), ("(",)):
        return right
    return None


def _day_and_part(left: Moment, right: Moment, gap: _Gap) -> Moment | None:
    if _is_day(left) and left.fields.part is None and _is_part(right) and gap in ((), ("at",), ("in", "the")):
        return replace(left, fields=replace(left.fields, part=right.fields.part))
    if _is_part(left) and _is_day(right) and right.fields.part is None and gap in _OF:
        modifier = left.fields.modifier or right.fields.modifier
        return replace(right, fields=replace(right.fields, part=left.fields.part, modifier=modifier))
    timed = left.fields.clock is not None and (left.fields.weekday is not None or left.unit == "day")
    return left if timed and _is_part(right) and right.base is None and gap == () else None


def _clock_and_part(left: Moment, right: Moment, gap: _Gap) -> Moment | None:
    """Reads "8am this morning", "six tonight"."""
    if left.fields.clock is not None and _is_clock(left) and right.unit == "day" and right.fields.part and gap in _ON:
        return _with_clock(right, left)
    return None


def _weekday_of_week(left: Moment, right: Moment, gap: _Gap) -> Moment | None:
    if _is_weekday(left) and right.unit == "week" and right.base and gap in ((), ("of",), ("in",), ("of", "the")):
        return replace(left, origin=right, pick=None)
    if left.unit == "week" and left.base and _is_weekday(right) and gap in ((), ("-",), ("on",)):
        return replace(right, origin=left, pick=None)
    if _is_weekday(left) and right.unit and right.count and (right.base or right.origin) and gap in ((), (",",)):
        return replace(right, fields=left.fields)
    ago = left.unit and (left.count or 0) < 0 and left.base is Base.PUBLICATION and gap in ((), ("on",))
    if ago and _is_day(right):
        return replace(left, origin=right) if right.fields.month is None else None
    if ago and right.unit in ("week", "month") and right.base is Base.PUBLICATION and right.count == 0:
        return replace(left, origin=right)
    # "the day after Christmas"
    beside = left.unit == "day" and left.count in (-1, 1) and left.base is Base.REFERENCE and left.fields == Fields()
    if beside and gap == () and (right.holiday or (_is_day(right) and right.unit is None)):
        return Moment(unit="day", count=left.count, origin=right)
    counted = left.unit and left.count and (left.origin or left.base is Base.PUBLICATION)
    if _is_weekday(right) and counted and left.fields.weekday is None and gap == ("on",):
        return replace(left, fields=right.fields)
    return None


def _part_of_period(left: Moment, right: Moment, gap: _Gap) -> Moment | None:
    """Reads "first week of" and "May", "first Monday of" and "November", "April of" and "that year"."""
    if left.nth is not None and left.origin is None and right.fields.day is None:
        return replace(left, origin=right) if gap in ((), ("of",), ("in",), ("of", "the")) else None
    own = left.fields
    yearless = own.year is None and (own.month or own.season or own.week or own.quarter or own.half)
    yearless = yearless and left.pick is None
    plain = right.fields.modifier is None or gap != (",",)
    if yearless and right.unit == "year" and right.fields.year is None and gap in ((), ("of",), (",",), ("of", "the")):
        return replace(left, origin=right) if plain else None
    if gap in (("'s",), ("’s",)) and (right.fields.quarter or right.fields.half) and right.fields.year is None:
        return _of_that_year(left, right)
    days_only = own.day is not None and own.month is None and own.weekday is None and left.origin is None
    if days_only and right.unit == "month" and gap in ((), ("of",), ("of", "the")):
        return replace(left, origin=right)
    return None


def _weekday_of_month(left: Moment, right: Moment, gap: _Gap) -> Moment | None:
    """Reads "a Friday in May", "a Friday that September": some Friday of that month, not the one nearest to today."""
    month = right.fields.month is not None and right.fields.day is None and right.fields.weekday is None
    beside = gap in (("in",), ("of",)) or (gap == () and right.base is Base.REFERENCE)
    if not (_is_weekday(left) and left.nth is None and left.pick is None and left.fields.day is None):
        return None
    if not month or not beside or right.unit or right.nth or right.holiday or left.fields.clock:
        return None
    return replace(right, fields=replace(right.fields, weekday=left.fields.weekday))


def _month_with_year(left: Moment, right: Moment, gap: _Gap) -> Moment | None:
    """Reads "that September, in 2017", where the year that follows says which September is meant."""
    year, own = right.fields.year, left.fields
    pointed = own.month is not None and own.year is None and left.base is Base.REFERENCE and left.unit is None
    if year is None or right != Moment(Fields(year=year)) or not pointed or gap not in ((",", "in"), ("in",), ("of",)):
        return None
    return Moment(replace(own, year=year))


def _of_that_year(year: Moment, part: Moment) -> Moment | None:
    """Reads "fiscal 1989's fourth quarter", "last year's first half"."""
    if year.unit == "year":
        return replace(part, origin=year)
    stated = year.fields.year
    alone = year.fields in (Fields(year=stated), Fields(year=stated, modifier=TimexModifier.APPROX))
    return replace(part, fields=replace(part.fields, year=stated)) if stated and alone else None


_JOINS: tuple[Callable[[Moment, Moment, _Gap], Moment | None], ...] = (
    _weekday_and_date,
    _day_and_clock,
    _day_and_part,
    _clock_and_part,
    _weekday_of_week,
    _weekday_of_month,
    _month_with_year,
    _part_of_period,
)


def _counted_from(left: Duration, right: Moment, gap: _Gap) -> Moment | None:
    """Reads "two weeks before Christmas", "three days from Tuesday"."""
    if not gap or gap[0] not in _COUNT_FROM or gap[1:] not in ((), ("the",), ("to",)) or left.unit is None:
        return None
    if left.low is None or left.low != left.high or left.low != int(left.low) or left.vague:
        return None
    if not (_is_day(right) or right.holiday) or left.unit in ("second", "minute", "hour"):
        return None
    return Moment(unit=left.unit, count=_COUNT_FROM[gap[0]] * int(left.low), origin=right)


def _with_bare_clock(scan: Scan, found: Expression) -> Expression:
    """A date with the hour that only the date shows to be one: "tonight around 7", "friday the 26th at 4"."""
    if not isinstance(found.meaning, Moment) or not _is_day(found.meaning):
        return found
    found_clock = clock_beside_date(scan, found.past)
    if found_clock is None:
        return found
    past, clock = found_clock
    timed = _with_clock(found.meaning, Moment(fields=replace(Moment().fields, clock=clock)))
    return Expression(found.first, past, timed)


def _years_shared(scan: Scan, found: list[Expression]) -> list[Expression]:
    """Reads "Oct. 9 and Nov. 20, 2001", "April and May 2019": the year of the last belongs to all."""
    for i in range(len(found) - 2, -1, -1):
        left, right = found[i].meaning, found[i + 1].meaning
        if not isinstance(left, Moment) or not isinstance(right, Moment):
            continue
        gap = scan.tokens.lower[found[i].past : found[i + 1].first]
        listed = gap in _MONTH_LISTS or (gap == (",",) and i + 2 < len(found))
        open_year = left.fields.year is None and left.unit is None and left.pick is None and left.origin is None
        same_kind = (left.fields.month is None) == (right.fields.month is None)
        dated = left.fields.month is not None or (left.fields.season is not None and right.fields.season is not None)
        if listed and open_year and same_kind and dated and right.fields.year is not None:
            year = right.fields.year - ((left.fields.month or 0) > (right.fields.month or 0))
            found[i] = Expression(found[i].first, found[i].past, replace(left, fields=replace(left.fields, year=year)))
    return found


def _periods_ended(scan: Scan, found: list[Expression]) -> list[Expression]:
    """Reads "the quarter ended Sept. 30": the date says which quarter, week or year it is."""
    for i in range(len(found) - 1):
        left, right = found[i].meaning, found[i + 1].meaning
        if not isinstance(left, Moment) or not isinstance(right, Moment) or left.unit is None or left.count != 0:
            continue
        gap = scan.tokens.lower[found[i].past : found[i + 1].first]
        if gap in _ENDED and _is_day(right) and left.base is Base.CONTEXT and left.fields == Fields():
            found[i] = Expression(found[i].first, found[i].past, Moment(unit=left.unit, count=0, origin=right))
    return found
