"""One tokenisation of a text, shared by all extractors, and its sentences.

A token is a run of letters (inner apostrophes kept, a possessive 's apart), a number with its inner separators, a
dotted abbreviation (U.S., a.m.), a URL or address, or one other character. Hyphens are tokens of their own; whether two
tokens touch shows in their offsets. Letters and digits never share a token: "K-2" is K, -, 2 and "50m" is 50, m.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct

from factcheck.data import lexicon

# Groups repeat without backtracking (`++`), which would hold a kilobyte for every ten characters of an endless word.
# The first branch takes most words of most texts; what it takes, the others would take as well, in four times the time.
_TOKEN = r"""
    [A-Za-z]++(?=[ \n,;)])
  | (?:https?://|www\.)[^\s<>"]+
  | [\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})++
  | (?:[^\W\d_]\.){2,}+
  | ['’]s\b
  | (?:[^\W\d_]++|[\u0300-\u036f]++)++(?:['’](?!s\b)[^\W\d_]+)*+
  | \d+(?:[.,'’\u00a0\u2009\u202f]\d+)*+
  | \S
"""

_SENTENCE_ENDS = frozenset(".!?…。")
_CLOSERS = frozenset("\"'”’»)]")
_BULLETS = frozenset("-–—*•#>|+")
_OPENERS = frozenset({"The", "A", "An", "In", "It", "He", "She", "They", "But", "And", "“", '"'})
# Punctuation with a space before it, as corpora and some feeds set it: "6 . 2 %", "1 , 118".
_SPACED_MARKS = (" , ", " . ", " ' ", " %", "$ ")
_MAX_WRAP = 120
_MAX_WORD = 40
# White space before a newline is looked for from its beginning only: a long run of blanks must not be tried from each.
_NEWLINES = re.compile(r"(?:(?<![ \t\r\u00a0])[ \t\r\u00a0]+)?\n\s*")


@cache
def _token_pattern() -> re.Pattern[str]:
    return re.compile(_TOKEN, re.VERBOSE)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(lexicon("abbreviations"))


@cache
def _open_words() -> frozenset[str]:
    return frozenset(lexicon("sentence-continues-after"))


class Tokens(Struct, frozen=True):
    """A text as parallel tuples, one place a token.

    `sentences` are [first, past-last) token indices, in order; `vocabulary` is each distinct word → it in lower case.
    `spaced` marks a text whose punctuation stands apart from the words before it, numbers' decimal points included.
    """

    text: str
    words: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]
    vocabulary: dict[str, str]
    spaced: bool = False

    def __len__(self) -> int:
        return len(self.words)

    def touches(self, index: int) -> bool:
        """Whether token `index` stands directly after the token before it, with nothing between."""
        return index > 0 and self.starts[index] == self.ends[index - 1]

    def index_at(self, offset: int) -> int:
        """The first token that ends after `offset`."""
        return bisect_left(self.ends, offset + 1)

    def places(self, wanted: Callable[[str, str], object]) -> list[int]:
        """The tokens, in order, of which `wanted(word, lower-case word)` is true; it is asked once a distinct word."""
        found = {word for word, lower in self.vocabulary.items() if wanted(word, lower)}
        return [i for i, word in enumerate(self.words) if word in found] if found else []

    def sentence_at(self, index: int) -> tuple[int, int]:
        """The [first, past-last) token indices of the sentence that holds token `index`."""
        return self.sentences[bisect_left(self.sentences, (index + 1, 0)) - 1]


def tokenize(text: str, start: int = 0, left_out: Sequence[tuple[int, int]] = ()) -> Tokens:
    """Tokens and sentences of text[start:]; offsets count from the beginning of `text`. Linear in its length.

    Where a stretch [from, past) that is `left_out` begins or ends, a sentence ends, too.
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    # One string a distinct word: a copy for each of its places would hold most of the memory that a long text takes.
    distinct: dict[str, str] = {}
    one_string, add_word, add_start, add_end = distinct.setdefault, words.append, starts.append, ends.append
    for match in _token_pattern().finditer(text, start):
        word = match.group()
        first, past = match.span()
        add_word(one_string(word, word))
        add_start(first)
        add_end(past)
    vocabulary = {word: word.lower() for word in distinct}
    lower = tuple(map(vocabulary.__getitem__, words))
    stops = {word for word in vocabulary if word[-1] in _SENTENCE_ENDS}
    places = (tuple(words), tuple(starts), tuple(ends))
    spaced = _is_spaced(text, start)
    breaks = _breaks_after_stops(*places, stops, spaced=spaced) | _breaks_at_newlines(text, start, places[0], places[1])
    breaks.update(bisect_left(starts, edge) for stretch in left_out for edge in stretch)
    return Tokens(text, places[0], lower, places[1], places[2], _sentences(breaks, len(words)), vocabulary, spaced)


def _is_spaced(text: str, start: int) -> bool:
    """Whether the text's punctuation stands apart more often than not."""
    apart = sum(text.count(mark, start) for mark in _SPACED_MARKS)
    if apart < 2:
        return False
    closed = sum(text.count(mark, start) - text.count(f" {mark}", start) for mark in (", ", ". "))
    return apart > closed


def _sentences(breaks: set[int], length: int) -> tuple[tuple[int, int], ...]:
    edges = [0, *sorted(b for b in breaks if 0 < b < length), length]
    return tuple([(a, b) for a, b in pairwise(edges) if a < b])


def _breaks_after_stops(
    words: tuple[str, ...], starts: tuple[int, ...], ends: tuple[int, ...], stops: set[str], *, spaced: bool
) -> set[int]:
    breaks = set()
    for i in [i for i, w in enumerate(words) if w in stops]:
        after = i + 1
        while after < len(words) and words[after] in _CLOSERS and starts[after] == ends[after - 1]:
            after += 1
        if after == len(words) or (spaced and _is_spaced_point(words, i)):
            continue
        if _stop_ends_sentence(words, starts, ends, i, after):
            breaks.add(after)
    return breaks


def _stop_ends_sentence(
    words: tuple[str, ...], starts: tuple[int, ...], ends: tuple[int, ...], stop: int, after: int
) -> bool:
    following = words[after]
    begins = following[0].isupper() or following[0].isdigit() or following[0] in "\"'“‘«([-–—•"
    if not begins:
        return False
    before = words[stop - 1] if stop and starts[stop] == ends[stop - 1] else ""
    if words[stop] != ".":
        # "U.S. President" goes on, "in the U.S. The" does not: such an abbreviation ends a sentence before an opener.
        return len(words[stop]) == 1 or following in _OPENERS
    if starts[after] == ends[after - 1]:
        # No space after the stop: a sentence end lost its space, unless it is a name or a number.
        return len(before) > 3 and before.islower() and following[0].isupper()
    return not (before in _abbreviations() or (len(before) == 1 and before.isupper()))


def _is_spaced_point(words: tuple[str, ...], stop: int) -> bool:
    """Whether a stop that stands apart is a decimal point ("6 . 2") or ends an abbreviation ("sept . 30")."""
    before = words[stop - 1] if stop else ""
    if words[stop] != "." or not before:
        return False
    if before.isdigit():
        return words[stop + 1].isdigit()
    return before.title() in _abbreviations() or (len(before) == 1 and before.isalpha())


def _breaks_at_newlines(text: str, start: int, words: tuple[str, ...], starts: tuple[int, ...]) -> set[int]:
    gaps = list(_NEWLINES.finditer(text, start))
    edges = [start, *(g.start() for g in gaps)]
    heads = [start, *(g.end() for g in gaps)]
    lengths = [edge - head for head, edge in zip(heads, [*edges[1:], len(text)], strict=True)]
    wrap = _wrap_width(lengths)
    breaks = set()
    token = 0
    for line, gap in enumerate(gaps):
        token = bisect_left(starts, gap.end(), token)
        if 0 < token < len(words) and _newline_breaks(words, token, gap.group().count("\n"), lengths[line], wrap):
            breaks.add(token)
    return breaks


def _wrap_width(lengths: list[int]) -> int:
    """The width to which the text was wrapped: nine tenths of the lines that are not empty are no longer."""
    filled = sorted(length for length in lengths if length)
    return filled[len(filled) * 9 // 10] if filled else 0


def _newline_breaks(words: tuple[str, ...], token: int, newlines: int, length: int, wrap: int) -> bool:
    before, after = words[token - 1], words[token]
    if after in _BULLETS or before[-1] in _SENTENCE_ENDS:
        return after in _BULLETS or not after[0].islower()
    if after[0].islower() or before == "," or before.lower() in _open_words():
        return False
    if newlines > 1 or wrap > _MAX_WRAP or len(after) > _MAX_WORD:
        return True
    # In hard-wrapped prose a line much shorter than its neighbours was not wrapped: it is a heading or a list item.
    return length < 0.6 * wrap
