"""PDF: the text of its pages in reading order, without running heads, page numbers and what is a picture."""

from collections.abc import Iterator

from factcheck.read.document import Document, Raw

SUFFIXES = (".pdf",)
ISOLATED = True


def read(raw: Raw) -> Iterator[Document]:
    """The one document. Raises FactcheckError for a file that is broken, locked or too long, or holds no text."""
    from factcheck.read.pdf.assembly import document

    yield document(raw)
