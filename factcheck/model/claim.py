"""Claims: mentions bound to what they are about."""

import datetime
import math
from enum import StrEnum

from msgspec import Struct

from factcheck.model.mention import Mention


class Factuality(StrEnum):
    """How the source presents what it states."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    PLANNED = "planned"
    PROMISED = "promised"
    POSSIBLE = "possible"
    DENIED = "denied"


class Polarity(StrEnum):
    """Whether the statement is affirmed or negated."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Scope(Struct, frozen=True):
    """What part of the world a claim covers: its place, and the cues that it is a part, an addition, a rate, …"""

    place: str | None = None
    cues: tuple[str, ...] = ()


class Context(Struct, frozen=True):
    """What alignment compares besides the value: the words around the mention.

    `stems` are (folded content word, signed distance in tokens), in text order; `names` the keys of the names in the
    sentence and `person` the person nearest to the mention; `passage` is source.text[start:end], the sentence or, of a
    very long one, the part around the mention.
    """

    start: int
    end: int
    passage: str
    stems: tuple[tuple[str, int], ...] = ()
    names: tuple[str, ...] = ()
    person: str | None = None

    def words(self, reach: float = math.inf) -> set[str]:
        """The folded content words that stand at most `reach` tokens from the mention."""
        return {word for word, distance in self.stems if abs(distance) <= reach}


_PRONOUNS = frozenset(("he", "i", "it", "she", "they", "we", "you"))


class Claim(Struct, frozen=True):
    """A mention bound to what it is about.

    `event` is the folded verb or noun for what happened, `head` the folded head noun of what is counted or measured,
    `roles` what happened to those counted (killed, injured, arrested, …), `as_of` the first and last day that the claim
    speaks of, `as_of_clock` the minutes since midnight [from, to] on them where a time of day is named, and `published`
    the day that its source came out, a weak sign of that. `leads` marks a date that states the first day its source
    names, mostly that of what it reports.
    """

    mention: Mention
    subject: str
    context: Context
    head: str | None = None
    event: str | None = None
    scope: Scope = Scope()
    roles: tuple[str, ...] = ()
    as_of: tuple[datetime.date, datetime.date] | None = None
    as_of_clock: tuple[int, int] | None = None
    published: datetime.date | None = None
    attribution: str | None = None
    factuality: Factuality = Factuality.ASSERTED
    polarity: Polarity = Polarity.POSITIVE
    leads: bool = False

    @property
    def id(self) -> str:
        """The claim's id, which is its mention's."""
        return self.mention.id

    @property
    def said_by(self) -> str | None:
        """The attribution, unless it is a pronoun: "according to she" tells nobody who it was."""
        return None if self.attribution is None or self.attribution.lower() in _PRONOUNS else self.attribution
