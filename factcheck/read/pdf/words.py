"""The words of a page from the characters that pdfium finds on it, each with its box."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.read.pdf.characters import Box, Characters
from factcheck.read.pdf.word import Word

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

# What pdfium puts for a hyphen at the end of a line: the one in a text, the other for a single character.
_LINE_END_HYPHENS = "\ufffe\x02"
# In heights of the font, like all distances here.
_MAX_ADVANCE = 1.4
_SAME_HEIGHT = 0.08
_OVERPRINT = 0.25
# In characters: a digit and the marks behind it.
_LONGEST_END = 4


class Words(Struct, frozen=True):
    """The words of a page by the direction in which they run, in quarter turns to the left, and how many run askew."""

    by_turns: dict[int, list[Word]]
    tilted: int


def words_of(text_page: "PdfTextPage", bounds: Box) -> Words:
    """The words whose middle lies within `bounds`, the visible part of the page, each in the frame of its direction."""
    characters = Characters(text_page)
    reader = _Reader(characters)
    by_turns: defaultdict[int, list[Word]] = defaultdict(list)
    drawn: dict[str, Word] = {}
    tilted = 0
    for start, end, spaced in _runs(characters.text):
        turns = characters.turns(start)
        if turns is None:
            tilted += 1
            continue
        frame = turned(bounds, turns)
        for word in reader.words(start, end, turns, spaced):
            if not _visible(word, frame) or _overprints(drawn.get(word.text), word):
                continue
            drawn[word.text] = word
            by_turns[turns].append(word)
    return Words(by_turns, tilted)


def turned(box: Box, turns: int) -> Box:
    """Left, top, right and bottom of a box, given as left, bottom, right and top with `y` upwards, in a turned frame.

    In that frame text drawn `turns` quarter turns to the left runs from left to right, and `y` grows downwards.
    """
    left, bottom, right, top = box
    if turns == 0:
        return left, -top, right, -bottom
    if turns == 1:
        return bottom, left, top, right
    if turns == 2:
        return -right, bottom, -left, top
    return -top, -right, -bottom, -left


@cache
def _run() -> re.Pattern[str]:
    return re.compile(rf"[^ \t\r\n{_LINE_END_HYPHENS}]*[{_LINE_END_HYPHENS}]|[^ \t\r\n{_LINE_END_HYPHENS}]+")


def _runs(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each stretch without white space, and whether a space rather than a line's end is before it."""
    for match in _run().finditer(text):
        yield match.start(), match.end(), match.start() > 0 and text[match.start() - 1] in " \t"


def _visible(word: Word, frame: Box) -> bool:
    left, top, right, bottom = frame
    return left <= (word.x0 + word.x1) / 2 <= right and top <= word.y - word.size / 4 <= bottom


def _overprints(before: Word | None, word: Word) -> bool:
    """Whether a word is drawn over itself, as some programs do for bold type and shadows."""
    if before is None:
        return False
    near = _OVERPRINT * word.size
    return abs(before.x0 - word.x0) < near and abs(before.y - word.y) < near and abs(before.x1 - word.x1) < near


class _Reader:
    """Makes words of a page's characters. Of most words only both ends are looked at, as each look costs."""

    def __init__(self, characters: Characters) -> None:
        self._characters = characters

    def words(self, start: int, end: int, turns: int, spaced: bool) -> Iterator[Word]:
        """The word between two offsets, cut where it changes its height or leaves its line: "year" and a raised "2"."""
        first = self._box(start, turns)
        last = self._box(end - 1, turns) if end - start > 1 else first
        height = first[3] - first[1]
        text = self._characters.text[start:end]
        whole = _level(first, last) and abs(last[2] - first[0]) <= _MAX_ADVANCE * height * len(text)
        raised = None if text.isalpha() else _digit_before_marks().search(text[-_LONGEST_END:])
        if whole and raised:
            whole = _level(first, self._box(end - len(raised[0]), turns))
        if whole:
            left, right = min(first[0], last[0]), max(first[2], last[2])
            yield from self._word(start, end, left, right, height, turns, spaced)
        else:
            yield from self._pieces(start, end, turns, spaced)

    def _pieces(self, start: int, end: int, turns: int, spaced: bool) -> Iterator[Word]:
        begin, box = start, self._box(start, turns)
        left, right = box[0], box[2]
        for i in range(start + 1, end + 1):
            next_box = self._box(i, turns) if i < end else None
            height = box[3] - box[1]
            if next_box and _level(box, next_box) and -height <= next_box[0] - right <= height:
                left, right = min(left, next_box[0]), max(right, next_box[2])
                continue
            yield from self._word(begin, i, left, right, height, turns, spaced)
            if next_box:
                begin, box, spaced = i, next_box, False
                left, right = box[0], box[2]

    def _word(
        self, start: int, end: int, left: float, right: float, height: float, turns: int, spaced: bool
    ) -> Iterator[Word]:
        x, y = self._characters.origin(start)
        baseline = turned((x, y, x, y), turns)[1]
        text = _readable(self._characters.text[start:end])
        size = height if height > 0 else max(right - left, 0.1)
        if text and math.isfinite(left + right + size + baseline):
            yield Word(text, left, right, baseline, size, spaced)

    def _box(self, index: int, turns: int) -> Box:
        return turned(self._characters.box(index), turns)


def _level(a: Box, b: Box) -> bool:
    """Whether two characters stand on one line and are of one height."""
    near = _SAME_HEIGHT * max(a[3] - a[1], b[3] - b[1])
    return abs(a[1] - b[1]) <= near and abs(a[3] - b[3]) <= near


@cache
def _digit_before_marks() -> re.Pattern[str]:
    return re.compile(r"\d\W+$")


@cache
def _unreadable() -> re.Pattern[str]:
    return re.compile(r"[\x00-\x08\x0b-\x1f\x7f\xad]")


def _readable(text: str) -> str:
    """A word without controls and the soft hyphens inside it; one at its end is the hyphen that it shows."""
    if text.isascii() and text.isprintable():
        return text
    if text[-1] in "\xad" + _LINE_END_HYPHENS:
        text = text[:-1] + "-"
    return _unreadable().sub("", text)
