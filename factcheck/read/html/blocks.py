"""A tree of elements to blocks: the stretches of a page that stand apart, as paragraphs do."""

from enum import StrEnum
from itertools import islice

from lxml.etree import iterwalk
from lxml.html import HtmlElement
from msgspec import Struct

_APART = (
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl"),
    *("dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr"),
    *("html", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead"),
    *("tr", "ul"),
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CELLS = ("td", "th")
# In characters: a cell that holds more holds a part of the page.
_MAX_CELL = 300


class Kind(StrEnum):
    """What a block is in its page."""

    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    ROW = "row"


class Block(Struct, frozen=True):
    """A stretch of text that stands apart. `element` is the innermost element that sets it apart.

    Lines within are separated by a newline, the cells of a row by " | ".
    """

    text: str
    kind: Kind
    element: HtmlElement


def blocks(root: HtmlElement) -> list[Block]:
    """The blocks in an element that is set apart, in order; two line breaks end one.

    Linear in the size of the tree, without recursion.
    """
    gathering = _Gathering(_rows_of_data(root))
    for event, element in iterwalk(root, events=("start", "end")):
        if event == "start":
            gathering.enter(element)
        else:
            gathering.leave(element)
    return gathering.found


class _Gathering:
    """The blocks found so far and the texts of the next one; a row has one list of texts for each cell."""

    def __init__(self, rows: set[HtmlElement]) -> None:
        self.found: list[Block] = []
        self._rows = rows
        self._row: HtmlElement | None = None
        self._apart: list[HtmlElement] = []
        self._cells: list[list[str]] = [[]]
        self._preformatted = 0
        self._breaks = 0

    def enter(self, element: HtmlElement) -> None:
        if element.tag in _APART:
            self._set_apart()
            self._apart.append(element)
        if self._row is None and element in self._rows:
            self._row = element
        elif element.tag in _CELLS and element.getparent() is self._row:
            self._cells.append([])
        self._preformatted += element.tag == "pre"
        self._add(element.text)

    def leave(self, element: HtmlElement) -> None:
        self._preformatted -= element.tag == "pre"
        if self._row is element:
            self._close(Kind.ROW)
            self._row = None
        if element.tag in _APART:
            self._set_apart()
            self._apart.pop()
        elif element.tag == "br":
            self._break()
        self._add(element.tail)

    def _set_apart(self) -> None:
        if self._row is not None:
            self._cells[-1].append(" ")
        elif self._apart:
            self._close(_kind(self._apart[-1]))

    def _break(self) -> None:
        self._breaks += 1
        self._cells[-1].append("\n")
        if self._breaks > 1:
            self._set_apart()

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if not self._preformatted:
            self._breaks *= text.isspace()
            self._cells[-1].append(text.replace("\n", " "))
            return
        for number, line in enumerate(text.split("\n")):
            if number:
                self._break()
            self._breaks *= not line or line.isspace()
            self._cells[-1].append(line)

    def _close(self, kind: Kind) -> None:
        between = " " if kind is Kind.ROW else "\n"
        texts = [_tidy("".join(cell), between) for cell in self._cells]
        self._cells, self._breaks = [[]], 0
        text = " | ".join(filter(None, texts))
        if text:
            self.found.append(Block(text, kind, self._apart[-1]))


def _tidy(text: str, between: str) -> str:
    return between.join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


def _kind(element: HtmlElement) -> Kind:
    if element.tag in _HEADINGS:
        return Kind.HEADING
    return Kind.ITEM if element.tag in ("dd", "dt", "li") else Kind.PARAGRAPH


def _holds_a_part(cell: HtmlElement) -> bool:
    """Whether a cell holds a part of the page, not a value."""
    parts = [*islice(cell.iter(*_HEADINGS), 1), *islice(cell.iter("div", "li", "p"), 1, 2)]
    return bool(parts) or len(cell.text_content()) > _MAX_CELL


def _rows_of_data(root: HtmlElement) -> set[HtmlElement]:
    """The rows of tables that hold data, not parts of the page as the tables of old pages do."""
    layout: set[HtmlElement] = set()
    rows: list[tuple[HtmlElement, HtmlElement]] = []
    for table in root.iter("table"):
        layout.update(islice(table.iterancestors("table"), 1))
    for row in root.iter("tr"):
        table = next(row.iterancestors("table"), None)
        if table is None or table in layout:
            continue
        cells = [cell for cell in row if cell.tag in _CELLS]
        if any(_holds_a_part(cell) for cell in cells):
            layout.add(table)
        elif len(cells) > 1:
            rows.append((row, table))
    return {row for row, table in rows if table not in layout}
