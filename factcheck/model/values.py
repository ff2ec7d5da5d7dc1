"""What mentions carry: quantities, durations, dates, names, titles and quotations."""

import datetime
from enum import StrEnum

from msgspec import Struct

Number = int | float


class Hedge(StrEnum):
    """How the words bound a stated number."""

    EXACT = "="
    ABOUT = "~"
    OVER = ">"
    AT_LEAST = ">="
    UNDER = "<"
    AT_MOST = "<="


class Trend(StrEnum):
    """A change, not a level: "rose 5 %", "cut by 300"."""

    UP = "up"
    DOWN = "down"


class Category(StrEnum):
    """What a name names."""

    PERSON = "PER"
    ORGANISATION = "ORG"
    PLACE = "LOC"


class TimexType(StrEnum):
    """The four types of TIMEX3 (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimexModifier(StrEnum):
    """The TIMEX3 `mod` attribute, as far as we use it."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"


class AnchoredBy(StrEnum):
    """What a relative date was counted from."""

    PUBLICATION = "publication"  # the day the source was published
    MENTION = "mention"  # the date last mentioned before it
    NARRATIVE = "narrative"  # the same, in a document that tells history: there it anchors bare months and days too


class Interval(Struct, frozen=True, gc=False):
    """A closed interval; None is unbounded."""

    low: Number | None
    high: Number | None


class Quantity(Struct, frozen=True, gc=False, tag="quantity"):
    """A number with what the words around it say of it.

    `low` and `high` are as stated, in the stated unit; `interval` is what hedge and rounding allow, in the same unit.
    `unit` is a unit of measure in quantulum3's names, `dimension` its dimension there ("length", "currency", …).
    `counted` is the counted head noun in the singular, `modifiers` the words between number and head noun, lower case.
    `vague` marks words that stand for a range: thousands, dozens, several.
    """

    low: Number
    high: Number
    interval: Interval
    hedge: Hedge = Hedge.EXACT
    trend: Trend | None = None
    unit: str | None = None
    dimension: str | None = None
    counted: str | None = None
    modifiers: tuple[str, ...] = ()
    vague: bool = False


class Duration(Struct, frozen=True, gc=False, tag="duration"):
    """A length of time. `low`, `high` and `interval` count `unit` (day, month, year, …); a SET has none of them."""

    timex_value: str
    timex_type: TimexType = TimexType.DURATION
    low: Number | None = None
    high: Number | None = None
    interval: Interval | None = None
    hedge: Hedge = Hedge.EXACT
    unit: str | None = None
    vague: bool = False


class Date(Struct, frozen=True, gc=False, tag="date"):
    """A point or stretch of calendar time.

    `first` and `last` are the days that the words allow, both None while an anchor is missing.
    `weekday` is the weekday that the words state (Monday is 0), `clock` the minutes since midnight [from, to].
    `modifier` is the TIMEX3 mod. `anchor` is the TIMEX3 value of the date that a relative one was counted from and
    `anchored_by` what that date is; both None where the words state the date in full or nothing anchors it.
    """

    timex_value: str
    timex_type: TimexType = TimexType.DATE
    first: datetime.date | None = None
    last: datetime.date | None = None
    weekday: int | None = None
    clock: tuple[int, int] | None = None
    modifier: TimexModifier | None = None
    anchor: str | None = None
    anchored_by: AnchoredBy | None = None

    @property
    def month_and_day(self) -> tuple[int, int] | None:
        """The month and the day of it, both counted from 1, where the words leave nothing but the year open."""
        year, _, rest = self.timex_value.partition("-")
        month, _, day = rest[: len("MM-DD")].partition("-")
        return (int(month), int(day)) if year == "XXXX" and month.isdecimal() and day.isdecimal() else None


class Name(Struct, frozen=True, gc=False, tag="name"):
    """A name. `key` is the canonical form that all variants within one document share (its longest form)."""

    category: Category
    key: str


class Title(Struct, frozen=True, gc=False, tag="title"):
    """An office or role; `of` is the key of the person who holds it, None where the text does not say.

    `former` marks one given up before the events of the text, `then` one held at the time of the events told.
    """

    of: str | None
    former: bool = False
    then: bool = False


class Quote(Struct, frozen=True, gc=False, tag="quote"):
    """Quoted words; `speaker` is the key of the person, or the words, to whom they are ascribed."""

    words: str
    speaker: str | None = None


Value = Quantity | Duration | Date | Name | Title | Quote
