"""Whether two names name one person, organisation or place."""

from factcheck.align.entity_names import compare_entities
from factcheck.align.person_names import (
    compare_persons,
    persons_by_short_form,
    persons_misspelt,
    persons_spelled_differently,
)
from factcheck.model import Category, NameComparison, Sameness

__all__ = ["compare_names", "is_spelling_variant", "persons_by_short_form", "persons_misspelt"]


def compare_names(a: str, b: str, category: Category) -> NameComparison:
    """Compares by form first (accents, initials, aliases, order, romanisation), by letters last; symmetric."""
    if category is Category.PERSON:
        return compare_persons(a, b)
    return compare_entities(a, b, category)


def is_spelling_variant(a: str, b: str, category: Category = Category.PERSON) -> bool:
    """Whether two names read as two spellings of one name, once the context says that one is meant.

    Every word of the shorter name has a like word in the other, and not all are equal; case, accents, hyphens and line
    breaks are no difference. The caller vetoes the pair where one document holds both spellings.
    """
    if category is Category.PERSON:
        return persons_spelled_differently(a, b)
    comparison = compare_entities(a, b, category)
    return comparison.reason == "spelling" and comparison.sameness is not Sameness.DIFFERENT
