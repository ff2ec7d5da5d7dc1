"""Word documents: the text with its tables, notes and text boxes, tracked changes accepted."""

from collections.abc import Iterator

from factcheck.read.document import Document, Raw

SUFFIXES = (".docx", ".docm", ".dotx")
ISOLATED = True


def read(raw: Raw) -> Iterator[Document]:
    """The one document. Raises FactcheckError for what is no Word document, and for a broken or hostile one."""
    from factcheck.read.docx.assembly import document

    yield document(raw)
