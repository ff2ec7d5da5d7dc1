"""Lists of counts that the words present as parts of something: "seven women and four men"."""

from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from factcheck.data import lexicon, lexicon_classes
from factcheck.judge.wording import lowered, words_after, words_between
from factcheck.model import Claim, Date, Duration, Interval, Quantity

_MOST_PARTS = 12
_LONGEST_PHRASE, _LONGEST_END = 6, 12
_SEPARATORS = ((",", "and"), (";", "and"), ("and",), (",",), (";",))
_ENDS = frozenset({".", ")", ";", ",", "–", "—", "!", "?"})


class PartList(Struct, frozen=True):
    """Figures in one coordination. `ended_by` is the mark behind the last, "" where the sentence ends without one.

    `is_closed` says that "and" stands before the last, so that no further item follows it.
    """

    parts: tuple[Claim, ...]
    is_closed: bool
    ended_by: str


def figures_in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims with a figure, length of time or date, as they follow each other in the text."""
    return tuple([claim for claim in claims if isinstance(claim.mention.value, Quantity | Duration | Date)])


def part_list(figures: Sequence[Claim], index: int) -> PartList | None:
    """The list whose first part is the figure at `index`; None where the words do not form one of two parts or more."""
    parts, joined = [figures[index]], False
    for part in figures[index + 1 : index + _MOST_PARTS]:
        separator = _separator(parts[-1], part)
        if separator is None:
            break
        parts.append(part)
        joined = separator[-1] == "and"
        if joined:
            break
    following = figures[index + len(parts) : index + len(parts) + 1]
    ended_by = _end(parts[-1], following[0] if following else None)
    return None if ended_by is None or len(parts) < len(("one", "other")) else PartList(tuple(parts), joined, ended_by)


def _separator(part: Claim, following: Claim) -> tuple[str, ...] | None:
    """What sets two items of a list apart, after no more than a short phrase."""
    gap = lowered(words_between(part, following) or ())
    for separator in _SEPARATORS:
        if gap[-len(separator) :] == separator:
            return separator if _is_phrase(gap[: -len(separator)]) else None
    return None


def _end(last: Claim, following: Claim | None) -> str | None:
    """The mark after the phrase of the last part, None where the list may go on or another figure stands in it."""
    after = lowered(words_after(last))
    end = next((i for i, word in enumerate(after) if word in _ENDS), len(after))
    if not _is_phrase(after[:end], _LONGEST_END):
        return None
    if following is not None and (gap := words_between(last, following)) is not None and len(gap) <= end:
        return None
    behind = after[end + 1 : end + 2]
    if after[end : end + 1] == (",",) and (not behind or behind[0] in _words("goes on")):
        return None
    return after[end] if end < len(after) else ""


def _is_phrase(words: tuple[str, ...], longest: int = _LONGEST_PHRASE) -> bool:
    return len(words) <= longest and all(w[0].isalpha() and w not in _words("no part") for w in words)


def summed(parts: Sequence[Interval]) -> Interval:
    """The interval of the sum; None is unbounded."""
    lows, highs = [part.low for part in parts], [part.high for part in parts]
    return Interval(
        None if None in lows else sum(low for low in lows if low is not None),
        None if None in highs else sum(high for high in highs if high is not None),
    )


def are_disjoint(parts: Sequence[Claim]) -> bool:
    """Whether the parts are of sorts of people that exclude each other: women and men, adults and children."""
    nouns = [part.mention.value.counted for part in parts if isinstance(part.mention.value, Quantity)]
    if len(set(nouns)) != len(parts):
        return False
    return any(all(noun in sorts for noun in nouns) for sorts in _complements())


def are_people(claim: Claim) -> bool:
    """Whether a count is of persons."""
    value = claim.mention.value
    return isinstance(value, Quantity) and value.counted in _people()


@cache
def _complements() -> tuple[frozenset[str], ...]:
    return tuple([frozenset(words) for name, words in lexicon_classes("sum-words").items() if name.startswith("sorts")])


@cache
def _people() -> frozenset[str]:
    return frozenset({*lexicon("person-nouns"), *lexicon_classes("sum-words")["people"]})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon_classes("sum-words")[name])
