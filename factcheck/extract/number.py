"""Number phrases: digits, words, magnitudes, ranges and hedges over a tokenised text, before any unit or noun is known.

Both the quantity and the date extractor read these, so that "nearly three" means the same in "nearly three million" and
"nearly three years".
"""

from functools import cache

from msgspec import Struct

from factcheck.data import lexicon_classes
from factcheck.extract.hedge import Hedging, hedge_after, hedge_before
from factcheck.extract.numeral import Numeral, numerals
from factcheck.extract.rounding import allowed, tidy
from factcheck.interval import significant_digits
from factcheck.model import Hedge, Interval, Number
from factcheck.tokens import Tokens

_DASHES = frozenset("-–—‑−")
_SHARE_BELOW = 1000
_MAX_ALTERNATIVES = 2
_TREND_REACH = 6
# A change is small beside the level that it leads to.
_FAR_ABOVE = 3
_PERCENT = frozenset({"%", "per", "percent", "percentage", "pct", "pc"})


class NumberPhrase(Struct, frozen=True, gc=False):
    """A number with its hedge. Tokens [first, past) hold the hedge and the number; [number, past) the number alone.

    `low` and `high` are as stated, magnitudes applied; `interval` is what hedge and rounding allow. `ordinal` marks
    "third" and "3rd", `vague` words that stand for a range (several, dozens, thousands), `words` numbers spelt out.
    `currency` is the symbol or code that stands directly before ("$", "US$", "EUR"), if any; it lies in [first, past).
    """

    first: int
    number: int
    past: int
    low: Number
    high: Number
    interval: Interval
    hedge: Hedge = Hedge.EXACT
    ordinal: bool = False
    vague: bool = False
    words: bool = False
    currency: str | None = None


def number_phrases(tokens: Tokens) -> tuple[NumberPhrase, ...]:
    """All number phrases of the text, in order, not overlapping. Linear in the number of tokens."""
    found = numerals(tokens)
    phrases: list[NumberPhrase] = []
    i = 0
    while i < len(found):
        pair = found[i + 1] if i + 1 < len(found) else None
        span = _range_span(tokens, found, i) if pair is not None else None
        if pair is not None and span is not None:
            phrases.append(_range(tokens, found[i], pair, span))
            i += 2
        else:
            phrases.append(_single(tokens, found[i]))
            i += 1
    return tuple(phrases)


def _single(tokens: Tokens, n: Numeral) -> NumberPhrase:
    before = None if n.ordinal else hedge_before(tokens, n.first)
    after = None if n.ordinal or before else hedge_after(tokens, n.past)
    first, past = (before.edge if before else n.first), (after.edge if after else n.past)
    hedging = before or after
    hedge = hedging.hedge if hedging else Hedge.EXACT
    interval = _interval(n, hedging)
    return NumberPhrase(first, n.number, past, n.low, n.high, interval, hedge, n.ordinal, n.vague, n.words, n.currency)


def _interval(n: Numeral, hedging: Hedging | None) -> Interval:
    if n.ordinal:
        return Interval(n.low, n.high)
    if hedging is None:
        return allowed(n.low, n.high, n.place, Hedge.ABOUT if n.loose else Hedge.EXACT)
    return allowed(n.low, n.high, n.place, hedging.hedge, close=hedging.close)


def _range(tokens: Tokens, a: Numeral, b: Numeral, first: int) -> NumberPhrase:
    shared = _shared(a, b)
    low, high = sorted((shared, b.high))
    hedging = hedge_before(tokens, first) or (hedge_before(tokens, a.first) if first < a.first else None)
    place = min(a.place * (b.scale if shared != a.low else 1), b.place)
    hedge = hedging.hedge if hedging else Hedge.EXACT
    interval = allowed(low, high, place, hedge, close=bool(hedging and hedging.close))
    start = min(first, hedging.edge) if hedging else first
    return NumberPhrase(
        start,
        min(a.number, a.first) if first == a.first else a.number,
        b.past,
        low,
        high,
        interval,
        hedge,
        False,
        a.vague or b.vague,
        a.words and b.words,
        a.currency or b.currency,
    )


def _shared(a: Numeral, b: Numeral) -> Number:
    """The first number of a range with the magnitude that the second states for both: "10 to 15 billion"."""
    if a.scale == 1 and b.scale > 1 and abs(a.low) < _SHARE_BELOW and a.low < b.coefficient:
        return tidy(a.low * b.scale)
    return a.low


def _range_span(tokens: Tokens, found: list[Numeral], i: int) -> int | None:
    """The first token of the range that numbers i and i + 1 make, None if they make none."""
    a, b = found[i], found[i + 1]
    gap = b.first - a.past
    if not 0 < gap <= 2 or a.ordinal or b.ordinal or a.low != a.high or b.low != b.high:
        return None
    low = _shared(a, b)
    if 0 < a.low < 1 < b.low and a.words and b.words:
        return None  # "a quarter to nine"
    link = tokens.lower[a.past]
    before = _lower(tokens, a.first - 1)
    if gap == 2 and link == "-":
        suspended = tokens.touches(a.past) and tokens.lower[a.past + 1] in ("to", "or")
        return a.first if suspended and low < b.low else None
    if gap == 2:
        hedge = hedge_before(tokens, b.first)
        return a.first - 1 if link == "and" and before == "between" and hedge and low < b.low else None
    if link in _DASHES:
        return a.first if low < b.low and not _is_chain(tokens, found, i) and _dash_joins(tokens, a, b) else None
    if link == "and":
        edge = hedge_before(tokens, a.first)
        start = edge.edge if edge else a.first
        return start - 1 if _lower(tokens, start - 1) == "between" and ascends(low, b.low) else None
    if link == "or":
        return a.first if low < b.low <= low * _MAX_ALTERNATIVES and b.low - low <= max(5, low / 2) else None
    if link in ("to", "through") and ascends(low, b.low):
        change_and_level = before == "by" and low == a.low and _is_change_and_level(tokens, a, b)
        return None if change_and_level else _to_span(tokens, a, before)
    return None


def _is_change_and_level(tokens: Tokens, a: Numeral, b: Numeral) -> bool:
    """Whether "by A to B" is a change and the level it led to: "rose by 310 to 1,625", but "rose by 5 to 7 percent".

    What may yet come changes by a range: "the sea could rise by 2 to 13 metres".
    """
    before = tokens.lower[max(0, a.first - _TREND_REACH) : a.first]
    changes = _changes()
    verb = next((i for i, word in enumerate(before) if word in changes), None)
    if verb is None or not _not_yet().isdisjoint(before) or _lower(tokens, b.past) in _PERCENT:
        return False
    if a.currency and b.currency:
        return True
    exacter = len(significant_digits(b.low)) > len(significant_digits(a.low))
    return exacter and b.low >= a.low * _FAR_ABOVE


def ascends(low: Number, high: Number) -> bool:
    """Whether two numbers stand in the order of a range: "5 to 10"; below zero also "-5 to -10"."""
    return low < high or high < low < 0


def _to_span(tokens: Tokens, a: Numeral, before: str) -> int | None:
    """Where "A to B" begins; None where it is a change: "rose from 5 to 8", "grew 5 to 300"."""
    start = a.first - 1 if before == "from" else a.first
    changes = _changes()
    reach = _TREND_REACH if before == "from" else 1
    if any(word in changes for word in tokens.lower[max(0, start - reach) : start]):
        return None
    return start


@cache
def _not_yet() -> frozenset[str]:
    return frozenset(lexicon_classes("trends")["not-yet"])


@cache
def _changes() -> frozenset[str]:
    classes = lexicon_classes("trends")
    return frozenset(
        word for key in ("up", "down", "up-object", "down-object") for word in (*classes[key], "up", "down")
    )


def _dash_joins(tokens: Tokens, a: Numeral, b: Numeral) -> bool:
    left, right = tokens.touches(a.past), tokens.touches(b.first)
    if tokens.words[a.past] == "—":
        return left and right and not a.words
    return left == right or (right and not left)


def _is_chain(tokens: Tokens, found: list[Numeral], i: int) -> bool:
    """Whether more numbers hang on the two by dashes or slashes: an ISO date, a telephone number, a score by sets."""
    a, b = found[i], found[i + 1]
    joins = _DASHES | {"/"}
    before = a.first > 1 and tokens.touches(a.first) and tokens.words[a.first - 1] in joins
    if before and tokens.words[a.first - 2][-1].isalnum() and tokens.touches(a.first - 1):
        return True
    if b.past + 1 >= len(tokens) or tokens.words[b.past] not in joins or not tokens.touches(b.past):
        return False
    return tokens.touches(b.past + 1) and tokens.words[b.past + 1][0].isdigit()


def _lower(tokens: Tokens, index: int) -> str:
    return tokens.lower[index] if 0 <= index < len(tokens) else ""
