"""What a comparator returns."""

from msgspec import Struct

from factcheck.model import Verdict


class Judgement(Struct, frozen=True):
    """A verdict with its fixed reason code and the arithmetic in one line."""

    verdict: Verdict
    reason: str
    witness: str
