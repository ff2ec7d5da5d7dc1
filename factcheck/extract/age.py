"""Ages: "29-year-old", "six years of age", "aged 29", "ages 6 and 11", "Jomar Ilagan, 29,"."""

from functools import cache

from msgspec import Struct

from factcheck.data import lexicon
from factcheck.extract.number import NumberPhrase
from factcheck.model import Hedge
from factcheck.tokens import Tokens

_OLDEST = 120
_SPANS = {"year": "year", "yr": "year", "month": "month", "week": "week", "day": "day"}
_BEFORE = frozenset(("aged", "age", "ages"))
_AFTER_BARE = frozenset((",", ".", ";", ")", "(", "?", "!", "-", "–", "—"))
_PREDICATE_VERBS = frozenset(("is", "was", "turned", "turns"))
_PREDICATE_ADVERBS = frozenset(("only", "just", "now", "then"))
_PREDICATE_ENDS = frozenset((",", ".", ";", "!", "?", ")", "–", "—", "when", "at", "then", "now", "but"))
_TURNED = frozenset(("turned", "turns"))
_BIRTHDAYS = frozenset(("on", "in", "this", "last", "next", "today", "yesterday", "tomorrow"))
_LIST_LINKS = frozenset((",", "and", "or", "to"))


class Age(Struct, frozen=True, gc=False):
    """An age at tokens [first, past) in `unit`, "year of age" or a shorter one."""

    first: int
    past: int
    unit: str


@cache
def _not_names() -> frozenset[str]:
    return frozenset(lexicon("not-before-age"))


@cache
def _person_nouns() -> frozenset[str]:
    return frozenset(lexicon("person-nouns"))


def ages(tokens: Tokens, phrases: tuple[NumberPhrase, ...]) -> dict[int, Age]:
    """Index of a number phrase → the age it states."""
    found: dict[int, Age] = {}
    for i, phrase in enumerate(phrases):
        age = None if phrase.ordinal or phrase.currency else _age(tokens, phrase)
        if age is None and i - 1 in found and _continues(tokens, phrases[i - 1], phrase, found[i - 1]):
            age = Age(phrase.first, phrase.past, found[i - 1].unit)
        if age is not None:
            found[i] = age
    for i in range(len(phrases) - 2, -1, -1):
        if i not in found and i + 1 in found and _shares(tokens, phrases[i], phrases[i + 1], found[i + 1]):
            found[i] = Age(phrases[i].first, phrases[i].past, found[i + 1].unit)
    return found


def _age(tokens: Tokens, phrase: NumberPhrase) -> Age | None:
    suffix = _suffix(tokens, phrase.past)
    if suffix is not None:
        return Age(phrase.first, suffix[1], f"{suffix[0]} of age")
    if not _plausible(phrase):
        return None
    before = _lower(tokens, phrase.first - 1)
    if (
        before == "both"
        and phrase.past < len(tokens)
        and tokens.words[phrase.past] == ","
        and tokens.words[phrase.first - 2] == ","
    ):
        return Age(phrase.first, phrase.past, "year of age")
    if before == "of":
        before = _lower(tokens, phrase.first - 2)
    if before in _BEFORE and _lower(tokens, phrase.past) not in ("%", "percent"):
        first = phrase.first - 1 if tokens.lower[phrase.first - 1] in _BEFORE else phrase.first
        return Age(first, phrase.past, "year of age")
    bare = _is_apposition(tokens, phrase) or _is_predicate(tokens, phrase)
    return Age(phrase.first, phrase.past, "year of age") if bare else None


def _suffix(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Span of time and past-last token of "-year-old", "years old", "months of age", "yo"."""
    at = _past_hyphen(tokens, index)
    word = _lower(tokens, at)
    if word in ("yo", "y.o."):
        return "year", at + 1
    span = _SPANS.get(word.removesuffix("s"))
    if span is None:
        return None
    at = _past_hyphen(tokens, at + 1)
    if _lower(tokens, at) in ("old", "olds"):
        return span, at + 1
    return (span, at + 2) if _lower(tokens, at) == "of" and _lower(tokens, at + 1) == "age" else None


def _plausible(phrase: NumberPhrase) -> bool:
    return 0 < phrase.low <= phrase.high <= _OLDEST and isinstance(phrase.low, int) and not phrase.vague


def _is_apposition(tokens: Tokens, phrase: NumberPhrase) -> bool:
    """Whether the number stands alone between commas, or in brackets, after a capitalised name."""
    first = phrase.first
    if phrase.words or phrase.hedge is not Hedge.EXACT or first < 2 or phrase.low != phrase.high:
        return False
    mark, name = tokens.words[first - 1], tokens.lower[first - 2]
    if name == "." and first > 2 and tokens.touches(first - 2):
        name = tokens.lower[first - 3]
    named = tokens.words[first - 2][0].isupper() and name not in _not_names()
    if mark not in (",", "(") or not (named or name in _person_nouns()):
        return False
    after = tokens.words[phrase.past] if phrase.past < len(tokens) else "."
    if mark == "(":
        return after in (")", ",")
    if not tokens.touches(first - 1) or after not in _AFTER_BARE:
        return False
    closed = phrase.past >= len(tokens) or tokens.touches(phrase.past) or after in "(–—-"
    numbered = phrase.past + 1 < len(tokens) and tokens.words[phrase.past + 1][0].isdigit()
    return closed and not numbered


def _is_predicate(tokens: Tokens, phrase: NumberPhrase) -> bool:
    """Whether the number is all that is said of one person: "he was three when", "who is seventy,"."""
    at = phrase.first - 1
    if _lower(tokens, at) in _PREDICATE_ADVERBS:
        at -= 1
    after, verb = _lower(tokens, phrase.past), _lower(tokens, at)
    ends = not after or after in _PREDICATE_ENDS or (verb in _TURNED and after in _BIRTHDAYS)
    if not ends or phrase.low <= 1 or phrase.low != phrase.high:
        return False
    return verb in _PREDICATE_VERBS and (verb in _TURNED or _lower(tokens, at - 1) in ("he", "she", "who"))


def _continues(tokens: Tokens, before: NumberPhrase, phrase: NumberPhrase, age: Age) -> bool:
    """Whether a number goes on with a list of ages: "ages 6, 11 and 15"; not "Smith, 29, and 3 others"."""
    listed = _lower(tokens, age.first) in _BEFORE or _lower(tokens, age.first - 1) in (*_LIST_LINKS, "of")
    gap = tokens.lower[before.past : phrase.first]
    if not listed or not 0 < len(gap) <= 2 or not all(word in _LIST_LINKS for word in gap) or age.past != before.past:
        return False
    follows = _lower(tokens, phrase.past)
    return _plausible(phrase) and (
        not follows.isalpha() or follows in ("and", "or", "respectively", "were", "are", "was", "who")
    )


def _shares(tokens: Tokens, phrase: NumberPhrase, after: NumberPhrase, age: Age) -> bool:
    """Whether a number shares the words of the age after it: "an 18 and 15 year old", "6 and 11 years old"."""
    gap = tokens.lower[phrase.past : after.first]
    return age.past > after.past and gap in (("and",), ("or",), (",",)) and _plausible(phrase)


def _past_hyphen(tokens: Tokens, index: int) -> int:
    return index + 1 if _lower(tokens, index) in ("-", "–", "‑") else index


def _lower(tokens: Tokens, index: int) -> str:
    return tokens.lower[index] if 0 <= index < len(tokens) else ""
