"""Compares the names of two persons."""

from functools import cache

from msgspec import Struct

from factcheck.align.name_fold import fold, title_words, words_of
from factcheck.align.name_words import Relation, relation, similarity, starts_alike
from factcheck.align.sameness import NameComparison, Sameness
from factcheck.data import lexicon_classes
from factcheck.extract.gazetteer import GIVEN, gazetteer

_GENERATIONS = {"jr": "2", "junior": "2", "sr": "1", "senior": "1", "ii": "2", "iii": "3", "iv": "4"}
_SONS = frozenset({"bin", "ibn", "ben", "bint", "binti", "ould"})
_ARTICLES = frozenset({"al", "el", "ul", "de", "del", "la", "da", "dos", "das", "di", "du", "y", "e", "abd"})
_PARTICLES = _SONS | _ARTICLES | {"van", "von", "der", "den", "ter", "ten", "zu", "af", "av"}
_HONOURS = frozenset({"frs", "dbe", "obe", "mbe", "cbe", "ra", "phd", "md", "mp", "qc", "kc", "esq", "na", "mep"})
_MEN = frozenset({"mr", "sir", "lord", "king", "prince", "monsieur", "herr", "baron", "duke", "count"})
_WOMEN = frozenset({"mrs", "ms", "miss", "lady", "dame", "queen", "princess", "madame", "frau", "baroness", "countess"})


class _Person(Struct, frozen=True):
    """The parts of a person's name: its words without titles, its particles, and what the titles say."""

    words: tuple[str, ...]
    sons: bool
    generation: str | None
    female: bool | None


def _person(name: str) -> _Person:
    words = words_of(_in_order(name))
    if len(words) > 1 and words[-1] == "i":
        words = words[:-1]
    female = None
    if words and words[0] in _MEN | _WOMEN:
        female = words[0] in _WOMEN
    # "Kim Jong II" is a misread "Il", not a second of that name.
    marks = {} if words and words[0] in _family_first() else _GENERATIONS
    generation = next((marks[w] for w in words[1:] if w in marks), None)
    titles = title_words()
    kept = [w for w in words if w not in _HONOURS and w not in marks]
    held = max((i for i, w in enumerate(kept[:-1]) if w in titles and (len(kept) > 2 or not _is_given(w))), default=-1)
    kept = kept[held + 1 :]
    given = 0 if name.lstrip()[:1].islower() else 1
    bare = kept[:given] + [w for w in kept[given:] if w not in _PARTICLES] or kept
    return _Person(tuple(_attached(bare)), bool(_SONS.intersection(kept[1:-1])), generation, female)


@cache
def _family_first() -> frozenset[str]:
    return frozenset(fold(name) for name in lexicon_classes("surnames")["east asian family"])


def _is_given(word: str) -> bool:
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


def compare_persons(a: str, b: str) -> NameComparison:
    """Sameness by the words of the names, whatever their order; a given name alone never decides."""
    left, right = _person(a), _person(b)
    if not left.words or not right.words:
        return NameComparison(Sameness.UNSURE, "empty", 0.0)
    if left.generation and right.generation and left.generation != right.generation:
        return NameComparison(Sameness.DIFFERENT, "generation", 0.5)
    if None not in (left.female, right.female) and left.female != right.female:
        return NameComparison(Sameness.DIFFERENT, "form-of-address", 0.5)
    if "".join(left.words) == "".join(right.words):
        return NameComparison(Sameness.SAME, "equal", 1.0)
    shorter, longer = sorted((left, right), key=lambda p: (len(p.words), p.words))
    if len(shorter.words) == 1:
        return _one_word(shorter.words[0], longer.words)
    if left.sons and right.sons and _swapped(left.words, right.words):
        return NameComparison(Sameness.DIFFERENT, "order", 0.6)
    if _middle_initials_differ(shorter.words, longer.words):
        return NameComparison(Sameness.DIFFERENT, "initials", 0.6)
    return _by_relations(shorter.words, longer.words)


def _swapped(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """The son of one is not the father of the other."""
    return (sorted(a) == sorted(b) and a[0] != b[0] and a[-1] == b[-1]) or (sorted(a) == sorted(b) and len(a) == 2)


def _middle_initials_differ(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """George H. W. and George W. are father and son."""
    few, many = shorter[1:-1], longer[1:-1]
    if not few or any(len(w) > 1 for w in few + many):
        return False
    return few != many[: len(few)]


def _one_word(word: str, words: tuple[str, ...]) -> NameComparison:
    if len(words) == 1:
        found = relation(word, words[0])
        alike = similarity(word, words[0])
        if found >= Relation.VARIANT:
            return NameComparison(Sameness.SAME, "equal" if found is Relation.EQUAL else "variant", alike)
        if found is Relation.SIMILAR and min(len(word), len(words[0])) > 5 and alike > 0.8:
            return NameComparison(Sameness.SAME, "spelling", alike)
        return NameComparison(Sameness.UNSURE if found >= Relation.SIMILAR else Sameness.DIFFERENT, "spelling", alike)
    if word in (words[0], words[-1]) or (word in words and len(word) > 2):
        return NameComparison(Sameness.SAME, "part", 0.9)
    if word == "".join(w[0] for w in words):
        return NameComparison(Sameness.SAME, "initials", 0.8)
    best = max(similarity(word, w) for w in (words[0], words[-1]))
    close = best >= 0.75 and len(word) > 4
    return NameComparison(Sameness.UNSURE if close else Sameness.DIFFERENT, "part", best * 0.8)


def matched(shorter: tuple[str, ...], longer: tuple[str, ...]) -> list[tuple[Relation, str, str]]:
    """For each word of `shorter` its best partner in `longer`, each taken once, the surest pairs first."""
    pairs = sorted(
        (-relation(s, w), -similarity(s, w), abs(i - j), i, j)
        for i, s in enumerate(shorter)
        for j, w in enumerate(longer)
    )
    taken: dict[int, int] = {}
    for _, _, _, i, j in pairs:
        if i not in taken and j not in taken.values():
            taken[i] = j
    return [(relation(s, longer[taken[i]]), s, longer[taken[i]]) for i, s in enumerate(shorter)]


def _by_relations(shorter: tuple[str, ...], longer: tuple[str, ...]) -> NameComparison:
    found = matched(shorter[:8], longer[:10])
    relations = sorted(r for r, _, _ in found)
    alike = sum(similarity(s, w) for _, s, w in found) / len(found)
    worst, second = relations[0], relations[1]
    if worst >= Relation.INITIAL:
        if relations[-1] is Relation.INITIAL:
            return NameComparison(Sameness.UNSURE, "initials", alike)
        whole = "part" if len(shorter) < len(longer) else "order"
        reason = {Relation.EQUAL: whole, Relation.VARIANT: "variant"}.get(worst, "initials")
        return NameComparison(Sameness.SAME, reason, alike)
    if worst is Relation.SIMILAR and second >= Relation.VARIANT:
        return NameComparison(Sameness.SAME, "spelling", alike)
    if worst >= Relation.NEAR and second >= Relation.NEAR:
        return NameComparison(Sameness.UNSURE, "spelling", alike)
    return NameComparison(Sameness.DIFFERENT, "other", alike * 0.8)


def persons_spelled_differently(a: str, b: str) -> bool:
    """Whether two full names read as two spellings of one: given name and surname both alike, not both equal."""
    left, right = _person(a), _person(b)
    if left.generation and right.generation and left.generation != right.generation:
        return False
    shorter, longer = sorted((left.words, right.words), key=lambda words: (len(words), words))
    if len(shorter) < 2 or "".join(shorter) == "".join(longer):
        return False
    found = matched(shorter[:8], longer[:10])
    relations = [r for r, _, _ in found]
    if Relation.OTHER in relations or all(r is Relation.EQUAL for r in relations):
        return False
    if not all(starts_alike(s, w) for _, s, w in found):
        return False
    if Relation.INITIAL in relations:
        return all(r is Relation.INITIAL or (s != w and len(s) > 6 and r >= Relation.SIMILAR) for r, s, w in found)
    return relations.count(Relation.NEAR) < len(relations) or _alike_as_a_whole(shorter, longer)


def _alike_as_a_whole(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    return similarity("".join(shorter), "".join(longer)) >= 0.7
