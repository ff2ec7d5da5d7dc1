"""What a number counts: the head noun after it, in the singular, and the words between."""

from functools import cache

from msgspec import Struct

from factcheck.data import lexicon, lexicon_classes
from factcheck.tokens import Tokens

_LONGEST = 7
_MAX_MODIFIERS = 5
_SIBILANT_ENDS = ("ches", "shes", "sses", "xes", "zzes")
_NOT_PLURAL_ENDS = ("ss", "us", "is", "ous")
# Plurals in -is are mostly names of peoples: Israelis, Pakistanis, Iraqis.
_PEOPLE_ENDS = ("nis", "elis", "alis", "qis", "bis", "xis")
_NOT_PEOPLE = frozenset(("tennis", "penis", "cannabis", "axis", "praxis", "metropolis"))
# Plurals that stand before another noun as often as alone.
_PLURAL_MODIFIERS = frozenset(
    ("sports", "arms", "sales", "goods", "customs", "systems", "operations", "police", "women")
)
_SHORT = 3


class Counted(Struct, frozen=True, gc=False):
    """A counted noun: its head in the singular, None where the text leaves it out, and the words before it."""

    head: str | None
    modifiers: tuple[str, ...] = ()
    past: int = 0


@cache
def _plurals() -> dict[str, str]:
    return {plural: words[0] for plural, words in lexicon_classes("irregular-plurals").items()}


@cache
def _ends() -> frozenset[str]:
    return frozenset(lexicon("noun-phrase-ends"))


@cache
def elided_nouns() -> frozenset[str]:
    """Words that stand in place of a counted noun: more, others, injured, dead."""
    return frozenset(lexicon("elided-nouns"))


def ends_noun_phrase(word: str) -> bool:
    """Whether a lower-case word cannot belong to the noun phrase that a number begins."""
    return word in _ends()


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    if word in _plurals():
        return True
    if word in elided_nouns() or len(word) <= _SHORT or not word.endswith("s"):
        return False
    return not word.endswith(_NOT_PLURAL_ENDS) or (word.endswith(_PEOPLE_ENDS) and word not in _NOT_PEOPLE)


def singular(word: str) -> str:
    """The singular of a lower-case noun: "containers" → "container", "people" → "person"."""
    if word in _plurals():
        return _plurals()[word]
    if word.endswith("ies") and len(word) > len("dies"):
        return word[:-3] + "y"
    if word.endswith(_SIBILANT_ENDS):
        return word[:-2]
    return word[:-1] if is_plural(word) else word


def counted_at(tokens: Tokens, index: int, end: int, *, one: bool) -> Counted:
    """What the number that ends before token `index` counts; its noun phrase goes no further than token `end`.

    `one` marks a number up to 1, whose noun has no plural to know it by.
    """
    words: list[str] = []
    past = index
    while past < min(end, index + _LONGEST):
        word = tokens.lower[past]
        if word == "-" and words and _joins(tokens, past):
            part = tokens.lower[past + 1]
            if is_plural(part):
                return Counted(f"{words[-1]}-{singular(part)}", _kept(words[:-1]), past + 2)
            words[-1] += "-" + part
            past += 2
            continue
        if not word[0].isalpha() or word in _ends() or word.startswith(("http", "www.")):
            break
        if one and words and (word in elided_nouns() or word.endswith("ed")):
            break
        if one and is_plural(word) and _plurals().get(word) != word:
            break
        if is_plural(word) and not (word in _PLURAL_MODIFIERS and _plural_follows(tokens, past)):
            return Counted(singular(word), _kept(words), past + 1)
        words.append(word)
        past += 1
    if one and words and words[-1] not in elided_nouns() and not words[-1].endswith(("ed", "ly")):
        return Counted(words[-1], _kept(words[:-1]), past)
    return Counted(None, _kept(words), past)


def _kept(words: list[str]) -> tuple[str, ...]:
    return tuple(words[:_MAX_MODIFIERS])


def _joins(tokens: Tokens, index: int) -> bool:
    joined = index + 1 < len(tokens) and tokens.touches(index) and tokens.touches(index + 1)
    return joined and tokens.words[index + 1][0].isalnum()


def _plural_follows(tokens: Tokens, index: int) -> bool:
    return index + 1 < len(tokens) and is_plural(tokens.lower[index + 1])
