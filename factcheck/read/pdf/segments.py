"""Words → segments: words of one line that follow each other closely, as drawn."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from factcheck.read.pdf.word import Segment, Word

# In heights of the font. The words of a justified line mostly stand less than a height apart, cells and columns more;
# where all words of a line stand further apart it is justified all the same.
_MAX_GAP = 1.0
_MAX_JUSTIFIED_GAP = 2.5
_EVEN = 1.5
_MAX_OVERLAP = 0.5
_NO_SPACE = 0.1
_SAME_LINE = 0.25
_RAISED = 0.12
# A mark is at most so high, compared with the text that it belongs to; an initial over several lines is higher.
_MARK_HEIGHT = 0.85
_INITIAL_HEIGHT = 1.7
_LONGEST_MARK = 3
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def segments_of(words: Sequence[Word]) -> tuple[Segment, ...]:
    """The segments of words that run in one direction, in the order in which they are drawn."""
    runs = (run for line in _line_runs(words) for run in _cut_at_gaps(line))
    return tuple(_segment(run, order) for order, run in enumerate(runs))


def _line_runs(words: Iterable[Word]) -> Iterator[list[Word]]:
    """The words of each line as far as they follow each other with no more than the widest gap."""
    run: list[Word] = []
    base: Word | None = None  # the highest word, on whose baseline the run stands
    x0 = x1 = 0.0
    for word in words:
        if base is None or not _follows(base, x0, x1, word):
            if run:
                yield run
            run, base, x0, x1 = [], word, word.x0, word.x1
        run.append(word)
        base = word if word.size * _MARK_HEIGHT > base.size else base
        x0, x1 = min(x0, word.x0), max(x1, word.x1)
    if run:
        yield run


def _cut_at_gaps(run: list[Word]) -> Iterator[list[Word]]:
    gaps = [(b.x0 - a.x1) / max(a.size, b.size) for a, b in pairwise(run)]
    spaces = [gap for gap in gaps if gap > _NO_SPACE]
    if len(spaces) > 1 and max(spaces) <= _EVEN * min(spaces):
        yield run
        return
    start = 0
    for at, gap in enumerate(gaps, start=1):
        if gap > _MAX_GAP:
            yield run[start:at]
            start = at
    yield run[start:]


def _follows(base: Word, x0: float, x1: float, word: Word) -> bool:
    size = max(base.size, word.size)
    if size > _INITIAL_HEIGHT * min(base.size, word.size):
        return False
    apart = abs(word.y - base.y)
    if apart > _SAME_LINE * size and not (_is_mark(base, word) and apart < 0.6 * size):
        return False
    # Text that runs from right to left grows at its other end.
    return -_MAX_OVERLAP * size <= word.x0 - x1 <= _MAX_JUSTIFIED_GAP * size or 0 <= x0 - word.x1 <= _MAX_GAP * size


def _is_mark(a: Word, b: Word) -> bool:
    return min(a.size, b.size) < _MARK_HEIGHT * max(a.size, b.size)


def _segment(words: Sequence[Word], order: int) -> Segment:
    base = _base(words)
    parts: list[str] = []
    before: Word | None = None
    for word in words:
        if before and (word.spaced or abs(word.x0 - before.x1) > _NO_SPACE * base.size):
            parts.append(" ")
        parts.append(word.text.translate(_SUPERSCRIPT) if _is_raised(word, base) else word.text)
        before = word
    return Segment(
        text="".join(parts),
        x0=min([word.x0 for word in words]),
        x1=max([word.x1 for word in words]),
        y=base.y,
        size=base.size,
        first=words[0].x1 - words[0].x0,
        order=order,
    )


def _base(words: Sequence[Word]) -> Word:
    """The first of the words in the size of most of their characters, of the larger size if two have as many."""
    characters: Counter[float] = Counter()
    for word in words:
        characters[word.size] += len(word.text)
    size = max(characters, key=lambda size: (characters[size], size))
    return next(word for word in words if word.size == size)


def _is_raised(word: Word, base: Word) -> bool:
    """Whether a word is a number that refers to a note, or an exponent: short, and smaller and higher than the rest."""
    if not (word.text.isdigit() and len(word.text) <= _LONGEST_MARK):
        return False
    return word.size < _MARK_HEIGHT * base.size and base.y - word.y > _RAISED * base.size
