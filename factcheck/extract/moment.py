"""Time expressions as the words give them, before an anchor resolves them, and the cursor that grammars read with."""

from enum import StrEnum

from msgspec import Struct

from factcheck.extract.number import NumberPhrase
from factcheck.extract.time_words import TimeWords, time_words
from factcheck.extract.timex import Fields
from factcheck.model import Duration
from factcheck.tokens import Tokens


class Base(StrEnum):
    """What a relative expression counts from."""

    PUBLICATION = "publication"  # yesterday, last week, two days ago
    REFERENCE = "reference"  # that year, the next day, two days later
    CONTEXT = "context"  # the year, this month: publication in news, reference in a narrative


class Moment(Struct, frozen=True, gc=False):
    """A calendar expression as stated.

    With `unit` it lies `count` units (None: an unstated number) from `origin` or from `base`; with `nth` it is the n-th
    such unit, or weekday of `fields`, of `origin`; with `pick` it is the last, next or same `fields` seen from `base`.
    `holiday` is a key of the holiday lexicon, `literal` a TIMEX3 value that needs no anchor (PRESENT_REF). `numeric`
    are the first two numbers of a date like 01/02/2018; `day_first` is set where a numeric date shows its order.
    `keeps_quarter` makes a year counted from a quarter the same quarter of that year ("a year earlier").
    `early_year` marks a year of three digits, which is one only in a text about years before Christ.
    """

    fields: Fields = Fields()
    base: Base | None = None
    unit: str | None = None
    count: int | None = 0
    origin: "Moment | None" = None
    pick: int | None = None
    nth: int | None = None
    holiday: str | None = None
    literal: str | None = None
    day_first: bool | None = None
    numeric: tuple[int, int] | None = None
    keeps_quarter: bool = False
    early_year: bool = False


class Expression(Struct, frozen=True, gc=False):
    """A time expression at tokens [first, past)."""

    first: int
    past: int
    meaning: Moment | Duration


class Scan(Struct, frozen=True):
    """A tokenised text as the grammars read it: `number_at` and `number_before` are phrases by their edges."""

    tokens: Tokens
    number_at: dict[int, NumberPhrase]
    number_before: dict[int, NumberPhrase]
    words: TimeWords

    def at(self, index: int) -> str:
        """The lower-case token, "" outside the text."""
        return self.tokens.lower[index] if 0 <= index < len(self.tokens.lower) else ""

    def touches(self, index: int) -> bool:
        """Whether the token stands directly after the one before it."""
        return 0 < index < len(self.tokens.lower) and self.tokens.touches(index)

    def joined(self, index: int) -> bool:
        """Whether the token belongs to the one before it, as a point does to an abbreviation: "Oct.", or "oct ."."""
        return self.touches(index) or self.tokens.spaced

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return 0 <= index < len(self.tokens.words) and self.tokens.words[index][0].isupper()

    def digits(self, index: int, most: int) -> int | None:
        """The token as a number of at most that many digits, else None."""
        word = self.at(index)
        return int(word) if len(word) <= most and word.isdigit() and word.isascii() else None


def scan(tokens: Tokens, phrases: tuple[NumberPhrase, ...]) -> Scan:
    """The text as the grammars read it."""
    return Scan(tokens, {p.number: p for p in phrases}, {p.past: p for p in phrases}, time_words())
