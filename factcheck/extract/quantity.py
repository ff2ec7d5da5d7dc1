"""Quantities: number phrases with their unit or counted noun."""

from bisect import bisect_left

from factcheck.extract.age import ages
from factcheck.extract.age_decade import age_decades
from factcheck.extract.counted import Counted
from factcheck.extract.ellipsis import shared_noun
from factcheck.extract.found import Found
from factcheck.extract.joining import joined
from factcheck.extract.mask import is_masked
from factcheck.extract.measure import Measured, aged, measured
from factcheck.extract.multiple import multiples
from factcheck.extract.noun import elided_nouns
from factcheck.extract.number import NumberPhrase
from factcheck.extract.partitive import counted_by
from factcheck.extract.trend import trend_after, trend_before
from factcheck.extract.zero import zero_counts
from factcheck.model import Interval, Quantity, Trend
from factcheck.tokens import Tokens

_SHARES = frozenset(("percentage", "percentage point", "basis point"))
_EXACT_DIMENSIONS = frozenset(("currency", "age", None))
_ROUND_FROM = 1000
# Just under half a unit, so that neighbouring whole measures do not meet: 27 % and 26.8 % do, 27 % and 28 % do not.
_WHOLE_CELL = 0.49
_FEW = 10


def quantities(
    tokens: Tokens, phrases: tuple[NumberPhrase, ...], taken: tuple[tuple[int, int], ...]
) -> tuple[Found, ...]:
    """All quantities of the text, in order, outside the spans `taken` by dates and durations."""
    stated = ages(tokens, phrases)
    items = [aged(p, stated[i]) if i in stated else measured(tokens, p) for i, p in enumerate(phrases)]
    changes = multiples(tokens)
    taken = tuple(sorted((*taken, *((change.start, change.end) for change in changes))))
    starts = [start for start, _ in taken]
    found = [*age_decades(tokens), *changes, *_zeros(tokens)]
    before: Counted | None = None
    past = 0
    for item in joined(tokens, items):
        if item.first < past or (item.dimension != "age" and _is_taken(tokens, item.phrase, taken, starts)):
            continue
        counted = counted_by(tokens, item.phrase) if item.unit is None else None
        if counted is not None and counted.head is None and not counted.modifiers:
            counted = shared_noun(tokens, before, item.phrase) or counted
        quantity = _quantity(tokens, item, counted)
        if quantity is not None:
            before = counted
            past = item.past
            found.append(Found(tokens.starts[item.first], tokens.ends[past - 1], quantity))
    return tuple(sorted(found, key=lambda f: f.start))


def _zeros(tokens: Tokens) -> list[Found]:
    """The counts of zero that no number states."""
    none = Interval(0, 0)
    return [
        Found(
            tokens.starts[zero.first],
            tokens.ends[zero.past - 1],
            Quantity(0, 0, none, counted=zero.counted.head, modifiers=zero.counted.modifiers),
        )
        for zero in zero_counts(tokens)
    ]


def _is_taken(tokens: Tokens, phrase: NumberPhrase, taken: tuple[tuple[int, int], ...], starts: list[int]) -> bool:
    """Whether a date or duration holds the number; one that ends inside it misread it: "a quarter" million."""
    start, end = tokens.starts[phrase.number], tokens.ends[phrase.past - 1]
    i = bisect_left(starts, end)
    if not i or taken[i - 1][1] <= start:
        return False
    return not (taken[i - 1][0] >= start and taken[i - 1][1] < end)


def _quantity(tokens: Tokens, item: Measured, counted: Counted | None) -> Quantity | None:
    phrase = item.phrase
    if phrase.ordinal:
        return None
    if item.unit is not None:
        if is_masked(tokens, phrase, bare=False, measured=True):
            return None
        return _value(phrase, item, _trend(tokens, item), None)
    if counted is None:
        return None
    if is_masked(tokens, phrase, bare=counted.head is None or counted.predicate, measured=False):
        return None
    if phrase.words and phrase.low == phrase.high == 1 and not _counts_one(tokens, phrase, counted):
        return None
    if phrase.vague and phrase.low < _FEW and counted.head is None and not counted.modifiers:
        return None
    noun = counted.head or (counted.modifiers[-1] if counted.modifiers else None)
    return _value(phrase, item, trend_before(tokens, phrase.first, share=False, counted=noun), counted)


def _counts_one(tokens: Tokens, phrase: NumberPhrase, counted: Counted) -> bool:
    """Whether "one" counts something: a noun follows it, or a word such as "dead" in place of one."""
    after = tokens.lower[phrase.past] if phrase.past < len(tokens) else ""
    return counted.head is not None or after in elided_nouns()


def _trend(tokens: Tokens, item: Measured) -> Trend | None:
    share = item.unit in _SHARES
    if (
        share
        and tokens.lower[item.past : item.past + 1] == ("of",)
        and tokens.lower[item.first - 1 : item.first] != ("by",)
    ):
        return None  # "lost 60 % of its water" may be a level.
    return trend_before(tokens, item.first, share=share, dimension=item.dimension) or (
        trend_after(tokens, item.past) if share else None
    )


def _value(phrase: NumberPhrase, item: Measured, trend: Trend | None, counted: Counted | None) -> Quantity:
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
