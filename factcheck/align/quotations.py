"""Finds the same utterance in two sources: shared word shingles make candidates, word overlap decides."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from rapidfuzz.distance import LCSseq

from factcheck.align.pair import Pair
from factcheck.model import Claim, Evidence, Quote

# Of the shorter quotation's words, this share must stand in the longer one in the same order.
_SAME_UTTERANCE = 0.62
_STRETCH = 1.6
_SHORTEST = 4
_SHINGLE = 2
_HOT = 50
# Match weight of a quotation found whole; one just above the threshold gets half of it.
_WEIGHT = 8.0


def quote_words(quote: str) -> tuple[str, ...]:
    """The words of a quotation, lower case, typographic marks folded away."""
    return tuple(re.findall(r"[^\W_]+(?:'[^\W_]+)*", quote.lower().replace("’", "'")))


def word_alignment(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Index pairs of a longest common subsequence of words."""
    equal = (op for op in LCSseq.opcodes(a, b) if op.tag == "equal")
    return tuple((op.src_start + k, op.dest_start + k) for op in equal for k in range(op.src_end - op.src_start))


def shared_words(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """How many words two quotations share in order; none if in either they lie scattered over a much longer stretch."""
    aligned = word_alignment(a, b)
    if not aligned:
        return 0
    longest_stretch = max(aligned[-1][side] - aligned[0][side] + 1 for side in (0, 1))
    return len(aligned) if longest_stretch <= _STRETCH * min(len(a), len(b)) else 0


def align_quotations(claims: Iterable[Claim]) -> Iterator[Pair]:
    """Pairs of quotations from different sources that record the same utterance."""
    quotes = tuple((c, quote_words(c.mention.value.words)) for c in claims if isinstance(c.mention.value, Quote))
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, (_, words) in enumerate(quotes):
        for shingle in dict.fromkeys(zip(*(words[k:] for k in range(_SHINGLE)), strict=False)):
            blocks[shingle].append(i)
    pairs = {pair for members in blocks.values() if len(members) <= _HOT for pair in combinations(members, 2)}
    for i, j in sorted(pairs):
        (a, left), (b, right) = quotes[i], quotes[j]
        shorter = min(len(left), len(right))
        if a.mention.source == b.mention.source or shorter < _SHORTEST:
            continue
        share = shared_words(left, right) / shorter
        if share >= _SAME_UTTERANCE:
            weight = _WEIGHT / 2 * (1 + (share - _SAME_UTTERANCE) / (1 - _SAME_UTTERANCE))
            yield Pair(a, b, weight, (Evidence("shared words", f"{share:.0%} of the shorter", weight),))
