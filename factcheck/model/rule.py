"""Rules: how claims are judged, with their own test cases."""

import datetime
from enum import StrEnum

from msgspec import Struct

from factcheck.model.comparison import Verdict


class Measure(StrEnum):
    """What a rule judges: the general classes of claims, and what calendar and arithmetic say of claims of one source.

    SPAN is a duration with its two ends, ANNIVERSARY and SINCE a number of years with the date they are counted from,
    BIRTH an age with the date of birth. TOTAL is a count with the counts of its parts, of one source or of two, SHARE
    a percentage with the two counts it is made of, CHANGE one with the figures before and after it, REPEATED a count
    that one source gives twice.
    """

    COUNT = "count"
    MEASURE = "measure"
    MONEY = "money"
    PERCENT = "percent"
    AGE = "age"
    DATE = "date"
    WEEKDAY = "weekday"
    DURATION = "duration"
    NAME = "name"
    TITLE = "title"
    QUOTATION = "quotation"
    SPAN = "span"
    ANNIVERSARY = "anniversary"
    SINCE = "since"
    BIRTH = "birth"
    TOTAL = "total"
    SHARE = "share"
    CHANGE = "change"
    REPEATED = "repeated"


class Change(StrEnum):
    """How a measure may change with time; decides whether later differing figures are updates."""

    NEVER = "never"
    RISES = "rises"
    FALLS = "falls"
    FREELY = "freely"


class Severity(StrEnum):
    """How much a conflict under a rule matters, mildest first."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class Case(Struct, frozen=True):
    """A rule's own test: two sentences from two sources and the verdict expected of them, None for "not compared".

    Without `b` it is of one source alone.
    """

    a: str
    b: str | None
    verdict: Verdict | None
    line: int
    todo: bool = False
    published_a: datetime.date | None = None
    published_b: datetime.date | None = None


class Rule(Struct, frozen=True):
    """How claims of one measure are judged. Every word list holds words, not patterns.

    `counted` are head nouns (singular) that the rule takes for the same thing; `about` words of which one must stand in
    each claim's sentence; `tolerance` the relative difference that still agrees; `weight` what the topic adds to the
    log2 odds that two claims of one actor are about the same fact; `conflict` how the message of a conflict begins, in
    place of "Sources conflict on …". A rule with `counted` or `about` is a topic rule and goes before a general one.
    """

    id: str
    title: str
    description: str
    measure: Measure
    severity: Severity
    counted: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    tolerance: float = 0.0
    weight: float = 0.0
    changes: Change = Change.FREELY
    conflict: str = ""
    cases: tuple[Case, ...] = ()
    path: str = ""

    @property
    def specificity(self) -> int:
        """How narrow the rule is: the most specific rule that matches judges a pair."""
        return 2 * bool(self.counted) + bool(self.about)
