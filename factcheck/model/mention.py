"""Mentions: spans of a source that carry a value."""

from enum import StrEnum

from msgspec import Struct

from factcheck.model.values import Date, Duration, Name, Quantity, Quote, Title, Value


class Kind(StrEnum):
    """What a mention carries."""

    QUANTITY = "quantity"
    DATE = "date"
    DURATION = "duration"
    NAME = "name"
    TITLE = "title"
    QUOTE = "quote"


_KINDS: dict[type, Kind] = {
    Quantity: Kind.QUANTITY,
    Duration: Kind.DURATION,
    Date: Kind.DATE,
    Name: Kind.NAME,
    Title: Kind.TITLE,
    Quote: Kind.QUOTE,
}


class Mention(Struct, frozen=True, gc=False):
    """A span of a source that carries a value. `text` is `source.text[start:end]`; line and column count from 1.

    `page` or `block` is its place in a file whose text was extracted.
    """

    id: str
    source: str
    start: int
    end: int
    line: int
    column: int
    text: str
    value: Value
    page: int | None = None
    block: int | None = None

    @property
    def kind(self) -> Kind:
        """The kind of the value."""
        return _KINDS[type(self.value)]
