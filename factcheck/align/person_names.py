"""Compares the names of two persons."""

from factcheck.align.letters import edits, ratio
from factcheck.align.name_fold import in_syllables
from factcheck.align.name_words import Relation, is_short_form, of_one_sound, relation, similarity, starts_alike
from factcheck.align.person_parts import Person, family_first, is_given, person
from factcheck.align.romanisation import compare_consonants, same_romanised, without_vowels
from factcheck.model import NameComparison, Sameness

_RUN_TOGETHER = 9
_MISTYPED = 90.0
_SHORT = 4
_HALF = 60.0


def compare_persons(a: str, b: str) -> NameComparison:
    """Sameness by the words of the names, whatever their order; a given name alone never decides."""
    left, right = person(a), person(b)
    if not left.words or not right.words:
        return NameComparison(Sameness.UNSURE, "empty", 0.0)
    excluded = _excluded(left, right)
    if excluded:
        return excluded
    if "".join(left.words) == "".join(right.words):
        return NameComparison(Sameness.SAME, "equal", 1.0)
    if without_vowels(a) != without_vowels(b):
        sameness, alike = compare_consonants(left.words, right.words)
        return NameComparison(sameness, "romanisation", alike)
    if in_syllables(a) and in_syllables(b):
        return _one_in_the_other(left, right)
    if min(len(left.words), len(right.words)) > 1 and same_romanised(left.words, right.words):
        return NameComparison(Sameness.SAME, "romanisation", 0.95)
    return _compare_words(left, right)


def _excluded(left: Person, right: Person) -> NameComparison | None:
    """What tells two people apart although the words of their names may be equal."""
    if left.generation and right.generation and left.generation != right.generation:
        return NameComparison(Sameness.DIFFERENT, "generation", 0.5)
    if left.ruler != right.ruler:
        return NameComparison(Sameness.UNSURE, "generation", 0.6)
    if left.couple != right.couple:
        return NameComparison(Sameness.UNSURE, "part", 0.6)
    if left.addressed is None and right.addressed is None:
        return None
    genders = [p.called if p.addressed is None else p.addressed for p in (left, right)]
    if None not in genders and genders[0] != genders[1]:
        return NameComparison(Sameness.DIFFERENT, "form-of-address", 0.5)
    return None


def _one_in_the_other(left: Person, right: Person) -> NameComparison:
    """Both as their bearers write them: no romanisation can have made a difference."""
    shorter, longer = sorted(("".join(p.words) for p in (left, right)), key=len)
    alike = ratio(shorter, longer) / 100
    return NameComparison(Sameness.SAME if shorter in longer else Sameness.DIFFERENT, "part", alike * 0.9)


def _compare_words(left: Person, right: Person) -> NameComparison:
    shorter, longer = sorted((left.words, right.words), key=lambda words: (len(words), words))
    if len(shorter) == 1:
        return _one_word(shorter[0], longer)
    if left.sons and right.sons and _swapped(left.words, right.words):
        return NameComparison(Sameness.DIFFERENT, "order", 0.6)
    if (
        len(longer) == 2
        and sorted(shorter) == sorted(longer)
        and all(map(is_given, shorter))
        and family_first().isdisjoint(shorter)
    ):
        return NameComparison(Sameness.UNSURE, "order", 0.7)
    if _middle_initials_differ(shorter, longer):
        return NameComparison(Sameness.DIFFERENT, "initials", 0.6)
    shorter, longer = _spread(_rejoined(shorter, longer), longer), _rejoined(longer, shorter)
    shorter, longer = sorted((shorter, longer), key=lambda words: (len(words), words))
    return _by_relations(shorter, longer) if len(shorter) > 1 else _one_word(shorter[0], longer)


def _rejoined(words: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Neighbouring words as one where the other name writes them so: "Ahmadi Nejad", "Ahmadinejad"."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] + word in others and joined[-1] not in others:
            joined[-1] += word
        else:
            joined.append(word)
    return tuple(joined)


def _spread(words: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Initials that stand together, spread where the other name has words for them: "JC Juncker"."""
    first = words[0]
    if not 2 <= len(first) <= 3 or any(c in "aeiouy" for c in first) or len(others) < len(words) + len(first) - 1:
        return words
    stand_for = all(word.startswith(initial) for initial, word in zip(first, others, strict=False))
    return (*first, *words[1:]) if stand_for else words


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
        return NameComparison(Sameness.SAME if len(word) > 2 else Sameness.UNSURE, "initials", 0.8)
    run_together = ratio(word, "".join(words))
    if len(word) >= _RUN_TOGETHER and run_together >= _MISTYPED:
        return NameComparison(Sameness.SAME, "spelling", run_together / 100)
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
    if all(r >= Relation.VARIANT or (r >= Relation.NEAR and of_one_sound(s, w)) for r, s, w in found):
        return NameComparison(Sameness.SAME, "romanisation", alike)
    if worst >= Relation.NEAR and second >= Relation.NEAR:
        return NameComparison(Sameness.UNSURE, "spelling", alike)
    return NameComparison(Sameness.DIFFERENT, "other", alike * 0.8)


def persons_by_short_form(a: str, b: str) -> bool:
    """Whether two full names differ only in a customary short form: Tom Reyes and Thomas Reyes."""
    shorter, longer = sorted((person(a).words, person(b).words), key=lambda words: (len(words), words))
    if len(shorter) < 2:
        return False
    unequal = [(s, w) for r, s, w in matched(shorter[:8], longer[:10]) if r is not Relation.EQUAL]
    return bool(unequal) and all(is_short_form(s, w) for s, w in unequal)


def persons_spelled_differently(a: str, b: str) -> bool:
    """Whether two full names read as two spellings of one: given name and surname both alike, not both equal."""
    left, right = person(a), person(b)
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
    if len(found) == 2 and any(r is Relation.NEAR and _little_in_common(s, w) for r, s, w in found):
        return False
    return relations.count(Relation.NEAR) < len(relations) or _alike_as_a_whole(shorter, longer)


def persons_misspelt(a: str, b: str) -> bool:
    """Whether two full names differ in one letter of one longer word, and neither spelling is a given name of its own.

    So alike, they read as one name misspelt even where one source has both; "Jon" and "John", or a mother and her
    son's feminine form, do not.
    """
    left, right = person(a), person(b)
    if len(left.words) != len(right.words) or len(left.words) < 2 or left.generation != right.generation:
        return False
    differing = [(one, other) for one, other in zip(left.words, right.words, strict=True) if one != other]
    if len(differing) != 1:
        return False
    one, other = differing[0]
    plural = f"{one}s" == other or f"{other}s" == one
    if plural or min(len(one), len(other)) <= _SHORT or (is_given(one) and is_given(other)):
        return False
    return relation(one, other) is not Relation.OTHER and edits(one, other) == 1 and starts_alike(one, other)


def _little_in_common(a: str, b: str) -> bool:
    """Wang Yi and Wang Yang: in words so short a first letter in common shows nothing."""
    return min(len(a), len(b)) < _SHORT and ratio(a, b) < _HALF


def _alike_as_a_whole(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    return similarity("".join(shorter), "".join(longer)) >= 0.7
