"""What a comparison of two names can say."""

from enum import StrEnum

from msgspec import Struct


class Sameness(StrEnum):
    """Whether two names are names of one person, organisation or place."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class NameComparison(Struct, frozen=True):
    """`reason` is a fixed code (equal, part, initials, variant, alias, acronym, spelling, order, generation,
    form-of-address, direction, number, inflection, other, empty); `similarity` runs from 0 to 1.
    """

    sameness: Sameness
    reason: str
    similarity: float
