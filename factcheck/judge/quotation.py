"""Compares two records of the same utterance."""

from factcheck.align.quotations import quote_words, word_alignment
from factcheck.claim.fold import fold
from factcheck.judge.judgement import Judgement
from factcheck.model import Claim, Quote, Verdict

# Stop words that change what a sentence says when they change.
_MEANINGFUL = frozenset({"not", "no", "never", "nothing", "nobody", "none", "less", "more", "they", "we", "i", "if"})


def compare_quotations(a: Claim, b: Claim) -> Judgement | None:
    """Equal words or an excerpt agree; changed, dropped or added words inside the shared stretch conflict."""
    left, right = a.mention.value, b.mention.value
    if not isinstance(left, Quote) or not isinstance(right, Quote):
        return None
    first, second = quote_words(left.words), quote_words(right.words)
    if first == second:
        return Judgement(Verdict.AGREE, "equal", f"all {len(first)} words are the same")
    shorter, longer = sorted((first, second), key=len)
    if _contains(longer, shorter):
        return Judgement(Verdict.AGREE, "excerpt", f"{len(shorter)} words are part of the other's {len(longer)}")
    # Where two longest common sequences exist, the order of the sides would decide between them.
    only_first, only_second = _differing(first, second) if first < second else _differing(second, first)[::-1]
    changed = bool(only_first and only_second) or any(_matters(w) for w in only_first + only_second)
    verdict = Verdict.CONFLICT if changed else Verdict.COMPATIBLE
    return Judgement(verdict, "wording", _wording(only_first, only_second))


def _contains(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    return f" {' '.join(shorter)} " in f" {' '.join(longer)} "


def _differing(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of each side that the other does not have, within the stretch that both record."""
    common = word_alignment(first, second)
    if not common:
        return first, second
    (start_a, start_b), (end_a, end_b) = common[0], common[-1]
    inside_a = {i for i, _ in common}
    inside_b = {j for _, j in common}
    # A longer record may begin earlier or go on later; that is excerpting, unless both sides differ there.
    low_a, low_b = (0, 0) if start_a and start_b else (start_a, start_b)
    high_a, high_b = len(first), len(second)
    if end_a == high_a - 1 or end_b == high_b - 1:
        high_a, high_b = end_a + 1, end_b + 1
    return (
        tuple(first[i] for i in range(low_a, high_a) if i not in inside_a),
        tuple(second[j] for j in range(low_b, high_b) if j not in inside_b),
    )


def _matters(word: str) -> bool:
    """Whether a word that one record lacks changes what was said."""
    return word in _MEANINGFUL or fold(word) is not None


def _wording(only_first: tuple[str, ...], only_second: tuple[str, ...]) -> str:
    left = " ".join(only_first) or "–"
    right = " ".join(only_second) or "–"
    return f"“{left}” against “{right}”"
