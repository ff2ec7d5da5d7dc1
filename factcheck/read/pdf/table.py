"""Tables and lists: the rows that columns make, and the marks that are no column."""

import re
from collections.abc import Sequence
from functools import cache

from factcheck.read.pdf.word import Segment


@cache
def _marker() -> re.Pattern[str]:
    return re.compile(r"[•◦▪‣●○■□–—*·\uf0b7-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]")


def is_marker(text: str) -> bool:
    """Whether a text is what stands before an item of a list: a bullet, "1.", "(a)"."""
    return _marker().fullmatch(text) is not None


def joined_markers(columns: Sequence[list[Segment]]) -> list[list[Segment]]:
    """The columns, each that holds nothing but the marks of a list joined with the one that they mark."""
    joined: list[list[Segment]] = []
    marks: list[Segment] = []
    for column in columns:
        if all(is_marker(segment.text) for segment in column):
            marks += column
            continue
        joined.append(sorted([*marks, *column], key=lambda s: (s.y, s.x0)))
        marks = []
    return [*joined, marks] if marks else joined


def rows_of(columns: Sequence[Sequence[Segment]]) -> list[list[list[Segment]]]:
    """The rows of a table that is drawn cell by cell, each with its cells from left to right, each with its lines.

    What follows in the same column belongs to the same cell; a step back to the left begins a row.
    """
    placed = sorted((segment.order, i) for i, column in enumerate(columns) for segment in column)
    by_order = {segment.order: segment for column in columns for segment in column}
    rows: list[list[list[Segment]]] = []
    before = len(columns)
    for order, column in placed:
        if column < before:
            rows.append([[]])
        elif column > before:
            rows[-1].append([])
        rows[-1][-1].append(by_order[order])
        before = column
    return rows
