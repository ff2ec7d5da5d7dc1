"""Measures that belong together: a shared unit, a range with its unit said twice, money and its cents."""

from msgspec.structs import replace

from factcheck.extract.measure import Measured
from factcheck.extract.noun import ends_noun_phrase
from factcheck.extract.number import NumberPhrase, ascends
from factcheck.extract.rounding import allowed, tidy
from factcheck.extract.trend import trend_before
from factcheck.model import Hedge, Interval
from factcheck.tokens import Tokens

_LINKS = frozenset(("and", "or", "to"))
_HUNDREDTHS = 100
_RATIO_BASES = (10, 100)
_SMALL_BASE = 10
_LARGEST_RATIO = 1000
_LONGEST_SYMBOL = 3
_INCHES = 12
_INCH_CELL = 0.04
_PART_CELL = 0.05
_GIVE_OR_TAKE = ("give", "or", "take")
_TOLERANCES = frozenset((("plus", "or", "minus"), ("±",), ("+", "/", "-"), ("plus", "/", "minus"), _GIVE_OR_TAKE))
_LONGEST_TOLERANCE = 4
_NOUN_AND_TOLERANCE = 6
# A share in words is round: it allows two and a half hundredths either side.
_SHARE_CELL = 0.025


def joined(tokens: Tokens, items: list[Measured]) -> list[Measured]:
    """The measures with shared units given to both, and with ranges, cents and ratios made one measure."""
    ranges = _merge_ranges(tokens, _share_units(tokens, items))
    return _merge_ratios(tokens, _add_tolerances(tokens, _add_smaller(tokens, ranges)))


def _share_units(tokens: Tokens, items: list[Measured]) -> list[Measured]:
    """Gives a number without unit that of the number it is joined to: "10 and 12 percent", "from 5 to 3 km"."""
    shared = list(items)
    for i in range(len(items) - 2, -1, -1):
        item, after = shared[i], shared[i + 1]
        gap = tokens.lower[item.past : after.first]
        linked = len(gap) == 1 and (gap[0] in _LINKS or (gap[0] == "," and after.past == after.phrase.past))
        bare = item.unit is None and not item.phrase.ordinal and linked
        if bare and after.unit is not None and after.dimension != "age" and not after.phrase.currency:
            shared[i] = replace(item, unit=after.unit, dimension=after.dimension)
    return shared


def _merge_ranges(tokens: Tokens, items: list[Measured]) -> list[Measured]:
    """Joins two measures in one unit into a range: "5% to 10%", "between 5 km and 8 km"."""
    merged: list[Measured] = []
    for item in items:
        before = merged[-1] if merged else None
        first = _range_start(tokens, before, item) if before else None
        if before is None or first is None:
            merged.append(item)
            continue
        low, high = sorted((before.phrase.low, item.phrase.high))
        phrase = replace(before.phrase, past=item.phrase.past, low=low, high=high, interval=Interval(low, high))
        merged[-1] = Measured(phrase, first, item.past, item.unit, item.dimension)
    return merged


def _add_smaller(tokens: Tokens, items: list[Measured]) -> list[Measured]:
    """Joins whole units and their parts: "three dollars and fifty cents", "two pounds 50", "6 ft 2 in"."""
    whole: list[Measured] = []
    for item in items:
        before = whole[-1] if whole else None
        if before is not None and _is_cents(tokens, before, item):
            whole[-1] = _sum(before, item, _HUNDREDTHS, 0)
        elif before is not None and _is_inches(tokens, before, item):
            whole[-1] = _sum(before, item, _INCHES, _INCH_CELL)
        elif before is not None and _is_part(tokens, before, item):
            whole[-1] = _sum(before, item, 1, _PART_CELL)
        else:
            whole.append(item)
    return whole


def _sum(whole: Measured, part: Measured, parts: int, cell: float) -> Measured:
    value = tidy(whole.phrase.low + part.phrase.low / parts)
    interval = Interval(value - cell, value + cell) if cell else Interval(value, value)
    hedge = part.phrase.hedge if whole.phrase.hedge is Hedge.EXACT else whole.phrase.hedge
    phrase = replace(whole.phrase, past=part.phrase.past, low=value, high=value, interval=interval, hedge=hedge)
    return replace(whole, phrase=phrase, past=part.past)


def _is_part(tokens: Tokens, whole: Measured, item: Measured) -> bool:
    """Whether `item` is a part in words added to a measure: "two miles and a half", "two inches and three quarters"."""
    part = item.phrase
    fraction = part.words and 0 < part.low < 1 and item.unit in (None, "fraction")
    measured = whole.unit is not None and whole.past > whole.phrase.past and whole.dimension != "dimensionless"
    return fraction and measured and _is_whole(whole.phrase) and tokens.lower[whole.past : item.first] == ("and",)


def _is_inches(tokens: Tokens, feet: Measured, item: Measured) -> bool:
    small = item.phrase
    whole = _is_whole(replace(small, hedge=Hedge.EXACT)) and small.hedge in (Hedge.EXACT, Hedge.ABOUT)
    if feet.unit != "foot" or not whole or not 0 <= small.low < _INCHES or small.first != small.number:
        return False
    if tokens.lower[feet.past : item.first] not in ((), ("and",), ("-",), (",",)) or not _is_whole(feet.phrase):
        return False
    ends = (
        item.past >= len(tokens)
        or not tokens.words[item.past][0].isalpha()
        or tokens.lower[item.past] in ("and", "tall")
    )
    return item.unit == "inch" or (item.unit is None and not small.ordinal and ends and feet.past >= item.first - 1)


def _add_tolerances(tokens: Tokens, items: list[Measured]) -> list[Measured]:
    """Joins a figure and how far it may be off: "$2 million, plus or minus $50,000", "20 ± 2 km"."""
    joint: list[Measured] = []
    for item in items:
        before = joint[-1] if joint else None
        if before is None or not _is_tolerance(tokens, before, item):
            joint.append(item)
            continue
        low, high = tidy(before.phrase.low - item.phrase.high), tidy(before.phrase.high + item.phrase.high)
        # With a noun between ("20 tents, give or take 5") the number ends before it, so that it is counted.
        past = before.phrase.past if item.first - before.past > _LONGEST_TOLERANCE else item.phrase.past
        phrase = replace(before.phrase, past=past, interval=Interval(low, high), hedge=Hedge.ABOUT)
        unit = item if item.unit else before
        joint[-1] = Measured(phrase, before.first, item.past, unit.unit, unit.dimension)
    return joint


def _is_tolerance(tokens: Tokens, a: Measured, b: Measured) -> bool:
    gap = tokens.lower[a.past : b.first]
    stated = gap[1:] if gap[:1] == (",",) else gap
    same = (a.unit == b.unit or None in (a.unit, b.unit)) and not a.phrase.ordinal and not b.phrase.ordinal
    counted = len(gap) <= _NOUN_AND_TOLERANCE and gap[-3:] == _GIVE_OR_TAKE and gap[0].isalpha() and b.unit is None
    return same and (stated in _TOLERANCES or counted) and b.phrase.high > 0


def _merge_ratios(tokens: Tokens, items: list[Measured]) -> list[Measured]:
    """Makes "one in eight" and "four in ten" a share."""
    merged: list[Measured] = []
    for item in items:
        before = merged[-1] if merged else None
        if before is None or not _is_ratio(tokens, before, item):
            merged.append(item)
            continue
        value = before.phrase.low / item.phrase.low
        close = None not in (before.phrase.interval.low, before.phrase.interval.high)
        interval = allowed(value, value, 2 * _SHARE_CELL, before.phrase.hedge, close=close)
        phrase = replace(before.phrase, past=item.phrase.past, low=value, high=value, interval=interval)
        merged[-1] = Measured(phrase, before.first, item.past, "fraction", "dimensionless")
    return merged


def _is_ratio(tokens: Tokens, a: Measured, b: Measured) -> bool:
    if a.unit is not None or b.unit is not None or not _is_in(tokens, a, b):
        return False
    alike = a.phrase.words or not b.phrase.words
    in_words = a.phrase.words and b.phrase.words and b.phrase.low <= _SMALL_BASE and _ends(tokens, b)
    usual = a.phrase.low == 1 or (b.phrase.low in _RATIO_BASES and alike) or in_words
    small = isinstance(a.phrase.low, int) and 0 < a.phrase.low < b.phrase.low <= _LARGEST_RATIO
    return usual and small and _is_whole(b.phrase) and a.phrase.low == a.phrase.high


def _is_in(tokens: Tokens, a: Measured, b: Measured) -> bool:
    """Whether "in" joins two numbers: "one in eight", "one worker in eight"."""
    gap = tokens.lower[a.past : b.first]
    noun_between = len(gap) == len(("worker", "in")) and gap[0].isalpha() and not ends_noun_phrase(gap[0])
    named = noun_between and a.phrase.low == 1 and b.phrase.words and _ends(tokens, b)
    return gap == ("in",) or (gap[-1:] == ("in",) and named)


def _ends(tokens: Tokens, item: Measured) -> bool:
    """Whether nothing is counted by a number: "one in seven is", but "two in five rooms"."""
    after = tokens.lower[item.past] if item.past < len(tokens) else "."
    return not after[0].isalnum() or ends_noun_phrase(after)


def _is_whole(phrase: NumberPhrase) -> bool:
    return isinstance(phrase.low, int) and phrase.low == phrase.high and phrase.hedge is Hedge.EXACT


def _is_cents(tokens: Tokens, money: Measured, item: Measured) -> bool:
    """Whether `item` states the hundredths of `money` before it: in cents, or as two digits that end the clause."""
    small, whole = item.phrase, money.phrase
    if money.dimension != "currency" or not _is_whole(whole) or not _is_whole(small):
        return False
    if not 0 < small.low < _HUNDREDTHS or tokens.lower[money.past : item.first] not in ((), ("and",)):
        return False
    if item.unit in ("cent", "penny"):
        return True
    ends = item.past >= len(tokens) or not tokens.words[item.past][0].isalnum()
    bare = item.unit is None and not small.ordinal and money.past > whole.past
    return bare and small.low >= _HUNDREDTHS // 10 and ends


def _range_start(tokens: Tokens, a: Measured, b: Measured) -> int | None:
    if a.unit is None or a.unit != b.unit or a.past == a.phrase.past or a.dimension == "age":
        return None
    gap = tokens.lower[a.past : b.first]
    exact = a.phrase.hedge is Hedge.EXACT and b.phrase.hedge is Hedge.EXACT
    if len(gap) != 1 or not ascends(a.phrase.low, b.phrase.high) or not exact:
        return None
    before = tokens.lower[a.first - 1] if a.first else ""
    if gap[0] == "and":
        return a.first - 1 if before == "between" else None
    if gap[0] in ("-", "–"):
        # A dash between spaces after a unit in words more often parts two clauses.
        apart = not tokens.touches(a.past) and len(tokens.words[a.past - 1]) > _LONGEST_SYMBOL
        return None if apart else a.first
    changes = trend_before(tokens, a.first - (before == "from"), share=True)
    if gap[0] != "to" or changes is not None:
        return None
    return a.first - 1 if before == "from" else a.first
