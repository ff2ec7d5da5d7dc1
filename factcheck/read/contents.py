"""Finds the tables of contents in a text: their chapter and page numbers count nothing."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from msgspec import Struct

# In entries: fewer rows with leaders may be a list of prices.
_MIN_ENTRIES = 4
# Of its entries, so many may stand before the page of the one above: a list of figures follows that of chapters.
_BACKWARDS = 1 / 8
# Between two entries stand chapters without leaders and the first lines of long titles: so many, and so long.
_LINES_BETWEEN, _CHARACTERS_BETWEEN = 4, 120
_LEADERS = ("....", ". . . .", "……")


class _Line(Struct, frozen=True, gc=False):
    """A line that is no blank one, [start, end), and the pages that the entries in it lead to; 0 is a Roman one."""

    start: int
    end: int
    pages: tuple[int, ...]


def contents(text: str, body: int = 0) -> tuple[tuple[int, int], ...]:
    """The stretches of text[body:] that are tables of contents, [from, past), in order. Linear in its length.

    An entry leads by a row of dots to its page. What tells it from a row of figures is that the pages ascend.
    """
    if not any(leader in text for leader in _LEADERS):
        return ()
    return tuple((group[0].start, group[-1].end) for group in _groups(text, body) if _ascends(group))


def _groups(text: str, body: int) -> Iterator[list[_Line]]:
    """The runs of lines with entries, and what may stand between them."""
    group: list[_Line] = []
    between = 0
    for match in _line().finditer(text, body):
        pages = tuple(int(page) if page.isdigit() else 0 for page in _entry().findall(match.group()))
        if pages:
            group.append(_Line(*match.span(), pages))
            between = 0
            continue
        between += 1
        if group and (between > _LINES_BETWEEN or not _may_stand_between(match.group())):
            yield group
            group = []
    if group:
        yield group


def _may_stand_between(line: str) -> bool:
    return len(line) <= _CHARACTERS_BETWEEN and not line.endswith((".", "!", ":", ";"))


def _ascends(group: list[_Line]) -> bool:
    pages = [page for line in group for page in line.pages]
    backwards = sum(after < before for before, after in pairwise(pages))
    return len(pages) >= _MIN_ENTRIES and backwards <= len(pages) * _BACKWARDS


@cache
def _line() -> re.Pattern[str]:
    return re.compile(r"[^\s](?:[^\r\n]*[^\s])?")


@cache
def _entry() -> re.Pattern[str]:
    # Nothing is given back of a row of dots, and none begins within another.
    leader = r"(?<![.…])(?<![.…] )(?:(?:\. ?){4,}+|(?:… ?){2,}+)"
    return re.compile(rf"{leader}[ |\t]{{0,9}}(\d{{1,4}}|[ivxl]{{1,7}})(?!\S)")
