"""Comparison ladders for claims with figures or dates: each attribute of a pair reaches one named level.

What a level is worth stands in rules/weights/ (see benchmarks/train_weights.py); here is only what the levels mean.
"""

import math
from bisect import bisect_right
from functools import cache, lru_cache

from factcheck.align.date_ladder import date_levels
from factcheck.align.days import days_beside, minutes_of
from factcheck.align.in_time import order_in_time, outgrown
from factcheck.align.levels import Levels
from factcheck.align.profile import Profile, Said
from factcheck.align.stated import Stated, figures_meet, in_one_unit, same_number_of_other_unit
from factcheck.interval import days_apart, days_meet, digits_swapped, significant_digits
from factcheck.model import Claim, Date, Factuality, Kind

CONTEXT_EDGES = (0.02, 0.06, 0.12, 0.2, 0.3, 0.45, 0.65)
_CONTEXTS = tuple([("context", str(reached)) for reached in range(len(CONTEXT_EDGES) + 1)])
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
_RATIO_EDGES = (1.1, 1.5, 3, 10)
_RATIOS = ("ratio 1.1", "ratio 1.5", "ratio 3", "ratio 10", "far")
_HEDGED = ("both hedged", "one hedged", "both exact")


def ladder(a: Profile, b: Profile) -> Levels:
    """(attribute, level) for every attribute compared, in a fixed order. Symmetric in its arguments."""
    one, other = a.claim, b.claim
    noun, event = _noun(a, b), _event(a, b)
    return (
        *(date_levels(one, other, event) if one.mention.kind is Kind.DATE else _figure_levels(a, b, noun)),
        _CONTEXTS[bisect_right(CONTEXT_EDGES, context_overlap(a, b))],
        _noun_and_near(noun, len(a.near & b.near)),
        ("event", event),
        ("measure", a.sort),
        ("names", _names(a, b)),
        *_said_levels(a.said, b.said),
        ("as of", _as_of(one, other)),
        ("place", _optional(a.place, b.place)),
        ("attribution", _optional(a.attribution, b.attribution)),
        ("person", _optional(a.person, b.person)),
    )


def values_meet(a: Profile, b: Profile) -> bool | None:
    """Whether the figures or days of two claims have a point in common; None where they cannot be compared."""
    first, second = a.figures, b.figures
    if first is None or second is None:
        left, right = a.claim.mention.value, b.claim.mention.value
        return _dates_meet(left, right) if isinstance(left, Date) and isinstance(right, Date) else None
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


def context_overlap(a: Profile, b: Profile) -> float:
    """Cosine of the two contexts, each word weighted by its nearness to its mention."""
    size = math.sqrt(a.size * b.size)
    if not size:
        return 0.0
    shared = a.words & b.words
    if not shared:
        return 0.0
    left, right = a.nearness, b.nearness
    # In one order, whichever claim comes first: sums of floats depend on it.
    return sum([left[word] * right[word] for word in sorted(shared)]) / size


@cache
def _noun_and_near(noun: str, shared: int) -> tuple[str, str]:
    return "noun and nearby words", f"{noun}, {min(3, shared)}"


@cache
def _size_and_noun(size: str, noun: str) -> tuple[str, str]:
    return "size and noun", f"{size}, {noun}"


@lru_cache(maxsize=65536)
def _said_levels(a: Said, b: Said) -> Levels:
    """The levels of what is said of two counts; of the many claims that say the same they are worked out once."""
    return (
        ("roles", _sets(a.roles, b.roles)),
        *_cue_levels(a.cues | b.cues, a.cues & b.cues),
        ("factuality", _factuality(a.factuality, b.factuality)),
        ("polarity", "same" if a.polarity == b.polarity else "differs"),
    )


def _figure_levels(a: Profile, b: Profile, noun: str) -> Levels:
    left, right = a.figures, b.figures
    if left is None or right is None:
        return ()
    other_unit = same_number_of_other_unit(left, right)
    both = in_one_unit(left, right)
    left, right = both or (left, right)
    meet = figures_meet(left, right) and not (both and outgrown(a.claim, b.claim))
    named = bool(a.claim.head or b.claim.head or left.unit or right.unit)
    return (
        ("values", "other unit" if other_unit else _value_level(left, right, meet=meet, named=named)),
        _size_and_noun(_size(left, right), noun),
        ("form", _form(left, right)),
        *((("in time", order_in_time(a.claim, b.claim)),) if both and not meet else ()),
    )


def _value_level(left: Stated, right: Stated, *, meet: bool, named: bool) -> str:
    if left.low == right.low and left.high == right.high:
        # Nobody killed, nothing stolen: that two counts are zero says little of what they count.
        return "equal" if left.high else "meet from afar"
    if meet:
        if None in (left.interval.low, left.interval.high, right.interval.low, right.interval.high):
            return "bound" if _ratio(left, right) < _FAR_FROM_BOUND else "bound from afar"
        return "meet" if _ratio(left, right) < _FAR else "meet from afar"
    if significant_digits(left.low) == significant_digits(right.low) and left.low:
        return "same digits"
    # Of numbers that count nothing, as in listings and tables, some have the same digits by chance.
    if named and digits_swapped(left.low, right.low):
        return "digits swapped"
    return _RATIOS[bisect_right(_RATIO_EDGES, _ratio(left, right))]


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
    return _HEDGED[left.is_plain + right.is_plain]


def _noun(a: Profile, b: Profile) -> str:
    one, other = a.claim.head, b.claim.head
    if one and other:
        return "same" if one == other else "differs"
    if not one and not other:
        return "none"
    return "in context" if (one in b.words if one else other in a.words) else "one missing"


def _event(a: Profile, b: Profile) -> str:
    one, other = a.claim.event, b.claim.event
    if one is None or other is None:
        return "unknown"
    if one == other:
        return "same"
    return "in context" if one in b.words or other in a.words else "differs"


def _names(a: Profile, b: Profile) -> str:
    if not a.names or not b.names:
        return "unknown"
    shared = len(a.names & b.names)
    return "two" if shared > 1 else "one" if shared else "none"


def _sets(left: frozenset[str], right: frozenset[str]) -> str:
    if not left or not right:
        return "one unknown" if left or right else "none"
    return "same" if left == right else "differ" if left.isdisjoint(right) else "overlap"


def _cue_levels(either: frozenset[str], both: frozenset[str]) -> Levels:
    if not either:
        return ()
    return tuple([(f"scope: {c}", "same" if c in both else "differs") for c in _DEFINING_CUES if c in either])


def _factuality(a: Factuality, b: Factuality) -> str:
    if a == b:
        return "same"
    if not _UNDONE.isdisjoint({a, b}):
        return "differs"
    return "both stated" if {a, b} <= _DONE else "one tentative"


def _as_of(a: Claim, b: Claim) -> str:
    if a.as_of is None or b.as_of is None:
        return "unknown"
    if days_meet(a.as_of, b.as_of):
        return "same"
    return "days apart" if days_apart(a.as_of, b.as_of) < 300 else "years apart"


def _optional(left: str | None, right: str | None) -> str:
    if left is None or right is None:
        return "unknown"
    return "same" if left == right else "differs"
