"""What a file made for a test tells, whatever its format."""

import datetime

from msgspec import Struct


class Article(Struct, frozen=True):
    """An article; each of its paragraphs is one line of plain text."""

    title: str
    publisher: str | None
    author: str | None
    published: datetime.date | None
    paragraphs: tuple[str, ...]
