"""How alike two words are by their letters.

rapidfuzz is imported for the first names that differ: it takes as long as the import of all else in alignment.
"""


def ratio(a: str, b: str) -> float:
    """How alike two strings are, from 0 to 100: what insertions and deletions leave of both."""
    from rapidfuzz.fuzz import ratio as similarity

    return similarity(a, b)


def edits(a: str, b: str, at_most: int | None = None) -> int:
    """Letters to insert, delete, replace or swap with the next until one is the other; `at_most` + 1 where more."""
    from rapidfuzz.distance import OSA

    return OSA.distance(a, b, score_cutoff=at_most)
