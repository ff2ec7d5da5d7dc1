"""Where a number's noun stands: after it, after "of", or behind a verb ("three of the victims were women")."""

from functools import cache

from factcheck.data import lexicon
from factcheck.extract.counted import Counted, counted_at
from factcheck.extract.noun import elided_nouns, singular
from factcheck.extract.number import NumberPhrase
from factcheck.extract.spelled import starters
from factcheck.tokens import Tokens

# Scales without a unit, named before their number: "a magnitude-6.7 earthquake".
_SCALES_BEFORE = frozenset(("magnitude",))
_QUOTES = frozenset("\"”'’")
_OWNERS = frozenset(("the", "these", "those", "its", "their", "his", "her"))
_BEFORE_NUMBER = frozenset(("last", "first", "next", "past", "previous", "other", "remaining", "final"))
_PRONOUNS = frozenset(("them", "whom", "which", "these", "those"))
_COPULAS = frozenset(("are", "were"))
_MAX_MODIFIERS = 2
_MAX_NUMBER = 4
_PARTICIPLE_ENDS = ("ed", "ing", "en", "ly")
_NO_NOUN_MODIFIERS = frozenset(
    ("sent", "shown", "paid", "taught", "told", "hit", "cut", "due", "worth", "now", "still")
)
# "Two were due hours later" and "five are miles away" measure.
_MEASURES = frozenset(("minute", "hour", "day", "week", "month", "year", "time", "mile", "metre", "kilometre"))


def counted_by(tokens: Tokens, phrase: NumberPhrase) -> Counted | None:
    """What a number counts; None where a hyphen makes it part of a compound that counts nothing."""
    at, end = phrase.past, tokens.sentence_at(phrase.past - 1)[1]
    if at + 1 < len(tokens) and tokens.words[at] == "-" and tokens.touches(at) and tokens.touches(at + 1):
        return _hyphenated(tokens, at)
    scale = _scale_before(tokens, phrase)
    if scale is not None:
        return Counted(scale, (), at)
    if phrase.vague and at + 1 < len(tokens) and tokens.words[at] in _QUOTES:
        at += 1
    noun = _past_of(tokens, at, vague=phrase.vague)
    one = 0 < phrase.high <= 1
    counted = counted_at(tokens, noun, end, one=one)
    share = phrase.first > 1 and tokens.lower[phrase.first - 1] == "in" and _is_number(tokens.lower[phrase.first - 2])
    if one or share or (counted.head is not None and noun == phrase.past):
        return counted
    return _predicate(tokens, counted, end) or counted


def _hyphenated(tokens: Tokens, hyphen: int) -> Counted | None:
    word = singular(tokens.lower[hyphen + 1])
    if word == "strong":
        return Counted(None, (word,), hyphen + 2)
    return Counted(word, (), hyphen + 2) if word in _hyphen_counted() else None


@cache
def _hyphen_counted() -> frozenset[str]:
    return frozenset(lexicon("hyphen-counted"))


def _scale_before(tokens: Tokens, phrase: NumberPhrase) -> str | None:
    before = phrase.first - 1
    joined = before > 0 and tokens.words[before] == "-" and tokens.touches(phrase.first)
    at = before - 1 if joined or (before > 0 and tokens.lower[before] == "of") else before
    return tokens.lower[at] if at >= 0 and tokens.lower[at] in _SCALES_BEFORE else None


def _past_of(tokens: Tokens, index: int, *, vague: bool) -> int:
    """The token at which what a number that ends before token `index` counts may begin, past "of the", "of the 12"."""
    at = index
    if tokens.lower[at : at + 2] == ("out", "of"):
        at += 1
    if tokens.lower[at : at + 1] != ("of",) or at + 1 >= len(tokens):
        return index
    after = tokens.lower[at + 1]
    if after in _PRONOUNS and not (after in _OWNERS and _goes_on(tokens, at + 2)):
        return at + 2
    if not (vague or after in _OWNERS or _is_number(after)):
        return index
    at += 1
    while at < len(tokens) and tokens.lower[at] in _OWNERS:
        at += 1
    if tokens.lower[at : at + 1] and tokens.lower[at] in _BEFORE_NUMBER and at + 1 < len(tokens):
        at += _is_number(tokens.lower[at + 1])
    limit = min(len(tokens), at + _MAX_NUMBER)
    while at < limit and _is_number(tokens.lower[at]) and tokens.words[at + 1 : at + 2] != ("-",):
        at += 1
    return at


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether a noun phrase goes on at token `index`, so that "these" before it is no pronoun."""
    return index < len(tokens) and tokens.words[index][0].isalnum() and tokens.lower[index] not in _COPULAS


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in starters()


def _predicate(tokens: Tokens, subject: Counted, end: int) -> Counted | None:
    """What a verb of being says those counted are: "five of the dead were children", "two are brothers"."""
    if subject.past >= end or tokens.lower[subject.past] not in _COPULAS:
        return None
    noun = counted_at(tokens, subject.past + 1, end, one=False)
    if noun.head is None or noun.head in _MEASURES or len(noun.modifiers) > _MAX_MODIFIERS:
        return None
    if any(w.endswith(_PARTICIPLE_ENDS) or w in elided_nouns() or w in _NO_NOUN_MODIFIERS for w in noun.modifiers):
        return None
    return Counted(noun.head, noun.modifiers, noun.past, predicate=True)
