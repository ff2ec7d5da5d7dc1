"""Bytes to text: by the byte order mark, the declared charset, UTF-8, UTF-16 without a mark, else a guess, said so."""

import codecs

from msgspec import Struct

from factcheck.errors import FactcheckError
from factcheck.text.charset import UTF_8, WESTERN, Charset, charset
from factcheck.text.guess import guessed, utf_16_without_mark

__all__ = ["Decoded", "decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose little-endian mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\f\r\x1b")
_MAX_CONTROL_SHARE = 0.01
# So many whole sequences to each broken one make a damaged UTF-8 text: other encodings hardly hold any by chance.
_WHOLE_TO_BROKEN = 10
_MAX_LABEL = 40
_SUBSTITUTE = "\ufffd"


class Decoded(Struct, frozen=True):
    """A decoded text without its byte order mark; `note` tells what had to be assumed, None if nothing had."""

    text: str
    note: str | None = None


def decode(data: bytes, path: str, declared: str | None = None) -> Decoded:
    """The text of a file, its newlines as they are.

    `declared` is the charset that the file states inside (an HTML meta, an XML declaration) or its envelope does (an
    email's header). It is followed unless the bytes are no such text, or are UTF-8, which others hardly ever are by
    chance. Raises FactcheckError for binary data and for data that its byte order mark promises to be what it is not.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding, path)
    if b"\0" in data:
        return _decode_with_nuls(data, path)
    if declared is None:
        return _decode_undeclared(data, path)
    return _decode_declared(data, path, declared)


def _decode_marked(data: bytes, encoding: str, path: str) -> Decoded:
    try:
        text, note = data.decode(encoding), None
    except UnicodeDecodeError as error:
        damaged = _damaged_utf_8(data) if encoding == "utf-8" else None
        if damaged is None:
            name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
            message = f"broken {name} at byte {error.start} after the byte order mark: save it as UTF-8"
            raise FactcheckError(message, path=path) from error
        text, note = damaged.text, damaged.note
    if "\0" in text:
        raise _binary(path)
    return Decoded(text, note)


def _decode_with_nuls(data: bytes, path: str) -> Decoded:
    text = utf_16_without_mark(data)
    if text is None:
        raise _binary(path)
    return Decoded(text, "no byte order mark; read as UTF-16")


def _decode_declared(data: bytes, path: str, declared: str) -> Decoded:
    stated = charset(declared)
    if stated is None:
        label = repr(declared[:_MAX_LABEL])
        return _with_note(f"declared as {label}, which is not followed", _decode_undeclared(data, path))
    if stated != UTF_8 and not data.isascii() and (text := _decoded(data, UTF_8)) is not None:
        return Decoded(text, f"declared as {stated.name}, but it is UTF-8")
    text = _decoded(data, stated)
    if text is not None:
        return Decoded(text)
    if stated == UTF_8:
        return _decode_undeclared(data, path)
    return _with_note(f"declared as {stated.name}, which it is not", _decode_undeclared(data, path))


def _with_note(note: str, decoded: Decoded) -> Decoded:
    return Decoded(decoded.text, f"{note}; {decoded.note or 'read as UTF-8'}")


def _decode_undeclared(data: bytes, path: str) -> Decoded:
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        controls = len(data) - len(data.translate(None, _CONTROLS))
        if controls > _MAX_CONTROL_SHARE * len(data):
            raise _binary(path) from error
        return _damaged_utf_8(data) or _decode_assumed(data, error.start)


def _damaged_utf_8(data: bytes) -> Decoded | None:
    """UTF-8 of which few bytes are broken: cut off within a character, or mixed with another encoding; else None."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count(_SUBSTITUTE) - data.count(_SUBSTITUTE.encode())
    whole = len(text) - len(text.encode("ascii", errors="ignore")) - broken
    cut = broken == 1 and text.endswith(_SUBSTITUTE) and not data.endswith(_SUBSTITUTE.encode())
    if whole < (1 if cut else _WHOLE_TO_BROKEN * broken):
        return None
    kept = len(data.decode("utf-8", errors="ignore").encode())
    lost = len(data) - kept
    note = f"broken UTF-8: {lost} {'byte' if lost == 1 else 'bytes'} could not be read"
    return Decoded(text, note)


def _decode_assumed(data: bytes, first: int) -> Decoded:
    note = f"not UTF-8 (byte {first}); read as"
    found = guessed(data, first)
    text = None if found is None else _decoded(data, found)
    if found is not None and text is not None:
        return Decoded(text, f"{note} {found.name} (guessed)")
    text = _decoded(data, WESTERN)
    if text is not None:
        return Decoded(text, f"{note} {WESTERN.name}")
    # Windows-1252 leaves five bytes undefined, Latin-1 none.
    return Decoded(data.decode("latin-1"), f"{note} Latin-1")


def _decoded(data: bytes, as_written: Charset) -> str | None:
    try:
        text = data.decode(as_written.codec)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def _binary(path: str) -> FactcheckError:
    return FactcheckError("binary data, not text: convert it to .txt or .md in UTF-8", path=path)
