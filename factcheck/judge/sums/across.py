"""Sums across sources: the parts that one source gives make the total that another one gives.

"One killed and five wounded" does not contradict "six people were shot": three women and two men are five people.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from factcheck.align.events import Events
from factcheck.align.topic import Topics
from factcheck.judge.numbers import number_text
from factcheck.judge.sums.lists import are_disjoint, are_people, figures_in_order, part_list
from factcheck.judge.wording import words_between
from factcheck.model import Claim, Comparison, Factuality, Hedge, Measure, Number, Quantity, Verdict

_KILLED, _WOUNDED, _SHOT = ("@die",), ("@injure",), "@shoot"
_DONE = frozenset({Factuality.ASSERTED, Factuality.REPORTED})
_NO_TOTAL = frozenset({"part", "additional", "remaining", "rate", "average", "previous", "capacity", "forecast"})
_LONGEST_GAP = 12
_CONFIDENCE = 0.9


class _Parts(Struct, frozen=True):
    """Counts that add up, and what a total of them has to be a count of."""

    claims: tuple[Claim, ...]
    roles: frozenset[str]

    @property
    def total(self) -> Number:
        return sum(number for claim in self.claims if (number := _exact(claim)))

    @property
    def largest(self) -> Claim:
        return max(self.claims, key=lambda claim: _exact(claim) or 0)


class Sum(Struct, frozen=True):
    """The comparison of a total with the largest of its parts, and the ids of all parts."""

    comparison: Comparison
    parts: tuple[str, ...]


def sums(claims: Iterable[Claim], topics: Topics, events: Events) -> tuple[Sum, ...]:
    """For each total that the parts of another source make, that it is compatible with them."""
    listed = tuple(claims)
    found = _parts(figures_in_order(listed))
    totals = _totals(listed, {parts.total for parts in found})
    made: dict[tuple[str, str], Sum] = {}
    for parts in found:
        part = parts.largest
        for source in events.linked(part.mention.source):
            for total in totals.get((source, parts.total), ()):
                rule = topics.most_specific(total, part, Measure.TOTAL) if _is_total(total, parts) else None
                if rule:
                    made.setdefault((total.id, part.id), _sum(total, parts, rule.id))
    return tuple(made.values())


def _sum(total: Claim, parts: _Parts, rule: str) -> Sum:
    comparison = Comparison(total.id, parts.largest.id, Verdict.COMPATIBLE, "sum", _equation(parts), rule, _CONFIDENCE)
    return Sum(comparison, tuple([part.id for part in parts.claims]))


def without_sums(comparisons: Iterable[Comparison], found: Iterable[Sum]) -> tuple[Comparison, ...]:
    """The comparisons without those of a total with one of its own parts."""
    explained = {frozenset((made.comparison.a, part)) for made in found for part in made.parts}
    return tuple(c for c in comparisons if frozenset((c.a, c.b)) not in explained)


def _exact(claim: Claim) -> Number | None:
    """The number of a plain count of what has happened, None where it is anything else."""
    value = claim.mention.value
    if not isinstance(value, Quantity) or value.unit or value.vague or value.trend or value.hedge is not Hedge.EXACT:
        return None
    return value.low if value.low == value.high and value.low > 0 and claim.factuality in _DONE else None


def _parts(figures: Sequence[Claim]) -> list[_Parts]:
    return [*_killed_and_wounded(figures), *_disjoint(figures)]


def _killed_and_wounded(figures: Sequence[Claim]) -> Iterator[_Parts]:
    for one, other in pairwise(figures):
        if {one.roles, other.roles} != {_KILLED, _WOUNDED} or not _are_parts((one, other)):
            continue
        gap = words_between(one, other)
        if gap is not None and len(gap) <= _LONGEST_GAP:
            yield _Parts((one, other), frozenset({_SHOT}))


def _disjoint(figures: Sequence[Claim]) -> Iterator[_Parts]:
    for index, first in enumerate(figures[:-1]):
        if not (are_disjoint(figures[index : index + 2]) and (found := part_list(figures, index))):
            continue
        roles = frozenset(role for part in found.parts for role in part.roles)
        if found.is_closed and roles and are_disjoint(found.parts) and _are_parts((first, *found.parts)):
            yield _Parts(found.parts, roles)


def _are_parts(claims: Sequence[Claim]) -> bool:
    return all(_exact(claim) is not None and "part" not in claim.scope.cues for claim in claims)


def _totals(claims: Iterable[Claim], wanted: set[Number]) -> dict[tuple[str, Number], list[Claim]]:
    """The counts of people that could be the total of a list, by source and number."""
    totals: dict[tuple[str, Number], list[Claim]] = defaultdict(list)
    for claim in claims:
        number = _exact(claim)
        if number in wanted and number is not None and _NO_TOTAL.isdisjoint(claim.scope.cues):
            totals[claim.mention.source, number].append(claim)
    return totals


def _is_total(total: Claim, parts: _Parts) -> bool:
    """Whether a count of another source counts all those that the parts count."""
    if parts.roles.isdisjoint(total.roles):
        return False
    if total.head is None:
        return True
    is_one_of_them = are_disjoint(parts.claims) and total.head in {part.head for part in parts.claims}
    return are_people(total) and not is_one_of_them


def _equation(parts: _Parts) -> str:
    return f"{' + '.join(number_text(_exact(part) or 0) for part in parts.claims)} = {number_text(parts.total)}"
