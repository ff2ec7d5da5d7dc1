"""Footnotes and the marks that refer to them."""

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from factcheck.read.pdf.paragraphs import Paragraph

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(_RAISED, "0123456789")
_SMALLER = 0.95
_UNITS = frozenset({"m", "km", "cm", "mm", "ft", "mi", "yd", "metres", "metre", "meters", "meter", "s"})


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(rf"[{_RAISED}]+")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"(?:([{_RAISED}]+|\d{{1,3}})\.?|[*†‡§]+)\s?(?=\S)")


def notes_apart(page: Sequence[Paragraph], body: float) -> tuple[list[Paragraph], list[Paragraph]]:
    """The text of a page and its footnotes: small paragraphs whose mark the text refers to, or that begin raised."""
    referred = {
        mark.translate(_DIGITS)
        for paragraph in page
        for mark in _mark().findall(paragraph.text, 1 if paragraph.text[0] in _RAISED else 0)
    }
    text: list[Paragraph] = []
    notes: list[Paragraph] = []
    for paragraph in page:
        (notes if _is_note(paragraph, body, referred) else text).append(paragraph)
    return text, notes


def _is_note(paragraph: Paragraph, body: float, referred: set[str]) -> bool:
    if paragraph.table or paragraph.size > _SMALLER * body:
        return False
    opening = _opening().match(paragraph.text)
    if not opening:
        return False
    return opening[1] is None or opening[1][0] in _RAISED or opening[1] in referred


def marks_of(notes: Sequence[Paragraph]) -> frozenset[str]:
    """The numbers of footnotes."""
    openings = (_opening().match(note.text) for note in notes)
    return frozenset(opening[1].translate(_DIGITS) for opening in openings if opening and opening[1])


def unmarked(note: Paragraph) -> Paragraph:
    """A footnote without its mark."""
    opening = _opening().match(note.text)
    return replace(note, text=note.text[opening.end() :]) if opening else note


def without_marks(paragraph: Paragraph, marks: frozenset[str]) -> Paragraph:
    """A paragraph without the raised numbers that refer to footnotes; "km²" and "10⁶" keep theirs."""
    text = paragraph.text
    if not _mark().search(text):
        return paragraph

    def kept(match: re.Match[str]) -> str:
        before = text[max(0, match.start() - 20) : match.start()]
        word = re.split(r"[^a-zA-Z]", before)[-1]
        if not before or word.lower() in _UNITS:
            return match[0]
        refers = match[0].translate(_DIGITS) in marks or not before[-1].isdigit()
        return "" if refers else match[0]

    return replace(paragraph, text=_mark().sub(kept, text))
