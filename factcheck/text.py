"""Bytes to text: the encoding is read from the byte order mark, else UTF-8 is tried, else assumed and said so."""

import codecs

from msgspec import Struct

from factcheck.errors import FactcheckError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose little-endian mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\f\r\x1b")
_MAX_CONTROL_SHARE = 0.01


class Decoded(Struct, frozen=True):
    """A decoded text without its byte order mark; `note` tells what had to be assumed, None if nothing had."""

    text: str
    note: str | None = None


def decode(data: bytes, path: str) -> Decoded:
    """The text of a file, its newlines as they are.

    Raises FactcheckError for binary data and for data that its byte order mark promises to be what it is not.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_decode_marked(data[len(mark) :], encoding, path))
    if b"\0" in data:
        raise FactcheckError("binary data, not text: convert it to .txt or .md in UTF-8", path=path)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _decode_assumed(data, error, path)


def _decode_marked(data: bytes, encoding: str, path: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        message = f"broken {name} at byte {error.start} after the byte order mark: save it as UTF-8"
        raise FactcheckError(message, path=path) from error
    if "\0" in text:
        raise FactcheckError("binary data, not text: convert it to .txt or .md in UTF-8", path=path)
    return text


def _decode_assumed(data: bytes, error: UnicodeDecodeError, path: str) -> Decoded:
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _MAX_CONTROL_SHARE * len(data):
        raise FactcheckError("binary data, not text: convert it to .txt or .md in UTF-8", path=path) from error
    note = f"not UTF-8 (byte {error.start}); read as"
    try:
        return Decoded(data.decode("cp1252"), f"{note} Windows-1252")
    except UnicodeDecodeError:  # Windows-1252 leaves five bytes undefined, Latin-1 none
        return Decoded(data.decode("latin-1"), f"{note} Latin-1")
