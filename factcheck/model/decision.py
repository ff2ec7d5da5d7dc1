"""What people decided about findings, and whether it still holds."""

import datetime
from enum import StrEnum

from msgspec import Struct


class Choice(StrEnum):
    """What a person decided about a finding."""

    ACCEPT = "accept"  # the difference may stand
    PREFER = "prefer"  # what one source says holds
    NOT_COMPARABLE = "not-comparable"  # the passages are not about the same fact


class JudgedClaim(Struct, frozen=True):
    """What a person looked at: the words of a claim, what it is about, and its source as seen from the project's root.

    It holds no place, so that edits elsewhere in the source leave it as it is.
    """

    source: str
    subject: str
    text: str


class Decision(Struct, frozen=True):
    """A person's recorded judgement of the claims that a finding holds against each other.

    `finding` is the finding's id when it was judged, `prefer` the source that a PREFER prefers, `expires` the last day
    on which the decision applies, None if it always does.
    """

    finding: str
    choice: Choice
    because: str
    judged: tuple[JudgedClaim, ...]
    prefer: str | None = None
    expires: datetime.date | None = None


class DecisionStatus(StrEnum):
    """Whether a decision still covers the finding it stands at."""

    APPLIES = "applies"
    EXPIRED = "expired"
    STALE = "stale"  # a judged value has changed, or one that nobody judged has come


class Ruling(Struct, frozen=True):
    """A decision as it stands to one finding; `changes` say, one a line, what it no longer covers."""

    decision: Decision
    status: DecisionStatus
    changes: tuple[str, ...] = ()
