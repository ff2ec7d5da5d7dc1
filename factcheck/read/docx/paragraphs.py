"""What is built while the XML of a document goes by: paragraphs, the flows they stand in, and rows of tables."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct, field

CELLS_JOINED_BY = " | "
# A cell with a paragraph as long as this, and others, is a column of a page laid out with a table.
_PROSE_WORDS = 20


class Paragraph(Struct, frozen=True, gc=False):
    """A paragraph's text without blanks at its ends and without those that repeat; `style` is the id of its style."""

    text: str
    style: str = ""


class OpenParagraph(Struct):
    """A paragraph whose end is still to come.

    `fields` tells for each field around the next run whether its result has begun. `boxes` is what stands in text
    boxes anchored in it. `mark_deleted`: it runs on into the paragraph after it.
    """

    parts: list[str] = field(default_factory=list)
    style: str = ""
    fields: list[bool] = field(default_factory=list)
    boxes: list[Paragraph] = field(default_factory=list)
    mark_deleted: bool = False


class Flow(Struct):
    """Paragraphs in their order: of the body, a cell, a text box or a note."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    # The text and style of paragraphs whose mark is deleted.
    carried: list[str] = field(default_factory=list)
    style: str = ""

    def close(self, paragraph: OpenParagraph) -> None:
        """Takes a paragraph at its end, the text boxes anchored in it after it."""
        if paragraph.mark_deleted:
            self.style = self.style if self.carried else paragraph.style
            self.carried += paragraph.parts
        else:
            self.paragraphs += _paragraphs((*self.carried, *paragraph.parts), self.style or paragraph.style)
            self.carried, self.style = [], ""
        self.paragraphs += paragraph.boxes

    def finished(self) -> list[Paragraph]:
        """All paragraphs, with what is left of one that nothing came after."""
        self.paragraphs += _paragraphs(self.carried, self.style)
        self.carried = []
        return self.paragraphs


class Row(Struct):
    """A row of a table whose end is still to come; a cell is the paragraphs in it."""

    cells: list[list[Paragraph]] = field(default_factory=list)
    deleted: bool = False
    cell_deleted: bool = False

    def paragraphs(self) -> Iterator[Paragraph]:
        """One line, its cells side by side; the paragraphs themselves where the table only lays out a page."""
        filled = [cell for cell in self.cells if cell]
        if len(filled) == 1 or any(_is_prose(cell) for cell in filled):
            for cell in filled:
                yield from cell
        elif filled:
            yield Paragraph(CELLS_JOINED_BY.join(" ".join(p.text for p in cell) for cell in filled), filled[0][0].style)


def _is_prose(cell: list[Paragraph]) -> bool:
    return len(cell) > 1 and any(len(p.text.split()) >= _PROSE_WORDS for p in cell)


@cache
def _blanks() -> re.Pattern[str]:
    # No other blanks: a non-breaking one may stand in a number.
    return re.compile(r"[ \t\r]+")


def _paragraphs(parts: Iterable[str], style: str) -> Iterator[Paragraph]:
    """The text of the parts, cut where an empty line stands in it."""
    lines = [_blanks().sub(" ", line).strip(" ") for line in "".join(parts).split("\n")]
    block: list[str] = []
    for line in (*lines, ""):
        if line:
            block.append(line)
        elif block:
            yield Paragraph("\n".join(block), style)
            block = []
