"""Paragraphs of all pages → one text: what a column or page breaks is whole again, footnotes come last."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from factcheck.model import Place
from factcheck.read.pdf.columns import Block, blocks_of
from factcheck.read.pdf.hyphens import seam, vocabulary_of
from factcheck.read.pdf.initials import with_initials
from factcheck.read.pdf.notes import marks_of, notes_apart, unmarked, without_marks
from factcheck.read.pdf.paragraphs import Measures, Paragraph, fits, is_running, paragraphs_of, pitches_of
from factcheck.read.pdf.word import Page

_SAME_SIZE = 0.06
# A paragraph goes on behind at most so many others that stand in its way: a caption, a box.
_MAX_BETWEEN = 6
_BREAK = "\n\n"


class Flow(Struct, frozen=True):
    """The text in reading order, and where each page begins in it."""

    text: str
    places: tuple[Place, ...]


def flow_of(pages: Sequence[Page]) -> Flow:
    """The text of pages that hold nothing but their text."""
    vocabulary = vocabulary_of(pages)
    pages = [with_initials(page, vocabulary) for page in pages]
    blocks = [(page.number, _page_blocks(page)) for page in pages]
    every = [block for _, found in blocks for block in found]
    measures = Measures(_body_size(every), vocabulary, pitches_of(every))
    text: list[Paragraph] = []
    notes: list[Paragraph] = []
    for number, found in blocks:
        paragraphs = [paragraph for block in found for paragraph in paragraphs_of(block, number, measures)]
        of_text, of_notes = notes_apart(paragraphs, measures.body)
        text += of_text
        notes += of_notes
    marks = marks_of(notes)
    whole = _continued([without_marks(paragraph, marks) for paragraph in text])
    return _written(chain(whole, ([unmarked(note)] for note in notes)), vocabulary)


def _page_blocks(page: Page) -> tuple[Block, ...]:
    return blocks_of(page.segments) + blocks_of(page.turned)


def _body_size(blocks: Iterable[Block]) -> float:
    """The size of most of the text."""
    sizes: Counter[float] = Counter()
    for block in blocks:
        for line in block.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return min(sizes, key=lambda size: (-sizes[size], size), default=0.0)


def _continued(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Paragraphs with those that continue them in other columns and on other pages."""
    taken: set[int] = set()
    for start, paragraph in enumerate(paragraphs):
        if start in taken:
            continue
        whole, at = [paragraph], start
        while (following := _continuation(paragraphs, at, taken)) is not None:
            taken.add(following)
            whole.append(paragraphs[following])
            at = following
        yield whole


def _continuation(paragraphs: Sequence[Paragraph], at: int, taken: set[int]) -> int | None:
    """The paragraph that continues another: the next of its size, unless it begins a new one by its looks."""
    paragraph = paragraphs[at]
    for i in range(at + 1, min(len(paragraphs), at + 2 + (_MAX_BETWEEN if paragraph.open else 0))):
        candidate = paragraphs[i]
        if i in taken or candidate.table or abs(candidate.size - paragraph.size) > _SAME_SIZE * paragraph.size:
            continue
        begins = candidate.indented or fits(candidate.first, paragraph.room, paragraph.size)
        if candidate.text[0].islower():
            # A full line that ends with a stop before a small letter ends with an abbreviation.
            return i if paragraph.open or not begins else None
        alone = paragraph.lines == 1 and not paragraph.indented
        goes_on = candidate.leads and (paragraph.open or candidate.flush)
        continues = i == at + 1 and goes_on and not alone and is_running(candidate.text)
        return i if continues and not begins else None
    return None


def _written(paragraphs: Iterable[Sequence[Paragraph]], vocabulary: frozenset[str]) -> Flow:
    written: list[str] = []
    places: list[Place] = []
    length = 0
    for parts in paragraphs:
        between = _BREAK if written else ""
        for i, part in enumerate(parts):
            if i:
                end = written.pop()
                length -= len(end)
                end, between = seam(end, part.text, vocabulary)
                written.append(end)
                length += len(end)
            length += len(between)
            if not places or places[-1].page != part.page:
                places.append(Place(length, page=part.page))
            written += (between, part.text)
            length += len(part.text)
    return Flow("".join(written), tuple(places))
