"""Folds words so that forms of one word, and general synonyms, compare equal."""

from functools import cache, lru_cache

from factcheck.data import lexicon, lexicon_classes

_DERIVATIONS = (
    "ization",
    "isation",
    "ation",
    "ment",
    "ness",
    "ance",
    "ence",
    "ion",
    "ate",
    "at",
    "ive",
    "al",
    "er",
    "or",
    "ly",
)
_MIN_STEM = 4
_VOWELS = "aeiouy"


@lru_cache(maxsize=65536)
def fold(word: str) -> str | None:
    """The class or stem that stands for a lower-case word, None for a stop word, a number and what is no word."""
    if word in _stop_words() or not word[0].isalpha() or len(word) < 2:
        return None
    return _classes().get(word) or stem(word)


def stem(word: str) -> str:
    """A light stem of a lower-case English word: inflections off, then one derivational ending, if enough remains."""
    word = _uninflected(verb_of(word))
    for ending in _DERIVATIONS:
        if word.endswith(ending) and len(word) - len(ending) >= _MIN_STEM:
            word = word[: -len(ending)]
            break
    if word.endswith("e") and len(word) > _MIN_STEM:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > 2 else word


def _uninflected(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    for ending in ("ing", "ed"):
        root = word[: -len(ending)]
        if word.endswith(ending) and len(root) >= 3 and any(v in root for v in _VOWELS):
            return _restored(root)
    return word


def _restored(root: str) -> str:
    """A verb as it was before its ending: stopp → stop, fil → file (Porter 1980, step 1b)."""
    if root[-1] == root[-2] and root[-1] not in "lsz":
        return root[:-1]
    is_short = len(root) == len("fil") and root[0] not in _VOWELS and root[1] in _VOWELS and root[2] not in "aeiouwxy"
    return root + "e" if is_short else root


def verb_of(word: str) -> str:
    """The verb of which a lower-case word is an irregular past form; any other word as it is."""
    return _irregular_verbs().get(word, word)


@cache
def _stop_words() -> frozenset[str]:
    # Numbers in words say no more of what a claim is about than numbers in digits.
    numbers = lexicon_classes("number-words")
    spelled = (entry.split()[0] for kind in ("units", "tens", "scales") for entry in numbers[kind])
    return frozenset((*lexicon("stop-words"), *spelled))


@cache
def _classes() -> dict[str, str]:
    """Word → class name, marked with @ so that no class meets a stem by chance.

    Only the forms listed: a stem would bring "state" to "stationed" and "plan" to "plane".
    """
    return {word: "@" + name for name, words in lexicon_classes("synonyms").items() for word in words}


@cache
def _irregular_verbs() -> dict[str, str]:
    return {form: verb for verb, forms in lexicon_classes("irregular-verbs").items() for form in forms}
