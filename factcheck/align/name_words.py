"""How two words of two names relate: equal, forms of one name, an initial, similar letters, or nothing."""

from collections import defaultdict
from enum import IntEnum
from functools import cache

from factcheck.align.letters import edits, ratio
from factcheck.align.name_fold import compiled, fold, rewritten
from factcheck.data import lexicon_classes
from factcheck.extract.gazetteer import GIVEN, gazetteer

_SIMILAR = 80.0
_NEAR = 62.0
_SHORT = 4
_FOLDS = (
    ("^ye", "e"),
    ("dzh|dsch|dj|zh|j(?=[aeou])", "j"),
    ("schtsch|shch", "s"),
    ("tsch|tch|(?<!s)ch|cz|tj", "c"),
    ("sch|sh|sz", "s"),
    ("ph", "f"),
    ("kh|gh|q|ck|c(?=[aou]|$)|kk|x", "k"),
    ("th|tt|dt", "t"),
    ("ou|oo|oe|ue|w(?=[aeiou])|yu|iu|eu", "u"),
    ("eo|yo|ye|ya|ia|ie|iy|yi|ij|ay|ai|ei|ey|ae|ea|io|ee|j|y", "i"),
    ("ts|tz|z", "s"),
    ("w|ff?$", "v"),
    ("h(?![aeiou])|(?<=[^aeiou])h", ""),
    (r"(.)\1+", r"\1"),
)
_VOWEL = "[aeiou]"
_UNVOICED = str.maketrans("gdbzv", "ktpsf")
_LONGEST_SHORT_FORM = 5


class Relation(IntEnum):
    """From nothing in common to the same word."""

    OTHER = 0
    NEAR = 1
    SIMILAR = 2
    INITIAL = 3
    VARIANT = 4
    EQUAL = 5


@cache
def _variants() -> dict[str, frozenset[str]]:
    """Given name → the lines of the lexicon that it stands on."""
    lines: defaultdict[str, set[str]] = defaultdict(set)
    for key, forms in lexicon_classes("given-name-variants").items():
        for form in (key, *forms):
            lines[fold(form)].add(key)
    return {form: frozenset(keys) for form, keys in lines.items()}


def relation(a: str, b: str) -> Relation:
    """The relation of two folded words, the same either way round."""
    if a == b:
        return Relation.EQUAL
    if len(a) == 1 or len(b) == 1:
        return Relation.INITIAL if a[0] == b[0] else Relation.OTHER
    if _variants().get(a, frozenset()) & _variants().get(b, frozenset()):
        return Relation.VARIANT
    if _gendered(a, b):
        return Relation.OTHER
    if min(len(a), len(b)) > 2 and (a == f"{b}ko" or b == f"{a}ko"):
        # Japanese women's names of a century ago stand with and without it.
        return Relation.VARIANT
    return Relation.VARIANT if _same_sound(a, b) else _by_letters(a, b)


def is_short_form(a: str, b: str) -> bool:
    """Whether one folded given name is a customary short form of the other: Tom and Thomas, not Jon and John."""
    shorter, longer = sorted(map(len, (a, b)))
    of_one_name = _variants().get(a, frozenset()) & _variants().get(b, frozenset())
    return bool(of_one_name) and shorter <= _LONGEST_SHORT_FORM and longer - shorter > 1


def similarity(a: str, b: str) -> float:
    """How alike two folded words are, 0 to 1."""
    found = relation(a, b)
    if found >= Relation.INITIAL:
        return {Relation.INITIAL: 0.85, Relation.VARIANT: 0.95}.get(found, 1.0)
    return ratio(a, b) / 100 * 0.9


def _by_letters(a: str, b: str) -> Relation:
    same_start = starts_alike(a, b)
    shorter = min(len(a), len(b))
    if shorter < _SHORT:
        close = a[0] == b[0] and abs(len(a) - len(b)) < 3 and max(len(a), len(b)) > 2
        return Relation.NEAR if close else Relation.OTHER
    alike = ratio(a, b)
    distance = edits(a, b, at_most=3)
    if _known(a) and _known(b):
        # Marine and Marie, Jonas and Jonah: two names in use, however alike.
        return Relation.NEAR if same_start and distance == 1 else Relation.OTHER
    if same_start and distance <= 1 + (shorter > 6) and (alike >= _SIMILAR or (distance == 1 and shorter > _SHORT)):
        return Relation.SIMILAR
    if same_start and not a.endswith(b) and not b.endswith(a) and _near(a, b, alike):
        return Relation.NEAR
    return Relation.NEAR if alike >= _SIMILAR - 5 and distance == 1 else Relation.OTHER


def _near(a: str, b: str, alike: float) -> bool:
    sound = ratio(_sound(a), _sound(b))
    if _bones(a) == _bones(b) and len(_bones(a)) > 2:
        return True
    if min(len(a), len(b)) <= _SHORT + 1:
        return alike >= _NEAR + 8 or sound >= _SIMILAR
    return max(alike, sound) >= _NEAR


def starts_alike(a: str, b: str) -> bool:
    """Whether two folded words begin with one sound: romanisations vary in voice ("Gurban", "Kurban"), not in place."""
    return _sound(a)[:1].translate(_UNVOICED) == _sound(b)[:1].translate(_UNVOICED)


def of_one_sound(a: str, b: str) -> bool:
    """Whether two longer words have the same consonants, voiced or not: romanisations of one Arabic or Turkic name."""
    left, right = (_bones(word).translate(_UNVOICED) for word in (a, b))
    return left == right and len(left) > 2 and starts_alike(a, b) and ratio(a, b) >= _SIMILAR


def _known(word: str) -> bool:
    return bool(gazetteer().words.get(word.capitalize(), 0) & GIVEN)


def _bones(word: str) -> str:
    return compiled(_VOWEL).sub("", _sound(word))


def _gendered(a: str, b: str) -> bool:
    """Mario and Maria, Daniel and Daniela are two people's names, not two spellings."""
    shorter, longer = sorted((a, b), key=len)
    if len(longer) - len(shorter) == 1 and longer[:-1] == shorter:
        return longer[-1] == "a" or (longer[-1] == "e" and (_known(shorter) or _known(longer)))
    return len(a) == len(b) and a[:-1] == b[:-1] and {a[-1], b[-1]} in ({"a", "o"}, {"e", "a"}, {"a", "i"})


@cache
def _sound(word: str) -> str:
    """The word with the letters folded that romanisations write differently."""
    return rewritten(word, _FOLDS)


def _same_sound(a: str, b: str) -> bool:
    """Romanisations of one name: one sound, or the same consonants in longer words whose vowels wander (Arabic)."""
    left, right = _sound(a), _sound(b)
    if left == right and min(len(a), len(b)) > 1:
        return ratio(a, b) >= 50 or len(left) > 2
    bones = _bones(a)
    return bones == _bones(b) and len(bones) >= 4 and left[0] == right[0] and ratio(a, b) >= 70
