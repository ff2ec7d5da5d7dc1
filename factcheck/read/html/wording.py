"""Rewrites marks within a sentence as the characters that a reader sees: exponents, quotation marks, notes."""

import re
from functools import cache
from typing import TYPE_CHECKING

from factcheck.read.html.page import text_within

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MAX_MARK = 100
_SUPERSCRIPTS = str.maketrans("0123456789+-\u2212", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


def write_out_marks(root: "HtmlElement") -> None:
    """Puts the marks of `sup` and `q` into the text: "8,000<sup>1</sup>" is a note's number, no larger figure."""
    for raised in root.iter("sup"):
        text = text_within(raised, _MAX_MARK).strip()
        if _is_note(raised, text):
            raised.clear(keep_tail=True)
        elif _exponent().fullmatch(text):
            raised.clear(keep_tail=True)
            raised.text = text.translate(_SUPERSCRIPTS)
    for quotation in root.iter("q"):
        quotation.tag, quotation.text = "span", f"“{_storable(quotation.text)}"
        quotation.tail = f"”{_storable(quotation.tail)}"


def _storable(text: str | None) -> str:
    # The parser lets control characters through, which the tree takes from nobody else.
    return _control().sub(" ", text) if text else ""


@cache
def _control() -> re.Pattern[str]:
    return re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def _is_note(raised: "HtmlElement", text: str) -> bool:
    if next(raised.iter("a"), None) is not None or next(raised.iterancestors("a"), None) is not None:
        return True
    if not _note().fullmatch(text):
        return False
    return not text.isalnum() or _unit_before().search(_text_before(raised)[-20:]) is None


@cache
def _note() -> re.Pattern[str]:
    return re.compile(r"\W?\d{1,3}\W?|[*†‡§]{1,3}|[a-e]")


def _text_before(element: "HtmlElement") -> str:
    previous = element.getprevious()
    if previous is not None:
        return previous.tail or text_within(previous, _MAX_MARK)
    parent = element.getparent()
    return (parent.text or "") if parent is not None else ""


@cache
def _unit_before() -> re.Pattern[str]:
    # "km²", "CO₂ eq.", "3 × 10⁶": short letters of a unit, or the base of a power.
    return re.compile(r"(?:(?<![^\W\d_])[^\W\d_]{1,2}|[x×·*]\s?10)$")


@cache
def _exponent() -> re.Pattern[str]:
    return re.compile(r"[-+\u2212]?\d{1,3}")
