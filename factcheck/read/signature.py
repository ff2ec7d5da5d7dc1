"""What a file is, told by how its bytes begin, whatever its name says."""

from factcheck.read import kinds
from factcheck.read.kinds import Kind

_SIGNATURES = (
    (b"%PDF-", kinds.PDF),
    (b"\x1f\x8b\x08", kinds.GZIP),
    (b"{\\rtf", kinds.RICH_TEXT),
    (b"%!PS", kinds.TEXT_DOCUMENT),
    (b"\x89PNG\r\n\x1a\n", kinds.PICTURE),
    (b"\xff\xd8\xff", kinds.PICTURE),
    (b"GIF87a", kinds.PICTURE),
    (b"GIF89a", kinds.PICTURE),
    (b"II*\0", kinds.PICTURE),
    (b"MM\0*", kinds.PICTURE),
    (b"OggS\0", kinds.RECORDING),
    (b"fLaC\0", kinds.RECORDING),
    (b"ID3\x03", kinds.RECORDING),
    (b"ID3\x04", kinds.RECORDING),
    (b"\0\0\0\x18ftyp", kinds.RECORDING),
    (b"\0\0\0\x20ftyp", kinds.RECORDING),
    (b"Rar!\x1a\x07", kinds.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", kinds.ARCHIVE),
    (b"\xfd7zXZ\0", kinds.ARCHIVE),
    (b"\x28\xb5\x2f\xfd", kinds.ARCHIVE),
    (b"BZh91AY&SY", kinds.ARCHIVE),
    (b"SQLite format 3\0", kinds.DATABASE),
)
# Parts by whose names the zips of office programs tell apart.
_IN_ZIP = (
    (b"word/document", kinds.WORD),
    (b"xl/workbook", kinds.TABLE),
    (b"ppt/presentation", kinds.SLIDES),
    (b"mimetypeapplication/epub", kinds.BOOK),
    (b"opendocument.text", kinds.TEXT_DOCUMENT),
    (b"opendocument.spreadsheet", kinds.TABLE),
    (b"opendocument.presentation", kinds.SLIDES),
)
# Streams by whose names the compound files of old office programs tell apart.
_IN_COMPOUND_FILE = (
    ("EncryptedPackage", kinds.LOCKED),
    ("__substg1.0_", kinds.MESSAGE),
    ("WordDocument", kinds.OLD_WORD),
    ("Workbook", kinds.TABLE),
    ("PowerPoint Document", kinds.SLIDES),
)
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RIFF = {b"WEBP": kinds.PICTURE, b"WAVE": kinds.RECORDING, b"AVI ": kinds.RECORDING}
_BEGINNING = 1000


def kind_of_contents(data: bytes) -> Kind | None:
    """What the bytes are if they bear the mark of something; None for text and for whatever bears no mark we know."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return next((kind for name, kind in _IN_ZIP if name in data), kinds.ARCHIVE)
    if data.startswith(_COMPOUND_FILE):
        named = (kind for name, kind in _IN_COMPOUND_FILE if name.encode("utf-16-le") in data)
        return next(named, kinds.OLD_WORD)
    if data.startswith(b"RIFF"):
        return _RIFF.get(data[8:12])
    marked = next((kind for mark, kind in _SIGNATURES if data.startswith(mark)), None)
    return marked or _markup(data[:_BEGINNING])


def _markup(beginning: bytes) -> Kind | None:
    # Also in UTF-16, whose letters of ASCII have a zero byte beside them.
    lower = beginning.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if lower.startswith((b"<!doctype html", b"<html")):
        return kinds.PAGE
    if lower.startswith(b"<?xml"):
        return kinds.PAGE if b"<html" in lower else kinds.XML
    return None
