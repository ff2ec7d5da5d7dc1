"""Expressions around a unit of time: "last week", "the year", "three days later", "24 hours", "every two weeks"."""

from msgspec.structs import replace

from factcheck.extract.clock import past_expression
from factcheck.extract.date_numbers import ordinal_before, year_at
from factcheck.extract.duration import Span, length_code, repeated, span_duration, vague_duration
from factcheck.extract.holiday import holiday_triggers
from factcheck.extract.moment import Base, Expression, Moment, Scan
from factcheck.extract.time_span import is_age, numbered_expression, vague_shift
from factcheck.extract.timex import Fields
from factcheck.model import Duration, Hedge, Interval, TimexModifier

_PUBLICATION = {"last": -1, "next": 1, "this": 0}
_REFERENCE = {"previous": -1, "following": 1, "same": 0, "that": 0}
_PERIODS = frozenset({"period", "quarter", "month", "week"})
_DASHES = frozenset({"-", "‑", "–"})
_FINE = frozenset({"second", "minute", "hour"})
# "the day", "the year" are the current ones only after such words: "later in the year", "the rest of the week".
_PART_OF = frozenset(
    {"end", "beginning", "start", "middle", "rest", "most", "half", "part", "course", "close", "remainder"}
)
# What may stand between "the first half of" and "year".
_YEAR_FOLLOWS = frozenset({"this", "last", "next", "the", "that"})
_ENDED = frozenset({"ended", "ending"})
_WITHIN = frozenset({"later", "early", "late", "earlier", "earliest"})
_BARE_AFTER = frozenset(
    {"for", "in", "over", "within", "after", "lasted", "took", "takes", "take", "taken", "spent", "of"}
)
_NOT_A_UNIT = frozenset({"second", "seconds", "sec", "min", "half", "quarter", "minute"})


def unit_expression(scan: Scan, index: int, limit: int) -> Expression | None:
    """The expression whose unit of time is token `index`, not beginning before token `limit`."""
    unit = scan.words.units[scan.at(index)]
    if unit == "minute" and scan.at(index + 1) == "past" and (clock := past_expression(scan, index + 1, limit)):
        return clock
    if unit == "half":
        return _ordinal_part(scan, index, unit, limit)
    if is_age(scan, index):
        return None
    found = numbered_expression(scan, index, unit, limit)
    if found is not None or (
        scan.at(index) in _NOT_A_UNIT and scan.at(index) != "quarter" and scan.at(index) != "seconds"
    ):
        return found
    return (
        _year_ago(scan, index, unit, limit)
        or _edge_of_period(scan, index, unit, limit)
        or _lasting(scan, index, unit)
        or _set(scan, index, unit, limit)
        or _ordinal_part(scan, index, unit, limit)
        or _deictic(scan, index, unit, limit)
        or _day_before(scan, index, unit, limit)
        or _week_number(scan, index, unit)
        or _indefinite(scan, index, unit, limit)
    )


def _year_ago(scan: Scan, index: int, unit: str, limit: int) -> Expression | None:
    """Reads "the year-ago quarter", "a year-earlier profit", "the year-ago period"."""
    word = scan.at(index + 2)
    if scan.at(index + 1) != "-" or word not in ("ago", "earlier"):
        return None
    noun = scan.at(index + 3)
    past = index + 4 if noun in _PERIODS else index + 3
    first = index - 1 if scan.at(index - 1) == "the" and index - 1 >= limit and past == index + 4 else index
    if noun == "quarter":
        that_quarter = Moment(base=Base.REFERENCE, unit="quarter", count=0)
        return Expression(first, past, Moment(unit=unit, count=-1, origin=that_quarter, keeps_quarter=True))
    base = Base.PUBLICATION if word == "ago" and noun not in _PERIODS else Base.REFERENCE
    return Expression(first, past, Moment(base=base, unit=unit, count=-1, keeps_quarter=base is Base.REFERENCE))


def _lasting(scan: Scan, index: int, unit: str) -> Expression | None:
    """Reads "year-long", "a decade-long war"."""
    if scan.at(index + 1) not in _DASHES or scan.at(index + 2) != "long" or not scan.joined(index + 2):
        return None
    several = scan.at(index) in scan.words.classes["plural"]
    once = Span(1, 1, Interval(0.75, 1.25), Hedge.EXACT, unit)
    return Expression(index, index + 3, vague_duration(unit, "") if several else span_duration(once))


def _edge_of_period(scan: Scan, index: int, unit: str, limit: int) -> Expression | None:
    """Reads "year-end", "by month-end", "year-end 1988", "mid-year"."""
    if unit not in ("year", "month", "quarter") or scan.at(index) in scan.words.classes["plural"]:
        return None
    if scan.at(index + 1) in _DASHES and scan.at(index + 2) == "end" and scan.joined(index + 2):
        year = year_at(scan, index + 3) if unit == "year" else None
        ends = Fields(year=year[1] if year else None, modifier=TimexModifier.END)
        if year:
            return Expression(index, year[0], Moment(ends))
        return Expression(index, index + 3, Moment(ends, base=Base.CONTEXT, unit=unit, count=0))
    if unit == "year" and scan.at(index - 1) in _DASHES and scan.at(index - 2) == "mid" and index - 2 >= limit:
        middle = Fields(modifier=TimexModifier.MID)
        return Expression(index - 2, index + 1, Moment(middle, base=Base.CONTEXT, unit=unit, count=0))
    return None


def _set(scan: Scan, index: int, unit: str, limit: int) -> Expression | None:
    """Reads "every day", "each quarter", "every other week", "per month", "one a day"."""
    before, first = scan.at(index - 1), index - 1
    if first < limit:
        return None
    if before == "per":
        return Expression(first, index + 1, repeated(length_code(unit, 1)))
    if before == "other" and scan.at(first - 1) == "every" and first - 1 >= limit:
        return Expression(first - 1, index + 1, repeated(length_code(unit, 2)))
    if before not in scan.words.classes["every"]:
        return None
    value = "P3M" if unit == "quarter" else length_code(unit, 1)
    return Expression(first, index + 1, repeated(value))


def _ordinal_part(scan: Scan, index: int, unit: str, limit: int) -> Expression | None:
    """Reads "first week of 2015", "second half of October", "third quarter", "the last day of May", "19th century"."""
    end = index - 1 if scan.at(index - 1) in ("-", "‑") else index
    found = ordinal_before(scan, end)
    if found is None or found[0] < limit:
        return None
    first, nth = found
    if unit in ("century", "millennium") and 0 < nth <= 30:
        return _nth_century(scan, first, index, nth, unit, limit)
    if scan.at(first - 1) == "fiscal" and first - 1 >= limit and unit in ("quarter", "half"):
        first -= 1
    start = first - 1 if scan.at(first - 1) == "the" and first - 1 >= limit else first
    if unit in ("quarter", "half"):
        return _nth_quarter(scan, start, index, nth, unit)
    return _nth_of(scan, start, index, nth, unit)


def _nth_quarter(scan: Scan, first: int, index: int, nth: int, unit: str) -> Expression | None:
    past = index + 1
    origin_at = past + 1 if scan.at(past) in ("of", "in") else past
    if scan.at(origin_at) == "fiscal":
        origin_at += 1
    year = year_at(scan, origin_at)
    of_year = scan.at(past) == "of" and scan.at(past + 1) in _YEAR_FOLLOWS and scan.at(past + 2) == "year"
    most = 4 if unit == "quarter" else 2
    if nth == -1 and (year or of_year):
        nth = most
    if not 1 <= nth <= most:
        return None
    fields = Fields(quarter=nth) if unit == "quarter" else Fields(half=nth)
    if year:
        return Expression(first, year[0], Moment(replace(fields, year=year[1])))
    if scan.at(past) == "of" and scan.at(origin_at) in scan.words.months:
        return Expression(first, origin_at, Moment(nth=nth, unit="half")) if unit == "half" else None
    of_year = of_year or (scan.at(first - 1) in ("'s", "’s") and scan.at(first - 2) == "year")
    business = not _is_match(scan, past) if unit == "quarter" else scan.words.has("business-result", scan.at(past))
    stands = of_year or business
    return Expression(first, past, Moment(fields)) if stands else None


def _nth_of(scan: Scan, first: int, index: int, nth: int, unit: str) -> Expression | None:
    """The n-th day, week or month of a year or month that is named after it; a month's name is joined later."""
    past = index + 1
    origin_at = past + 1 if scan.at(past) in ("of", "in") else past
    following = scan.at(origin_at)
    if following == "the" and unit == "day" and scan.at(origin_at + 1) == "month":
        origin = Moment(base=Base.CONTEXT, unit="month", count=0)
        return Expression(first, origin_at + 2, Moment(nth=nth, unit=unit, origin=origin))
    year = year_at(scan, origin_at)
    if year and unit in ("week", "month", "day"):
        return Expression(first, year[0], Moment(nth=nth, unit=unit, origin=Moment(Fields(year=year[1]))))
    named = following in scan.words.months and unit in ("week", "day", "weekend")
    deictic = following in ("next", "last", "this", "that") and unit in ("week", "month", "day")
    if scan.at(past) in ("of", "in") and (named or (deictic and scan.at(origin_at + 1) in ("month", "year"))):
        return Expression(first, origin_at, Moment(nth=nth, unit=unit))
    return None


def _is_match(scan: Scan, past: int) -> bool:
    """Whether a quarter is a part of a game: the words do not tell, but "of play" and "touchdown" do."""
    return scan.at(past) in ("touchdown", "horse", "goal") or scan.at(past + 1) in ("play", "game")


def _nth_century(scan: Scan, first: int, index: int, nth: int, unit: str, limit: int) -> Expression | None:
    past = index + 1
    size = 100 if unit == "century" else 1000
    sign = 1
    if scan.at(past) in ("bc", "bce", "b.c."):
        past, sign = past + 1, -1
    start = (nth - 1) * size
    if scan.at(first - 1) == "the" and first - 1 >= limit:
        first -= 1
    year = start if sign > 0 else -start
    return Expression(first, past, Moment(Fields(year=year or sign, span=unit)))


def _deictic(scan: Scan, index: int, unit: str, limit: int) -> Expression | None:
    """Reads "last week", "this past weekend", "the next day", "that year", "the end of the year"."""
    word, before = scan.at(index), scan.at(index - 1)
    if word in scan.words.classes["plural"] or index - 1 < limit:
        return None
    if before == "all":
        return Expression(index - 1, index + 1, span_duration(Span(1, 1, Interval(0.75, 1.25), Hedge.EXACT, unit)))
    if before == "of" and scan.at(index - 2) in ("end", "start", "beginning") and scan.at(index + 1) != "of":
        return Expression(index, index + 1, Moment(base=Base.CONTEXT, unit=unit, count=0)) if unit != "day" else None
    start = index - 1
    if before in scan.words.classes["adjectives"] and start - 1 >= limit and unit not in _FINE:
        start -= 1
    determiner = scan.words.determiners.get(scan.at(start))
    if determiner is not None and (start == index - 1 or determiner != "that"):
        return _determined(scan, Expression(start, index + 1, Moment()), unit, determiner, limit)
    if scan.at(start) == "the" and unit not in _FINE and (start == index - 1 or before in ("fiscal", "financial")):
        return _definite(scan, start, index, unit)
    return None


def _determined(scan: Scan, found: Expression, unit: str, determiner: str, limit: int) -> Expression | None:
    """The unit with the determiner that `found` begins with."""
    first, past = found.first, found.past
    word = scan.at(first)
    article = scan.at(first - 1) in ("the", "this", "that") and first - 1 >= limit
    if unit in _FINE and determiner not in ("same", "last", "next"):
        return None
    if determiner in _REFERENCE:
        moment = _unit_moment(unit, _REFERENCE[determiner], Base.REFERENCE)
        return Expression(first - 1 if article else first, past, moment)
    count = _PUBLICATION[determiner]
    if not article or scan.at(first - 1) == "this" or word in ("current", "latest"):
        if unit == "day" and determiner in ("this", "last"):
            return Expression(first, past, _unit_moment(unit, 0, Base.REFERENCE)) if determiner == "this" else None
        return Expression(first - 1 if article else first, past, _unit_moment(unit, count, Base.PUBLICATION))
    if determiner == "next":
        return Expression(first - 1, past, _unit_moment(unit, 1, Base.REFERENCE))
    # "over the last year", "in the past week": a stretch that ends now.
    return Expression(first - 1, past, span_duration(Span(1, 1, Interval(0.75, 1.25), Hedge.EXACT, unit)))


def _unit_moment(unit: str, count: int, base: Base) -> Moment | Duration:
    if unit in _FINE:
        return span_duration(Span(1, 1, Interval(0.75, 1.25), Hedge.EXACT, unit))
    if unit == "night":
        return Moment(Fields(part="NI"), base=base, unit="day", count=count)
    return Moment(base=base, unit=unit, count=count)


def _definite(scan: Scan, first: int, index: int, unit: str) -> Expression | None:
    """Reads "the year" where the words around it say that it is the current one; `first` is the article."""
    before, after = scan.at(first - 1), scan.at(index + 1)
    if unit in ("week", "month", "quarter", "year") and after in _ENDED:
        return Expression(first, index + 1, Moment(base=Base.CONTEXT, unit=unit, count=0))
    if first < index - 1:
        return None
    if unit == "quarter" and before in ("in", "for", "during", "of") and after not in ("of", "-", "‑", "century"):
        return Expression(first, index + 1, Moment(base=Base.REFERENCE, unit=unit, count=0))
    part_of = before == "of" and scan.at(first - 2) in (*_PART_OF, "day")
    within = before in ("in", "of") and scan.at(first - 2) in _WITHIN
    if unit == "weekend" and before not in ("end", "of") and after not in ("of", "after", "before"):
        return Expression(first, index + 1, Moment(base=Base.CONTEXT, unit=unit, count=0))
    stretch = before in ("in", "for", "during", "over") and unit in ("week", "month", "year")
    stretch = stretch or (before in ("on", "for") and unit == "day")
    if stretch and (not after[:1].isalnum() or after == "to"):
        return Expression(first, index + 1, Moment(base=Base.CONTEXT, unit=unit, count=0))
    if (part_of or within) and after not in ("of", "-", "after", "before"):
        moment = Moment(base=Base.CONTEXT, unit="day" if unit == "night" else unit, count=0)
        return Expression(first, index + 1, moment)
    return None


def _day_before(scan: Scan, index: int, unit: str, limit: int) -> Expression | None:
    """Reads "the day before", "the night before", "the year after", "the day after tomorrow"."""
    word = scan.at(index + 1)
    if scan.at(index - 1) != "the" or index - 1 < limit or word not in ("before", "after") or unit in _FINE:
        return None
    sign = -1 if word == "before" else 1
    following = scan.at(index + 2)
    if following in scan.words.days:
        origin = Moment(base=Base.PUBLICATION, unit="day", count=scan.words.days[following])
        return Expression(index - 1, index + 3, Moment(unit=unit, count=sign, origin=origin))
    if following in ("next", "last") and not scan.at(index + 3)[:1].isalpha():
        return Expression(index - 1, index + 3, Moment(base=Base.PUBLICATION, unit=unit, count=2 * sign))
    dated = unit == "day" and (
        following in scan.words.months or following in scan.words.weekdays or following in holiday_triggers()
    )
    if (
        following[:1].isalnum()
        and following not in ("and", "but", "when", "as")
        and not (dated and scan.capital(index + 2))
    ):
        return None
    return Expression(index - 1, index + 2, _unit_moment(unit, sign, Base.REFERENCE))


def _week_number(scan: Scan, index: int, unit: str) -> Expression | None:
    """Reads "week 31", "week 3 of 2027", "the year 2008"."""
    number = scan.digits(index + 1, 2)
    if unit == "week" and number and 1 <= number <= 53 and scan.at(index) == "week":
        year = year_at(scan, index + 3) if scan.at(index + 2) == "of" else None
        return Expression(
            index, year[0] if year else index + 2, Moment(Fields(year=year[1] if year else None, week=number))
        )
    if unit == "year" and scan.at(index) == "year":
        start = index + 2 if scan.at(index + 1) == "of" else index + 1
        year = year_at(scan, start)
        if year:
            first = index - 1 if scan.at(index - 1) in ("calendar", "the") else index
            first -= scan.at(index - 1) == "calendar" and scan.at(index - 2) == "the"
            return Expression(first, year[0], Moment(Fields(year=year[1])))
    return None


def _indefinite(scan: Scan, index: int, unit: str, limit: int) -> Expression | None:
    """Reads "several weeks", "many years later", "for months", "decades of war"."""
    if scan.at(index) not in scan.words.classes["plural"] or scan.at(index) in ("seconds", "quarters", "halves"):
        return None
    first = index
    word = scan.at(index - 1)
    if unit == "weekend" and word in ("on", "at"):
        return Expression(index, index + 1, repeated("XXXX-WXX-WE"))
    if word in ("recent", "these") and index - 1 >= limit and (word == "recent" or unit == "day"):
        return Expression(index - 1, index + 1, Moment(literal="PAST_REF" if word == "recent" else "PRESENT_REF"))
    if word in ("many", "some", "numerous", "countless") and index - 1 >= limit:
        first -= 1
    elif word in scan.words.determiners and word not in ("that", "same", "this") and index - 1 >= limit:
        first = index - 2 if scan.at(index - 2) == "the" and index - 2 >= limit else index - 1
    elif word in ("few", "several") and index - 1 >= limit:
        first = index - 2 if scan.at(index - 2) in ("the", "a") and index - 2 >= limit else index - 1
    after = scan.at(index + 1)
    if after in ("later", "earlier", "ago"):
        return vague_shift(scan, first, index + 1, unit)
    if unit == "hour" and word in ("early", "small", "wee") and index - 1 >= limit:
        first = index - 2 if scan.at(index - 2) == "the" and index - 2 >= limit else index - 1
        return Expression(first, index + 1, Moment(Fields(part="MO")))
    if first == index and not ((word in _BARE_AFTER and word != "of") or (after == "of" and unit != "day")):
        return None
    return Expression(first, index + 1, vague_duration(unit, word))
