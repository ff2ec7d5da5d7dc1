"""The pages of a PDF: opens it by pdfium, finds the words of each page and what has no text to read."""

import re
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.read.document import Raw
from factcheck.read.pdf.characters import Box
from factcheck.read.pdf.segments import segments_of
from factcheck.read.pdf.word import Page, Segment, Unread, Word
from factcheck.read.pdf.words import Words, turned, words_of

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

# FPDF_GetLastError: what pdfium says of a file that it cannot open.
_PASSWORD = 4
_SECURITY = 5
_FEW_CHARACTERS = 100
_MOST_OF_PAGE = 0.6
_MAX_OBJECTS_SEEN = 200
_GARBLED = 0.3


def opened(raw: Raw) -> "PdfDocument":
    """The document. Raises FactcheckError for a file that is broken or needs a password, or with too many pages."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(raw.data)
    except PdfiumError as error:
        raise FactcheckError(_refusal(error.err_code), path=raw.path) from error
    count = len(document)
    if count > raw.limits.pages:
        document.close()
        message = f"{count:,} pages, and at most {raw.limits.pages:,} are read: save the pages that matter as a PDF"
        raise FactcheckError(message, path=raw.path)
    return document


def _refusal(code: int | None) -> str:
    if code == _PASSWORD:
        return "it opens with a password only: save a copy without one"
    if code == _SECURITY:
        return "encrypted in a way that cannot be read: save a copy without encryption"
    return "no PDF, or a broken one: open and save it anew, or save its text as .txt"


def pages_of(document: "PdfDocument") -> Iterator[Page]:
    """The pages in order, each as far as it can be read."""
    from pypdfium2 import PdfiumError

    for number in range(1, len(document) + 1):
        try:
            with closing(document[number - 1]) as page:
                yield _page(page, number)
        except PdfiumError:
            yield Page(number, (), (), 0.0, 0.0, unread=Unread.BROKEN)


def _page(page: "PdfPage", number: int) -> Page:
    bounds = page.get_bbox()
    with closing(page.get_textpage()) as text_page:
        words = words_of(text_page, bounds)
    if _is_garbled(words):
        return _upright(Words({}, 0), bounds, number, Unread.GARBLED)
    return _upright(words, bounds, number, Unread.PICTURE if _is_picture(page, words, bounds) else None)


def _upright(words: Words, bounds: Box, number: int, unread: Unread | None) -> Page:
    """A page in the frame of the direction in which most of its text runs."""
    main = max(words.by_turns, key=lambda turns: (len(words.by_turns[turns]), -turns), default=0)
    others = (run for turns, run in sorted(words.by_turns.items()) if turns != main)
    _, top, _, bottom = turned(bounds, main)
    return Page(
        number=number,
        segments=_segments(words.by_turns.get(main, [])),
        turned=tuple(segment for run in others for segment in _segments(run)),
        top=top,
        bottom=bottom,
        tilted=words.tilted,
        unread=unread,
    )


def _segments(words: list[Word]) -> tuple[Segment, ...]:
    if sum(map(_is_right_to_left, words)) * 2 > len(words):
        # Mirrored, so that such text, too, begins at the left.
        words = [Word(w.text, -w.x1, -w.x0, w.y, w.size, w.spaced) for w in words]
    return segments_of(words)


def _is_right_to_left(word: Word) -> bool:
    return not word.text.isascii() and re.search("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]", word.text) is not None


def _is_garbled(words: Words) -> bool:
    """Whether fonts give codes of their own in place of letters."""
    texts = [word.text for run in words.by_turns.values() for word in run]
    without_letter = sum(len(_no_letter().findall(text)) for text in texts if not text.isascii())
    return without_letter > _GARBLED * sum(map(len, texts))


@cache
def _no_letter() -> re.Pattern[str]:
    return re.compile("[\ufffd\ue000-\uf8ff]")


def _is_picture(page: "PdfPage", words: Words, bounds: Box) -> bool:
    """Whether a page has next to no text, but something drawn: a picture over most of it, or anything if no text."""
    characters = sum(len(word.text) for run in words.by_turns.values() for word in run)
    if characters > _FEW_CHARACTERS:
        return False
    import pypdfium2.raw as pdfium

    if not characters:
        return bool(pdfium.FPDFPage_CountObjects(page.raw) > 0)
    left, bottom, right, top = bounds
    for index, shown in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2)):
        if index >= _MAX_OBJECTS_SEEN:
            break
        x0, y0, x1, y1 = shown.get_bounds()
        if (x1 - x0) * (y1 - y0) >= _MOST_OF_PAGE * (right - left) * (top - bottom):
            return True
    return False
