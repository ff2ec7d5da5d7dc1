"""Kinds of files that people drop into a corpus: what each is called, and what to do where it cannot be read."""

from functools import cache

from msgspec import Struct


class Kind(Struct, frozen=True):
    """A kind of file. `cure` is what to do with one that has no reader, or whose name keeps it from its reader."""

    what: str
    cure: str
    suffixes: tuple[str, ...]


_SAVE_TEXT = "save its text as .docx or .txt"
_SAVE_MESSAGE = "save each message as .eml"

PDF = Kind("a PDF", "name it .pdf", (".pdf",))
WORD = Kind("a Word document", "name it .docx", (".docx", ".docm", ".dotx"))
PAGE = Kind("a web page", "name it .html", (".html", ".htm", ".xhtml"))
GZIP = Kind("compressed data", "name it after what is in it, as in .txt.gz", (".gz",))
LOCKED = Kind("a document with a password", "remove the password and save it anew", ())
TABLE = Kind(
    "a table",
    "write its figures as sentences in a .txt or .md file",
    (".csv", ".tsv", ".xls", ".xlsx", ".xlsm", ".xlsb", ".ods", ".numbers", ".parquet"),
)
OLD_WORD = Kind("an old Word document", _SAVE_TEXT, (".doc", ".dot"))
TEXT_DOCUMENT = Kind("a text document", _SAVE_TEXT, (".odt", ".ott", ".pages", ".wps", ".wpd", ".tex", ".ps"))
RICH_TEXT = Kind("rich text", _SAVE_TEXT, (".rtf",))
SLIDES = Kind("slides", "save their text as .txt", (".ppt", ".pptx", ".pps", ".ppsx", ".odp", ".key"))
BOOK = Kind("an e-book", "save its text as .txt", (".epub", ".mobi", ".azw", ".azw3", ".fb2"))
MESSAGE = Kind("a message of Outlook", _SAVE_MESSAGE, (".msg",))
MAILBOX = Kind("a mailbox", _SAVE_MESSAGE, (".mbox", ".pst", ".emlx"))
PICTURE = Kind(
    "a picture",
    "run text recognition (OCR) on it and save the text as .txt",
    (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp", ".bmp", ".heic", ".svg", ".psd", ".djvu"),
)
RECORDING = Kind(
    "a recording",
    "write down what is said and save it as .txt",
    (".mp3", ".m4a", ".wav", ".ogg", ".opus", ".flac", ".aac", ".mp4", ".mov", ".avi", ".mkv", ".webm"),
)
ARCHIVE = Kind("an archive", "unpack it", (".zip", ".tar", ".tgz", ".7z", ".rar", ".bz2", ".xz", ".zst"))
XML = Kind("XML", "save its text as .txt", (".xml", ".rss"))
JSON = Kind("JSON", 'write one object with "id" and "text" a line and name it .jsonl', (".json",))
DATABASE = Kind("a database", "save its texts as .jsonl", (".db", ".sqlite", ".sqlite3", ".mdb"))

_KINDS = (
    *(PDF, WORD, PAGE, GZIP, TABLE, OLD_WORD, TEXT_DOCUMENT, RICH_TEXT, SLIDES, BOOK, MESSAGE, MAILBOX, PICTURE),
    *(RECORDING, ARCHIVE, XML, JSON, DATABASE),
)


@cache
def kinds() -> dict[str, Kind]:
    """Suffix → kind."""
    return {suffix: kind for kind in _KINDS for suffix in kind.suffixes}
