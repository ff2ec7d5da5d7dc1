"""The readers: each module of factcheck.read.formats, by the suffixes it takes."""

import importlib
from collections.abc import Callable, Iterator
from functools import cache
from os.path import splitext
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from factcheck.errors import FactcheckError
from factcheck.plugins import plugin_names
from factcheck.read import formats
from factcheck.read.document import Document, Raw
from factcheck.read.signature import kind_of_contents

Read = Callable[[Raw], Iterator[Document | FactcheckError]]

COMPRESSED = ".gz"

# Markup, fonts and pictures make a file larger than its text; a character of plain text has up to four bytes.
_FILE_TO_TEXT_OF_TEXT = 4
_FILE_TO_TEXT_OF_OTHERS = 10


class Reader(Struct, frozen=True):
    """What reads files of a format.

    `isolated` readers rely on parsers that are not ours and run in a process of their own. `file_to_text` bounds the
    bytes of a file: so many times the characters that the text of a source may have. `compressed` files are
    unpacked first.
    """

    name: str
    read: Read
    isolated: bool
    file_to_text: int
    compressed: bool = False


@cache
def readers() -> dict[str, Reader]:
    """Suffix → reader, of every module in factcheck.read.formats."""
    found: dict[str, Reader] = {}
    for name in plugin_names(formats):
        module = importlib.import_module(f"{formats.__name__}.{name}")
        isolated = getattr(module, "ISOLATED", False)
        usual = _FILE_TO_TEXT_OF_OTHERS if isolated else _FILE_TO_TEXT_OF_TEXT
        reader = Reader(name, module.read, isolated, getattr(module, "FILE_TO_TEXT", usual))
        found |= dict.fromkeys(module.SUFFIXES, reader)
    return found


def reader_for(path: Path | str) -> Reader | None:
    """The reader of a file by its name, whose suffix .gz says that it is compressed; None where there is none."""
    # A Path for each of very many files takes several times as long.
    stem, suffix = splitext(path)  # noqa: PTH122
    if suffix.lower() != COMPRESSED:
        return readers().get(suffix.lower())
    reader = readers().get(splitext(stem)[1].lower())  # noqa: PTH122
    return replace(reader, compressed=True) if reader else None


def reader_of_contents(data: bytes) -> Reader:
    """The reader of what has no name, by what its bytes begin with; without any mark it is text."""
    kind = kind_of_contents(data)
    marked = next((readers()[suffix] for suffix in kind.suffixes if suffix in readers()), None) if kind else None
    # Markdown without front matter is plain text.
    return marked or readers()[".jsonl" if data.lstrip().startswith(b"{") else ".md"]


def check_contents(raw: Raw, reader: Reader) -> None:
    """Raises FactcheckError for data that bears the mark of something that this reader does not read."""
    kind = kind_of_contents(raw.data)
    if kind and reader.name not in {readers()[suffix].name for suffix in kind.suffixes if suffix in readers()}:
        raise FactcheckError(f"it holds {kind.what}: {kind.cure}", path=raw.path)
