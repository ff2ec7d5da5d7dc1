"""Counts of zero: "no one was hurt", "no soldiers were killed", "none of the 12 crew members survived", "no deaths".

Only what befell somebody or something is counted so; "no one knows", "no doubt" and "no evidence" count nothing.
"""

from functools import cache

from msgspec import Struct

from factcheck.data import lexicon_classes
from factcheck.extract.counted import Counted
from factcheck.extract.noun import ends_noun_phrase, is_plural, singular
from factcheck.tokens import Tokens

_ONE = "one"
_NOUN_REACH = 3
_BEFORE_REACH = 4
_OWNERS = frozenset(("the", "these", "those", "its", "their", "his", "her"))
# "No other soldiers" leaves those out that were named before.
_NOT_ALL = frozenset(("other", "others", "more", "further", "additional", "such", "new", "less", "fewer", "longer"))


class Zero(Struct, frozen=True):
    """A count of zero at tokens [first, past) and what it counts."""

    first: int
    past: int
    counted: Counted


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon_classes("zero-counts")[name])


def zero_counts(tokens: Tokens) -> tuple[Zero, ...]:
    """The counts of zero that the text states without a number, in order."""
    triggers = {"no": _no, "nobody": _nobody, "none": _none}
    found = [triggers[tokens.lower[i]](tokens, i) for i in tokens.places(lambda _, lower: lower in triggers)]
    return tuple([zero for zero in found if zero is not None and _is_stated(tokens, zero)])


def _nobody(tokens: Tokens, index: int) -> Zero | None:
    return Zero(index, index + 1, Counted("person", (), index + 1)) if _befell(tokens, index + 1) else None


def _no(tokens: Tokens, index: int) -> Zero | None:
    at = index + 1
    if _lower(tokens, at) == "-":
        at += 1
    if _lower(tokens, at) == _ONE:
        return Zero(index, at + 1, Counted("person", (), at + 1)) if _befell(tokens, at + 1) else None
    if _lower(tokens, at) in _words("whole"):
        at += 1
    if _lower(tokens, at) in _words("event"):
        noun = Counted(singular(tokens.lower[at]), (), at + 1)
        return None if _lower(tokens, at + 1) in _words("left-out-after") else Zero(index, index + 1, noun)
    counted = _plural(tokens, index + 1)
    return Zero(index, index + 1, counted) if counted and _befell(tokens, counted.past) else None


def _none(tokens: Tokens, index: int) -> Zero | None:
    at = index + 2
    if _lower(tokens, index + 1) != "of" or _lower(tokens, at) not in _OWNERS:
        return None
    if _lower(tokens, at + 1).isdecimal():
        at += 1
    counted = _plural(tokens, at + 1)
    return Zero(index, index + 1, counted) if counted and _befell(tokens, counted.past) else None


def _plural(tokens: Tokens, index: int) -> Counted | None:
    """The plural noun at token `index` or up to two words further."""
    for at in range(index, min(index + _NOUN_REACH, len(tokens))):
        word = tokens.lower[at]
        if not word.isalpha() or ends_noun_phrase(word) or word in _NOT_ALL:
            return None
        if is_plural(word):
            return Counted(singular(word), tokens.lower[index:at], at + 1)
    return None


def _befell(tokens: Tokens, index: int) -> bool:
    """Whether what befell all those counted stands at token `index`: "were killed", "died"."""
    if _lower(tokens, index) in _words("finite"):
        return _lower(tokens, index + 1) not in _words("left-out-after")
    for length in (1, 2):
        if " ".join(tokens.lower[index : index + length]) in _words("auxiliary"):
            at = index + length
            return _lower(tokens, at) in _words("befell") and _lower(tokens, at + 1) not in _words("left-out-after")
    return False


def _is_stated(tokens: Tokens, zero: Zero) -> bool:
    """Whether the words before leave it a statement: not "to ensure no one was hurt"."""
    first = max(tokens.sentence_at(zero.first)[0], zero.first - _BEFORE_REACH)
    return _words("unsaid-before").isdisjoint(tokens.lower[first : zero.first])


def _lower(tokens: Tokens, index: int) -> str:
    return tokens.lower[index] if 0 <= index < len(tokens) else ""
