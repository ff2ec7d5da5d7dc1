"""Negative evidence: cues that two figures which do not meet are of different facts, whatever else they share."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from factcheck.align.date_veto import date_veto
from factcheck.align.days import marks, sought
from factcheck.align.measures import measure_of
from factcheck.align.names import compare_names
from factcheck.align.stated import beside, same_number_of_other_unit, stated
from factcheck.claim.fold import fold
from factcheck.claim.scope import UNTOLD_PART
from factcheck.data import lexicon
from factcheck.interval import digits_swapped, significant_digits
from factcheck.model import Category, Claim, Date, Factuality, Kind, Measure, Sameness, Value

_NEAR = 5
_UNDONE = frozenset({Factuality.PROMISED, Factuality.DENIED})
# A cue of scope that only one claim has: it counts a part, an addition, a rate, another time or another kind of total.
_SCOPES = (
    "additional",
    "part",
    "events",
    "perpetrator",
    "rate",
    "average",
    "capacity",
    "previous",
    "forecast",
    "option",
    "grave",
)
_PLAN, _PART = "plan", "part"
_EXACT = 3
# For each contrast of which a claim has one side only that side, and the first of its words.
_Sides = dict[int, tuple[int, str]]
# In days: figures of last season may still be today's.
_LONG_AGO = 500


class Known:
    """What each source knows: the words of all its names, and its figures that are too exact to recur by chance."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._words: dict[str, set[str]] = defaultdict(set)
        self._figures: dict[str, set[str]] = defaultdict(set)
        listed = tuple(claims)
        self._dates: dict[str, set[str]] = defaultdict(set)
        self._sides: dict[str, _Sides] = {}
        self._exact = {claim.id: _exact_figure(claim) for claim in listed}
        for claim in listed:
            source = claim.mention.source
            for name in (*claim.context.names, claim.scope.place or ""):
                self._words[source].update(name.lower().split())
            if figure := self._exact[claim.id]:
                self._figures[source].add(figure)
            if isinstance(claim.mention.value, Date):
                self._dates[source].update(marks(claim.mention.value))

    def sides(self, claim: Claim) -> _Sides:
        """For each contrast of which only one side has words near a figure that side, and the first of them."""
        found = self._sides.get(claim.id)
        if found is None:
            found = self._sides[claim.id] = _sides(claim)
        return found

    def both_state_both(self, a: Claim, b: Claim) -> bool:
        """Whether each of two sources states both figures, so that each figure has its equal there."""
        one, other = self._exact[a.id], self._exact[b.id]
        if one is None or other is None or a.mention.source == b.mention.source:
            return False
        return other in self._figures[a.mention.source] and one in self._figures[b.mention.source]

    def other_states(self, a: Claim, b: Claim) -> bool:
        """Whether the source of either date states the other one, too, so that this has its equal there."""
        return self._states(b.mention.source, a.mention.value) or self._states(a.mention.source, b.mention.value)

    def _states(self, source: str, value: Value) -> bool:
        return isinstance(value, Date) and not self._dates[source].isdisjoint(sought(value))

    def strangers(self, a: Claim, b: Claim) -> bool:
        """Whether each claim is placed where the other source never is."""
        return self._unknown(a, b) and self._unknown(b, a)

    def _unknown(self, placed: Claim, other: Claim) -> bool:
        words = placed.scope.place.lower().split() if placed.scope.place else ()
        return bool(words) and self._words[other.mention.source].isdisjoint(words)


def _exact_figure(claim: Claim) -> str | None:
    figures = stated(claim)
    if figures is None or figures.is_range or len(significant_digits(figures.low)) < _EXACT:
        return None
    return f"{figures.low} {figures.unit}"


def veto(a: Claim, b: Claim, known: Known) -> str | None:
    """Why two figures that do not meet cannot be about the same fact; None where nothing says so. Symmetric."""
    are_dates = isinstance(a.mention.value, Date)
    if not are_dates and known.both_state_both(a, b):
        return "both sources state both figures"
    if are_dates and known.other_states(a, b):
        return "the source of one date states the other one, too"
    if a.scope.place and b.scope.place and known.strangers(a, b):
        return f"one is of {a.scope.place}, the other of {b.scope.place}"
    return (
        (date_veto(a, b) if are_dates else None)
        or _by_what_is_said(a, b)
        or _by_scope(a, b)
        or _by_time(a, b)
        or _by_contrast(known.sides(a), known.sides(b))
    )


def _by_what_is_said(a: Claim, b: Claim) -> str | None:
    if a.roles and b.roles and set(a.roles).isdisjoint(b.roles):
        return "the counts are of different roles"
    if _of_two_people(a, b):
        return f"one is of {a.context.person}, the other of {b.context.person}"
    if (a.factuality in _UNDONE) != (b.factuality in _UNDONE):
        return f"one is {a.factuality}, the other {b.factuality}"
    return "one is negated" if a.polarity != b.polarity else None


def _of_two_people(a: Claim, b: Claim) -> bool:
    one, other = a.context.person, b.context.person
    if one is None or other is None or measure_of(a) is not Measure.AGE:
        return False
    return _are_two_people(one, other)


@lru_cache(maxsize=4096)
def _are_two_people(one: str, other: str) -> bool:
    return compare_names(one, other, Category.PERSON).sameness is Sameness.DIFFERENT


def _by_scope(a: Claim, b: Claim) -> str | None:
    if a.scope.cues == b.scope.cues:
        return None
    for scope in _SCOPES:
        if (scope in a.scope.cues) != (scope in b.scope.cues) and not (scope == _PART and _is_larger_part(a, b)):
            return f"only one is marked as {scope}"
    both_planned = a.factuality is b.factuality is Factuality.PLANNED
    only_one = (_PLAN in a.scope.cues) != (_PLAN in b.scope.cues)
    return "only one is marked as plan" if only_one and not both_planned and not _is_slip(a, b) else None


def _is_larger_part(a: Claim, b: Claim) -> bool:
    """Whether the one that is a part is larger than the other, so that it is no part of it; nor is it one of a sort."""
    if UNTOLD_PART not in (*a.scope.cues, *b.scope.cues):
        return False
    part, whole = (stated(a), stated(b)) if _PART in a.scope.cues else (stated(b), stated(a))
    there = beside(part, whole) if part and whole else None
    return there is not None and whole is not None and not whole.vague and there.low > whole.high


def _is_slip(a: Claim, b: Claim) -> bool:
    """Whether the figures differ as a slip of the pen leaves them, which no plan that came out otherwise explains."""
    first, second = stated(a), stated(b)
    if first is None or second is None:
        return False
    swapped = first.unit == second.unit and first.is_plain and digits_swapped(first.low, second.low)
    return same_number_of_other_unit(first, second) or (
        swapped and (first.is_money or len(significant_digits(first.low)) >= _EXACT)
    )


def _by_time(a: Claim, b: Claim) -> str | None:
    if _is_history(a, b) or _is_history(b, a):
        return "only one is of years before"
    if a.mention.kind is Kind.DURATION and _of_other_events(a, b):
        return "the lengths of time are of different events"
    return None


def _by_contrast(left: _Sides, right: _Sides) -> str | None:
    """The first two words near the figures that a lexicon sets against each other, where neither figure has both."""
    if not left or not right:
        return None
    against = [contrast for contrast, (side, _) in left.items() if contrast in right and right[contrast][0] != side]
    if not against:
        return None
    (_, one), (_, other) = sorted((left[min(against)], right[min(against)]))
    return f"{one} against {other}"


def _is_history(a: Claim, b: Claim) -> bool:
    """Whether a claim is dated years before what the other one is dated, or before it appeared if it is not."""
    day = b.as_of[0] if b.as_of else b.published
    return a.as_of is not None and day is not None and (day - a.as_of[1]).days > _LONG_AGO


def _of_other_events(a: Claim, b: Claim) -> bool:
    """Whether two claims hang on different verbs and have no word but names in common, so that nothing ties them."""
    if a.event is None or b.event is None or a.event == b.event:
        return False
    return a.context.words() & b.context.words() <= _name_words(a) | _name_words(b)


def _name_words(claim: Claim) -> frozenset[str]:
    return frozenset(fold(word) or word for name in claim.context.names for word in name.lower().split())


def _sides(claim: Claim) -> _Sides:
    near = claim.context.words(_NEAR) | ({claim.head} if claim.head else set())
    found: _Sides = {}
    both = set()
    for word in sorted(near & _contrasted().keys()):
        for contrast, side in _contrasted()[word]:
            if found.setdefault(contrast, (side, word))[0] != side:
                both.add(contrast)
    return {contrast: side for contrast, side in found.items() if contrast not in both}


@cache
def _contrasted() -> dict[str, tuple[tuple[int, int], ...]]:
    """For each word the contrasts that have it, with the side on which it stands."""
    found: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for contrast, line in enumerate(lexicon("contrasts")):
        for side, words in enumerate(line.split(":")):
            for word in words.split(","):
                if folded := fold(word.strip()):
                    found[folded].add((contrast, side))
    return {word: tuple(sorted(places)) for word, places in found.items()}
