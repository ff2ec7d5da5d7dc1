"""Changes stated as a multiple: "sales doubled", "output was halved", "a threefold rise", "twice as many as in 2019".

The unit is "fold", as in "fold change": the figure after the change over the figure before it, so halved is 0.5.
"""

from functools import cache

from factcheck.data import lexicon_classes
from factcheck.extract.found import Found
from factcheck.extract.hedge import hedge_before
from factcheck.extract.rounding import allowed
from factcheck.extract.trend import trend_after, trend_before
from factcheck.model import Hedge, Number, Quantity, Trend
from factcheck.tokens import Tokens

_FOLD = "fold"
# A multiple is round: "doubled" allows an eighth of it either side.
_PLACE_SHARE = 0.25
_LARGEST = 10_000
_TIME_REACH = 4
_COMPARED_REACH = 10
_YEAR_DIGITS = 4
_ADVERBS: dict[str, Number] = {"twice": 2, "thrice": 3, "half": 0.5}


@cache
def _verbs() -> dict[str, float]:
    return {
        verb: float(factor)
        for factor, verbs in lexicon_classes("multiples").items()
        if factor not in {"other", "time", "degree"}
        for verb in verbs
    }


@cache
def _otherwise() -> frozenset[str]:
    return frozenset(lexicon_classes("multiples")["other"])


@cache
def _degrees() -> frozenset[str]:
    return frozenset(lexicon_classes("multiples")["degree"])


@cache
def _times() -> frozenset[str]:
    return frozenset(lexicon_classes("multiples")["time"])


@cache
def _numbers() -> dict[str, int]:
    classes = lexicon_classes("number-words")
    entries = (entry.partition(" ") for kind in ("units", "tens") for entry in classes[kind])
    return {**{word: int(value) for word, _, value in entries}, "hundred": 100, "thousand": 1000}


def multiples(tokens: Tokens) -> tuple[Found, ...]:
    """The changes by a factor that the text states, in order."""
    places = tokens.places(lambda _, lower: lower in _verbs() or lower.endswith(_FOLD) or lower in _degrees())
    found = [_multiple(tokens, i) for i in places]
    return tuple([f for f in found if f is not None])


def _multiple(tokens: Tokens, index: int) -> Found | None:
    word = tokens.lower[index]
    if word in _verbs():
        return _verb(tokens, index)
    return _as_many(tokens, index) if word in _degrees() else _fold(tokens, index)


def _verb(tokens: Tokens, index: int) -> Found | None:
    if index + 1 < len(tokens) and tokens.lower[index + 1] in _otherwise() and not _is_over_a_time(tokens, index + 1):
        return None
    factor = _verbs()[tokens.lower[index]]
    return _found(
        tokens, index, index + 1, int(factor) if factor > 1 else factor, Trend.UP if factor > 1 else Trend.DOWN
    )


def _as_many(tokens: Tokens, index: int) -> Found | None:
    """The multiple in "twice as many fires as a year before", where "many" is token `index`.

    Only a comparison with another time states a change: "twice as many men as women" tells of two groups.
    """
    if index < len(("twice", "as")) or tokens.lower[index - 1] != "as":
        return None
    first = index - len(("twice", "as"))
    word = tokens.lower[first]
    if word == "times" and first:
        first -= 1
        word = tokens.lower[first]
        factor: Number = int(word) if word.isdecimal() and len(word) < len(str(_LARGEST)) else _numbers().get(word, 0)
    else:
        factor = _ADVERBS.get(word, 0)
    if not factor or factor == 1 or not _is_of_another_time(tokens, index + 1):
        return None
    return _found(tokens, first, index + 1, factor, Trend.UP if factor > 1 else Trend.DOWN)


def _is_of_another_time(tokens: Tokens, index: int) -> bool:
    """Whether "as" and a time follow in the sentence: "as a year before", "as in 2019"."""
    past = min(index + _COMPARED_REACH, tokens.sentence_at(index - 1)[1])
    behind = tokens.lower[index:past]
    if "as" not in behind:
        return False
    then = behind[behind.index("as") + 1 :][:_TIME_REACH]
    return any(word in _times() or (word.isdecimal() and len(word) == _YEAR_DIGITS) for word in then)


def _is_over_a_time(tokens: Tokens, index: int) -> bool:
    """Whether token `index` is the "over" of "over the last two years", so that a verb before it keeps its sense."""
    return tokens.lower[index] == "over" and not _times().isdisjoint(tokens.lower[index + 1 : index + 1 + _TIME_REACH])


def _fold(tokens: Tokens, index: int) -> Found | None:
    """The multiple in "threefold", "three-fold" or "10-fold" that ends with token `index`."""
    first, word = index, tokens.lower[index].removesuffix(_FOLD)
    if (
        not word
        and index > 1
        and tokens.words[index - 1] == "-"
        and tokens.touches(index)
        and tokens.touches(index - 1)
    ):
        first, word = index - 2, tokens.lower[index - 2]
    factor = int(word) if word.isdecimal() and len(word) < len(str(_LARGEST)) else _numbers().get(word, 0)
    trend = trend_after(tokens, index + 1) or trend_before(tokens, first, share=True)
    return _found(tokens, first, index + 1, factor, trend) if factor > 1 and trend else None


def _found(tokens: Tokens, first: int, past: int, factor: Number, trend: Trend) -> Found:
    hedging = hedge_before(tokens, first)
    hedge = hedging.hedge if hedging else Hedge.EXACT
    interval = allowed(factor, factor, factor * _PLACE_SHARE, hedge, close=bool(hedging and hedging.close))
    value = Quantity(factor, factor, interval, hedge, trend, _FOLD, _FOLD)
    return Found(tokens.starts[hedging.edge if hedging else first], tokens.ends[past - 1], value)
