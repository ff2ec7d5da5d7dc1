"""The words of a quotation as they are compared, and where two records of one utterance differ."""

import re
from functools import cache, lru_cache
from itertools import pairwise

from msgspec import Struct

from factcheck.data import lexicon, lexicon_classes

_STOPS = frozenset(".!?")
_SPELLINGS = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("ised", "ized"),
    ("ising", "izing"),
    ("our", "or"),
    ("ours", "ors"),
)
_SHORTEST_SPELLED = 6
# A record this much longer than the other is searched around the place where most of the other's word pairs are.
_MUCH_LONGER = 1.6
_LONGEST_INSERTION = 40


class Words(Struct, frozen=True):
    """The words of a quotation: lower case, contractions and spelled numbers resolved, fillers left out.

    `shown` are the words as they were written, as far as they were not taken apart; `stops` are the indices of words
    before which a sentence ends, `gaps` those before which the record says that it leaves words out or puts in its own
    ("…", "[…]").
    """

    words: tuple[str, ...]
    shown: tuple[str, ...]
    stops: frozenset[int]
    gaps: frozenset[int]

    def __len__(self) -> int:
        return len(self.words)


class Difference(Struct, frozen=True):
    """Words that stand in one record where the other has others, or none."""

    left: tuple[str, ...]
    right: tuple[str, ...]


@lru_cache(maxsize=4096)
def quote_words(quote: str) -> Words:
    """The words of a quotation with its sentence ends and gaps; words in [brackets] are the editor's."""
    text = quote.lower().replace("’", "'")
    words: list[str] = []
    shown: list[str] = []
    stops: set[int] = set()
    gaps: set[int] = set()
    past = 0
    for match in _word().finditer(text):
        between = text[past : match.start()]
        if _mark_of_gap().search(between):
            gaps.add(len(words))
        elif not _STOPS.isdisjoint(between):
            stops.add(len(words))
        past = match.end()
        if _inserted(text, match.start()):
            gaps.add(len(words))
            continue
        _add(words, shown, match.group())
    if _mark_of_gap().search(text[past:]):
        gaps.add(len(words))
    return Words(tuple(words), tuple(shown), frozenset(stops), frozenset(gaps))


def _inserted(text: str, at: int) -> bool:
    """Whether a place stands between square brackets."""
    opened = text.rfind("[", max(0, at - _LONGEST_INSERTION), at)
    return opened >= 0 and "]" not in text[opened:at] and "]" in text[at : at + _LONGEST_INSERTION]


def _add(words: list[str], shown: list[str], word: str) -> None:
    if word in _fillers():
        return
    number = _numbers().get(word)
    if number is not None and len(number) == 1 and words and words[-1] in _tens():
        words[-1] = shown[-1] = str(int(words[-1]) + int(number))
        return
    resolved = _resolved(number or word)
    words.extend(resolved)
    shown.extend(resolved if len(resolved) > 1 else (word,))


def _resolved(word: str) -> tuple[str, ...]:
    contractions = lexicon_classes("contractions")
    if word in contractions:
        return contractions[word]
    for ending in ("n't", "'ll", "'re", "'ve", "'m"):
        if word.endswith(ending) and len(word) > len(ending):
            return (word[: -len(ending)], *contractions[ending])
    if len(word) >= _SHORTEST_SPELLED:
        for british, american in _SPELLINGS:
            if word.endswith(british):
                return (word[: -len(british)] + american,)
    return (word,)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:'[^\W_]+)*")


@cache
def _mark_of_gap() -> re.Pattern[str]:
    return re.compile(r"[…\[\]]|\.\.\.|\. \. \.")


@cache
def _fillers() -> frozenset[str]:
    return frozenset(lexicon("fillers"))


@cache
def _numbers() -> dict[str, str]:
    known = lexicon_classes("number-words")
    return {word: value for entry in (*known["units"], *known["tens"]) for word, value in (entry.split(),)}


@cache
def _tens() -> frozenset[str]:
    return frozenset(entry.split()[1] for entry in lexicon_classes("number-words")["tens"])


def aligned_words(a: Words, b: Words) -> tuple[tuple[int, int], ...]:
    """Index pairs of a longest common subsequence of words, within the stretch of the longer record that fits best."""
    from rapidfuzz.distance import LCSseq  # as slow to import as all of alignment

    if len(a) > len(b):
        return tuple((i, j) for j, i in aligned_words(b, a))
    low, high = _stretch(a.words, b.words)
    equal = (op for op in LCSseq.opcodes(a.words, b.words[low:high]) if op.tag == "equal")
    return tuple((op.src_start + k, low + op.dest_start + k) for op in equal for k in range(op.src_end - op.src_start))


def _stretch(shorter: tuple[str, ...], longer: tuple[str, ...]) -> tuple[int, int]:
    """The part of `longer` that lies along the diagonal on which most pairs of neighbouring words are shared."""
    if len(longer) <= _MUCH_LONGER * len(shorter):
        return 0, len(longer)
    places: dict[tuple[str, str], list[int]] = {}
    for j, pair in enumerate(pairwise(longer)):
        places.setdefault(pair, []).append(j)
    votes: dict[int, int] = {}
    for i, pair in enumerate(pairwise(shorter)):
        at = places.get(pair, [])
        for j in at if len(at) <= len(shorter) else ():
            votes[j - i] = votes.get(j - i, 0) + 1
    if not votes:
        return 0, len(longer)
    start = max(votes, key=lambda d: (votes[d], -d))
    slack = max(2, int((_MUCH_LONGER - 1) * len(shorter) / 2))
    return max(0, start - slack), min(len(longer), start + len(shorter) + slack)


def differences(a: Words, b: Words) -> tuple[Difference, ...]:
    """Where two records differ in the stretch that both record, in order.

    An excerpt may begin later and end sooner, leave out whole sentences, and anything where it marks a gap.
    """
    common = aligned_words(a, b)
    edges = [(-1, -1), *common, (len(a), len(b))]
    found = []
    for at, ((i, j), (next_i, next_j)) in enumerate(pairwise(edges)):
        left, right = (i + 1, next_i), (j + 1, next_j)
        if at == 0:
            left, right = _last_sentence(a, left), _last_sentence(b, right)
        if at == len(edges) - 2:
            left, right = _first_sentence(a, left), _first_sentence(b, right)
        outer = at in (0, len(edges) - 2) and common
        if _differ(a, b, left, right, bool(outer)):
            longest = max(min(left[1] - left[0], right[1] - right[0]) + 2, 0) if outer else len(a) + len(b)
            found.append(_difference(a, b, left, right, longest, at == 0))
    return tuple(found)


def _difference(
    a: Words, b: Words, left: tuple[int, int], right: tuple[int, int], longest: int, at_start: bool
) -> Difference:
    """The words at two places; of a longer rest beyond the common stretch as many as the other has, and two."""
    mine, theirs = a.shown[slice(*left)], b.shown[slice(*right)]
    return Difference(mine[-longest:], theirs[-longest:]) if at_start else Difference(mine[:longest], theirs[:longest])


def _differ(a: Words, b: Words, left: tuple[int, int], right: tuple[int, int], outer: bool) -> bool:
    mine, theirs = left[1] - left[0], right[1] - right[0]
    if not mine and not theirs:
        return False
    if outer and not (mine and theirs):
        return False
    if _has_gap(a, left) or _has_gap(b, right):
        return False
    return not (_whole_sentences(a, left, theirs) or _whole_sentences(b, right, mine))


def _has_gap(record: Words, place: tuple[int, int]) -> bool:
    return any(index in record.gaps for index in range(place[0], place[1] + 1))


def _whole_sentences(record: Words, place: tuple[int, int], others: int) -> bool:
    """Whether one record has whole sentences where the other has nothing."""
    return not others and place[0] in record.stops and place[1] in record.stops


def _last_sentence(record: Words, place: tuple[int, int]) -> tuple[int, int]:
    return max((i for i in range(place[0], place[1] + 1) if i in record.stops), default=place[0]), place[1]


def _first_sentence(record: Words, place: tuple[int, int]) -> tuple[int, int]:
    return place[0], min((i for i in range(place[0], place[1] + 1) if i in record.stops), default=place[1])
