"""A percentage that the two counts beside it do not give: "30 of the 120 patients (35 %)"."""

from collections.abc import Iterable, Iterator

from factcheck.judge.contradiction import Contradiction
from factcheck.judge.numbers import number_text
from factcheck.judge.sums.lists import figures_in_order
from factcheck.judge.wording import lowered, words_after, words_between
from factcheck.model import Claim, Hedge, Interval, Measure, Quantity

_OUT_OF = frozenset({("of",), ("of", "the"), ("out", "of"), ("out", "of", "the"), ("of", "its"), ("of", "their")})
_LONGEST_NOUN = 3
_ENDS = frozenset({")", ",", ".", ";"})
_PERCENT = 100


def wrong_shares(claims: Iterable[Claim]) -> Iterator[Contradiction]:
    """The percentages that are not the share that their two counts make, however all three were rounded."""
    figures = figures_in_order(claims)
    for one, two, three in zip(figures, figures[1:], figures[2:], strict=False):
        for part, whole, share in ((one, two, three), (two, three, one)):
            if _percentage(share) and _are_together(part, whole, share) and (witness := _witness(part, whole, share)):
                yield Contradiction(share, part, Measure.SHARE, witness)
                yield Contradiction(share, whole, Measure.SHARE, witness)


def _percentage(claim: Claim) -> Quantity | None:
    value = claim.mention.value
    exact = isinstance(value, Quantity) and value.unit == "percentage" and value.hedge is Hedge.EXACT
    return value if exact and isinstance(value, Quantity) and value.low == value.high and not value.trend else None


def _count(claim: Claim) -> Quantity | None:
    value = claim.mention.value
    is_count = isinstance(value, Quantity) and value.unit is None and not value.vague and not value.trend
    return value if is_count and isinstance(value, Quantity) and value.hedge is Hedge.EXACT and value.low >= 1 else None


def _are_together(part: Claim, whole: Claim, share: Claim) -> bool:
    """Whether the words make them "30 of 120 patients (25 %)", "…, or 25 %," or "25 % (30 of 120)"."""
    if _count(part) is None or _count(whole) is None:
        return False
    if lowered(words_between(part, whole) or ()) not in _OUT_OF:
        return False
    if share.mention.start > whole.mention.end:
        gap, after = lowered(words_between(whole, share) or ()), words_after(share)[:1]
        if gap[-1:] == ("(",):
            return _is_noun(gap[:-1]) and after == (")",)
        return gap[-2:] == (",", "or") and _is_noun(gap[:-2]) and (not after or after[0] in _ENDS)
    gap, after = lowered(words_between(share, part) or ()), lowered(words_after(whole))
    end = next((i for i, word in enumerate(after) if not word[0].isalpha()), len(after))
    return gap == ("(",) and after[end : end + 1] == (")",) and _is_noun(after[:end])


def _is_noun(words: tuple[str, ...]) -> bool:
    return len(words) <= _LONGEST_NOUN and all(word[0].isalpha() for word in words)


def _witness(part: Claim, whole: Claim, share: Claim) -> str | None:
    a, b, stated = _count(part), _count(whole), _percentage(share)
    if a is None or b is None or stated is None or a.low > b.low:
        return None
    least, most = _ends(a.interval), _ends(b.interval)
    place = _last_place(stated.low)
    if least[0] / most[1] * _PERCENT <= stated.low + place and least[1] / most[0] * _PERCENT >= stated.low - place:
        return None
    given = f"{number_text(a.low)} of {number_text(b.low)} is {number_text(round(a.low / b.low * _PERCENT, 1))} %"
    return f"{given}; stated: {number_text(stated.low)} %"


def _ends(interval: Interval) -> tuple[float, float]:
    """The ends of the interval of an exact count, which has both."""
    return max(interval.low or 1, 1), interval.high or 1


def _last_place(number: float) -> float:
    """What the last stated digit counts: a share may have been rounded or cut off there."""
    return 10.0 ** -len(f"{number:.10g}".partition(".")[2])
