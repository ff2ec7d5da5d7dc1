"""The number of a noun: whether it looks like a plural, and its singular."""

from functools import cache

from factcheck.data import lexicon, lexicon_classes

_SIBILANT_ENDS = ("ches", "shes", "sses", "xes", "zzes")
_NOT_PLURAL_ENDS = ("ss", "us", "is", "ous")
# Plurals in -is are mostly names of peoples: Israelis, Pakistanis, Iraqis.
_PEOPLE_ENDS = ("nis", "elis", "alis", "qis", "bis", "xis")
_NOT_PEOPLE = frozenset(("tennis", "penis", "cannabis", "axis", "praxis", "metropolis"))
# Compounds keep the plural of their last part: schoolchildren, craftswomen, crewmen.
_COMPOUND_ENDS = {"children": "child", "women": "woman", "people": "person", "wives": "wife", "men": "man"}
_NOT_MEN = frozenset(
    ("specimen", "regimen", "abdomen", "acumen", "yemen", "turkmen", "bitumen", "stamen", "ramen", "bremen")
)
_SHORT = 3


@cache
def _plurals() -> dict[str, str]:
    return {plural: words[0] for plural, words in lexicon_classes("irregular-plurals").items()}


@cache
def _not_plural() -> frozenset[str]:
    return frozenset(lexicon("not-plural"))


@cache
def _ends() -> frozenset[str]:
    return frozenset(lexicon("noun-phrase-ends"))


def ends_noun_phrase(word: str) -> bool:
    """Whether a lower-case word cannot belong to the noun phrase that a number begins."""
    return word in _ends()


@cache
def elided_nouns() -> frozenset[str]:
    """Words that stand in place of a counted noun: more, others, injured, dead."""
    return frozenset(lexicon("elided-nouns"))


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    if word in _plurals() or _compound_end(word):
        return True
    if len(word) <= _SHORT or not word.endswith("s") or word in elided_nouns() or word in _not_plural():
        return False
    return not word.endswith(_NOT_PLURAL_ENDS) or (word.endswith(_PEOPLE_ENDS) and word not in _NOT_PEOPLE)


def is_invariant(word: str) -> bool:
    """Whether a lower-case noun has one form for both numbers: aircraft, series, police."""
    return _plurals().get(word) == word


def singular(word: str) -> str:
    """The singular of a lower-case noun: "containers" → "container", "people" → "person"."""
    if word in _plurals():
        return _plurals()[word]
    end = _compound_end(word)
    if end:
        return word[: -len(end)] + _COMPOUND_ENDS[end]
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > len("dies"):
        return word[:-3] + "y"
    if word.endswith(_SIBILANT_ENDS) or (word.endswith("oes") and len(word) > len("does")):
        return word[:-2]
    return word[:-1]


def _compound_end(word: str) -> str:
    if not word.endswith(("n", "ople", "wives")) or word in _NOT_MEN:
        return ""
    return next((end for end in _COMPOUND_ENDS if word.endswith(end) and len(word) > len(end) + 2), "")
