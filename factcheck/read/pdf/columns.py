"""Reading order: the segments of a page → blocks of lines, column by column, tables row by row.

From top to bottom, segments form bands: as long as a strip of white runs down between them they are columns side by
side, read one after the other, each of them cut anew; what spans the strip ends the band. This is a recursive XY cut
that prefers columns, so that paragraphs that happen to end at one height are not read across.
"""

from collections.abc import Iterable, Sequence
from statistics import median

from msgspec import Struct

from factcheck.read.pdf.bands import band_at
from factcheck.read.pdf.table import rows_of
from factcheck.read.pdf.word import Segment

_MAX_DEPTH = 8
# In heights of the font.
_SAME_LINE = 0.4


class Line(Struct, frozen=True, gc=False):
    """A line of a block; `first` is the width of its first word."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    first: float


class Block(Struct, frozen=True):
    """Lines that follow each other in one column; those of a table hold a row each."""

    lines: tuple[Line, ...]
    table: bool = False


def blocks_of(segments: Sequence[Segment]) -> tuple[Block, ...]:
    """The blocks of a page in the order in which they are read."""
    if not segments:
        return ()
    height = median(segment.size for segment in segments)
    return tuple(_blocks(sorted(segments, key=lambda s: (s.y, s.x0)), height, _MAX_DEPTH))


def _blocks(segments: Sequence[Segment], height: float, depth: int) -> Iterable[Block]:
    """The blocks of a part of the page, whose segments are sorted by their baselines."""
    width = max(s.x1 for s in segments) - min(s.x0 for s in segments)
    alone: list[Segment] = []
    at = 0
    while at < len(segments):
        band = band_at(segments, at, width, height) if depth else None
        if band is None or not band.has_columns:
            end = band.end if band else at + 1
            alone += segments[at:end]
            at = end
            continue
        alone += segments[at : band.start]
        at = band.end
        if alone:
            yield Block(_lines(alone))
            alone = []
        if band.is_table:
            yield Block(tuple(_row(row) for row in rows_of(band.columns)), table=True)
        else:
            for column in band.columns:
                yield from _blocks(column, height, depth - 1)
    if alone:
        yield Block(_lines(alone))


def _lines(segments: Iterable[Segment]) -> tuple[Line, ...]:
    """Segments on one baseline as one line."""
    lines: list[list[Segment]] = []
    for segment in segments:
        line = lines[-1] if lines else []
        if line and segment.y - line[0].y <= _SAME_LINE * max(segment.size, line[-1].size):
            line.append(segment)
        else:
            lines.append([segment])
    return tuple(_line(sorted(line, key=lambda s: s.x0)) for line in lines)


def _line(segments: Sequence[Segment]) -> Line:
    main = max(segments, key=lambda s: len(s.text))
    return Line(
        text=" ".join(s.text for s in segments),
        x0=segments[0].x0,
        x1=max(s.x1 for s in segments),
        y=main.y,
        size=main.size,
        first=segments[0].first,
    )


def _row(cells: Sequence[Sequence[Segment]]) -> Line:
    first = cells[0][0]
    text = " | ".join(" ".join(s.text for s in cell) for cell in cells)
    return Line(text, first.x0, max(s.x1 for s in cells[-1]), first.y, first.size, first.first)
