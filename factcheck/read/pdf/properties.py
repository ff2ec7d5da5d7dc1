"""What the properties of a PDF say of its title and its day, as far as they can be believed."""

import datetime
import re
from functools import cache
from typing import TYPE_CHECKING

from factcheck.read.document import Origin, Stated

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MAX_TITLE = 300
# Programs that print pages of the web: their day is that of the printing.
_PRINTERS = ("skia/pdf", "quartz pdfcontext", "print to pdf", "wkhtmltopdf", "headlesschrome", "mozilla", "cairo")


def title_of(document: "PdfDocument") -> str | None:
    """The title, None where it is the name of a file or the like."""
    title = " ".join(document.get_metadata_value("Title").split())
    if not title or len(title) > _MAX_TITLE or _no_title().search(title) or not any(map(str.isalpha, title)):
        return None
    return title


def day_of(document: "PdfDocument") -> Stated | None:
    """The day on which the file was made, None where a browser made it by printing a page."""
    made_by = f"{document.get_metadata_value('Producer')} {document.get_metadata_value('Creator')}".lower()
    if any(printer in made_by for printer in _PRINTERS):
        return None
    created = _date().match(document.get_metadata_value("CreationDate"))
    if not created:
        return None
    try:
        return Stated(datetime.date(*map(int, created.groups())), Origin.FILE_PROPERTY)
    except ValueError:
        return None


@cache
def _no_title() -> re.Pattern[str]:
    names = r"\.(?:docx?|odt|rtf|pdf|indd|qxd|qxp|tex|dvi|pages|pptx?|xlsx?|html?|txt|pub|ps)$"
    return re.compile(rf"^microsoft |^untitled|^(?:https?|file)://|^about:|{names}", re.IGNORECASE)


@cache
def _date() -> re.Pattern[str]:
    return re.compile(r"(?:D:)?((?:19|20)\d\d)(\d\d)(\d\d)")
