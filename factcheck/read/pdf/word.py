"""What stands on a page, in a frame in which its text runs from left to right and `y` grows downwards, in points."""

from enum import Enum, auto

from msgspec import Struct


class Unread(Enum):
    """Why a page, or nearly all of it, could not be read."""

    PICTURE = auto()
    GARBLED = auto()
    BROKEN = auto()


class Word(Struct, frozen=True, gc=False):
    """Characters without white space between them, in the order in which the file draws them.

    `y` is the baseline, `size` the height from the font's descent to its ascent; `spaced` tells whether white space
    stands before it.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    spaced: bool


class Segment(Struct, frozen=True, gc=False):
    """Words of one line that follow each other closely; `order` is its place among those of the page as drawn.

    `first` is the width of the first word.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    first: float
    order: int

    @property
    def top(self) -> float:
        """Where the font's ascent ends, nearly: fonts have about four fifths of their height above the baseline."""
        return self.y - 0.8 * self.size


class Page(Struct, frozen=True):
    """The segments of one page as drawn. `number` counts from 1; `top` and `bottom` are the page's edges.

    `turned` are those of text that runs in another direction than most of it. `tilted` counts words that were left
    out because they run askew, as watermarks do.
    """

    number: int
    segments: tuple[Segment, ...]
    turned: tuple[Segment, ...]
    top: float
    bottom: float
    tilted: int = 0
    unread: Unread | None = None
