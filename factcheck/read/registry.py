"""The readers: each module of factcheck.read.formats, by the suffixes it takes."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from msgspec import Struct

from factcheck.errors import FactcheckError
from factcheck.read import formats
from factcheck.read.document import Document, Raw

Read = Callable[[Raw], Iterator[Document | FactcheckError]]

# Markup, fonts and pictures make a file larger than its text; a character of plain text has up to four bytes.
_FILE_TO_TEXT_OF_TEXT = 4
_FILE_TO_TEXT_OF_OTHERS = 10


class Reader(Struct, frozen=True):
    """What reads files of a format.

    `isolated` readers rely on parsers that are not ours and run in a process of their own. `file_to_text` bounds the
    bytes of a file: so many times the characters that the text of a source may have.
    """

    name: str
    read: Read
    isolated: bool
    file_to_text: int


@cache
def readers() -> dict[str, Reader]:
    """Suffix → reader, of every module in factcheck.read.formats."""
    found: dict[str, Reader] = {}
    for info in pkgutil.iter_modules(formats.__path__):
        module = importlib.import_module(f"{formats.__name__}.{info.name}")
        isolated = getattr(module, "ISOLATED", False)
        usual = _FILE_TO_TEXT_OF_OTHERS if isolated else _FILE_TO_TEXT_OF_TEXT
        reader = Reader(info.name, module.read, isolated, getattr(module, "FILE_TO_TEXT", usual))
        found |= dict.fromkeys(module.SUFFIXES, reader)
    return found
