"""What a reader takes, the bytes of a file, and gives: a text with the metadata that the file itself states."""

import datetime
from enum import StrEnum

from msgspec import Struct

from factcheck.model import Place


class Limits(Struct, frozen=True):
    """How far a source is read; what goes beyond is an error of that source.

    `text` bounds the characters of one source's text, `seconds` (of processor time) and `memory` (bytes of address
    space) what the reading of one file may take in a process of its own, `pages` those of a paged file.
    """

    text: int = 20_000_000
    seconds: float = 4.5
    memory: int = 1_000_000_000
    pages: int = 2_000


class Field(Struct, frozen=True):
    """A value that a file states about itself, and the line that it stands in."""

    value: str
    line: int


class Raw(Struct, frozen=True):
    """A file as it is: `path` names it in errors."""

    path: str
    data: bytes
    limits: Limits = Limits()


class Origin(StrEnum):
    """Where a publication date was found, the most trusted first."""

    FRONT_MATTER = "front-matter"
    OPTION = "option"
    FIELD = "field"
    HEADER = "header"
    PAGE = "page-metadata"
    FILE_NAME = "file-name"
    DATELINE = "dateline"
    COMPANIONS = "dateline-and-companions"
    FILE_PROPERTY = "file-property"


class Stated(Struct, frozen=True):
    """A publication date and where it was found."""

    day: datetime.date
    origin: Origin


class Document(Struct, frozen=True):
    """One document of a file. `part` is its id within a file that holds several, None where the file is the document.

    `body` is the offset in `text`, in code points, at which prose begins; `left_out` are stretches of it,
    [from, past), that the format marks as no prose. `places` tells of extracted text where it stood in the file.
    """

    text: str
    body: int = 0
    part: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: Stated | None = None
    note: str | None = None
    left_out: tuple[tuple[int, int], ...] = ()
    places: tuple[Place, ...] = ()
