"""Whether two names are one."""

from enum import StrEnum

from msgspec import Struct


class Sameness(StrEnum):
    """Whether two names are names of one person, organisation or place."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class NameComparison(Struct, frozen=True):
    """What two names say of each other. `similarity` runs from 0 to 1 and ranks pairs; it decides nothing by itself.

    `reason` is a fixed code: equal, part, initials, variant, romanisation, alias, acronym, spelling, order, generation,
    form-of-address, direction, number, inflection, other, empty.
    """

    sameness: Sameness
    reason: str
    similarity: float
