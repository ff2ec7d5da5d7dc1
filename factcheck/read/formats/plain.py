"""Plain text: the whole file is prose."""

from collections.abc import Iterator

from factcheck.read.document import Document
from factcheck.text import decode

SUFFIXES = (".txt", ".text")


def read(data: bytes, path: str) -> Iterator[Document]:
    """The one document of a text file. Raises FactcheckError for binary data."""
    decoded = decode(data, path)
    yield Document(decoded.text, note=decoded.note)
