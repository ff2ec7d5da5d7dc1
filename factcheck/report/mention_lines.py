"""Mentions as lines of text under the source they stand in: place, kind, words, and what they were read as."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.model import Kind, Mention
from factcheck.report.passage import shortened, spot
from factcheck.report.plain import plain
from factcheck.report.style import Style
from factcheck.report.styled import Column, Text, grid, styled
from factcheck.report.terminal import counted, usable_width
from factcheck.report.values import value_text

_PLACE_WIDTH = 9
_KIND_WIDTH = max(len(kind) for kind in Kind)
_GAP = 2
_MAX_WORDS = 240


def mention_lines(mentions: Sequence[Mention], style: Style) -> Iterator[Text]:
    """A heading for each source, a line for each of its mentions, and their number."""
    room = usable_width(style) - _PLACE_WIDTH - _KIND_WIDTH - 3 * _GAP
    columns = (
        Column(_PLACE_WIDTH, "dim", right=True),
        Column(_KIND_WIDTH, "dim"),
        Column(room // 2, "bold"),
        Column(room - room // 2),
    )
    for source, group in groupby(mentions, key=lambda mention: mention.source):
        yield styled(plain(source), "bold")
        yield from grid([_cells(mention) for mention in group], columns, _GAP)
        yield Text()
    yield styled(counted(len(mentions), "mention"))


def _cells(mention: Mention) -> tuple[Text, ...]:
    words, value = shortened(mention.text, _MAX_WORDS), value_text(mention.value)
    return styled(spot(mention)), styled(mention.kind), styled(words), styled(value)
