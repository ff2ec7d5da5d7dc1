"""Blocking: which pairs of claims are worth comparing at all, without comparing all against all.

Two figures are candidates when they come from different sources, are of one comparable sort, and share a content word
of their sentences or state the same value.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from factcheck.align.events import Events
from factcheck.align.measures import PER_CENT
from factcheck.align.size_keys import size_keys
from factcheck.align.stated import stated
from factcheck.interval import significant_digits
from factcheck.model import Claim, Date, Duration, Quantity

# A key that more claims than this share tells little apart: of each source only the first few claims stay, and they
# meet those of the nearest sources alone, so that the pairs grow with the claims and not with their square.
_HOT = 120
_OF_A_SOURCE = 6
WORDS = "words"


def sort_of(claim: Claim) -> str:
    """Claims of different sorts are never compared; "words" is any claim without figure or date."""
    value = claim.mention.value
    if isinstance(value, Date | Duration):
        return claim.mention.kind.value
    if not isinstance(value, Quantity):
        return WORDS
    if value.unit is None:
        return "count"
    if value.dimension in {"currency", "age"}:
        return value.dimension
    return "percentage" if value.unit in PER_CENT else f"measure {value.dimension or value.unit}"


def candidate_pairs(claims: Iterable[Claim], events: Events) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of comparable claims from different sources, each once, in the order of the claims given."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    listed = tuple(claims)
    for i, claim in enumerate(listed):
        for key in keys_of(claim):
            blocks[key].append(i)
    sources = tuple(claim.mention.source for claim in listed)
    for i, j in paired(blocks.values(), sources, events):
        if sources[i] != sources[j]:
            yield listed[i], listed[j]


def paired(blocks: Iterable[Sequence[int]], sources: Sequence[str], events: Events) -> Iterator[tuple[int, int]]:
    """The pairs i < j of indices that some block holds, each once and in order; `sources` are where the indexed stand.

    Of a block that many share only pairs of one source, or of sources near to each other.
    """
    partners: defaultdict[int, set[int]] = defaultdict(set)
    for block in blocks:
        for i, j in combinations(block, 2) if len(block) <= _HOT else _of_near_sources(block, sources, events):
            partners[min(i, j)].add(max(i, j))
    for i in sorted(partners):
        for j in sorted(partners[i]):
            if i != j:
                yield i, j


def _of_near_sources(block: Sequence[int], sources: Sequence[str], events: Events) -> Iterator[tuple[int, int]]:
    """The first few of each source with those of the same and of the nearest sources, which are few."""
    first: dict[str, list[int]] = defaultdict(list)
    for i in block:
        of_source = first[sources[i]]
        if len(of_source) < _OF_A_SOURCE:
            of_source.append(i)
    for source, members in first.items():
        for other in (source, *events.nearest(source)):
            yield from product(members, first.get(other, ()))


def keys_of(claim: Claim) -> set[tuple[str, str]]:
    """What a claim shares with every candidate for it; empty for a claim without figure or date."""
    sort = sort_of(claim)
    if sort == WORDS:
        return set()
    words = claim.context.words()
    if claim.head:
        words.add(claim.head)
    figures = stated(claim)
    if figures:
        digits = significant_digits(figures.low)
        words.add(f"={digits}")
        if len(digits) > 1:
            # The sums of one currency may stand under two names of it.
            words.add(f"~{''.join(sorted(digits))} {'' if figures.is_money else figures.unit}")
        words.update(size_keys(figures))
    value = claim.mention.value
    if isinstance(value, Date):
        words.update(_day_keys(value))
    return {(sort, word) for word in words}


def _day_keys(date: Date) -> tuple[str, ...]:
    """The first day, and that day of any year, by which dates that leave the year open are met."""
    if date.first is None:
        return (f"={date.month_and_day}",) if date.month_and_day else ()
    return f"={date.first.isoformat()}", f"={(date.first.month, date.first.day)}"
