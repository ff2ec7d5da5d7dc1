"""Quantities: number phrases with their unit or counted noun."""

from bisect import bisect_left
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from factcheck.data import lexicon
from factcheck.extract.age import Age, ages
from factcheck.extract.counted import Counted, counted_at, elided_nouns, singular
from factcheck.extract.currency import code_scale, currency_name
from factcheck.extract.found import Found
from factcheck.extract.hedge import hedge_after
from factcheck.extract.mask import is_masked
from factcheck.extract.number import NumberPhrase
from factcheck.extract.pound import pound_sense
from factcheck.extract.rate import rate_at
from factcheck.extract.rounding import allowed, last_place, tidy
from factcheck.extract.trend import trend_after, trend_before
from factcheck.extract.unit import POUND, dimension_of, unit_at
from factcheck.model import Hedge, Interval, Number, Quantity, Trend
from factcheck.tokens import Tokens

_SHARES = frozenset(("percentage", "percentage point", "basis point"))
_EXACT_DIMENSIONS = frozenset(("currency", "age", None))
_ROUND_FROM = 1000
# Just under half a unit, so that neighbouring whole measures do not meet: 27 % and 26.8 % do, 27 % and 28 % do not.
_WHOLE_CELL = 0.49
_LINKS = frozenset(("and", "or", "to", ","))
# Scales without a unit, named before their number: "a magnitude-6.7 earthquake".
_SCALES_BEFORE = frozenset(("magnitude",))
_FEW = 10


class _Measured(Struct, frozen=True):
    """A number phrase with its unit; the phrase's span and the unit's end before token `past`."""

    phrase: NumberPhrase
    first: int
    past: int
    unit: str | None = None
    dimension: str | None = None


def quantities(
    tokens: Tokens, phrases: tuple[NumberPhrase, ...], taken: tuple[tuple[int, int], ...]
) -> tuple[Found, ...]:
    """All quantities of the text, in order, outside the spans `taken` by dates and durations."""
    aged = ages(tokens, phrases)
    items = [_aged(p, aged[i]) if i in aged else _measured(tokens, p) for i, p in enumerate(phrases)]
    items = _merge_ranges(tokens, _share_units(tokens, items))
    starts = [start for start, _ in taken]
    found = []
    past = 0
    for item in items:
        if item.first < past or (item.dimension != "age" and _is_taken(tokens, item.phrase, taken, starts)):
            continue
        quantity = _quantity(tokens, item)
        if quantity is not None:
            past = item.past
            found.append(Found(tokens.starts[item.first], tokens.ends[past - 1], quantity))
    return tuple(found)


def _is_taken(tokens: Tokens, phrase: NumberPhrase, taken: tuple[tuple[int, int], ...], starts: list[int]) -> bool:
    """Whether a date or duration holds the number; one that ends inside it misread it: "a quarter" million."""
    start, end = tokens.starts[phrase.number], tokens.ends[phrase.past - 1]
    i = bisect_left(starts, end)
    if not i or taken[i - 1][1] <= start:
        return False
    return not (taken[i - 1][0] >= start and taken[i - 1][1] < end)


def _aged(phrase: NumberPhrase, age: Age) -> _Measured:
    return _Measured(phrase, age.first, age.past, age.unit, "age")


def _measured(tokens: Tokens, phrase: NumberPhrase) -> _Measured:
    if phrase.ordinal:
        return _Measured(phrase, phrase.first, phrase.past)
    unit = unit_at(tokens, phrase.past, abs(phrase.high))
    name, dimension, past = (unit.name, unit.dimension, unit.past) if unit else (None, None, phrase.past)
    if phrase.currency:
        repeated = unit is not None and dimension == "currency"
        name, dimension, past = currency_name(phrase.currency), "currency", past if repeated else phrase.past
    if unit is not None and dimension == "currency" and code_scale(tokens.words[unit.past - 1]) != 1:
        phrase = _times(phrase, code_scale(tokens.words[unit.past - 1]))
    if name == POUND:
        name = pound_sense(tokens, phrase)
        dimension = dimension_of(name)
    if name is None:
        return _Measured(phrase, phrase.first, phrase.past)
    rate = rate_at(tokens, past, distant=dimension not in ("currency", "dimensionless"))
    if rate is not None:
        name, end = f"{name} per {rate[0]}", rate[1]
        past = end if end - past <= 4 else past
    item = _Measured(phrase, phrase.first, past, name, dimension)
    return _with_trailing_hedge(tokens, item)


def _times(phrase: NumberPhrase, scale: Number) -> NumberPhrase:
    low, high = tidy(phrase.low * scale), tidy(phrase.high * scale)
    return replace(phrase, low=low, high=high, interval=allowed(low, high, last_place(low), phrase.hedge))


def _with_trailing_hedge(tokens: Tokens, item: _Measured) -> _Measured:
    after = hedge_after(tokens, item.past) if item.phrase.hedge is Hedge.EXACT else None
    if after is None:
        return item
    low, high = item.phrase.low, item.phrase.high
    interval = allowed(low, high, last_place(low) if isinstance(low, int) else 0.1, after.hedge)
    return replace(item, phrase=replace(item.phrase, hedge=after.hedge, interval=interval), past=after.edge)


def _share_units(tokens: Tokens, items: list[_Measured]) -> list[_Measured]:
    """Gives a number without unit that of the number it is joined to: "10 and 12 percent", "from 5 to 3 km"."""
    shared = list(items)
    for i in range(len(items) - 2, -1, -1):
        item, after = shared[i], shared[i + 1]
        gap = tokens.lower[item.past : after.first]
        bare = item.unit is None and not item.phrase.ordinal and len(gap) == 1 and gap[0] in _LINKS
        if bare and after.unit is not None and after.dimension != "age" and not after.phrase.currency:
            shared[i] = replace(item, unit=after.unit, dimension=after.dimension)
    return shared


def _merge_ranges(tokens: Tokens, items: list[_Measured]) -> list[_Measured]:
    """Joins two measures in one unit into a range: "5% to 10%", "between 5 km and 8 km"."""
    merged: list[_Measured] = []
    for item in items:
        before = merged[-1] if merged else None
        first = _range_start(tokens, before, item) if before else None
        if before is None or first is None:
            merged.append(item)
            continue
        low, high = before.phrase.low, item.phrase.high
        phrase = replace(before.phrase, past=item.phrase.past, high=high, interval=Interval(low, high))
        merged[-1] = _Measured(phrase, first, item.past, item.unit, item.dimension)
    return merged


def _range_start(tokens: Tokens, a: _Measured, b: _Measured) -> int | None:
    if a.unit is None or a.unit != b.unit or a.past == a.phrase.past or a.dimension == "age":
        return None
    gap = tokens.lower[a.past : b.first]
    exact = a.phrase.hedge is Hedge.EXACT and b.phrase.hedge is Hedge.EXACT
    if len(gap) != 1 or not a.phrase.low < b.phrase.high or not exact:
        return None
    before = tokens.lower[a.first - 1] if a.first else ""
    if gap[0] == "and":
        return a.first - 1 if before == "between" else None
    if gap[0] in ("-", "–"):
        return a.first
    changes = trend_before(tokens, a.first - (before == "from"), share=True)
    if gap[0] != "to" or changes is not None:
        return None
    return a.first - 1 if before == "from" else a.first


def _quantity(tokens: Tokens, item: _Measured) -> Quantity | None:
    phrase = item.phrase
    if phrase.ordinal:
        return None
    if item.unit is not None:
        if is_masked(tokens, phrase, bare=False, measured=True):
            return None
        return _value(phrase, item, _trend(tokens, item), None)
    counted = _counted(tokens, phrase)
    if counted is None or is_masked(tokens, phrase, bare=counted.head is None, measured=False):
        return None
    if phrase.words and phrase.low == phrase.high == 1 and not _counts_one(tokens, phrase, counted):
        return None
    if phrase.vague and phrase.low < _FEW and counted.head is None and not counted.modifiers:
        return None
    return _value(phrase, item, trend_before(tokens, phrase.first, share=False), counted)


def _counts_one(tokens: Tokens, phrase: NumberPhrase, counted: Counted) -> bool:
    """Whether "one" counts something: a noun follows it, or a word such as "dead" in place of one."""
    after = tokens.lower[phrase.past] if phrase.past < len(tokens) else ""
    return counted.head is not None or after in elided_nouns()


def _counted(tokens: Tokens, phrase: NumberPhrase) -> Counted | None:
    """What a number counts; None where a hyphen makes it part of a compound that counts nothing."""
    at = phrase.past
    if at + 1 < len(tokens) and tokens.words[at] == "-" and tokens.touches(at) and tokens.touches(at + 1):
        word = singular(tokens.lower[at + 1])
        return Counted(word, (), at + 2) if word in _hyphenated() else None
    if phrase.vague and at < len(tokens) and tokens.lower[at] == "of":
        at += 1
    while at < len(tokens) and tokens.lower[at] in ("the", "these", "those", "its", "their") and at > phrase.past:
        at += 1
    if phrase.first and tokens.lower[phrase.first - 1] in _SCALES_BEFORE:
        return Counted(tokens.lower[phrase.first - 1], (), at)
    if phrase.first > 1 and tokens.words[phrase.first - 1] == "-" and tokens.lower[phrase.first - 2] in _SCALES_BEFORE:
        return Counted(tokens.lower[phrase.first - 2], (), at)
    return counted_at(tokens, at, one=0 < phrase.high <= 1)


@cache
def _hyphenated() -> frozenset[str]:
    return frozenset(lexicon("hyphen-counted"))


def _trend(tokens: Tokens, item: _Measured) -> Trend | None:
    share = item.unit in _SHARES
    return trend_before(tokens, item.first, share=share) or (trend_after(tokens, item.past) if share else None)


def _value(phrase: NumberPhrase, item: _Measured, trend: Trend | None, counted: Counted | None) -> Quantity:
    return Quantity(
        phrase.low,
        phrase.high,
        _interval(phrase, item.dimension),
        phrase.hedge,
        trend,
        item.unit,
        item.dimension,
        counted.head if counted else None,
        counted.modifiers if counted else (),
        phrase.vague,
    )


def _interval(phrase: NumberPhrase, dimension: str | None) -> Interval:
    """The phrase's interval; a whole measure below a thousand also allows what rounds to it."""
    low = phrase.low
    whole = isinstance(low, int) and abs(low) < _ROUND_FROM and phrase.interval == Interval(low, low)
    if dimension in _EXACT_DIMENSIONS or not whole:
        return phrase.interval
    return Interval(low - _WHOLE_CELL, low + _WHOLE_CELL)
