"""Blocking: which pairs of claims are worth comparing at all, without comparing all against all.

Two figures are candidates when they come from linked sources, are of one comparable sort, and share a content word of
their sentences or state the same value. Each source has only so many links, so pairs grow with the claims and not with
their square, and which claims of two sources meet depends on these two alone.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import product

from factcheck.align.days import ANY_YEAR, in_year
from factcheck.align.events import Events
from factcheck.align.measures import PER_CENT
from factcheck.align.size_keys import size_keys
from factcheck.align.stated import stated
from factcheck.interval import shifted, significant_digits
from factcheck.model import Claim, Date, Duration, Quantity

# A key that more claims of a source share tells little apart: only the first few of them stay.
_HOT = 40
_OF_A_HOT_KEY = 6
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
    """Pairs of comparable claims from linked sources, each once, in the order of the claims given."""
    listed = tuple(claims)
    sources = [claim.mention.source for claim in listed]
    for i, j in paired([keys_of(claim) for claim in listed], sources, events, within=False):
        yield listed[i], listed[j]


def paired(
    keys: Sequence[Collection[Hashable]], sources: Sequence[str], events: Events, *, within: bool = True
) -> Iterator[tuple[int, int]]:
    """The pairs i < j of indices with a key in common whose sources are linked or, with `within`, one: each once.

    `keys` are those of each index, `sources` where the indexed stand.
    """
    by_source: dict[str, defaultdict[Hashable, list[int]]] = {}
    for i, (found, source) in enumerate(zip(keys, sources, strict=True)):
        blocks = by_source.setdefault(source, defaultdict(list))
        for key in found:
            blocks[key].append(i)
    order = {source: i for i, source in enumerate(by_source)}
    for blocks in by_source.values():
        for key, block in blocks.items():
            if len(block) > _HOT:
                blocks[key] = block[:_OF_A_HOT_KEY]
    for source, blocks in by_source.items():
        met: set[tuple[int, int]] = set()
        for other in (*[source] * within, *events.linked(source)):
            if order.get(other, -1) >= order[source]:
                met.update(_meetings(blocks, by_source[other]))
        yield from sorted(met)


def _meetings(
    blocks: Mapping[Hashable, Sequence[int]], others: Mapping[Hashable, Sequence[int]]
) -> Iterator[tuple[int, int]]:
    for key in blocks.keys() & others.keys():
        for i, j in product(blocks[key], others[key]):
            if i != j:
                yield min(i, j), max(i, j)


def keys_of(claim: Claim) -> set[tuple[str, str]]:
    """What a claim shares with every candidate for it; empty for a claim without figure or date."""
    sort = sort_of(claim)
    if sort == WORDS:
        return set()
    words = claim.context.words()
    words.update(claim.roles)
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


def _day_keys(date: Date) -> Iterator[str]:
    """The first day, and that day of any year, by which dates that leave the year open are met; with a time its hour.

    Each has a key in common with the next, so that dates a day apart meet, which may share no word; and years do that
    have the same digits.
    """
    if date.clock:
        hour = date.clock[0] // 60
        yield from (f"hour {hour}", f"hour {hour + 1}")
    if date.first:
        yield f"={date.first.isoformat()}"
    month_and_day = (date.first.month, date.first.day) if date.first else date.month_and_day
    if month_and_day and (day := in_year(ANY_YEAR, month_and_day)):
        yield from (f"={day:%m-%d}", f"~{day:%m-%d}", f"~{shifted(day, 1):%m-%d}")
    if date.timex_value.isdecimal():
        yield "".join(sorted(date.timex_value))
