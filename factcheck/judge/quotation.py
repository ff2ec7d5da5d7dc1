"""Compares two records of the same utterance."""

from functools import cache
from itertools import pairwise

from factcheck.align.utterance import Difference, aligned_words, differences, quote_words
from factcheck.claim.fold import fold
from factcheck.data import lexicon
from factcheck.extract.gazetteer import DEMONYM, gazetteer
from factcheck.judge.judgement import Judgement
from factcheck.model import Claim, Quote, Verdict

# Stop words that change what a sentence says when they come or go.
_MEANINGFUL = frozenset({"not", "no", "never", "nothing", "nobody", "none", "less", "more", "they", "we", "i", "if"})
# Words that may be exchanged for each other.
_HARMLESS = frozenset({"a", "an", "the", "that", "which", "and", "so", "well"})


def compare_quotations(a: Claim, b: Claim) -> Judgement | None:
    """Equal words or an excerpt agree; changed, dropped or added words inside the shared stretch conflict.

    None where the words differ and either is said to be translated: two translations may both be right.
    """
    left, right = a.mention.value, b.mention.value
    if not isinstance(left, Quote) or not isinstance(right, Quote):
        return None
    first, second = quote_words(left.words), quote_words(right.words)
    if first.words == second.words:
        return Judgement(Verdict.AGREE, "equal", f"all {len(first)} words are the same")
    shorter, longer = sorted((first, second), key=len)
    if _contains(longer.words, shorter.words):
        return Judgement(Verdict.AGREE, "excerpt", f"{len(shorter)} words are part of the other's {len(longer)}")
    # Where two longest common sequences exist, the order of the sides would decide between them.
    turned = first.words > second.words
    found = differences(second, first) if turned else differences(first, second)
    if turned:
        found = tuple(Difference(d.right, d.left) for d in found)
    if not found:
        return Judgement(Verdict.AGREE, "excerpt", f"{len(aligned_words(first, second))} words are common to both")
    if _translated(a) or _translated(b):
        return None
    verdict = Verdict.CONFLICT if any(_changes(d) for d in found) else Verdict.COMPATIBLE
    return Judgement(verdict, "wording", _wording(found))


def _contains(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    return f" {' '.join(shorter)} " in f" {' '.join(longer)} "


def _changes(difference: Difference) -> bool:
    """Whether a difference changes what was said."""
    words = difference.left + difference.right
    if difference.left and difference.right:
        return not _HARMLESS.issuperset(words)
    return any(word in _MEANINGFUL or fold(word) is not None for word in words)


def _translated(claim: Claim) -> bool:
    """Whether the passage says that the words were translated: "in Spanish", "through an interpreter"."""
    words = [word.strip('.,;:()[]"“”') for word in claim.context.passage.split()]
    known = gazetteer().words
    in_language = any(known.get(word, 0) & DEMONYM and before == "in" for before, word in pairwise(words))
    return in_language or not _translation_words().isdisjoint(word.lower() for word in words)


@cache
def _translation_words() -> frozenset[str]:
    return frozenset(lexicon("translation-words"))


def _wording(found: tuple[Difference, ...]) -> str:
    left = " ".join(word for d in found for word in d.left) or "–"
    right = " ".join(word for d in found for word in d.right) or "–"
    return f"“{left}” against “{right}”"
