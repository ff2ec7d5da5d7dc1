"""What a format's reader gives: a text with the metadata that the file itself states."""

import datetime
from enum import StrEnum

from msgspec import Struct


class Origin(StrEnum):
    """Where a publication date was found, the most trusted first."""

    FRONT_MATTER = "front-matter"
    OPTION = "option"
    FIELD = "field"
    FILE_NAME = "file-name"
    DATELINE = "dateline"
    COMPANIONS = "dateline-and-companions"


class Stated(Struct, frozen=True):
    """A publication date and where it was found."""

    day: datetime.date
    origin: Origin


class Document(Struct, frozen=True):
    """One document of a file. `part` is its id within a file that holds several, None where the file is the document.

    `body` is the offset in `text`, in code points, at which prose begins.
    """

    text: str
    body: int = 0
    part: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: Stated | None = None
    note: str | None = None
