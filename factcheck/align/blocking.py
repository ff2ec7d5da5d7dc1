"""Blocking: which pairs of claims are worth comparing at all, without comparing all against all.

Two figures are candidates when they come from linked sources, are of one comparable sort, and share a content word near
them or a name in their sentences, or state the same value. Each source has only so many links, so pairs grow with the
claims and not with their square, and which claims of two sources meet depends on these two alone.
"""

import math
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
# In tokens: how near to a figure a shared word stands. Measured on 92 topics of news and made-up reports: of the pairs
# that share only words farther off, names and size left aside, 1 in 70 is of one fact, and most of these are not found.
_REACH = 8
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


class Blocks:
    """Things that stand in sources, by the keys that they share with what they may be paired with.

    `keys` are those of each thing, `sources` where it stands; things are named by their index.
    """

    def __init__(self, keys: Iterable[Collection[Hashable]], sources: Iterable[str]) -> None:
        self._keys = list(keys)
        self._sources = list(sources)
        self._blocks: dict[str, defaultdict[Hashable, list[int]]] = {}
        for i, (found, source) in enumerate(zip(self._keys, self._sources, strict=True)):
            blocks = self._blocks.setdefault(source, defaultdict(list))
            for key in found:
                blocks[key].append(i)
        for blocks in self._blocks.values():
            for key, block in blocks.items():
                if len(block) > _HOT:
                    blocks[key] = block[:_OF_A_HOT_KEY]

    def pairs(
        self, events: Events, *, within: bool = True, touching: Collection[str] | None = None
    ) -> Iterator[tuple[int, int]]:
        """The pairs i < j with a key in common whose sources are linked or, with `within`, one: each once.

        Given some sources, only the pairs `touching` one of them.
        """
        order = {source: i for i, source in enumerate(self._blocks)}
        for source, blocks in self._blocks.items():
            meetings: set[tuple[int, int]] = set()
            for other in (*[source] * within, *events.linked(source)):
                touched = touching is None or source in touching or other in touching
                if touched and order.get(other, -1) >= order[source]:
                    theirs = self._blocks[other]
                    for key in blocks.keys() & theirs.keys():
                        meetings.update(product(blocks[key], theirs[key]))
            yield from sorted({(i, j) if i < j else (j, i) for i, j in meetings if i != j})

    def meeting(self, i: int, source: str) -> list[int]:
        """Those of a source that have a key in common with one, in order."""
        mine = self._blocks[self._sources[i]]
        theirs: Mapping[Hashable, Sequence[int]] = self._blocks.get(source, {})
        return sorted({j for key in self._keys[i] if key in theirs and i in mine[key] for j in theirs[key]})


def figure_blocks(claims: Sequence[Claim]) -> Blocks:
    """Figures and dates, by what they share with every candidate for them."""
    return Blocks(map(keys_of, claims), (claim.mention.source for claim in claims))


def candidate_pairs(claims: Iterable[Claim], events: Events) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of comparable claims from linked sources, each once, in the order of the claims given."""
    listed = tuple(claims)
    for i, j in figure_blocks(listed).pairs(events, within=False):
        yield listed[i], listed[j]


def keys_of(claim: Claim) -> set[tuple[str, str]]:
    """What a claim shares with every candidate for it; empty for a claim without figure or date."""
    sort = sort_of(claim)
    if sort == WORDS:
        return set()
    value = claim.mention.value
    words = claim.context.words(math.inf if isinstance(value, Date) else _REACH)
    words.update(claim.context.names, claim.roles)
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
