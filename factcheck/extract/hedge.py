"""Hedges before and after a number: about, nearly, over, at least, up to, "or so", "or more", "200-odd"."""

from functools import cache

from msgspec import Struct

from factcheck.data import lexicon_classes
from factcheck.extract.spelled import starters
from factcheck.model import Hedge
from factcheck.tokens import Tokens

_HEDGES = {
    "about": (Hedge.ABOUT, False),
    "nearly": (Hedge.UNDER, True),
    "slightly-over": (Hedge.OVER, True),
    "over": (Hedge.OVER, False),
    "at-least": (Hedge.AT_LEAST, False),
    "under": (Hedge.UNDER, False),
    "at-most": (Hedge.AT_MOST, False),
}
_LONGEST = 4
_TRAILING: dict[tuple[str, ...], Hedge] = {
    ("or", "so"): Hedge.ABOUT,
    ("or", "thereabouts"): Hedge.ABOUT,
    ("give", "or", "take"): Hedge.ABOUT,
    ("more", "or", "less"): Hedge.ABOUT,
    ("or", "more"): Hedge.AT_LEAST,
    ("and", "over"): Hedge.AT_LEAST,
    ("or", "above"): Hedge.AT_LEAST,
    ("or", "over"): Hedge.AT_LEAST,
    ("or", "older"): Hedge.AT_LEAST,
    ("and", "older"): Hedge.AT_LEAST,
    ("or", "higher"): Hedge.AT_LEAST,
    ("at", "least"): Hedge.AT_LEAST,
    ("at", "a", "minimum"): Hedge.AT_LEAST,
    ("or", "fewer"): Hedge.AT_MOST,
    ("or", "less"): Hedge.AT_MOST,
    ("and", "under"): Hedge.AT_MOST,
    ("or", "under"): Hedge.AT_MOST,
    ("or", "younger"): Hedge.AT_MOST,
    ("or", "lower"): Hedge.AT_MOST,
    ("at", "most"): Hedge.AT_MOST,
    ("at", "a", "maximum"): Hedge.AT_MOST,
}
_TOUCHING = {"+": Hedge.AT_LEAST, "plus": Hedge.AT_LEAST, "odd": Hedge.ABOUT}


class Hedging(Struct, frozen=True, gc=False):
    """A hedge that begins or ends at token `edge`; `close` bounds an open interval ("nearly", "just over")."""

    edge: int
    hedge: Hedge
    close: bool = False


@cache
def _phrases() -> dict[tuple[str, ...], tuple[Hedge, bool] | None]:
    return {tuple(p.split()): _HEDGES.get(key) for key, phrases in lexicon_classes("hedges").items() for p in phrases}


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase[-1] for phrase in _phrases())


def hedge_before(tokens: Tokens, index: int) -> Hedging | None:
    """The hedge that ends just before token `index`; its edge is its first token."""
    if not index or tokens.lower[index - 1] not in _last_words():
        return None
    for length in range(min(_LONGEST, index), 0, -1):
        words = tokens.lower[index - length : index]
        if words in _phrases():
            known = _phrases()[words]
            return Hedging(index - length, *known) if known else None
    return None


def hedge_after(tokens: Tokens, index: int) -> Hedging | None:
    """The hedge that begins at token `index`; its edge is its past-last token."""
    if index >= len(tokens):
        return None
    word = tokens.lower[index]
    if word == "-" and index + 1 < len(tokens) and tokens.touches(index):
        touching = _TOUCHING.get(tokens.lower[index + 1])
        return Hedging(index + 2, touching) if touching else None
    if word == "+" and tokens.touches(index):
        return Hedging(index + 1, Hedge.AT_LEAST)
    for length in (2, 3):
        words = tokens.lower[index : index + length]
        hedge = _TRAILING.get(words)
        if hedge is not None and not (words[0] == "give" and _is_number(tokens, index + length)):
            return Hedging(index + length, hedge)
    return None


def _is_number(tokens: Tokens, index: int) -> bool:
    """Whether token `index` begins a number: "give or take 5" is a tolerance, no hedge."""
    return index < len(tokens) and (tokens.words[index][0].isdigit() or tokens.lower[index] in starters())
