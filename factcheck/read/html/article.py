"""Which blocks of a page are its article."""

import re
from collections.abc import Collection, Sequence
from functools import cache

from lxml.html import HtmlElement
from msgspec import Struct

from factcheck.read.html.blocks import Block, Kind

_MIN_WORDS_OF_PROSE = 5
# So many words are prose without a full stop, too.
_WORDS_OF_LONG_PROSE = 25
_MIN_WORDS_OF_ARTICLE = 20
_MAX_WORDS_OF_BYLINE = 15
_SENTENCE_ENDS = tuple(".!?…;\"”’'»")
# The share of the prose around the title that an extraction of the same article takes at least.
_AGREED = 0.5
# The share of the prose of a page without a title that its article holds.
_MOST = 2 / 3
# How much more prose the element around a container has to hold to be part of the same article.
_MORE, _MUCH_MORE = 1.2, 2.0
_WORDS_OF_TRACE = 4
_TRACED = 0.6


class Chosen(Struct, frozen=True):
    """The blocks of an article; not `told_apart` if a part of the page was taken as it is."""

    blocks: tuple[Block, ...]
    told_apart: bool


class _Weighed(Struct, frozen=True):
    """A block, the number of its words if it is prose, else 0, and whether the extraction takes it."""

    block: Block
    prose: int
    taken: bool


def chosen(blocks: Sequence[Block], title: HtmlElement | None, extracted: str, authors: Collection[str]) -> Chosen:
    """The blocks that are the article's.

    `extracted` is the main text as a library finds it. It is believed within the part of the page that goes with the
    title, where it tells boxes from paragraphs, though it leaves out some of these; beyond that it takes other stories
    where an article is short.
    """
    traces = _Traces(extracted)
    weighed = [_Weighed(block, _prose(block), traces.has(block.text)) for block in blocks]
    inside = _in_container(weighed, title)
    total, agreed = sum(w.prose for w in inside), sum(w.prose for w in inside if w.taken)
    told_apart = agreed > 0 and agreed >= total * _AGREED
    if told_apart:
        inside = _article(inside, title)
    return Chosen(tuple(w.block for w in inside if not _is_imprint(w, authors)), told_apart)


def _prose(block: Block) -> int:
    words = len(block.text.split())
    if block.kind is Kind.HEADING or words < _MIN_WORDS_OF_PROSE:
        return 0
    return words if words >= _WORDS_OF_LONG_PROSE or block.text.endswith(_SENTENCE_ENDS) else 0


class _Traces:
    """The runs of words of a text, by which its paragraphs are known again however they were cut."""

    def __init__(self, text: str) -> None:
        self._runs = set(_runs(_words(text)))
        self._lines = {tuple(_words(line)) for line in text.split("\n")}

    def has(self, text: str) -> bool:
        if not self._runs:
            return False
        words = _words(text)
        runs = _runs(words)
        if not runs:
            return tuple(words) in self._lines
        return sum(run in self._runs for run in runs) >= len(runs) * _TRACED


def _words(text: str) -> list[str]:
    return _word().findall(text.lower())


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w+")


def _runs(words: list[str]) -> list[tuple[str, ...]]:
    return list(zip(*(words[start:] for start in range(_WORDS_OF_TRACE)), strict=False))


def _in_container(weighed: Sequence[_Weighed], title: HtmlElement | None) -> list[_Weighed]:
    """The blocks in the part of the page that holds the article."""
    if not weighed:
        return []
    root = weighed[0].block.element.getroottree().getroot()
    prose, taken = _amounts(root, weighed)
    around = _around_title(title, prose, taken) if title is not None else _around_most(root, prose)
    within = set(around.iter())
    return [w for w in weighed if w.block.element in within]


_Amounts = dict[HtmlElement, int]


def _amounts(root: HtmlElement, weighed: Sequence[_Weighed]) -> tuple[_Amounts, _Amounts]:
    """The words of prose in each element, and those of them that the extraction takes."""
    prose = dict.fromkeys(root.iter(), 0)
    taken = prose.copy()
    for w in weighed:
        prose[w.block.element] += w.prose
        taken[w.block.element] += w.prose if w.taken else 0
    for element in reversed(prose):
        parent = element.getparent()
        if parent is not None:
            prose[parent] += prose[element]
            taken[parent] += taken[element]
    return prose, taken


def _around_title(title: HtmlElement, prose: _Amounts, taken: _Amounts) -> HtmlElement:
    around = title
    whole = next((taken[above] for above in title.iterancestors("article")), 0)
    for above in title.iterancestors():
        grows = prose[above] >= prose[around] * _MUCH_MORE or taken[above] >= max(1, taken[around] * _MORE)
        # A long standfirst, deep in boxes of its own beside the headline, is not yet what is marked as the article.
        begun = whole < max(1, taken[around] * _MUCH_MORE)
        if prose[around] and not grows and begun:
            break
        around = above
        if around.tag == "article" and prose[around] >= _MIN_WORDS_OF_ARTICLE:
            break
    return around


def _around_most(root: HtmlElement, prose: _Amounts) -> HtmlElement:
    around, within = root, root
    while within is not None:
        around = within
        within = next((child for child in around if prose[child] > prose[root] * _MOST), None)
    return around


def _article(inside: Sequence[_Weighed], title: HtmlElement | None) -> list[_Weighed]:
    """The blocks that the extraction takes, with the title, and the prose and tables among them that it left out."""
    taken = [number for number, w in enumerate(inside) if w.taken and w.prose]
    first, last = taken[0], taken[-1]
    head = next((number for number, w in enumerate(inside) if w.block.element is title), 0)
    elements = {inside[number].block.element for number in taken}
    # What stands under the headline sums the article up.
    around = {
        *elements,
        *(element.getparent() for element in elements),
        *([] if title is None else [title.getparent()]),
    }

    def belongs(number: int, w: _Weighed) -> bool:
        if w.taken or w.block.element is title or w.block.element in elements:
            return True
        if w.block.kind is Kind.ROW:
            return first < number < last
        return number > head and _is_told(w) and _above(w.block) in around

    return [w for number, w in enumerate(inside) if belongs(number, w)]


def _is_told(w: _Weighed) -> bool:
    return w.prose > 0 or (w.block.kind is Kind.ITEM and w.block.text.endswith(_SENTENCE_ENDS))


def _above(block: Block) -> HtmlElement | None:
    """The element that a paragraph, or the list of an item, stands in."""
    parent = block.element.getparent()
    return parent.getparent() if block.kind is Kind.ITEM and parent is not None else parent


def _is_imprint(w: _Weighed, authors: Collection[str]) -> bool:
    """Whether a block tells of nothing but who wrote the article or owns the page."""
    text = w.block.text.lower()
    if text.startswith("©"):
        return True
    if w.prose or w.block.kind is Kind.HEADING or len(text.split()) > _MAX_WORDS_OF_BYLINE:
        return False
    return any(author.lower() in text for author in authors)
