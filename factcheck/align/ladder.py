"""Comparison ladders for claims with figures or dates: each attribute of a pair reaches one named level.

What a level is worth stands in rules/weights/ (see benchmarks/train_weights.py); here is only what the levels mean.
"""

import math
from bisect import bisect_right
from functools import lru_cache

from factcheck.align.blocking import sort_of
from factcheck.align.date_ladder import date_levels
from factcheck.align.days import days_beside, minutes_of
from factcheck.align.in_time import order_in_time, outgrown
from factcheck.align.levels import Levels
from factcheck.align.stated import Stated, figures_meet, in_one_unit, same_number_of_other_unit, stated
from factcheck.interval import days_apart, days_meet, digits_swapped, significant_digits
from factcheck.model import Claim, Date, Factuality, Kind

CONTEXT_EDGES = (0.02, 0.06, 0.12, 0.2, 0.3, 0.45, 0.65)
_NEAR = 5
_HALF_DISTANCE = 6
_DONE = frozenset({Factuality.ASSERTED, Factuality.REPORTED})
_UNDONE = frozenset({Factuality.PROMISED, Factuality.DENIED})
_DEFINING_CUES = (
    "additional",
    "part",
    "events",
    "perpetrator",
    "rate",
    "average",
    "capacity",
    "previous",
    "forecast",
    "remaining",
    "adjusted",
    "option",
    "plan",
)
_COUPLE, _FEW = 3, 13
# Beyond this ratio two figures meet only because one is a bound or vague.
_FAR = 3
# The same for "at least" and "up to", which meet everything on one side.
_FAR_FROM_BOUND = 1.5
_RATIOS = ((1.1, "ratio 1.1"), (1.5, "ratio 1.5"), (3, "ratio 3"), (10, "ratio 10"))


def ladder(a: Claim, b: Claim) -> Levels:
    """(attribute, level) for every attribute compared, in a fixed order. Symmetric in its arguments."""
    return (
        *_value_levels(a, b),
        ("context", _bin(context_overlap(a, b), CONTEXT_EDGES)),
        ("noun and nearby words", f"{_noun(a, b)}, {min(3, _near_overlap(a, b))}"),
        ("event", _event(a, b)),
        ("measure", sort_of(a).split()[0]),
        ("names", _names(a, b)),
        ("roles", _sets(a.roles, b.roles)),
        *_cue_levels(a, b),
        ("factuality", _factuality(a, b)),
        ("polarity", "same" if a.polarity == b.polarity else "differs"),
        ("as of", _as_of(a, b)),
        ("place", _optional(a.scope.place, b.scope.place)),
        ("attribution", _optional(a.attribution, b.attribution)),
        ("person", _optional(a.context.person, b.context.person)),
    )


def values_meet(a: Claim, b: Claim) -> bool | None:
    """Whether the figures or days of two claims have a point in common; None where they cannot be compared."""
    left, right = a.mention.value, b.mention.value
    if isinstance(left, Date) and isinstance(right, Date):
        return _dates_meet(left, right)
    first, second = stated(a), stated(b)
    if first is None or second is None:
        return None
    both = in_one_unit(first, second)
    if both is None:
        return False if same_number_of_other_unit(first, second) else None
    return figures_meet(*both)


def _dates_meet(left: Date, right: Date) -> bool | None:
    days = days_beside(left, right)
    first, second = minutes_of(left), minutes_of(right)
    if first and second:
        clocks = first[0] <= second[1] and second[0] <= first[1]
        return clocks and (days is None or days_meet(*days))
    return None if days is None else days_meet(*days)


def context_overlap(a: Claim, b: Claim) -> float:
    """Cosine of the two contexts, each word weighted by its nearness to its mention."""
    (left, left_size), (right, right_size) = _weighted(a.context.stems), _weighted(b.context.stems)
    size = math.sqrt(left_size * right_size)
    # In one order, whichever claim comes first: sums of floats depend on it.
    return sum(left[word] * right[word] for word in sorted(left.keys() & right.keys())) / size if size else 0.0


@lru_cache(maxsize=32768)
def _weighted(stems: tuple[tuple[str, int], ...]) -> tuple[dict[str, float], float]:
    """Word → weight by its nearness, and the sum of the squares."""
    weights: dict[str, float] = {}
    for word, distance in stems:
        weights[word] = max(weights.get(word, 0.0), 1 / (1 + abs(distance) / _HALF_DISTANCE))
    return weights, sum(w * w for w in weights.values())


def _near_overlap(a: Claim, b: Claim) -> int:
    return len(a.context.words(_NEAR) & b.context.words(_NEAR))


def _bin(value: float, edges: tuple[float, ...]) -> str:
    return str(bisect_right(edges, value))


def _value_levels(a: Claim, b: Claim) -> Levels:
    if a.mention.kind is Kind.DATE:
        return date_levels(a, b, _event(a, b))
    left, right = stated(a), stated(b)
    if left is None or right is None:
        return ()
    other_unit = same_number_of_other_unit(left, right)
    both = in_one_unit(left, right)
    apart = both is not None and (not figures_meet(*both) or outgrown(a, b))
    left, right = both or (left, right)
    return (
        ("values", "other unit" if other_unit else _value_level(left, right, apart=apart)),
        ("size and noun", f"{_size(left, right)}, {_noun(a, b)}"),
        ("form", _form(left, right)),
        *((("in time", order_in_time(a, b)),) if apart else ()),
    )


def _value_level(left: Stated, right: Stated, *, apart: bool) -> str:
    if left.low == right.low and left.high == right.high:
        # Nobody killed, nothing stolen: that two counts are zero says little of what they count.
        return "equal" if left.high else "meet from afar"
    if not apart and figures_meet(left, right):
        if None in (left.interval.low, left.interval.high, right.interval.low, right.interval.high):
            return "bound" if _ratio(left, right) < _FAR_FROM_BOUND else "bound from afar"
        return "meet" if _ratio(left, right) < _FAR else "meet from afar"
    if significant_digits(left.low) == significant_digits(right.low) and left.low:
        return "same digits"
    if digits_swapped(left.low, right.low):
        return "digits swapped"
    ratio = _ratio(left, right)
    return next(
        (name for edge, name in _RATIOS if ratio < edge),
        "far",
    )


def _ratio(left: Stated, right: Stated) -> float:
    low, high = sorted((abs(left.low + left.high), abs(right.low + right.high)))
    # One added to both gives zero a ratio, too.
    return high / low if low else high / 2 + 1


def _size(left: Stated, right: Stated) -> str:
    """How much a match has to explain: equal small numbers meet by chance, equal long ones do not."""
    largest = max(abs(left.high), abs(right.high))
    if largest < _FEW:
        return "few" if largest > _COUPLE else "up to three"
    digits = min(len(significant_digits(left.low)), len(significant_digits(right.low)))
    return ("one digit", "two digits", "three digits", "many digits")[min(digits, 4) - 1]


def _form(left: Stated, right: Stated) -> str:
    plain = [left.is_plain, right.is_plain]
    return "both exact" if all(plain) else "one hedged" if any(plain) else "both hedged"


def _noun(a: Claim, b: Claim) -> str:
    if a.head and b.head:
        return "same" if a.head == b.head else "differs"
    if not a.head and not b.head:
        return "none"
    named, bare = (a, b) if a.head else (b, a)
    return "in context" if any(w == named.head for w, _ in bare.context.stems) else "one missing"


def _event(a: Claim, b: Claim) -> str:
    if a.event is None or b.event is None:
        return "unknown"
    if a.event == b.event:
        return "same"
    crossed = any(w == a.event for w, _ in b.context.stems) or any(w == b.event for w, _ in a.context.stems)
    return "in context" if crossed else "differs"


def _names(a: Claim, b: Claim) -> str:
    left, right = set(a.context.names), set(b.context.names)
    if not left or not right:
        return "unknown"
    shared = len(left & right)
    return "two" if shared > 1 else "one" if shared else "none"


def _sets(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    if not left and not right:
        return "none"
    if not left or not right:
        return "one unknown"
    return "same" if set(left) == set(right) else "overlap" if set(left) & set(right) else "differ"


def _cue_levels(a: Claim, b: Claim) -> Levels:
    return tuple(
        (f"scope: {cue}", "differs" if (cue in a.scope.cues) != (cue in b.scope.cues) else "same")
        for cue in _DEFINING_CUES
        if cue in a.scope.cues or cue in b.scope.cues
    )


def _factuality(a: Claim, b: Claim) -> str:
    if a.factuality == b.factuality:
        return "same"
    if not _UNDONE.isdisjoint({a.factuality, b.factuality}):
        return "differs"
    return "both stated" if {a.factuality, b.factuality} <= _DONE else "one tentative"


def _as_of(a: Claim, b: Claim) -> str:
    if a.as_of is None or b.as_of is None:
        return "unknown"
    if days_meet(a.as_of, b.as_of):
        return "same"
    return "days apart" if days_apart(a.as_of, b.as_of) < 300 else "years apart"


def _optional(left: str | None, right: str | None) -> str:
    if left is None or right is None:
        return "unknown"
    return "same" if left.lower() == right.lower() else "differs"
