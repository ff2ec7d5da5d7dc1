"""Takes a person's name apart: its words, and what titles, particles and numerals say of the person."""

import re
from functools import cache

from msgspec import Struct

from factcheck.align.name_fold import compiled, fold, title_words, words_of
from factcheck.data import lexicon_classes
from factcheck.extract.gazetteer import GIVEN, gazetteer

# Numerals of one letter may be initials, and "vi" and "xi" are names; "i" counts at the end only.
_NUMERALS = ("ii", "iii", "iv", "vii", "viii", "ix", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xxiii")
_GENERATIONS = {"jr": "ii", "junior": "ii", "sr": "i", "senior": "i"} | {numeral: numeral for numeral in _NUMERALS}
_SONS = frozenset({"bin", "ibn", "ben", "bint", "binti", "ould"})
_ARTICLES = frozenset({"al", "el", "ul", "de", "del", "la", "da", "dos", "das", "di", "du", "y", "e", "abd"})
_PARTICLES = _SONS | _ARTICLES | {"van", "von", "der", "den", "ter", "ten", "zu", "af", "av"}
_HONOURS = frozenset({"frs", "dbe", "obe", "mbe", "cbe", "ra", "phd", "md", "mp", "qc", "kc", "esq", "na", "mep"})
_MEN = frozenset({"mr", "sir", "lord", "king", "prince", "monsieur", "herr", "baron", "duke", "count"})
_WOMEN = frozenset({"mrs", "ms", "miss", "lady", "dame", "queen", "princess", "madame", "frau", "baroness", "countess"})
_MISREAD_DIGITS = str.maketrans("013459", "oieasg")
_LETTERS_AND_DIGITS = r"(?=\w*\d)(?=\w*[a-z])\w+"


class Person(Struct, frozen=True):
    """The parts of a person's name: its words without titles and particles, and what the rest says.

    `sons` tells a patronymic with "bin" or the like, `generation` Jr. and Sr. as numerals, `ruler` a name with nothing
    but a numeral ("Johann II"), `couple` a name that goes on with "and". `addressed` is whether the form of address is
    a woman's, `called` whether the given name is; None where they do not say.
    """

    words: tuple[str, ...]
    sons: bool
    generation: str | None
    ruler: bool
    couple: bool
    addressed: bool | None
    called: bool | None


def person(name: str) -> Person:
    """The parts of `name`, which may be empty or no name at all."""
    words = tuple(compiled(_LETTERS_AND_DIGITS).sub(_as_letters, word) for word in words_of(_in_order(name)))
    first = len(words) > 1 and words[-1] == "i"
    if first:
        words = words[:-1]
    addressed = None
    if words and words[0] in _MEN | _WOMEN:
        addressed = words[0] in _WOMEN
    # "Kim Jong II" is a misread "Il", not a second of that name.
    marks = {} if words and words[0] in family_first() else _GENERATIONS
    generation = next((w for w in words[1:] if w in marks), None)
    unmarked = [w for w in words if w not in marks]
    kept = [w for i, w in enumerate(unmarked) if i < 2 or w not in _HONOURS]
    kept = kept[_past_titles(kept) :]
    given = 0 if name.lstrip()[:1].islower() else 1
    bare = kept[:given] + [w for w in kept[given:] if w not in _PARTICLES] or kept
    return Person(
        words=tuple(_attached(bare)),
        sons=bool(_SONS.intersection(kept[1:-1])),
        generation=marks[generation] if generation else "i" * first or None,
        ruler=generation in _NUMERALS and len(bare) == 1,
        couple=" and " in name,
        addressed=addressed,
        called=_genders().get(bare[0]) if len(bare) > 1 else None,
    )


def _past_titles(words: list[str]) -> int:
    """Where the name begins after its titles; after a given name a title word is part of the name ("Amir Khan")."""
    titles = title_words()
    given = next((i for i, w in enumerate(words) if w not in titles and is_given(w)), len(words))
    before = enumerate(words[: min(given, len(words) - 1)])
    held = [i for i, w in before if w in titles and (len(words) > 2 or w in _addresses() or not is_given(w))]
    return held[-1] + 1 if held else 0


@cache
def _addresses() -> frozenset[str]:
    """Forms of address, and nobles' and rulers' titles: unlike "Major" and "Dean", hardly ever given names."""
    honorifics = frozenset(word for entry in lexicon_classes("titles")["honorific"] for word in words_of(entry))
    return honorifics | _MEN | _WOMEN


def _as_letters(match: re.Match[str]) -> str:
    """Letters that recognition of print took for digits: "1g0r"."""
    return match.group().translate(_MISREAD_DIGITS)


@cache
def family_first() -> frozenset[str]:
    """Folded surnames of languages that put them first: their bearers' names stand in either order abroad."""
    return frozenset(fold(name) for name in lexicon_classes("surnames")["east asian family"])


@cache
def _genders() -> dict[str, bool]:
    classes = lexicon_classes("given-name-genders")
    return {fold(name): kind == "women" for kind in ("women", "men") for name in classes[kind]}


def is_given(word: str) -> bool:
    """Whether the folded word is a known given name."""
    return bool(gazetteer().words.get(word.capitalize(), 0) & GIVEN)


def _in_order(name: str) -> str:
    """ "Obama, Barack" → "Barack Obama"; what follows "of" or "in" is no part of the name."""
    surname, comma, given = name.partition(",")
    if comma and given.strip() and fold(given).strip(" .") not in _GENERATIONS:
        name = f"{given} {surname}"
    words = name.split()
    cut = next((i for i, w in enumerate(words) if i and w in ("of", "in", "the", "and")), len(words))
    return " ".join(words[:cut])


def _attached(words: list[str]) -> list[str]:
    """An article written as part of a surname ("Elsherbiny", "Alsherbini") goes, as the loose one does."""
    return [
        w[2:] if len(w) > 6 and w[:2] in ("el", "al") and w[2] not in "aeiou" and i else w for i, w in enumerate(words)
    ]
