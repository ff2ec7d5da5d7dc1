"""Lines of a block → paragraphs."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct

from factcheck.read.pdf.columns import Block, Line
from factcheck.read.pdf.hyphens import is_divided, joined

# In heights of the font, like all distances here.
_INDENT = 0.6
_SAME_INDENT = 0.2
_SPACE = 0.25
_SLACK = 0.3
_GAP = 0.2
_LARGEST_PITCH = 1.9
# Lines beside a picture are shorter than the others of their column by more than this, and several.
_SHORTER = 3.0
_LINES_BESIDE = 3
# An address, a list: lines of few words of which none goes on in lower case.
_LISTED_LINES = 3
_LISTED_WORDS = 4
# A heading, of as many characters.
_LEAST_CAPITALS = 8
_OTHER_SIZE = 1.12
_HEADING = 1.15


class Paragraph(Struct, frozen=True):
    """A paragraph of one block. `y` is where it begins on its page.

    `lines` counts its lines, `first` is the width of its first word, `room` that of what its last line leaves empty.
    `open` tells that it ends no sentence, so that it may go on elsewhere; `leads` that it is the first of its block,
    `indented` that its first line is set in, `flush` that it is not, unlike those of others of its block.
    """

    text: str
    page: int
    y: float
    size: float
    lines: int = 1
    first: float = 0.0
    room: float = 0.0
    open: bool = False
    leads: bool = False
    indented: bool = False
    flush: bool = False
    table: bool = False


class Measures(Struct, frozen=True):
    """What lines of a document are compared with: the size of most of its text, its words, pitches of lines by size."""

    body: float
    vocabulary: frozenset[str]
    pitches: dict[int, float]


def pitches_of(blocks: Iterable[Block]) -> dict[int, float]:
    """The commonest distance between two lines of one size, by the size in half points."""
    seen: dict[int, Counter[int]] = {}
    for block in blocks:
        for a, b in pairwise(block.lines):
            if a.size / _OTHER_SIZE < b.size < a.size * _OTHER_SIZE and 0 < b.y - a.y < _LARGEST_PITCH * b.size:
                seen.setdefault(round(2 * b.size), Counter())[round(2 * (b.y - a.y))] += 1
    return {size: min(counts, key=lambda pitch: (-counts[pitch], pitch)) / 2 for size, counts in seen.items()}


def paragraphs_of(block: Block, page: int, measures: Measures) -> Iterator[Paragraph]:
    """The paragraphs of a block; of a table, its rows."""
    if block.table:
        yield from (Paragraph(line.text, page, line.y, line.size, table=True) for line in block.lines)
        return
    lines = _Lines(block.lines, measures)
    start = 0
    for at in range(1, len(block.lines) + 1):
        if at == len(block.lines) or lines.begins(at, start):
            yield lines.paragraph(start, at, page)
            start = at


class _Lines:
    """The lines of one block, and which of them begin a paragraph."""

    def __init__(self, lines: Sequence[Line], measures: Measures) -> None:
        self._lines = lines
        self._measures = measures
        self._left = min(line.x0 for line in lines)
        self._right = max(line.x1 for line in lines)
        words = sum(line.text.count(" ") + 1 for line in lines)
        begins_low = any(line.text[0].islower() for line in lines[1:])
        self._usual_indent = self._first_line_indent()
        self._listed = len(lines) >= _LISTED_LINES and words <= _LISTED_WORDS * len(lines) and not begins_low

    def _first_line_indent(self) -> float:
        """How far lines that are set in further than the next mostly are from the edge; infinite for none."""
        seen: Counter[float] = Counter()
        for line, below in pairwise(self._lines):
            if line.x0 - below.x0 > _INDENT * line.size:
                seen[round(line.x0 - self._left, 1)] += 1
        indent = min(seen, key=lambda indent: (-seen[indent], indent), default=math.inf)
        near = _SAME_INDENT * self._lines[0].size
        # Where most lines are set in, it is the first ones that are not.
        set_in = sum(abs(line.x0 - self._left - indent) < near for line in self._lines)
        return indent if 2 * set_in <= len(self._lines) else math.inf

    def begins(self, at: int, start: int) -> bool:
        """Whether a line begins a paragraph, as its distance, size, indent and the lines since `start` tell."""
        before, line = self._lines[at - 1], self._lines[at]
        if not before.size / _OTHER_SIZE < line.size < before.size * _OTHER_SIZE:
            return True
        pitch = self._measures.pitches.get(round(2 * line.size), 1.2 * line.size)
        if line.y - before.y > pitch + _GAP * line.size:
            return True
        if self._listed or _bullet().match(line.text):
            return True
        if line.size > _HEADING * self._measures.body:
            return False
        ended = _ends_sentence(before.text)
        if (line.text[0].islower() and not ended) or is_divided(before.text):
            return False
        if ended and (_number().match(line.text) or self._leaves_indent(at, start)):
            return True
        if self._ends_hanging(at, start) or self._is_short(at - 1):
            return True
        if not _is_heading(line.text) and all(_is_heading(above.text) for above in self._lines[start:at]):
            return True
        return self._is_indented(at, after_sentence=ended) or self._has_usual_indent(at, start)

    def paragraph(self, start: int, end: int, page: int) -> Paragraph:
        text = joined((line.text for line in self._lines[start:end]), self._measures.vocabulary)
        first, last = self._lines[start], self._lines[end - 1]
        return Paragraph(
            text=text,
            page=page,
            y=first.y,
            size=last.size,
            lines=end - start,
            first=first.first,
            room=self._right_edge(end - 1) - last.x1,
            open=not _ends_sentence(text),
            indented=self._is_indented(start, after_sentence=True),
            leads=start == 0,
            flush=first.x0 - self._left < _SAME_INDENT * first.size and self._usual_indent < math.inf,
        )

    def _is_indented(self, at: int, *, after_sentence: bool) -> bool:
        """Whether a line is set in further than the ones around it, or after a sentence as far as the one above."""
        line = self._lines[at]
        least = _INDENT * line.size
        further = at == 0 or line.x0 - self._lines[at - 1].x0 > (-least if after_sentence else least)
        if at + 1 < len(self._lines):
            return further and line.x0 - self._lines[at + 1].x0 > least
        # The second line of an item of a list stands below its text, not below its number.
        return at > 0 and line.x0 - self._lines[at - 1].x0 > least and not _number().match(self._lines[at - 1].text)

    def _has_usual_indent(self, at: int, start: int) -> bool:
        """Whether a line is set in as far as first lines of this block are, after one that is not or is a paragraph."""
        line, before = self._lines[at], self._lines[at - 1]
        near = _SAME_INDENT * line.size
        if abs(line.x0 - self._left - self._usual_indent) > near:
            return False
        alone = start == at - 1 and at + 1 < len(self._lines) and self._lines[at + 1].x0 - self._left < near
        return before.x0 - self._left < near or alone

    def _leaves_indent(self, at: int, start: int) -> bool:
        """Whether a line is set in less than those above it, of which the first alone would be the head of its own."""
        line, before = self._lines[at], self._lines[at - 1]
        return at - start > 1 and before.x0 - line.x0 > _INDENT * line.size

    def _ends_hanging(self, at: int, start: int) -> bool:
        """Whether a line stands below the first of a paragraph whose other lines are set in, as those of lists are."""
        if at - start < 2:
            return False
        first, second = self._lines[start].x0, self._lines[start + 1].x0
        least = _INDENT * self._lines[at].size
        return second - first > least and self._lines[at].x0 - first < least

    def _is_short(self, at: int) -> bool:
        """Whether the first word of the next line would have fitted into a line, so that it ends on purpose."""
        line = self._lines[at]
        return fits(self._lines[at + 1].first, self._right_edge(at) - line.x1, line.size)

    def _right_edge(self, at: int) -> float:
        """Where the lines around one end at the right: the column's edge, or that of what stands beside them."""
        around = self._lines[max(0, at - _LINES_BESIDE) : at + _LINES_BESIDE + 1]
        edge = max(line.x1 for line in around)
        if self._right - edge <= _SHORTER * self._lines[at].size:
            return self._right
        running = sum(line.text[0].islower() for line in around)
        return edge if 2 * running >= len(around) else self._right


def fits(word: float, room: float, size: float) -> bool:
    """Whether a word of some width would have fitted into the room that a line leaves."""
    return word + (_SPACE + _SLACK) * size < room


def _is_heading(text: str) -> bool:
    """Whether a line is in capitals, but no place that begins a dateline: "MIAMI, FLA." and "(Wire) - …"."""
    return len(text) >= _LEAST_CAPITALS and text.isupper() and " " in text and text[-1].isalnum()


@cache
def _bullet() -> re.Pattern[str]:
    return re.compile(r"[•◦▪‣●○■□\uf0b7]")


def is_running(text: str) -> bool:
    """Whether a text may go on from another by its first character: no bullet, dash or the like."""
    return text[0].isalnum() or text[0] in "(\"'“‘$€£"


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"\(?(?:\d{1,3}|[a-z])[.)] ")


def _ends_sentence(text: str) -> bool:
    return text.rstrip("\"'”’»)]⁰¹²³⁴⁵⁶⁷⁸⁹*").endswith((".", "!", "?", "…", ":"))
