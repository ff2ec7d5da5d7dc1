"""Messages as mail programs save them: the text that the sender wrote, and pages saved by a browser as one file."""

from collections.abc import Iterator

from factcheck.read.document import Document, Raw

SUFFIXES = (".eml", ".mhtml", ".mht")
ISOLATED = True


def read(raw: Raw) -> Iterator[Document]:
    """The one document. Raises FactcheckError for what is no message, and for one without text."""
    from factcheck.read.mail.assembly import document

    yield document(raw)
