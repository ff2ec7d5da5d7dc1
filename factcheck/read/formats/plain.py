"""Plain text: the whole file is prose."""

from collections.abc import Iterator

from factcheck.read.document import Document, Raw
from factcheck.text import decode

SUFFIXES = (".txt", ".text")


def read(raw: Raw) -> Iterator[Document]:
    """The one document of a text file. Raises FactcheckError for binary data."""
    decoded = decode(raw.data, raw.path)
    yield Document(decoded.text, note=decoded.note)
