"""What a source is about, as far as likeness with other sources goes: its words, names and days, each as a number."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from hashlib import blake2b

from msgspec import Struct

from factcheck.align.utterance import quote_words
from factcheck.claim.fold import fold
from factcheck.data import lexicon
from factcheck.model import Claim, Date, Quote

# Keeps the parts of names apart from plain words.
_NAME_MARK = "#"
_MONTH = 31
# Days are their ordinals, which stay far below the numbers of common words, and those below all other words.
_FIRST_WORD, _FIRST_TELLING_WORD = 1 << 32, 1 << 48
# A word's tally is so many times the number of sources that hold it, plus what sort of word it is.
SORTS = 4
DAY, COMMON, TELLING = range(3)


class SourceWords(Struct, frozen=True):
    """The numbers of the words of a source's claims, and the ordinals of the days it speaks of, in order.

    Words are folded, from around claims and within quotations, and those of names are kept apart; a day to which a date
    points exactly is a word, too. A corpus numbers them anew, as they come, and leaves them in the order of the numbers
    that they have everywhere.
    """

    words: Sequence[int]
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
    exact: set[int] = set()
    days: set[int] = set()
    for claim in claims:
        words.update(word for word, _ in claim.context.stems)
        words.update(_NAME_MARK + part for name in claim.context.names for part in name.lower().split())
        value = claim.mention.value
        if isinstance(value, Quote):
            words.update(folded for word in quote_words(value.words).words if (folded := fold(word)))
        elif isinstance(value, Date) and value.first and value.last:
            if value.first == value.last:
                exact.add(value.first.toordinal())
            if (value.last - value.first).days <= _MONTH:
                days.add(value.first.toordinal())
    return SourceWords(sorted(exact.union(map(_number_of_word, words))), tuple(sorted(days)))


def sort_of(word: int) -> int:
    """Whether a word of a source is a `DAY`, `COMMON` to reports of any two events, or `TELLING` more than those."""
    if word < _FIRST_WORD:
        return DAY
    return COMMON if word < _FIRST_TELLING_WORD else TELLING


@lru_cache(maxsize=65536)
def _number_of_word(word: str) -> int:
    if word.removeprefix(_NAME_MARK) in _common_words():
        return number_of(word) % (_FIRST_TELLING_WORD >> 1) | _FIRST_WORD
    return number_of(word) | _FIRST_TELLING_WORD


@cache
def _common_words() -> frozenset[str]:
    """Common words as they stand, for names, and folded."""
    words = [word for line in lexicon("common-words") for word in line.split()]
    return frozenset(words) | {folded for word in words if (folded := fold(word))}


def number_of(name: str) -> int:
    """A number from 0 below 2 to the 63rd that stands for a name, the same in each run."""
    digest = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def days_between(left: tuple[int, ...], right: tuple[int, ...]) -> int | None:
    """The days between the nearest two of two ordered series; None if one is empty."""
    smallest: int | None = None
    for day in left:
        at = bisect_left(right, day)
        for other in right[max(0, at - 1) : at + 1]:
            smallest = abs(other - day) if smallest is None else min(smallest, abs(other - day))
    return smallest
