"""Initials over several lines are put before the word that they begin."""

from collections.abc import Sequence

from msgspec.structs import replace

from factcheck.read.pdf.word import Page, Segment

# In heights of the page's text.
_INITIAL = 1.7
_MAX_GAP = 1.2
_MAX_INITIALS = 20


def with_initials(page: Page, vocabulary: frozenset[str]) -> Page:
    """A page in which each large initial stands in the segment to the right of its top."""
    heights = sorted(segment.size for segment in page.segments)
    if not heights:
        return page
    height = heights[len(heights) // 2]
    initials = [s for s in page.segments if len(s.text) == 1 and s.text.isupper() and s.size > _INITIAL * height]
    segments = {segment.order: segment for segment in page.segments}
    for initial in initials[:_MAX_INITIALS]:
        begun = _begun(initial, page.segments, height)
        if begun:
            del segments[initial.order]
            segments[begun.order] = replace(begun, text=_prefixed(initial.text, begun.text, vocabulary))
    return replace(page, segments=tuple(segments.values())) if initials else page


def _begun(initial: Segment, segments: Sequence[Segment], height: float) -> Segment | None:
    """The uppermost segment close to the right of an initial."""
    beside = (
        s
        for s in segments
        if s.order != initial.order
        and initial.y - initial.size < s.y <= initial.y + height / 2
        and -height / 2 < s.x0 - initial.x1 <= _MAX_GAP * height
        and s.size * _INITIAL < initial.size
    )
    return min(beside, key=lambda s: s.y, default=None)


def _prefixed(initial: str, text: str, vocabulary: frozenset[str]) -> str:
    """The initial with the text: one word, unless "A" or "I" is one and what follows is another that the text has."""
    first = text.split(" ", 1)[0].lower()
    apart = initial in "AI" and first in vocabulary and initial.lower() + first not in vocabulary
    return f"{initial} {text}" if apart else initial + text
