"""Words in colours, laid out in lines and columns of terminal cells.

rich does this and far more; to import its console would take a third as long as all of a check may.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise, zip_longest

from msgspec import Struct
from rich.cells import cell_len, chop_cells

_CODES = {"bold": 1, "dim": 2, "underline": 4, "red": 31, "green": 32, "yellow": 33, "cyan": 36}


class Text(Struct, frozen=True):
    """Words in pieces, each with its style: names of attributes and of a colour, with spaces between."""

    pieces: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> str:
        """The words without their styles."""
        return "".join(words for words, _ in self.pieces)

    @property
    def cells(self) -> int:
        """How wide it is on a terminal."""
        return cell_len(self.words)

    def append(self, words: str, style: str = "") -> "Text":
        """This text and further words."""
        return Text((*self.pieces, (words, style)))

    def __add__(self, other: "Text") -> "Text":
        return Text(self.pieces + other.pieces)

    def escaped(self) -> str:
        """The words with escape sequences for their styles (ECMA-48, Select Graphic Rendition)."""
        runs = groupby((piece for piece in self.pieces if piece[0]), key=lambda piece: piece[1])
        return "".join(_escaped("".join(words for words, _ in run), style) for style, run in runs)


class Column(Struct, frozen=True):
    """A column of a grid: its width in cells, the style of what has none, and whether it ends at its right edge."""

    width: int
    style: str = ""
    right: bool = False


def styled(words: str, style: str = "") -> Text:
    """Words in one style."""
    return Text(((words, style),))


def folded(text: Text, width: int) -> Iterator[Text]:
    """The text in lines of at most so many cells: broken before a word, and within one that is longer."""
    words = text.words
    if "\n" not in words and cell_len(words) <= width:
        yield text
        return
    start = 0
    for line in words.split("\n"):
        breaks = [0, *_breaks(line, width), len(line)]
        for first, last in pairwise(breaks):
            kept = _without_excess(line[first:last], width)
            yield _part(text, start + first, start + first + len(kept))
        start += len(line) + 1


def indented(lines: Iterable[Text], indent: int) -> Iterator[Text]:
    """The lines, so many cells further to the right."""
    return (styled(" " * indent) + line for line in lines)


def grid(rows: Iterable[Sequence[Text]], columns: Sequence[Column], gap: int = 0) -> Iterator[Text]:
    """The lines of rows whose cells stand side by side, each folded to its column, `gap` cells between them."""
    for row in rows:
        cells = [folded(cell, column.width) for cell, column in zip(row, columns, strict=True)]
        for line in zip_longest(*cells, fillvalue=Text()):
            yield _side_by_side(line, columns, gap)


def _side_by_side(cells: Sequence[Text], columns: Sequence[Column], gap: int) -> Text:
    pieces: list[tuple[str, str]] = []
    for cell, column in zip(cells, columns, strict=True):
        free = " " * (column.width - cell.cells)
        inside = [(words, f"{column.style} {style}".strip()) for words, style in cell.pieces]
        pieces += [(free, column.style), *inside] if column.right else [*inside, (free, column.style)]
        pieces.append((" " * gap, column.style))
    return Text(tuple(pieces))


def _breaks(line: str, width: int) -> Iterator[int]:
    """Where lines begin after the first, as offsets; white space at the end of a line needs no room."""
    used = 0
    for found in _word().finditer(line):
        start, word = found.start(), found[0]
        size = cell_len(word.rstrip())
        if size <= width - used:
            used += cell_len(word)
        elif size > width:
            for part in chop_cells(word, width):
                if start:
                    yield start
                start, used = start + len(part), cell_len(part)
        else:
            yield start
            used = cell_len(word)


def _without_excess(line: str, width: int) -> str:
    """The line without the white space at its end that goes beyond the width."""
    excess = cell_len(line) - width
    blank = len(line) - len(line.rstrip())
    return line[: len(line) - min(blank, excess)] if excess > 0 else line


def _part(text: Text, start: int, end: int) -> Text:
    """The text from one offset to another, in characters."""
    pieces, at = [], 0
    for words, style in text.pieces:
        if part := words[max(0, start - at) : max(0, end - at)]:
            pieces.append((part, style))
        at += len(words)
    return Text(tuple(pieces))


def _escaped(words: str, style: str) -> str:
    if not style:
        return words
    codes = sorted({_CODES[name] for name in style.split()})
    return f"\x1b[{';'.join(map(str, codes))}m{words}\x1b[0m"


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\s*\S+\s*")
