"""Finds the same utterance in two sources: shared word shingles make candidates, word overlap decides."""

from collections.abc import Collection, Iterable, Iterator

from factcheck.align.blocking import Blocks
from factcheck.align.events import Events
from factcheck.align.names import compare_names
from factcheck.align.pair import EVEN_ODDS, Pair
from factcheck.align.utterance import Words, aligned_words, quote_words
from factcheck.model import Category, Claim, Evidence, Grounds, Quote, Sameness

# Of the shorter quotation's words, this share must stand in the longer one in the same order.
_SAME_UTTERANCE = 0.62
# So much, of no fewer words, where the sources name different speakers: one of them may have erred.
_OTHER_SPEAKER = 0.8
_OTHER_SPEAKERS_WORDS = 10
_STRETCH = 1.6
_SHORTEST = 4
_SHINGLE = 2
# Match weight of a quotation found whole; one just above the threshold gets half of it.
_WEIGHT = 8.0


def shared_words(a: Words, b: Words) -> int:
    """How many words two quotations share in order; none if in either they lie scattered over a much longer stretch."""
    aligned = aligned_words(a, b)
    if not aligned:
        return 0
    longest_stretch = max(aligned[-1][side] - aligned[0][side] + 1 for side in (0, 1))
    return len(aligned) if longest_stretch <= _STRETCH * min(len(a), len(b)) else 0


def align_quotations(
    claims: Iterable[Claim], events: Events, touching: Collection[str] | None = None
) -> Iterator[Pair]:
    """Pairs of quotations from sources of the same events that record the same utterance."""
    quotes = tuple(
        (c, quote_words(c.mention.value.words), c.mention.value.speaker)
        for c in claims
        if isinstance(c.mention.value, Quote)
    )
    shingles = (set(zip(*(words.words[k:] for k in range(_SHINGLE)), strict=False)) for _, words, _ in quotes)
    blocks = Blocks(shingles, (claim.mention.source for claim, _, _ in quotes))
    for i, j in blocks.pairs(events, within=False, touching=touching):
        (a, left, speaker), (b, right, other) = quotes[i], quotes[j]
        shorter = min(len(left), len(right))
        if shorter < _SHORTEST:
            continue
        share = shared_words(left, right) / shorter
        if share >= _SAME_UTTERANCE and (_unmistakable(share, shorter) or not _differ(speaker, other)):
            weight = _WEIGHT / 2 * (1 + (share - _SAME_UTTERANCE) / (1 - _SAME_UTTERANCE))
            evidence = Evidence("shared words", f"{share:.0%} of the shorter", weight)
            yield Pair(a, b, Grounds((evidence,), weight, EVEN_ODDS))


def _unmistakable(share: float, words: int) -> bool:
    """Whether quotations share so much that they are one utterance even of two speakers."""
    return share >= _OTHER_SPEAKER and words >= _OTHER_SPEAKERS_WORDS


def _differ(speaker: str | None, other: str | None) -> bool:
    """Whether two quotations are ascribed to two persons."""
    if speaker is None or other is None:
        return False
    return compare_names(speaker, other, Category.PERSON).sameness is Sameness.DIFFERENT
