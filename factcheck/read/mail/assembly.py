"""A message as a source: its own text, and who sent it when."""

import codecs
import re
from collections.abc import Sequence
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from factcheck.errors import FactcheckError
from factcheck.model import Place
from factcheck.read.dates import find_dates
from factcheck.read.document import Document, Origin, Raw, Stated
from factcheck.read.formats import html
from factcheck.read.mail.headers import day_of, display_name, header, is_reply, title_of
from factcheck.read.mail.parts import Parts, TextPart, parts
from factcheck.read.mail.quoting import Header, own, unquoted
from factcheck.text import decode

_BETWEEN = "\n\n"
_HEADERS = ("From", "To", "Date", "Subject", "Message-ID", "MIME-Version", "Received", "Content-Type")
_SAVED_BY_BROWSER = "<saved by "
# In words: a plain text with fewer is only a notice if the page beside it says three times as much.
_NOTICE = 60
_TIMES_AS_MUCH = 3
_NAMES_SHOWN = 5
_LONGEST_NAME = 60


class _Read(Struct, frozen=True):
    """What was read of one part, and the header of a message passed on in it."""

    document: Document
    forwarded: Header | None


def document(raw: Raw) -> Document:
    """The document that a message is. Raises FactcheckError for what is none, and for one without text."""
    message = _parsed(raw)
    subject = header(message, "Subject")
    found = parts(message, raw.path, lambda plain, page: _choice(plain, page, raw))
    if header(message, "From").lower().startswith(_SAVED_BY_BROWSER) or header(message, "Snapshot-Content-Location"):
        return _saved_page(found, raw)
    read = [_read(part, raw, reply=is_reply(subject)) for part in found.texts]
    read = [part for part in read if part.document.text.strip()]
    if not read:
        raise _without_text(found, raw.path)
    return _stated(_joined([part.document for part in read]), read[0].forwarded, message, subject, found)


def _parsed(raw: Raw) -> Message:
    try:
        message = BytesParser(policy=compat32).parsebytes(raw.data.removeprefix(codecs.BOM_UTF8).lstrip())
    except RecursionError as error:
        raise FactcheckError("its parts are nested too deeply: save its text as .txt", path=raw.path) from error
    if not any(header(message, name) for name in _HEADERS):
        raise FactcheckError("no message, it has no header lines: name it .txt if it is text", path=raw.path)
    return message


def _choice(plain: TextPart, page: TextPart, raw: Raw) -> TextPart:
    """The plain text, unless it only says that there is more in the page."""
    words = len(_plain_text(plain, raw).text.split())
    if words >= _NOTICE:
        return plain
    try:
        return page if len(_page(page, raw).text.split()) > _TIMES_AS_MUCH * words else plain
    except FactcheckError:
        return plain


def _read(part: TextPart, raw: Raw, *, reply: bool) -> _Read:
    try:
        found = _page(part, raw) if part.html else _plain_text(part, raw)
    except FactcheckError as error:
        # Of several parts one may be empty.
        return _Read(Document("", note=error.message), None)
    said = own(found.text, reply=reply)
    return _Read(replace(found, left_out=said.left_out), said.forwarded)


def _plain_text(part: TextPart, raw: Raw) -> Document:
    decoded = decode(part.data, raw.path, part.declared)
    lines = decoded.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Document(unquoted("\n".join(line.rstrip() for line in lines)).strip("\n"), note=decoded.note)


def _page(part: TextPart, raw: Raw) -> Document:
    """The page in a part; what is unusual in a page of its own is not in a message, and left out of the note."""
    page, note = _page_and_note(part, raw)
    return replace(page, note=note)


def _page_and_note(part: TextPart, raw: Raw) -> tuple[Document, str | None]:
    decoded = decode(part.data, raw.path, part.declared)
    # The charset that the message declares goes before the one that the page does.
    (page,) = html.read(Raw(raw.path, codecs.BOM_UTF8 + decoded.text.encode("utf-8", "replace"), raw.limits))
    return page, decoded.note


def _saved_page(found: Parts, raw: Raw) -> Document:
    """The page that a browser has saved with its pictures as a message; the day is that of saving."""
    page = next((part for part in found.texts if part.html), None)
    if page is None:
        raise _without_text(found, raw.path)
    document, note = _page_and_note(page, raw)
    return replace(document, note="; ".join(filter(None, (note, document.note))) or None)


def _joined(documents: Sequence[Document]) -> Document:
    """The texts one after the other, with what each leaves out."""
    starts = accumulate((len(d.text) + len(_BETWEEN) for d in documents), initial=0)
    stretches = (
        (start + first, start + last)
        for start, document in zip(starts, documents, strict=False)
        for first, last in document.left_out
    )
    return Document(
        _BETWEEN.join(d.text for d in documents),
        left_out=tuple(stretches),
        note="; ".join(dict.fromkeys(d.note for d in documents if d.note)) or None,
    )


def _stated(text: Document, forwarded: Header | None, message: Message, subject: str, found: Parts) -> Document:
    sender, sent, notes = header(message, "From"), header(message, "Date"), [text.note]
    day = day_of(sent)
    if forwarded:
        # What is passed on was said by another, and on another day.
        sender = forwarded.fields["from"]
        day = next((d.day for d in find_dates(forwarded.fields.get("sent") or forwarded.fields.get("date", ""))), None)
        notes.append("dated as the message that it passes on")
    elif sent and day is None:
        notes.append("its Date header names no day")
    if text.left_out:
        lines = sum(text.text.count("\n", start, end) + 1 for start, end in text.left_out)
        notes.append(f"left out as quoted or as a signature: {lines} lines" if lines > 1 else "left out: 1 line")
    notes.append(_attachments(found.attached))
    return replace(
        text,
        title=title_of(subject),
        publisher=display_name(sender),
        published=Stated(day, Origin.HEADER) if day else None,
        note="; ".join(filter(None, notes)) or None,
        places=_blocks(text.text),
    )


def _blocks(text: str) -> tuple[Place, ...]:
    """Where each paragraph begins: lines of the text are not those of the file."""
    starts = (match.start() for match in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text))
    return tuple(Place(start, block=number) for number, start in enumerate(starts, start=1))


def _attachments(names: Sequence[str]) -> str:
    if not names:
        return ""
    shown = [name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…" for name in names[:_NAMES_SHOWN]]
    more = f" and {len(names) - _NAMES_SHOWN:,} more" if len(names) > _NAMES_SHOWN else ""
    count = "1 attachment" if len(names) == 1 else f"{len(names):,} attachments"
    return f"{count} not read: {', '.join(shown)}{more}"


def _without_text(found: Parts, path: str) -> FactcheckError:
    what = f", {_attachments(found.attached)}" if found.attached else ""
    return FactcheckError(f"no text in the message{what}: save the text that it shows as .txt", path=path)
