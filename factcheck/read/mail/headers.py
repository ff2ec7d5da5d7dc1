"""What the headers of a message say, decoded; each is cut to a length that no honest one has."""

import datetime
import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate
from functools import cache

from factcheck.text.charset import UTF_8, charset

# In characters: some of the parsers of the standard library take quadratic time.
_LONGEST = 2_000


def header(message: Message, name: str) -> str:
    """The first header of a name, decoded and in one line; "" where there is none."""
    return decoded(next((value for key, value in message.raw_items() if key.lower() == name.lower()), ""))


def decoded(value: object) -> str:
    """A header's value in one line: bytes beyond ASCII and encoded words (RFC 2047) read as the text they stand for."""
    text = _text(str(value)[:_LONGEST])
    try:
        pieces = decode_header(text)
    except (HeaderParseError, ValueError):
        pieces = [(text, None)]
    joined = "".join(p if isinstance(p, str) else _decode(p, label) for p, label in pieces)
    return " ".join(_text(joined).split())


def _text(value: str) -> str:
    """A value whose bytes beyond ASCII, which the parser keeps as lone surrogates, are decoded."""
    try:
        data = value.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # written as an escape
        data = value.encode("utf-8", "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _decode(data: bytes, label: str | None) -> str:
    # What stands between encoded words comes encoded so from the standard library.
    if label is None:
        return data.decode("raw-unicode-escape", "replace")
    return data.decode((charset(label) or UTF_8).codec, "replace")


def day_of(value: str) -> datetime.date | None:
    """The day in a Date header, as the clock of the sender showed it."""
    try:
        parsed = parsedate(value)
        return datetime.date(*parsed[:3]) if parsed else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def display_name(value: str) -> str | None:
    """The name of a sender without the address; None where only an address is given."""
    try:
        name = " ".join(parseaddr(value)[0].split())
    except RecursionError:  # by brackets within brackets
        return None
    return name if name and "@" not in name else None


@cache
def _marks_of_replies() -> re.Pattern[str]:
    return re.compile(r"\s*(?:(?:re|aw|antw|sv|fwd?|wg|tr)\s?(?:\[\d+\])?:|\[[^\]]{1,40}\])\s*", re.IGNORECASE)


def title_of(subject: str) -> str | None:
    """A subject without "Re:", "Fwd:" and names of mailing lists in brackets."""
    start = 0
    while mark := _marks_of_replies().match(subject, start):
        start = mark.end()
    return subject[start:] or None


@cache
def _mark_of_a_reply() -> re.Pattern[str]:
    return re.compile(r"\s*(?:re|aw|antw|sv)\s?(?:\[\d+\])?:", re.IGNORECASE)


def is_reply(subject: str) -> bool:
    """Whether a subject says that the message answers another one."""
    return bool(_mark_of_a_reply().match(subject))
