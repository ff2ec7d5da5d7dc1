"""Paragraphs that were extracted one by one, as one text that tells where each of them stands."""

from collections.abc import Sequence
from itertools import accumulate

from factcheck.model import Place

_BETWEEN = "\n\n"


def joined(paragraphs: Sequence[str]) -> tuple[str, tuple[Place, ...]]:
    """The paragraphs as one text, a blank line between them, and the place of each, blocks numbered from 1."""
    starts = accumulate((len(paragraph) + len(_BETWEEN) for paragraph in paragraphs[:-1]), initial=0)
    places = (Place(start, block=number) for number, start in enumerate(starts, start=1))
    return _BETWEEN.join(paragraphs), tuple(places) if paragraphs else ()
