"""Whether "pounds" are money or mass."""

from functools import cache

from factcheck.data import lexicon
from factcheck.extract.number import NumberPhrase
from factcheck.tokens import Tokens

_REACH = 12
_LARGE = 10_000


@cache
def _money_words() -> frozenset[str]:
    return frozenset(lexicon("money-words"))


def pound_sense(tokens: Tokens, phrase: NumberPhrase) -> str:
    """ "pound sterling" or "pound-mass": by the size of the number and the words around it."""
    after = tokens.lower[phrase.past + 1 : phrase.past + 2]
    if after in (("of",), ("per",)) and phrase.high < _LARGE:
        return "pound-mass"
    if phrase.high >= _LARGE:
        return "pound sterling"
    around = tokens.lower[max(0, phrase.first - _REACH) : phrase.past + _REACH]
    return "pound sterling" if any(word in _money_words() for word in around) else "pound-mass"
