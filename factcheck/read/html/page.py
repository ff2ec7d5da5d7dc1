"""Bytes to a tree of elements: the encoding that the page declares, and what no parser should be asked."""

import re
from functools import cache

from lxml.etree import ErrorTypes, ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from msgspec import Struct

from factcheck.errors import FactcheckError
from factcheck.read.document import Raw
from factcheck.text import decode

# The HTML standard looks for a declaration in the first 1,024 bytes; pages of today put scripts before it.
_HEAD = 8192


class Page(Struct, frozen=True):
    """The root element of a page; `note` tells what decoding had to assume, None if nothing had."""

    root: HtmlElement
    note: str | None


def parsed(raw: Raw) -> Page | None:
    """The page, None where there is no element in it.

    Raises FactcheckError for binary data, for undecodable data and for elements nested too deeply for any parser.
    """
    decoded = decode(raw.data, raw.path, _declared_charset(raw.data[:_HEAD]))
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True)
    try:
        root = document_fromstring(_closed(decoded.text).encode("utf-8", "replace"), parser=parser)
    except ParserError:
        return None
    # The parser drops what comes after, without an exception.
    if any(entry.type == ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        message = "elements nested more than 2,000 deep: save the text of the page as .txt or .md"
        raise FactcheckError(message, path=raw.path)
    return Page(root, decoded.note)


def _closed(text: str) -> str:
    """The text of a page; where it is XML, which ends `<script src="…"/>` there, as the parser for HTML takes it."""
    beginning = text[:_HEAD].lower()
    return _ended_at_once().sub(r"<\1\2></\1>", text) if "<?xml" in beginning or "xhtml" in beginning else text


@cache
def _ended_at_once() -> re.Pattern[str]:
    # All that follows would be theirs, up to an end tag that need not be there.
    return re.compile(r"<(script|style|title|textarea|iframe)\b([^<>]{0,1000})/>", re.IGNORECASE)


def _declared_charset(head: bytes) -> str | None:
    """The label in the `meta` element or XML declaration of a page."""
    found = _declaration().search(head)
    return found[1].decode("ascii", "replace") if found else None


@cache
def _declaration() -> re.Pattern[bytes]:
    declared = rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})"""
    return re.compile(rb"<(?:meta|\?xml)\b[^<>]{0,300}?" + declared, re.IGNORECASE)


def text_within(element: HtmlElement, most: int) -> str:
    """The text of an element up to about so many characters: all that an element of a few words has."""
    parts, length = [], 0
    for part in element.itertext():
        parts.append(part)
        length += len(part)
        if length > most:
            break
    return "".join(parts)
