"""What a source is about, as far as likeness with other sources goes: its words, names and days."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from factcheck.align.utterance import quote_words
from factcheck.claim.fold import fold
from factcheck.model import Claim, Date, Quote

# Marks that keep the parts of names and the days apart from plain words.
_NAME_MARK, DAY_MARK = "#", "="
_MONTH = 31


class SourceWords(Struct, frozen=True):
    """The words of a source's claims, and the ordinals of the days it speaks of, in order.

    Words are folded, from around claims and within quotations; the words of names and the days are marked as such.
    """

    words: frozenset[str]
    days: tuple[int, ...]

    @property
    def place_in_time(self) -> int:
        """The middle one of the days spoken of; 0 where there is none."""
        return self.days[len(self.days) // 2] if self.days else 0


def words_by_source(claims: Iterable[Claim]) -> dict[str, SourceWords]:
    """The words of each source that makes a claim."""
    by_source: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_source[claim.mention.source].append(claim)
    return {source: source_words(found) for source, found in by_source.items()}


def source_words(claims: Iterable[Claim]) -> SourceWords:
    """The words of one source, whose claims these are."""
    words: set[str] = set()
    days: set[int] = set()
    for claim in claims:
        words.update(word for word, _ in claim.context.stems)
        words.update(_NAME_MARK + part for name in claim.context.names for part in name.lower().split())
        value = claim.mention.value
        if isinstance(value, Quote):
            words.update(folded for word in quote_words(value.words).words if (folded := fold(word)))
        elif isinstance(value, Date) and value.first and value.last:
            if value.first == value.last:
                words.add(DAY_MARK + value.first.isoformat())
            if (value.last - value.first).days <= _MONTH:
                days.add(value.first.toordinal())
    return SourceWords(frozenset(words), tuple(sorted(days)))


def days_between(left: tuple[int, ...], right: tuple[int, ...]) -> int | None:
    """The days between the nearest two of two ordered series; None if one is empty."""
    smallest: int | None = None
    for day in left:
        at = bisect_left(right, day)
        for other in right[max(0, at - 1) : at + 1]:
            smallest = abs(other - day) if smallest is None else min(smallest, abs(other - day))
    return smallest
