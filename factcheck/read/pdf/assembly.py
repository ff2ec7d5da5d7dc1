"""A PDF as a document, with what could not be read of it."""

from collections.abc import Iterable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.read.document import Document, Raw
from factcheck.read.loading import too_large
from factcheck.read.pdf.flow import flow_of
from factcheck.read.pdf.furniture import without_furniture
from factcheck.read.pdf.pages import opened, pages_of
from factcheck.read.pdf.properties import day_of, title_of
from factcheck.read.pdf.word import Page, Unread

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_TOLD = {
    Unread.PICTURE: "no text but a picture, as scanned ones are",
    Unread.GARBLED: "text in fonts that do not say which letters they hold",
    Unread.BROKEN: "broken",
}
_CURE = {
    Unread.PICTURE: "run text recognition (OCR) and save it anew",
    Unread.GARBLED: "print it as a picture, run text recognition (OCR) and save it anew",
    Unread.BROKEN: "open and save it anew",
}
_MAX_LISTED = 12


def document(raw: Raw) -> Document:
    """The document. Raises FactcheckError if it is broken, needs a password, is too long, or none of it can be read."""
    with closing(opened(raw)) as pdf:
        pages = _pages(pdf, raw)
        title, day = title_of(pdf), day_of(pdf)
    flow = flow_of(without_furniture(pages))
    unread = [page for page in pages if page.unread]
    if not flow.text and unread:
        raise FactcheckError(_nothing(unread), path=raw.path)
    return Document(flow.text, title=title, published=day, note=_note(pages), places=flow.places)


def _pages(pdf: "PdfDocument", raw: Raw) -> list[Page]:
    pages: list[Page] = []
    length = 0
    for page in pages_of(pdf):
        pages.append(page)
        length += sum(len(segment.text) for segment in page.segments)
        if length > raw.limits.text:
            raise too_large(raw.path, length, raw.limits)
    return pages


def _nothing(unread: Sequence[Page]) -> str:
    """What is wrong with a document of which nothing can be read: what most of its pages suffer from."""
    counts = {reason: sum(page.unread is reason for page in unread) for reason in Unread}
    reason = max(counts, key=lambda r: counts[r])
    count = f"{counts[reason]:,}"
    if reason is Unread.PICTURE:
        return f"no text, {count} scanned {_pages_word(counts[reason])}: {_CURE[reason]}"
    return f"no text that can be read, {count} {_pages_word(counts[reason])} {_TOLD[reason]}: {_CURE[reason]}"


def _note(pages: Iterable[Page]) -> str | None:
    """The pages that were not read, and why; None if all were."""
    told = []
    for reason in Unread:
        numbers = [page.number for page in pages if page.unread is reason]
        if numbers:
            told.append(f"{_pages_word(len(numbers))} {_listed(numbers)} not read: {_TOLD[reason]}: {_CURE[reason]}")
    tilted = sum(page.tilted for page in pages)
    if tilted:
        told.append(f"{tilted} {'word' if tilted == 1 else 'words'} set askew not read")
    return "; ".join(told) or None


def _pages_word(count: int) -> str:
    return "page" if count == 1 else "pages"


def _listed(numbers: Sequence[int]) -> str:
    """Numbers in order, runs of them as such: "3, 5-7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    listed = ["–".join(map(str, run)) for run in runs[:_MAX_LISTED]]
    return ", ".join(listed) + (" and others" if len(runs) > _MAX_LISTED else "")
