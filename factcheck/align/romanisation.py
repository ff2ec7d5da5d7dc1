"""Whether the words of two names are two romanisations of one: Chinese, Korean, Baltic, and scripts without vowels.

Each language has several systems in print ("Mao Tse-tung", "Mao Zedong"; "Yoon", "Yun"), which no likeness of letters
joins safely. Words are folded as `words_of` folds them.
"""

import re
from functools import cache

from factcheck.align.letters import ratio
from factcheck.align.name_fold import compiled, rewritten
from factcheck.align.name_words import Relation, relation
from factcheck.data import lexicon_classes
from factcheck.model import Sameness

Words = tuple[str, ...]

_INITIAL = "(?:zh|ch|sh|r)(?!i[aeioun])|[jqx](?=[iu])|[bpmfdtnlgkhzcsyw]"
_FINAL = "iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|er|in|un|ia|ie|iu|ua|uo|ui|ue|[aeiou]"
_INITIALS = {"zh": "ch", "j": "ch", "q": "ch", "x": "hs", "z": "ts", "c": "ts", "r": "j", "g": "k", "d": "t", "b": "p"}
_FINALS = {"ong": "ung", "iong": "iung", "ian": "ien", "ie": "ieh", "ue": "ueh"}
_SYLLABLES = {
    **dict.fromkeys(("zhi", "chi"), "chih"),
    **dict.fromkeys(("zi", "ci"), "tsu"),
    "shi": "shih",
    "ri": "jih",
    "si": "su",
    "er": "erh",
    "yan": "yen",
    "ye": "yeh",
    "you": "yu",
    "yi": "i",
}
_SPELLINGS = (("tz", "ts"), ("ssu", "su"))
_SHORTEST_CHINESE = 5
_KOREAN = (
    ("ng", "N"),
    ("sh", "s"),
    ("tch|ch|jj", "j"),
    ("kk|ck|k|g|q", "g"),
    ("tt|t|d", "d"),
    ("pp|p|b", "b"),
    ("[rl]+", "l"),
    ("yeo|you|yeu|yoo|yo|yu", "Y"),
    ("wo|weo", "W"),
    ("eo|eu|oo|ou|[ou]h(?![aeiouYW])|o|u", "o"),
    ("ae|ai|ay|eh(?![aeiouYW])", "e"),
    ("ee|i", "i"),
    ("ah(?![aeiouYW])", "a"),
    (r"(.)\1+", r"\1"),
)
_SHORTEST_KOREAN = 4
_BALTIC_ENDING = "(?<=[^aeious])(?:as|is|us|s)$"
_UNVOWELLED = "[\u0590-\u05ff\u0600-\u06ff]"
_CONSONANTS = (
    ("ph", "b"),
    ("gh|kh|ch|ck|q|g|x|c", "k"),
    ("sh|zh|z|j", "s"),
    ("th", "t"),
    ("dh", "d"),
    ("[pfv]", "b"),
    ("(?<!^)h|[aeiouyw]", ""),
    (r"(.)\1+", r"\1"),
)
_SHORTEST_SKELETON = 5
_NEAR_SKELETON = 75.0


def same_romanised(a: Words, b: Words) -> bool:
    """Whether both names read as one Chinese, Korean or Baltic name in two systems of romanisation."""
    return _same_chinese(a, b) or _same_korean(a, b) or _same_without_endings(a, b)


@cache
def _pinyin() -> re.Pattern[str]:
    return re.compile(f"(?:(?:{_INITIAL})?(?:{_FINAL}))" + "{1,3}")


@cache
def _syllable() -> re.Pattern[str]:
    return re.compile(f"({_INITIAL})?({_FINAL})")


def _is_pinyin(words: Words) -> bool:
    return all(_pinyin().fullmatch(word) for word in words)


def _same_chinese(a: Words, b: Words) -> bool:
    """One name in Pinyin, the other in a spelling that Pinyin does not have and that Wade and Giles give it.

    The apostrophes that tell ch from ch' are seldom printed, so j and q, z and c fall together.
    """
    if len("".join(a)) < _SHORTEST_CHINESE or _is_pinyin(a) == _is_pinyin(b):
        return False
    pinyin, other = (a, b) if _is_pinyin(a) else (b, a)
    printed = "".join(other)
    for letters, spelling in _SPELLINGS:
        printed = printed.replace(letters, spelling)
    return printed == "".join(_wade_giles(initial, final) for w in pinyin for initial, final in _syllables(w))


def _syllables(word: str) -> list[tuple[str, str]]:
    return _syllable().findall(word)


def _wade_giles(initial: str, final: str) -> str:
    if initial + final in _SYLLABLES:
        return _SYLLABLES[initial + final]
    if final == "uo" and initial not in ("g", "k", "h", "sh"):
        final = "o"
    return _INITIALS.get(initial, initial) + _FINALS.get(final, final)


@cache
def _korean_surnames() -> dict[str, frozenset[str]]:
    lines: dict[str, set[str]] = {}
    for key, forms in lexicon_classes("korean-surnames").items():
        for form in (key, *forms):
            lines.setdefault(form, set()).add(key)
    return {form: frozenset(keys) for form, keys in lines.items()}


def _same_korean(a: Words, b: Words) -> bool:
    """Spellings of one surname, and given names of the same syllables once the systems' letters are folded."""
    if _is_pinyin(a) and _is_pinyin(b):
        return False
    return any(_same_korean_in_order(left, right) for left in _orders(a) for right in _orders(b))


def _orders(words: Words) -> tuple[Words, Words]:
    """The name as written and with the last word, a surname in Western order, first."""
    return words, (*words[-1:], *words[:-1])


def _same_korean_in_order(a: Words, b: Words) -> bool:
    known = _korean_surnames()
    if not known.get(a[0], frozenset()) & known.get(b[0], frozenset()):
        return False
    left, right = _korean("".join(a[1:])), _korean("".join(b[1:]))
    return left == right and len(left) >= _SHORTEST_KOREAN


def _korean(given: str) -> str:
    return rewritten(given, _KOREAN)


def _same_without_endings(a: Words, b: Words) -> bool:
    """Latvian and Lithuanian decline foreign names: "Olafs Šolcs", "Borisas Džonsonas"."""
    endings = [all(len(w) > 3 and compiled(_BALTIC_ENDING).search(w) for w in words) for words in (a, b)]
    if min(len(a), len(b)) < 2 or endings[0] == endings[1]:
        return False
    declined, plain = (a, b) if endings[0] else (b, a)
    stems = [compiled(_BALTIC_ENDING).sub("", word) for word in declined]
    ends = ((stems[0], plain[0]), (stems[-1], plain[-1]))
    return all(relation(stem, word) >= Relation.VARIANT for stem, word in ends)


def without_vowels(name: str) -> bool:
    """Whether the name as written has letters of a script that leaves short vowels out (Arabic, Hebrew)."""
    return bool(compiled(_UNVOWELLED).search(name))


def compare_consonants(a: Words, b: Words) -> tuple[Sameness, float]:
    """Compares a name from such a script with one in letters: each word by its consonants alone."""
    shorter, longer = sorted(([_skeleton(w) for w in words] for words in (a, b)), key=lambda words: (len(words), words))
    rest = [bones for bones in longer if bones]
    found = []
    for bones in filter(None, shorter):
        best = max(rest, key=lambda other: (ratio(bones, other), other), default="")
        found.append(ratio(bones, best))
        if best:
            rest.remove(best)
    if not found:
        return Sameness.UNSURE, 0.0
    alike = sum(found) / len(found) / 100
    if min(found) == 100 and len("".join(shorter)) >= _SHORTEST_SKELETON:
        return Sameness.SAME, 0.9
    return (Sameness.UNSURE if min(found) >= _NEAR_SKELETON else Sameness.DIFFERENT), alike * 0.8


def _skeleton(word: str) -> str:
    return rewritten(word, _CONSONANTS)
