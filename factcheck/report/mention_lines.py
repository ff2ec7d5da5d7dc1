"""Mentions as lines of text under the source they stand in: place, kind, words, and what they were read as."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from factcheck.model import Kind, Mention
from factcheck.report.passage import shortened, spot
from factcheck.report.plain import plain
from factcheck.report.signs import counted
from factcheck.report.style import Style, usable_width
from factcheck.report.values import value_text

_PLACE_WIDTH = 9
_KIND_WIDTH = max(len(kind) for kind in Kind)
_GAP = 2
_MAX_WORDS = 240


def mention_lines(mentions: Sequence[Mention], style: Style) -> Iterator[RenderableType]:
    """A heading for each source, a line for each of its mentions, and their number."""
    room = usable_width(style) - _PLACE_WIDTH - _KIND_WIDTH - 3 * _GAP
    for source, group in groupby(mentions, key=lambda mention: mention.source):
        yield Text(plain(source), "bold")
        for mention in group:
            line = _line(mention, room // 2, room - room // 2)
            yield line.plain if isinstance(line, Text) and not style.color else line
        yield ""
    yield Text(counted(len(mentions), "mention"))


def _line(mention: Mention, text_width: int, value_width: int) -> RenderableType:
    place = spot(mention)
    words, value = shortened(mention.text, _MAX_WORDS), value_text(mention.value)
    if len(place) <= _PLACE_WIDTH and cell_len(words) <= text_width and cell_len(value) <= value_width:
        line = Text().append(f"{place:>{_PLACE_WIDTH}}{' ' * _GAP}{mention.kind:<{_KIND_WIDTH}}{' ' * _GAP}", "dim")
        line.append(words, "bold")
        return line.append(" " * (text_width - cell_len(words) + _GAP)).append(value)
    grid = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
    grid.add_column(width=_PLACE_WIDTH, justify="right", overflow="fold", style="dim")
    grid.add_column(width=_KIND_WIDTH, style="dim")
    grid.add_column(width=text_width, overflow="fold", style="bold")
    grid.add_column(width=value_width, overflow="fold")
    grid.add_row(Text(place), Text(mention.kind), Text(words), Text(value))
    return grid
