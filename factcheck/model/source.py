"""Sources: documents with their metadata, and what was not read."""

import datetime
from bisect import bisect_right

from msgspec import Struct


class Place(Struct, frozen=True, gc=False):
    """Where extracted text stood in its file, from the offset `start` up to the next place: page or block, from 1."""

    start: int
    page: int | None = None
    block: int | None = None


class Source(Struct, frozen=True):
    """One document with its metadata.

    `text` is the whole decoded text; `body` is the offset at which prose begins (after front matter), `left_out` are
    stretches of it, [from, past) in order, that are no prose: what is mentioned there makes no claims. `published_from`
    names where `published` was found. `note` tells what reading had to assume. `places`, in order, tell of extracted
    text where it stood in the file.
    """

    id: str
    path: str
    text: str
    sha256: str
    body: int = 0
    title: str | None = None
    publisher: str | None = None
    published: datetime.date | None = None
    published_from: str | None = None
    note: str | None = None
    left_out: tuple[tuple[int, int], ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def words(self) -> int:
        """Number of white-space separated words in the body."""
        return len(self.text[self.body :].split())

    def place(self, offset: int) -> Place | None:
        """Where the text at an offset stood in the file; None where the text is the file's own."""
        after = bisect_right(self.places, offset, key=lambda place: place.start)
        return self.places[after - 1] if after else None


class Skipped(Struct, frozen=True):
    """A source that was not read, and why; `failed` if it should have been."""

    path: str
    reason: str
    failed: bool = False
