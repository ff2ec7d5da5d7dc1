"""Compares the names of two organisations or two places."""

from functools import cache

from factcheck.align.letters import ratio
from factcheck.align.name_fold import compiled, fold, words_of
from factcheck.data import lexicon_classes
from factcheck.extract.gazetteer import DEMONYM, ORG_HEAD, ORG_OPENER, PLACE, gazetteer
from factcheck.extract.name_aliases import canonical
from factcheck.model import Category, NameComparison, Sameness

_POSSESSIVE = r"['’]s\b"
_SPELLING = 82.0
_MAX_WORDS = 24
_ENDINGS = frozenset({"s", "n", "ns", "an", "ans", "ian", "ians", "ese", "i", "ish", "er", "ers"})


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word for entry in lexicon_classes("entity-words")[kind] for word in words_of(entry))


@cache
def _spellings() -> dict[str, str]:
    pairs = (entry.split("/") for entry in lexicon_classes("entity-words")["letter"])
    return dict(pairs)


def _core(name: str) -> tuple[str, ...]:
    """The words that carry the name: without articles, and without its legal form where something else is left."""
    name = name.partition(" in ")[0] or name
    plain = compiled(_POSSESSIVE).sub("", name.replace("&", " and "))
    spelled = [_spellings().get(w, w) for w in words_of(plain)][:_MAX_WORDS]
    words = [w for w in spelled if w not in _words("stop")] or spelled
    return tuple([w for w in words if w not in _words("legal")] or words)


def compare_entities(a: str, b: str, category: Category) -> NameComparison:
    """Equal words, aliases and acronyms are the same, another direction or number is different; letters decide last."""
    left, right = _core(a), _core(b)
    if not left or not right:
        return NameComparison(Sameness.UNSURE, "empty", 0.0)
    if _seats_differ(a, b):
        return NameComparison(Sameness.DIFFERENT, "other", 0.7)
    if left == right or "".join(left) == "".join(right):
        return NameComparison(Sameness.SAME, "equal", 1.0)
    if _alias(a, category) == _alias(b, category):
        return NameComparison(Sameness.SAME, "alias", 1.0)
    if _acronym(a, b) or _acronym(b, a):
        return NameComparison(Sameness.SAME, "acronym", 0.95)
    veto = _veto(left, right)
    if veto:
        return NameComparison(Sameness.DIFFERENT, veto, ratio(" ".join(left), " ".join(right)) / 200)
    return _by_words(left, right, category)


def _seats_differ(a: str, b: str) -> bool:
    """Whether both names say where, and not the same: "X in Iraq", "X in the Arabian Peninsula"."""
    seats = [words_of(name.partition(" in ")[2]) for name in (a, b)]
    return bool(seats[0] and seats[1]) and not set(seats[0]) & set(seats[1])


def _alias(name: str, category: Category) -> str:
    plain = name.strip()
    for prefix in ("the ", "The ", "State of ", "City of ", "Republic of "):
        plain = plain.removeprefix(prefix)
    return fold(canonical(plain, category) or canonical(name, category) or plain)


def _acronym(short: str, long: str) -> bool:
    letters = fold(short).replace(".", "").strip()
    if not 2 <= len(letters) <= 8 or not letters.isalnum() or not short.replace(".", "").isupper():
        return False
    words = words_of(long)
    if len(words) < 2:
        return len(long) > 2 * len(letters) and "".join(c for c in long if c.isupper()).lower() == letters
    carrying = "".join(w[0] for w in words if w not in _words("stop"))
    shuffled = len(letters) > 3 and letters[0] == carrying[:1] and sorted(letters) == sorted(carrying)
    return shuffled or letters in ("".join(w[0] for w in words), carrying)


def _veto(left: tuple[str, ...], right: tuple[str, ...]) -> str | None:
    """A direction or a number that only one has, or that differs, tells two apart."""
    for reason, of_kind in (("direction", _words("direction").__contains__), ("number", _numeric)):
        if {w for w in left if of_kind(w)} != {w for w in right if of_kind(w)}:
            return reason
    return None


def _numeric(word: str) -> bool:
    return word.isdigit() or (len(word) > 1 and not word.strip("ivx"))


def _by_words(left: tuple[str, ...], right: tuple[str, ...], category: Category) -> NameComparison:
    shorter, longer = sorted((left, right), key=lambda words: (len(words), words))
    alike = ratio(" ".join(sorted(left)), " ".join(sorted(right))) / 100
    missing = [w for w in shorter if w not in longer]
    extra = [w for w in longer if w not in shorter]
    if not missing:
        return _contained(shorter, extra, category, alike)
    if len(missing) == len(extra) == 1 and (len(shorter) > 1 or len(missing[0]) > 3):
        return _one_word_differs(missing[0], extra[0], alike)
    joined = ratio("".join(left), "".join(right))
    if joined >= 92:
        return NameComparison(Sameness.SAME, "spelling", joined / 100)
    return NameComparison(Sameness.DIFFERENT, "other", alike * 0.8)


def _contained(shorter: tuple[str, ...], extra: list[str], category: Category, alike: float) -> NameComparison:
    """ "Harvard" and "Harvard University", "Taipei" and "Taipei City"; more than a general word more is unsure."""
    kind = "generic place" if category is Category.PLACE else "generic organisation"
    general = all(w in _words(kind) for w in extra)
    if extra == ["city"] and " ".join(shorter) in _lands():
        return NameComparison(Sameness.UNSURE, "part", 0.6)
    if not extra or (general and not all(w in _words(kind) for w in shorter)):
        return NameComparison(Sameness.SAME, "part", max(0.9, alike))
    if (
        category is Category.ORGANISATION
        and len(extra) == 1
        and _specific(shorter)
        and _only_qualifies(extra[0], shorter)
    ):
        return NameComparison(Sameness.SAME, "part", max(0.75, alike))
    return NameComparison(Sameness.UNSURE, "part", max(0.55, alike))


@cache
def _lands() -> frozenset[str]:
    """Countries and federal states: Mexico City is not Mexico."""
    places = lexicon_classes("places")
    return frozenset(" ".join(words_of(name)) for name in (*places["country"], *places["state"]))


def _specific(words: tuple[str, ...]) -> bool:
    """Whether a word of the name is more than "Ministry", "Army" or a place."""
    listed = gazetteer().words
    return any(not listed.get(w.capitalize(), 0) & (ORG_HEAD | ORG_OPENER | PLACE | DEMONYM) for w in words)


def _only_qualifies(extra: str, shorter: tuple[str, ...]) -> bool:
    classes = gazetteer().words.get(extra.capitalize(), 0) | gazetteer().words.get(extra.upper(), 0)
    return bool(classes & (PLACE | DEMONYM)) or (len(shorter) == 1 and not classes & (ORG_HEAD | ORG_OPENER))


def _inflected(a: str, b: str) -> bool:
    """A plural or a people's name beside the place's: "Ruritania", "Ruritanian", "Ruritanians"."""
    shorter, longer = sorted((a, b), key=len)
    return longer.startswith(shorter) and longer[len(shorter) :] in _ENDINGS


def _one_word_differs(a: str, b: str, alike: float) -> NameComparison:
    close = ratio(a, b)
    listed = gazetteer()
    known = all(listed.words.get(w.capitalize(), 0) & (PLACE | DEMONYM) for w in (a, b))
    if known or (a[0] != b[0] and close < 90) or min(len(a), len(b)) < 4:
        return NameComparison(Sameness.DIFFERENT, "other", alike * 0.8)
    if _inflected(a, b):
        return NameComparison(Sameness.UNSURE, "inflection", alike)
    if close >= _SPELLING:
        return NameComparison(Sameness.SAME, "spelling", max(alike, close / 100))
    if close >= _SPELLING - 12:
        return NameComparison(Sameness.UNSURE, "spelling", alike)
    return NameComparison(Sameness.DIFFERENT, "other", alike * 0.8)
