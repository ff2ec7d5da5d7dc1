"""What the properties of a PDF say of its title and its day, as far as they can be believed."""

import datetime
import re
from functools import cache
from typing import TYPE_CHECKING

from factcheck.read.document import Origin, Stated
from factcheck.read.properties import title_of_property

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

# Programs that print pages of the web: their day is that of the printing.
_PRINTERS = ("skia/pdf", "quartz pdfcontext", "print to pdf", "wkhtmltopdf", "headlesschrome", "mozilla", "cairo")


def title_of(document: "PdfDocument") -> str | None:
    """The title, None where it is the name of a file or the like."""
    return title_of_property(_value(document, "Title"))


def day_of(document: "PdfDocument") -> Stated | None:
    """The day on which the file was made, None where a browser made it by printing a page."""
    made_by = f"{_value(document, 'Producer')} {_value(document, 'Creator')}".lower()
    if any(printer in made_by for printer in _PRINTERS):
        return None
    created = _date().match(_value(document, "CreationDate"))
    if not created:
        return None
    try:
        return Stated(datetime.date(*map(int, created.groups())), Origin.FILE_PROPERTY)
    except ValueError:
        return None


def _value(document: "PdfDocument", key: str) -> str:
    try:
        return str(document.get_metadata_value(key))
    except UnicodeDecodeError:
        return ""


@cache
def _date() -> re.Pattern[str]:
    return re.compile(r"(?:D:)?((?:19|20)\d\d)(\d\d)(\d\d)")
