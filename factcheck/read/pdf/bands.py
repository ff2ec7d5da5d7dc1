"""Bands: parts of a page in which columns stand side by side, with white between them from top to bottom."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from factcheck.read.pdf.table import joined_markers
from factcheck.read.pdf.word import Segment

# In heights of the page's text.
_GUTTER = 0.5
_WIDE_GUTTER = 2.5
_SAME_LINE = 0.4
_LINE_PITCH = 1.6
# What spans so much of the width of its surroundings has no column beside it.
_FULL_WIDTH = 0.8
_MAX_LOOK_AHEAD = 80
# Columns are drawn one after the other, but for some of their segments; rows of a table with a step a cell.
_STRAY = 0.1
_MIN_ROWS = 3
_MIN_WIDE_ROWS = 2
_PROSE_FILL = 0.75
_PROSE_LINES = 5
_PROSE_WORDS = 3


class Band:
    """Segments from `start` to `end`, with a strip of white between its `columns` from its first line to its last."""

    def __init__(self, segments: Sequence[Segment], start: int, end: int, height: float) -> None:
        self.start, self.end = start, end
        self._height = height
        self.columns = joined_markers(_columns(segments[start:end], height))
        self.by_rows = _is_drawn_by_rows(self.columns)

    @property
    def is_table(self) -> bool:
        """Whether the columns belong together row by row: drawn so, and not filled by lines of prose."""
        return self.by_rows and not all(map(_is_prose, self.columns))

    @property
    def has_columns(self) -> bool:
        """Whether the white is more than a wide space in some lines, or what stands behind the marks of a list."""
        if len(self.columns) < 2:
            return False
        wide = min(_gap(a, b) for a, b in pairwise(self.columns)) >= _WIDE_GUTTER * self._height
        if not self.by_rows:
            return wide or sum(map(len, self.columns)) > len(self.columns)
        return _lines_shared(self.columns, self._height) >= (_MIN_WIDE_ROWS if wide else _MIN_ROWS)


def band_at(segments: Sequence[Segment], start: int, width: float, height: float) -> Band | None:
    """The longest band that begins at a segment; None where nothing stands beside it.

    The segments, sorted by their baselines, are those of a part of the page as wide as that; `height` is that of the
    page's text.
    """
    strips = _Strips(_GUTTER * height)
    has_columns = False
    for at in range(start, len(segments)):
        before = len(strips.starts)
        apart = at > start and _is_apart(segments, at, height)
        if apart and not has_columns:
            return None
        strips.add(segments[at])
        bridged = apart and len(strips.starts) < before
        if len(strips.starts) > 1 and not bridged:
            has_columns = True
        elif has_columns:
            return _trimmed(segments, start, _line_start(segments, start, at, height), height)
        elif strips.ends[0] - strips.starts[0] > _FULL_WIDTH * width or at - start > _MAX_LOOK_AHEAD:
            return None
    return _trimmed(segments, start, len(segments), height) if has_columns else None


def _trimmed(segments: Sequence[Segment], start: int, end: int, height: float) -> Band | None:
    """A band without what stands alone above or below its columns; None if it is but a line of a paragraph."""
    columns = _columns(segments[start:end], height)
    if len(columns) < 2:
        return None
    cuts = _cuts(segments, start, end, height)
    second_last = sorted(column[-1].y for column in columns)[-2]
    end = next((at for at in cuts if segments[at].y > second_last), end)
    second = sorted(column[0].y for column in columns)[1]
    shared = bisect_left(segments, second - _SAME_LINE * height, start, end, key=lambda s: s.y)
    above = next((at for at in range(shared, start, -1) if _is_apart(segments, at, height)), start)
    band = Band(segments, above, end, height)
    if band.is_table:
        # Lines above it that happen to be no wider than its first column are no rows.
        band = Band(segments, shared, end, height)
    elif not band.by_rows:
        sections = (at for at in cuts if shared < at < end and _has_columns(segments[shared:at], height))
        band = Band(segments, above, next(sections, end), height)
    if segments[band.end - 1].y - segments[band.start].y > _SAME_LINE * height:
        return band
    above_and_below = (at for at in (band.start, end) if 0 < at < len(segments))
    return band if all(_is_apart(segments, at, height) for at in above_and_below) else None


def _cuts(segments: Sequence[Segment], start: int, end: int, height: float) -> list[int]:
    """Where a part of the page may end: at a gap, if all that stands above is drawn before all that stands below."""
    first_below = list(accumulate((segments[at].order for at in range(end - 1, start, -1)), min))[::-1]
    last_above = accumulate((segments[at].order for at in range(start, end)), max)
    drawn = zip(range(start + 1, end), last_above, first_below, strict=False)
    return [at for at, above, below in drawn if above < below and _is_apart(segments, at, height)]


def _has_columns(segments: Sequence[Segment], height: float) -> bool:
    """Whether segments are columns of two lines or more each."""
    columns = _columns(segments, height)
    return len(columns) > 1 and min(map(len, columns)) > 1


class _Strips:
    """The horizontal stretches that segments take up, those nearer than a gutter as one."""

    def __init__(self, gutter: float) -> None:
        self._gutter = gutter
        self.starts: list[float] = []
        self.ends: list[float] = []

    def add(self, segment: Segment) -> None:
        first = bisect_left(self.ends, segment.x0 - self._gutter)
        past = bisect_right(self.starts, segment.x1 + self._gutter)
        start = min([segment.x0, *self.starts[first : first + 1]]) if first < past else segment.x0
        end = max([segment.x1, *self.ends[past - 1 : past]]) if first < past else segment.x1
        self.starts[first:past] = [start]
        self.ends[first:past] = [end]


def _columns(segments: Sequence[Segment], height: float) -> list[list[Segment]]:
    """The segments of each column, from left to right."""
    strips = _Strips(_GUTTER * height)
    for segment in segments:
        strips.add(segment)
    columns: list[list[Segment]] = [[] for _ in strips.starts]
    for segment in segments:
        columns[bisect_right(strips.starts, segment.x0) - 1].append(segment)
    return columns


def _is_apart(segments: Sequence[Segment], at: int, height: float) -> bool:
    """Whether a segment is further below the one before it than the lines of a paragraph are."""
    return segments[at].y - segments[at - 1].y > _LINE_PITCH * height


def _line_start(segments: Sequence[Segment], start: int, at: int, height: float) -> int:
    """The first segment of the line of the one at `at`."""
    first = at
    while first > start and segments[at].y - segments[first - 1].y <= _SAME_LINE * height:
        first -= 1
    return first


def _gap(left: Sequence[Segment], right: Sequence[Segment]) -> float:
    return min(s.x0 for s in right) - max(s.x1 for s in left)


def _is_drawn_by_rows(columns: Sequence[Sequence[Segment]]) -> bool:
    """Whether the file draws what stands side by side together, rather than one column after the other."""
    column_of = {segment.order: i for i, column in enumerate(columns) for segment in column}
    drawn = [column_of[order] for order in sorted(column_of)]
    return sum(a != b for a, b in pairwise(drawn)) > len(columns) - 1 + _STRAY * len(drawn)


def _lines_shared(columns: Sequence[Sequence[Segment]], height: float) -> int:
    """How many lines of the column that has fewest have one on the same baseline in another column."""
    fewest = min(columns, key=len)
    others = sorted(segment.y for column in columns if column is not fewest for segment in column)
    near = _SAME_LINE * height
    return sum(bisect_left(others, s.y - near) < bisect_right(others, s.y + near) for s in fewest)


def _is_prose(column: Sequence[Segment]) -> bool:
    """Whether the lines of a column are those of running text: several, of some words, most of them full."""
    if len(column) < _PROSE_LINES or sum(s.text.count(" ") + 1 for s in column) < _PROSE_WORDS * len(column):
        return False
    left, right = min(s.x0 for s in column), max(s.x1 for s in column)
    full = sum(s.x1 - left > _PROSE_FILL * (right - left) for s in column)
    return full * 5 >= len(column) * 3
