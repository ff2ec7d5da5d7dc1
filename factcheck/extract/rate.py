"""Rates: "barrels a day", "dollars per barrel", "$70-a-share", "15 % per annum", "tons of copper a year"."""

from functools import cache

from factcheck.data import lexicon_classes
from factcheck.extract.noun import singular
from factcheck.extract.unit import POUND, unit_at
from factcheck.tokens import Tokens

_REACH = 6
_AFTER_ARTICLE, _ALONE = "after-article", "alone "
_ARTICLES = frozenset(("a", "an"))
_LINKS = frozenset(("per", "each", "every"))
# "$5 billion a year earlier" compares two times.
_COMPARES = frozenset(("earlier", "ago", "before", "later", "after", "from", "old"))


@cache
def _denominators() -> dict[str, str]:
    """Word → the unit that it names below the line."""
    return {
        word: name
        for name, words in lexicon_classes("denominators").items()
        for word in words
        if name != _AFTER_ARTICLE and not name.startswith(_ALONE)
    }


@cache
def _after_article() -> frozenset[str]:
    return frozenset(lexicon_classes("denominators")[_AFTER_ARTICLE])


@cache
def _adverbs() -> dict[str, str]:
    """Adverb → the unit below the line: "annually" is per year."""
    classes = lexicon_classes("denominators").items()
    return {word: name.removeprefix(_ALONE) for name, words in classes for word in words if name.startswith(_ALONE)}


def rate_at(tokens: Tokens, index: int, *, distant: bool) -> tuple[str, int] | None:
    """The unit below the line, and the past-last token, of a rate whose upper unit ends before token `index`.

    With `distant` an "of" phrase may stand between: "2 million gallons of fuel a year".
    """
    if index < len(tokens) and tokens.lower[index] in _adverbs():
        return _adverbs()[tokens.lower[index]], index + 1
    found = _direct(tokens, index)
    if found is not None or not distant or index >= len(tokens) or tokens.lower[index] != "of":
        return found
    for i in range(index + 1, min(index + _REACH, len(tokens) - 1)):
        word = tokens.lower[i]
        if not word[0].isalpha():
            return None
        if word in _ARTICLES or word in _LINKS:
            return _direct(tokens, i)
    return None


def _direct(tokens: Tokens, index: int) -> tuple[str, int] | None:
    at = index
    if at + 1 >= len(tokens):
        return None
    if tokens.words[at] == "-" and (tokens.touches(at) or tokens.words[at + 2 : at + 3] == ("-",)):
        at += 1
    link = tokens.lower[at]
    if at + 1 >= len(tokens) or (link not in _ARTICLES and link not in _LINKS and link != "/"):
        return None
    at += 1
    if tokens.words[at] == "-" and at + 1 < len(tokens):
        at += 1
    word = tokens.lower[at]
    if link == "/" and not (tokens.touches(at) or tokens.words[at - 1] == "per"):
        return None
    if word in _denominators():
        after = tokens.lower[at + 1] if at + 1 < len(tokens) else ""
        allowed = link in ("per", "/") or (_denominators()[word] in _after_article() and after not in _COMPARES)
        return (_denominators()[word], at + 1) if allowed else None
    if link not in ("per", "/"):
        return None
    if link == "per" and tokens.lower[at + 1 : at + 2] and tokens.lower[at + 1] in _denominators():
        return _denominators()[tokens.lower[at + 1]], at + 2
    unit = unit_at(tokens, at, 1.0)
    if unit is not None:
        return ("pound-mass" if unit.name == POUND else unit.name), unit.past
    return (singular(word), at + 1) if link == "per" and word.isalpha() else None
