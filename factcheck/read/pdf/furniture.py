"""What stands on pages without belonging to their text: running heads and feet, page numbers."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from functools import cache
from itertools import pairwise
from statistics import median

from msgspec.structs import replace

from factcheck.read.pdf.word import Page, Segment

# Of the page's height, at its head and at its foot; page numbers stand further out.
_EDGE = 0.15
_OUTER_EDGE = 0.1
_EDGE_LINES = 4
# In heights of the font.
_SAME_LINE = 0.4
_SAME_HEIGHT = 0.6
_APART = 2.0
_SMALLER = 0.9


def without_furniture(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages without the lines that repeat at one height on several, page numbers apart, and without the latter.

    Lines are taken from the edges inwards, so that what stands beyond the text proper is all that goes.
    """
    for _ in range(_EDGE_LINES):
        outermost = [(*_outermost(page, head=True), *_outermost(page, head=False)) for page in pages]
        repeated = _repeated(pages, outermost)
        pages = [
            _without(page, {s.order for s in lines if (page.number, s.order) in repeated or _is_number_of(page, s)})
            for page, lines in zip(pages, outermost, strict=True)
        ]
    return tuple(pages)


def _without(page: Page, orders: Set[int]) -> Page:
    return replace(page, segments=tuple(s for s in page.segments if s.order not in orders)) if orders else page


def _outermost(page: Page, *, head: bool) -> tuple[Segment, ...]:
    """The first or the last line of a page, if it is near the edge."""
    if not page.segments:
        return ()
    margin = _EDGE * (page.bottom - page.top)
    edge = min(s.y for s in page.segments) if head else max(s.y for s in page.segments)
    if page.top + margin < edge < page.bottom - margin:
        return ()
    return tuple(s for s in page.segments if abs(s.y - edge) <= _SAME_LINE * s.size)


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(r"\d{1,9}")


def _repeated(pages: Sequence[Page], lines: Iterable[Sequence[Segment]]) -> frozenset[tuple[int, int]]:
    """Page and order of the segments that stand on another page too, at the same height.

    Numbers in them are the same on both, or differ as the pages do.
    """
    alike: defaultdict[str, list[tuple[float, int, Segment]]] = defaultdict(list)
    for page, segments in zip(pages, lines, strict=True):
        for segment in segments:
            key = _digits().sub("0", segment.text.casefold())
            alike[key].append((segment.y - page.top, page.number, segment))
    found: set[tuple[int, int]] = set()
    for occurrences in alike.values():
        occurrences.sort(key=lambda o: (round(o[0]), o[1]))
        for (height, page_number, segment), (other_height, other_page, other) in pairwise(occurrences):
            near = abs(height - other_height) <= _SAME_HEIGHT * segment.size
            if near and page_number != other_page and _counts_pages(segment.text, other.text, other_page - page_number):
                found |= {(page_number, segment.order), (other_page, other.order)}
    return frozenset(found)


def _counts_pages(text: str, other: str, pages_apart: int) -> bool:
    numbers = zip(_digits().findall(text), _digits().findall(other), strict=True)
    return all(int(b) - int(a) in (0, pages_apart) for a, b in numbers)


@cache
def _page_number() -> re.Pattern[str]:
    return re.compile(r"[-–—|\[( ]*(?:page|p\.|pg\.?)? ?(\d{1,4})(?: ?(?:of|/) ?\d{1,4})?[-–—|\]). ]*", re.IGNORECASE)


@cache
def _roman() -> re.Pattern[str]:
    return re.compile(r"[ivxl]{1,6}")


def _is_number_of(page: Page, segment: Segment) -> bool:
    """Whether a segment of a page's outermost line is the page's number, or a small line that ends with it."""
    margin = _OUTER_EDGE * (page.bottom - page.top)
    if page.top + margin < segment.y < page.bottom - margin:
        return False
    match = _page_number().fullmatch(segment.text)
    if match:
        return int(match[1]) == page.number
    return bool(_roman().fullmatch(segment.text)) or _is_small_head(page, segment)


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"\w+")


def _is_small_head(page: Page, segment: Segment) -> bool:
    """Whether a segment begins or ends with the page's number, in smaller type than the text and well apart from it."""
    number, words = str(page.number), _words().findall(segment.text)
    begins = words[:1] == [number] and segment.text.startswith(number)
    ends = words[-1:] == [number] and segment.text.endswith(number)
    numbered = (begins or ends) and any(map(str.isalpha, segment.text))
    others = [s for s in page.segments if abs(s.y - segment.y) > _SAME_LINE * s.size]
    if not numbered or not others or segment.size > _SMALLER * median(s.size for s in others):
        return False
    return min(abs(s.y - segment.y) for s in others) > _APART * segment.size
