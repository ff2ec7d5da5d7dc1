"""Expressions around a unit of time: "last week", "the year", "three days later", "24 hours", "every two weeks"."""

from msgspec.structs import replace

from factcheck.extract.date_numbers import ordinal_before, year_at
from factcheck.extract.duration import Span, joined, ranged, repeated, span_duration, vague_duration
from factcheck.extract.hedge import hedge_before
from factcheck.extract.moment import Base, Expression, Moment, Scan
from factcheck.extract.number import NumberPhrase
from factcheck.extract.tense import is_future
from factcheck.extract.timex import DURATION_CODES, Fields
from factcheck.model import Duration, Hedge, Interval

_ARTICLES = frozenset({"a", "an", "one", "another"})
_COUNTED_FROM = frozenset({"from", "since", "before", "after", "of"})
_TIMES = frozenset({"once", "twice", "thrice", "times", "time"})
_PUBLICATION = {"last": -1, "next": 1, "this": 0}
_REFERENCE = {"previous": -1, "following": 1, "same": 0, "that": 0}
_FINE = frozenset({"second", "minute", "hour"})
_SPANS = frozenset({"decade", "century", "millennium"})
# "the day", "the year" are the current ones only after such words: "later in the year", "the rest of the week".
_PART_OF = frozenset(
    {"end", "beginning", "start", "middle", "rest", "most", "half", "part", "course", "close", "remainder"}
)
_WITHIN = frozenset({"later", "early", "late", "earlier", "earliest"})
_BARE_AFTER = frozenset(
    {"for", "in", "over", "within", "after", "lasted", "took", "takes", "take", "taken", "spent", "of"}
)
_BARE_BEFORE = frozenset({"ago", "later", "earlier", "before", "after", "of"})
_AGE_AFTER = frozenset({"old", "olds", "younger", "older"})
_NOT_A_UNIT = frozenset({"second", "seconds", "sec", "min", "half", "quarter", "minute"})


def unit_expression(scan: Scan, index: int, limit: int) -> Expression | None:
    """The expression whose unit of time is token `index`, not beginning before token `limit`."""
    unit = scan.words.units[scan.at(index)]
    if unit == "half":
        return _ordinal_part(scan, index, unit, limit)
    if _is_age(scan, index):
        return None
    found = _numbered(scan, index, unit, limit)
    if found is not None or (
        scan.at(index) in _NOT_A_UNIT and scan.at(index) != "quarter" and scan.at(index) != "seconds"
    ):
        return found
    return (
        _set(scan, index, unit, limit)
        or _ordinal_part(scan, index, unit, limit)
        or _deictic(scan, index, unit, limit)
        or _day_before(scan, index, unit, limit)
        or _week_number(scan, index, unit)
        or _indefinite(scan, index, unit, limit)
    )


def _is_age(scan: Scan, index: int) -> bool:
    after = index + 2 if scan.at(index + 1) in ("-", "‑", "–") else index + 1
    if scan.at(after) in _AGE_AFTER or (scan.at(after) == "of" and scan.at(after + 1) == "age"):
        return True
    return scan.at(index - 2) in ("aged", "age") or scan.at(index - 3) in ("aged", "ages")


# Numbers of units --------------------------------------------------------------------------------------------------


def _numbered(scan: Scan, index: int, unit: str, limit: int) -> Expression | None:
    spans = [found] if (found := _span_before(scan, index, unit, limit)) else []
    if not spans:
        return None
    first, span = spans[0]
    past = index + 1
    past, parts = _more_spans(scan, past, [span])
    duration = joined(parts) if len(parts) > 1 else span_duration(parts[0])
    if len(parts) == 1 and (end := _span_after_to(scan, past)):
        past, duration = end[0], ranged(parts[0], end[1])
    return _placed(scan, Expression(first, past, duration), parts, limit)


def _span_before(scan: Scan, index: int, unit: str, limit: int) -> tuple[int, Span] | None:
    """(first, span) of the number before a unit, its hedge included: "nearly three", "about a", "half an"."""
    end = index
    hyphen = scan.at(end - 1) in ("-", "‑", "–")
    if unit == "hour" and scan.at(index) == "h" and not scan.touches(index):
        return None
    if hyphen:
        end -= 1
    skipped = 0
    while skipped < 3 and scan.at(end - 1) in scan.words.classes["adjectives"] and end not in scan.number_before:
        end -= 1
        skipped += 1
    phrase = scan.number_before.get(end)
    if phrase is not None and phrase.first >= limit and not phrase.ordinal and phrase.currency is None:
        return _span_of_phrase(scan, phrase, index, unit)
    word = scan.at(end - 1)
    if word == "half" and hyphen and end - 1 >= limit:
        return end - 1, Span(0.5, 0.5, Interval(0.4, 0.6), Hedge.EXACT, unit)
    if word not in _ARTICLES or end - 1 < limit or scan.at(index) in scan.words.classes["plural"]:
        return None
    if unit == "second" and scan.at(index + 1) not in ("ago", "later", "earlier", "and") and scan.at(end - 2) != "half":
        return None  # "a second attack"
    if unit == "quarter" and scan.at(index + 1) not in ("ago", "later", "earlier"):
        return None  # "a quarter of the voters"
    return _span_of_article(scan, end - 1, index, unit, limit)


def _span_of_phrase(scan: Scan, phrase: NumberPhrase, index: int, unit: str) -> tuple[int, Span] | None:
    if scan.touches(phrase.number) and scan.at(phrase.number - 1) in (":", ".", "/"):
        return None
    if (
        unit in ("second", "minute")
        and not phrase.words
        and phrase.low == phrase.high == 1
        and scan.at(index) == "second"
    ):
        return None
    if (
        phrase.low >= 1900
        and phrase.low <= 2100
        and not phrase.words
        and scan.at(index) not in scan.words.classes["plural"]
    ):
        return None  # "the 2019 year-end", "the 2020 quarter"
    interval = phrase.interval
    if phrase.hedge is Hedge.EXACT and not phrase.vague and phrase.low == phrase.high and phrase.low == int(phrase.low):
        # A length of time is measured, not counted: fourteen months may be 14.2.
        interval = Interval(phrase.low - 0.25, phrase.high + 0.25)
    half = _and_a_half(scan, index + 1)
    if half and phrase.low == phrase.high:
        number = phrase.low + 0.5
        interval = Interval(number - 0.25, number + 0.25)
        return phrase.first, Span(number, number, interval, phrase.hedge, unit, phrase.vague)
    first = (
        phrase.first - 1 if scan.at(phrase.first - 1) == "only" and scan.at(phrase.first - 2) != "the" else phrase.first
    )
    return first, Span(phrase.low, phrase.high, interval, phrase.hedge, unit, phrase.vague)


def _and_a_half(scan: Scan, index: int) -> bool:
    joins = scan.tokens.lower[index : index + 5]
    return joins[:3] == ("and", "a", "half") or joins == ("-", "and", "-", "a", "-")


def _span_of_article(scan: Scan, first: int, index: int, unit: str, limit: int) -> tuple[int, Span] | None:
    """Reads "a week", "about a year", "an hour and a half", "half an hour"."""
    if (
        scan.at(first) in ("a", "an")
        and first + 1 == index
        and scan.at(index + 1) in ("-", "‑")
        and unit in ("day", "year")
    ):
        return None  # "a year-end sale", "a day-long"
    number = 1.5 if _and_a_half(scan, index + 1) else 1
    hedge = hedge_before(scan.tokens, first)
    if scan.at(first - 1) == "half":
        number, first = 0.5, first - 1
        hedge = hedge_before(scan.tokens, first)
    elif scan.at(first - 2) == "quarter" and scan.at(first - 1) == "of":
        number, first = 0.25, first - 3 if scan.at(first - 3) == "a" else first - 2
    interval = Interval(number * 0.75, number * 1.25)
    if hedge is None:
        return (first, Span(number, number, interval, Hedge.EXACT, unit)) if first >= limit else None
    bounds = {
        Hedge.OVER: Interval(number, number * 2 if hedge.close else None),
        Hedge.AT_LEAST: Interval(number, None),
        Hedge.UNDER: Interval(number / 2 if hedge.close else 0, number),
        Hedge.AT_MOST: Interval(0, number),
    }
    allowed = bounds.get(hedge.hedge, Interval(number * 0.6, number * 1.4))
    return (hedge.edge, Span(number, number, allowed, hedge.hedge, unit)) if hedge.edge >= limit else None


def _more_spans(scan: Scan, past: int, spans: list[Span]) -> tuple[int, list[Span]]:
    """The further parts of "two hours, nineteen minutes and forty-seven seconds" and of "a year and a half"."""
    if _and_a_half(scan, past):
        return past + 3, spans
    while len(spans) < 6:
        start = past
        while scan.at(start) in (",", "and") and start < past + 2:
            start += 1
        following = _span_at(scan, start)
        if following is None or not _finer(following[1].unit, spans[-1].unit):
            break
        past = following[0]
        spans = [*spans, following[1]]
    return past, spans


def _finer(unit: str, other: str) -> bool:
    order = list(DURATION_CODES)
    return order.index(unit) < order.index(other) and unit != "night"


def _span_at(scan: Scan, index: int) -> tuple[int, Span] | None:
    """(past, span) of a number and unit that begin at the token."""
    phrase = scan.number_at.get(index)
    if phrase is None or phrase.ordinal or phrase.first != phrase.number or phrase.currency:
        return None
    unit = scan.words.units.get(scan.at(phrase.past))
    if unit is None or unit == "half" or _is_age(scan, phrase.past):
        return None
    return phrase.past + 1, Span(phrase.low, phrase.high, phrase.interval, phrase.hedge, unit, phrase.vague)


def _span_after_to(scan: Scan, past: int) -> tuple[int, Span] | None:
    return _span_at(scan, past + 1) if scan.at(past) == "to" else None


def _placed(scan: Scan, found: Expression, spans: list[Span], limit: int) -> Expression | None:
    """The duration, or what it leads to: "two days ago", "the last two years", "every three weeks", "twice a day"."""
    assert isinstance(found.meaning, Duration)
    first, past, span = found.first, found.past, spans[0]
    before, after = scan.at(first - 1), scan.at(past)
    if before in scan.words.classes["every"] and first > limit:
        return Expression(first - 1, past, repeated(found.meaning.timex_value))
    if scan.at(first) in ("a", "an", "one") and before in _TIMES and span.low == 1:
        start = first - 2 if before in ("times", "time") and first - 2 in scan.number_at else first - 1
        return Expression(max(start, limit), past, repeated(found.meaning.timex_value))
    if span.vague and after in ("later", "earlier", "ago", "previously"):
        return _vague_shift(scan, first, past, span.unit)
    if not span.vague and span.low == span.high and (shifted := _shifted(scan, first, past, spans)):
        return shifted
    return Expression(_with_determiner(scan, first, limit), past, _vague_value(found.meaning, span))


def _vague_value(duration: Duration, span: Span) -> Duration:
    if not span.vague or span.high >= 1000 or span.low == span.high:
        return duration
    vague = vague_duration(span.unit, "")
    return Duration(
        vague.timex_value, duration.timex_type, span.low, span.high, span.interval, span.hedge, span.unit, vague=True
    )


def _with_determiner(scan: Scan, first: int, limit: int) -> int:
    """The start of "the last two years", "the following three days", "the first ten months"."""
    start = first
    if scan.at(start - 1) in scan.words.determiners or scan.at(start - 1) == "first":
        start -= 1
        if scan.at(start - 1) == "the":
            start -= 1
    elif scan.at(start - 1) == "the":
        start -= 1
    return start if start >= limit else first


def _shifted(scan: Scan, first: int, past: int, spans: list[Span]) -> Expression | None:
    """Reads "two days ago", "three weeks later", "two months from now", and "in two weeks" where it is to come."""
    word = scan.at(past)
    if word in scan.words.directions and not _goes_on(scan, past):
        sign = scan.words.directions[word]
        base = Base.PUBLICATION if word == "ago" else Base.REFERENCE
        return Expression(first, past + 1, _shift(spans, sign, base))
    if word == "from" and scan.at(past + 1) == "now":
        return Expression(first, past + 2, _shift(spans, 1, Base.PUBLICATION))
    if scan.at(first - 1) == "in" and word not in _COUNTED_FROM and is_future(scan, first - 1, past):
        return Expression(first, past, _shift(spans, 1, Base.PUBLICATION))
    return None


def _goes_on(scan: Scan, past: int) -> bool:
    """Reads "before" and "after" reach back only at the end of a clause: not in "two weeks before the attack"."""
    if scan.at(past) not in ("before", "after"):
        return False
    following = scan.at(past + 1)
    return following[:1].isalnum() and following not in ("and", "but", "when", "as", "in", "on", "at")


def _shift(spans: list[Span], sign: int, base: Base) -> Moment:
    origin = Moment(base=base, unit="day", count=0) if len(spans) > 1 else None
    moment = Moment(base=base)
    for span in spans:
        unit, count = _whole(span)
        moment = Moment(base=base, unit=unit, count=None if count is None else sign * count, origin=origin)
        origin = moment
    return moment


def _whole(span: Span) -> tuple[str, int | None]:
    """A unit and a whole count of it: a year and a half is 18 months."""
    number, unit = span.low, span.unit
    finer = {"year": ("month", 12), "decade": ("year", 10), "century": ("year", 100), "day": ("hour", 24)}
    if number != int(number) and unit in finer:
        unit, factor = finer[unit]
        number *= factor
    return unit, round(number) if abs(number) < 1e6 else None


def _vague_shift(scan: Scan, first: int, past: int, unit: str) -> Expression:
    word = scan.at(past)
    base = Base.PUBLICATION if word == "ago" else Base.REFERENCE
    literal = "PAST_REF" if scan.words.directions[word] < 0 else "FUTURE_REF"
    return Expression(first, past + 1, Moment(base=base, unit=unit, count=None, literal=literal))


# Sets, parts, deictic units ----------------------------------------------------------------------------------------


def _set(scan: Scan, index: int, unit: str, limit: int) -> Expression | None:
    """Reads "every day", "each quarter", "every other week", "per month", "one a day"."""
    before, first = scan.at(index - 1), index - 1
    if first < limit:
        return None
    if before == "per":
        return Expression(first, index + 1, repeated(DURATION_CODES[unit].format(1)))
    if before == "other" and scan.at(first - 1) == "every" and first - 1 >= limit:
        return Expression(first - 1, index + 1, repeated(DURATION_CODES[unit].format(2)))
    if before not in scan.words.classes["every"]:
        return None
    value = "P3M" if unit == "quarter" else DURATION_CODES[unit].format(1)
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
    past = index + 1
    origin_at = past + 1 if scan.at(past) in ("of", "in") else past
    if scan.at(origin_at) == "the" and unit == "day" and scan.at(origin_at + 1) == "month":
        origin = Moment(base=Base.CONTEXT, unit="month", count=0)
        return Expression(first, origin_at + 2, Moment(nth=nth, unit=unit, origin=origin))
    if scan.at(origin_at) == "the" and unit != "quarter":
        return None
    year = year_at(scan, origin_at)
    if scan.at(first - 1) == "the" and first - 1 >= limit:
        first -= 1
    if unit in ("quarter", "half") and 1 <= nth <= (4 if unit == "quarter" else 2):
        fields = Fields(quarter=nth) if unit == "quarter" else Fields(half=nth)
        if year:
            return Expression(first, year[0], Moment(replace(fields, year=year[1])))
        if scan.at(past) == "of" and scan.at(origin_at) in scan.words.months:
            return Expression(first, origin_at, Moment(nth=nth, unit="half")) if unit == "half" else None
        return Expression(first, past, Moment(fields)) if unit == "quarter" and not _is_match(scan, past) else None
    if year and unit in ("week", "month", "day"):
        return Expression(first, year[0], Moment(nth=nth, unit=unit, origin=Moment(Fields(year=year[1]))))
    named = scan.at(origin_at) in scan.words.months and unit in ("week", "day", "weekend")
    deictic = scan.at(origin_at) in ("next", "last", "this", "that") and unit in ("week", "month", "day")
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
    """Reads "last week", "this past weekend", "the next day", "that year", "later in the month", "the end of the year"."""
    word, before = scan.at(index), scan.at(index - 1)
    if word in scan.words.classes["plural"] or index - 1 < limit:
        return None
    if before == "all":
        return Expression(index - 1, index + 1, span_duration(Span(1, 1, Interval(0.75, 1.25), Hedge.EXACT, unit)))
    if before == "of" and scan.at(index - 2) in ("end", "start", "beginning") and scan.at(index + 1) != "of":
        return Expression(index, index + 1, Moment(base=Base.CONTEXT, unit=unit, count=0)) if unit != "day" else None
    determiner = scan.words.determiners.get(before)
    if before in scan.words.classes["adjectives"] and scan.at(index - 2) in ("this", "next", "last"):
        determiner = scan.words.determiners[scan.at(index - 2)]
        return Expression(index - 2, index + 1, _unit_moment(unit, _PUBLICATION[determiner], Base.PUBLICATION))
    if determiner is not None:
        return _determined(scan, index, unit, determiner, limit)
    if before == "the" and unit not in _FINE:
        return _definite(scan, index, unit)
    return None


def _determined(scan: Scan, index: int, unit: str, determiner: str, limit: int) -> Expression | None:
    first = index - 1
    article = scan.at(first - 1) in ("the", "this", "that") and first - 1 >= limit
    if unit in _FINE and determiner not in ("same", "last", "next"):
        return None
    if determiner in _REFERENCE:
        moment = _unit_moment(unit, _REFERENCE[determiner], Base.REFERENCE)
        return Expression(first - 1 if article else first, index + 1, moment)
    count = _PUBLICATION[determiner]
    if not article or scan.at(first - 1) == "this":
        if unit == "day" and determiner in ("this", "last"):
            return Expression(first, index + 1, _unit_moment(unit, 0, Base.REFERENCE)) if determiner == "this" else None
        return Expression(first - 1 if article else first, index + 1, _unit_moment(unit, count, Base.PUBLICATION))
    if determiner == "next":
        return Expression(first - 1, index + 1, _unit_moment(unit, 1, Base.REFERENCE))
    # "over the last year", "in the past week": a stretch that ends now.
    return Expression(first - 1, index + 1, span_duration(Span(1, 1, Interval(0.75, 1.25), Hedge.EXACT, unit)))


def _unit_moment(unit: str, count: int, base: Base) -> Moment | Duration:
    if unit in _FINE:
        return span_duration(Span(1, 1, Interval(0.75, 1.25), Hedge.EXACT, unit))
    if unit == "night":
        return Moment(Fields(part="NI"), base=base, unit="day", count=count)
    return Moment(base=base, unit=unit, count=count)


def _definite(scan: Scan, index: int, unit: str) -> Expression | None:
    """Reads "the year" where the words around it say that it is the current one."""
    before = scan.at(index - 2)
    part_of = before == "of" and scan.at(index - 3) in (*_PART_OF, "day")
    within = before in ("in", "of") and scan.at(index - 3) in _WITHIN
    if unit == "weekend" and before not in ("end", "of") and scan.at(index + 1) not in ("of", "after", "before"):
        return Expression(index - 1, index + 1, Moment(base=Base.CONTEXT, unit=unit, count=0))
    if (part_of or within) and scan.at(index + 1) not in ("of", "-", "after", "before"):
        moment = Moment(base=Base.CONTEXT, unit="day" if unit == "night" else unit, count=0)
        return Expression(index - 1, index + 1, moment)
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
    if following[:1].isalnum() and following not in ("and", "but", "when", "as"):
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
            first = index - 1 if scan.at(index - 1) == "the" else index
            return Expression(first, year[0], Moment(Fields(year=year[1])))
    return None


def _indefinite(scan: Scan, index: int, unit: str, limit: int) -> Expression | None:
    """Reads "several weeks", "many years later", "for months", "decades of war"."""
    if scan.at(index) not in scan.words.classes["plural"] or scan.at(index) in ("seconds", "quarters", "halves"):
        return None
    first = index
    word = scan.at(index - 1)
    if word in ("many", "some", "numerous", "countless") and index - 1 >= limit:
        first -= 1
    elif word in scan.words.determiners and word not in ("that", "same", "this") and index - 1 >= limit:
        first = index - 2 if scan.at(index - 2) == "the" and index - 2 >= limit else index - 1
    elif word in ("few", "several") and index - 1 >= limit:
        first = index - 2 if scan.at(index - 2) in ("the", "a") and index - 2 >= limit else index - 1
    after = scan.at(index + 1)
    if after in ("later", "earlier", "ago"):
        return _vague_shift(scan, first, index + 1, unit)
    if unit == "hour" and word in ("early", "small", "wee") and index - 1 >= limit:
        first = index - 2 if scan.at(index - 2) == "the" and index - 2 >= limit else index - 1
        return Expression(first, index + 1, Moment(Fields(part="MO")))
    if first == index and not ((word in _BARE_AFTER and word != "of") or (after == "of" and unit != "day")):
        return None
    return Expression(first, index + 1, vague_duration(unit, word))
