"""Rewrites marks within a sentence as the characters that a reader sees: exponents, quotation marks, notes."""

import re
from functools import cache

from lxml.html import HtmlElement

from factcheck.read.html.page import text_within
from factcheck.read.raised import written_out

_MAX_MARK = 100


def write_out_marks(root: HtmlElement) -> None:
    """Puts the marks of `sup` and `q` into the text: "8,000<sup>1</sup>" is a note's number, no larger figure."""
    for raised in root.iter("sup"):
        text = text_within(raised, _MAX_MARK).strip()
        written = "" if _is_linked(raised) else written_out(text, _text_before(raised))
        if written != text:
            raised.clear(keep_tail=True)
            raised.text = written
    for quotation in root.iter("q"):
        quotation.tag, quotation.text = "span", f"“{_storable(quotation.text)}"
        quotation.tail = f"”{_storable(quotation.tail)}"


def _storable(text: str | None) -> str:
    # The parser lets control characters through, which the tree takes from nobody else.
    return _control().sub(" ", text) if text else ""


@cache
def _control() -> re.Pattern[str]:
    return re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def _is_linked(raised: HtmlElement) -> bool:
    return next(raised.iter("a"), None) is not None or next(raised.iterancestors("a"), None) is not None


def _text_before(element: HtmlElement) -> str:
    previous = element.getprevious()
    if previous is not None:
        return previous.tail or text_within(previous, _MAX_MARK)
    parent = element.getparent()
    return (parent.text or "") if parent is not None else ""
