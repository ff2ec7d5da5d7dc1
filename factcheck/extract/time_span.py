"""Numbers of units of time and what they lead to: "nearly three years", "two days ago", "twice a week"."""

from factcheck.extract.duration import Span, joined, ranged, repeated, span_duration, vague_duration
from factcheck.extract.hedge import hedge_before
from factcheck.extract.moment import Base, Expression, Moment, Scan
from factcheck.extract.noun import is_plural
from factcheck.extract.number import NumberPhrase
from factcheck.extract.tense import is_future
from factcheck.extract.timex import DURATION_CODES, Fields
from factcheck.model import Duration, Hedge, Interval, TimexModifier

_ARTICLES = frozenset({"a", "an", "one", "another"})
_SHIFT_MODIFIERS = {
    (Hedge.ABOUT, -1): TimexModifier.APPROX,
    (Hedge.ABOUT, 1): TimexModifier.APPROX,
    (Hedge.OVER, -1): TimexModifier.BEFORE,
    (Hedge.AT_LEAST, -1): TimexModifier.BEFORE,
    (Hedge.OVER, 1): TimexModifier.AFTER,
    (Hedge.AT_LEAST, 1): TimexModifier.AFTER,
    (Hedge.UNDER, -1): TimexModifier.AFTER,
    (Hedge.AT_MOST, -1): TimexModifier.AFTER,
    (Hedge.UNDER, 1): TimexModifier.BEFORE,
    (Hedge.AT_MOST, 1): TimexModifier.BEFORE,
}
_COUNTED_REACH = 4
_COUNTED_FROM = frozenset({"from", "since", "before", "after", "of"})
_TIMES = frozenset({"once", "twice", "thrice", "times", "time"})
_AGE_AFTER = frozenset({"old", "olds", "younger", "older"})


def is_age(scan: Scan, index: int) -> bool:
    """Whether the unit of time at the token tells an age: "29-year-old", "aged 18 years"."""
    after = index + 2 if scan.at(index + 1) in ("-", "‑", "–") else index + 1
    if scan.at(after) in _AGE_AFTER or (scan.at(after) == "of" and scan.at(after + 1) == "age"):
        return True
    return scan.at(index - 2) in ("aged", "age") or scan.at(index - 3) in ("aged", "ages")


def numbered_expression(scan: Scan, index: int, unit: str, limit: int) -> Expression | None:
    """The duration, set or date around a number of units whose unit is token `index`."""
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
    fraction = _number_and_fraction(scan, end)
    if fraction and fraction[0] >= limit:
        first, number, hedge = fraction
        return first, Span(number, number, Interval(number - 0.25, number + 0.25), hedge, unit)
    phrase = scan.number_before.get(end) or _couple_before(scan, end)
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


def _couple_before(scan: Scan, end: int) -> NumberPhrase | None:
    """The "a couple" of "a couple of weeks"."""
    phrase = scan.number_before.get(end - 1) if scan.at(end - 1) == "of" else None
    return phrase if phrase and phrase.vague and scan.at(end - 2) == "couple" else None


def _number_and_fraction(scan: Scan, end: int) -> tuple[int, float, Hedge] | None:
    """(first, number, hedge) of "one-and-a-half", "two and half", "three and one-half", "2-1/2" before token `end`."""
    if scan.at(end - 1) == "half" and scan.at(end - 2) in ("a", "-", "and", "one"):
        past = end - 1
        while scan.at(past - 1) in ("-", "a", "one") and past > end - 5:
            past -= 1
        joined, fraction = scan.at(past - 1) == "and", 0.5
        past -= 1
        if scan.at(past - 1) == "-":
            past -= 1
    else:
        part = scan.number_before.get(end)
        joined = part is not None and part.low == part.high and part.low in (0.25, 0.5, 0.75) and not part.vague
        past = part.number - 1 if part else end
        joined = joined and scan.at(past) == "-" and scan.touches(past) and scan.touches(past + 1)
        fraction = float(part.low) if part else 0
    whole = scan.number_before.get(past) if joined else None
    if whole is None or whole.ordinal or whole.vague or whole.currency or not 1 <= whole.low == whole.high < 1000:
        return None
    return (whole.first, whole.low + fraction, whole.hedge) if whole.low == int(whole.low) else None


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
        if following is None or following[1].vague or not _finer(following[1].unit, spans[-1].unit):
            break
        if spans[-1].low != int(spans[-1].low) or following[1].low < 1:
            break  # "half a year, a half-hour"
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
    if unit is None or unit == "half" or is_age(scan, phrase.past):
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
        return vague_shift(scan, first, past, span.unit)
    if not span.vague and span.low == span.high and (shifted := _shifted(scan, first, past, spans)):
        return shifted
    if scan.at(first) in ("a", "an") and _is_counted_rate(scan, first):
        return Expression(first, past, repeated(found.meaning.timex_value))
    return Expression(_with_determiner(scan, first, limit), past, _vague_value(found.meaning, span))


def _is_counted_rate(scan: Scan, first: int) -> bool:
    """Whether a counted plural stands before the article: "40 shells a month"."""
    counted = any(past in scan.number_before for past in range(first - _COUNTED_REACH, first))
    return counted and is_plural(scan.at(first - 1))


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
    return start if start >= limit else first


def _shifted(scan: Scan, first: int, past: int, spans: list[Span]) -> Expression | None:
    """Reads "two days ago", "three weeks later", "two months from now", and "in two weeks" where it is to come."""
    word = scan.at(past)
    if word == "later" and _day_or_period(scan, past + 1):
        return None  # "talk for 30 minutes later this week"
    if word in scan.words.directions and not _goes_on(scan, past):
        sign = scan.words.directions[word]
        base = Base.PUBLICATION if word == "ago" else Base.REFERENCE
        return Expression(first, past + 1, _shift(spans, sign, base))
    if word == "from" and scan.at(past + 1) == "now":
        return Expression(first, past + 2, _shift(spans, 1, Base.PUBLICATION))
    if scan.at(first - 1) == "in" and word not in _COUNTED_FROM and is_future(scan, first - 1, past):
        return Expression(first, past, _shift(spans, 1, Base.PUBLICATION))
    return None


def _day_or_period(scan: Scan, index: int) -> bool:
    """Whether "today" or "this week" begins at the token."""
    following = scan.at(index + 1)
    return scan.at(index) in (*scan.words.days, "tonight") or (
        scan.at(index) in ("this", "next", "that") and (following in scan.words.units or following in scan.words.parts)
    )


def _goes_on(scan: Scan, past: int) -> bool:
    """Reads "before" and "after" reach back only at the end of a clause: not in "two weeks before the attack"."""
    if scan.at(past) not in ("before", "after"):
        return False
    following = scan.at(past + 1)
    return following[:1].isalnum() and following not in ("and", "but", "when", "as", "in", "on", "at")


def _shift(spans: list[Span], sign: int, base: Base) -> Moment:
    """The moment that lies the spans away; "more than two years ago" is before it, "nearly two years ago" after."""
    origin = Moment(base=base, unit="day", count=0) if len(spans) > 1 else None
    moment = Moment(base=base)
    for span in spans:
        unit, count = _whole(span)
        fields = Fields(modifier=_SHIFT_MODIFIERS.get((span.hedge, sign)))
        signed = None if count is None else sign * count
        moment = Moment(fields, base=base, unit=unit, count=signed, origin=origin, keeps_quarter=unit == "year")
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


def vague_shift(scan: Scan, first: int, past: int, unit: str) -> Expression:
    """The time that "years ago" or "a few days later" points to, in tokens [first, past]."""
    word = scan.at(past)
    base = Base.PUBLICATION if word == "ago" else Base.REFERENCE
    literal = "PAST_REF" if scan.words.directions[word] < 0 else "FUTURE_REF"
    return Expression(first, past + 1, Moment(base=base, unit=unit, count=None, literal=literal))
