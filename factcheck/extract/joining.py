"""Measures that belong together: a shared unit, a range with its unit said twice, money and its cents."""

from msgspec.structs import replace

from factcheck.extract.measure import Measured
from factcheck.extract.number import NumberPhrase
from factcheck.extract.rounding import tidy
from factcheck.extract.trend import trend_before
from factcheck.model import Hedge, Interval
from factcheck.tokens import Tokens

_LINKS = frozenset(("and", "or", "to"))
_HUNDREDTHS = 100
_RATIO_BASES = (10, 100)
_LARGEST_RATIO = 1000
_LONGEST_SYMBOL = 3
# A share in words is round: it allows two and a half hundredths either side.
_SHARE_CELL = 0.025


def joined(tokens: Tokens, items: list[Measured]) -> list[Measured]:
    """The measures with shared units given to both, and with ranges, cents and ratios made one measure."""
    return _merge_ratios(tokens, _add_cents(tokens, _merge_ranges(tokens, _share_units(tokens, items))))


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
        low, high = before.phrase.low, item.phrase.high
        phrase = replace(before.phrase, past=item.phrase.past, high=high, interval=Interval(low, high))
        merged[-1] = Measured(phrase, first, item.past, item.unit, item.dimension)
    return merged


def _add_cents(tokens: Tokens, items: list[Measured]) -> list[Measured]:
    """Joins whole money and its hundredths: "three dollars and fifty cents", "two pounds 50"."""
    whole: list[Measured] = []
    for item in items:
        before = whole[-1] if whole else None
        if before is None or not _is_cents(tokens, before, item):
            whole.append(item)
            continue
        value = tidy(before.phrase.low + item.phrase.low / 100)
        phrase = replace(before.phrase, past=item.phrase.past, low=value, high=value, interval=Interval(value, value))
        whole[-1] = replace(before, phrase=phrase, past=item.past)
    return whole


def _merge_ratios(tokens: Tokens, items: list[Measured]) -> list[Measured]:
    """Makes "one in eight" and "four in ten" a share."""
    merged: list[Measured] = []
    for item in items:
        before = merged[-1] if merged else None
        if before is None or not _is_ratio(tokens, before, item):
            merged.append(item)
            continue
        value = before.phrase.low / item.phrase.low
        cell = Interval(value - _SHARE_CELL, value + _SHARE_CELL)
        phrase = replace(before.phrase, past=item.phrase.past, low=value, high=value, interval=cell)
        merged[-1] = Measured(phrase, before.first, item.past, "fraction", "dimensionless")
    return merged


def _is_ratio(tokens: Tokens, a: Measured, b: Measured) -> bool:
    if a.unit is not None or b.unit is not None or tokens.lower[a.past : b.first] != ("in",):
        return False
    usual = a.phrase.low == 1 or (b.phrase.low in _RATIO_BASES and a.phrase.words == b.phrase.words)
    small = isinstance(a.phrase.low, int) and 0 < a.phrase.low < b.phrase.low <= _LARGEST_RATIO
    return usual and small and _is_whole(b.phrase) and a.phrase.low == a.phrase.high and a.phrase.hedge is Hedge.EXACT


def _is_whole(phrase: NumberPhrase) -> bool:
    return isinstance(phrase.low, int) and phrase.low == phrase.high and phrase.hedge is Hedge.EXACT


def _is_cents(tokens: Tokens, money: Measured, item: Measured) -> bool:
    """Whether `item` states the hundredths of `money` before it: in cents, or as two digits that end the clause."""
    small, whole = item.phrase, money.phrase
    if money.dimension != "currency" or money.past == whole.past or not _is_whole(whole) or not _is_whole(small):
        return False
    if not 0 < small.low < _HUNDREDTHS or tokens.lower[money.past : item.first] not in ((), ("and",)):
        return False
    if item.unit in ("cent", "penny"):
        return True
    ends = item.past >= len(tokens) or not tokens.words[item.past][0].isalnum()
    return item.unit is None and not small.ordinal and small.low >= _HUNDREDTHS // 10 and ends


def _range_start(tokens: Tokens, a: Measured, b: Measured) -> int | None:
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
        # A dash between spaces after a unit in words more often parts two clauses.
        apart = not tokens.touches(a.past) and len(tokens.words[a.past - 1]) > _LONGEST_SYMBOL
        return None if apart else a.first
    changes = trend_before(tokens, a.first - (before == "from"), share=True)
    if gap[0] != "to" or changes is not None:
        return None
    return a.first - 1 if before == "from" else a.first
