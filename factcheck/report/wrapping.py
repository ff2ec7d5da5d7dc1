"""Breaks long lines where a reader expects it: continued lines are indented, paths break after a slash."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

_SEPARATOR = " · "


def hanging(label: Text, text: Text, width: int, *, indent: int = 0) -> RenderableType:
    """The label and the text beside it, `indent` cells in; a text that needs more lines stays to the right of it."""
    if indent + label.cell_len + text.cell_len <= width:
        return Padding(label + text, (0, 0, 0, indent)) if indent else label + text
    grid = Table.grid(padding=0, pad_edge=False)
    grid.add_column(width=label.cell_len, no_wrap=True)
    grid.add_column(width=width - indent - label.cell_len, overflow="fold")
    grid.add_row(label, text)
    return Padding(grid, (0, 0, 0, indent))


def filled(parts: Sequence[str], width: int) -> str:
    """The parts separated by middle dots, as many on a line as fit; a path that is longer breaks after its slashes."""
    lines: list[str] = []
    for part in parts:
        if lines and cell_len(lines[-1]) + len(_SEPARATOR) + cell_len(part) <= width:
            lines[-1] += f"{_SEPARATOR}{part}"
        else:
            lines += _broken(part, width)
    return "\n".join(lines)


def _broken(path: str, width: int) -> Iterator[str]:
    line = ""
    for step in path.replace("/", "/\0").split("\0"):
        if line and cell_len(line) + cell_len(step) > width:
            yield line
            line = ""
        line += step
    yield line
