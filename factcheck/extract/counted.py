"""What a number counts: the head noun of the noun phrase after it, in the singular, and the words between."""

from msgspec import Struct

from factcheck.extract.noun import elided_nouns, ends_noun_phrase, is_invariant, is_plural, singular
from factcheck.extract.spelled import starters
from factcheck.tokens import Tokens

_LONGEST = 8
_MAX_MODIFIERS = 5
_PARENTHESIS_REACH = 8
# Plurals that stand before another noun as often as alone.
_PLURAL_MODIFIERS = frozenset(("sports", "arms", "sales", "goods", "customs", "systems", "operations", "women"))
_PARTICIPLE_ENDS = ("ed", "ing")
_PERSONS = frozenset(("man", "woman", "child", "boy", "girl", "adult", "teenager"))
# "The four injured attend" goes on with a verb; a noun phrase is over soon after such a word: "six more rescue boats".
_REACH_PAST_ELIDED = 3
# "Two boys' schools" are two schools, "the two boys' parents" and "two victims' parents" are those of two.
_DESCRIPTIVE = frozenset(("children", "women", "men", "boys", "girls", "people"))
_DEFINITE = frozenset(("the", "these", "those", "all", "both", "his", "her", "their", "its", "our"))
_POSSESSIVES = frozenset(("'s", "’s"))
_APOSTROPHES = frozenset("'’")


class Counted(Struct, frozen=True, gc=False):
    """A counted noun: its head in the singular, None where the text leaves it out, and the words before it.

    `predicate` marks a noun that stands behind a verb: "three of the victims were women".
    """

    head: str | None
    modifiers: tuple[str, ...] = ()
    past: int = 0
    predicate: bool = False


class _Word(Struct, frozen=True, gc=False):
    """A word with all that a hyphen or nothing parts from it: "low-income", "M1A2", "F-16s"; tokens end at `past`."""

    text: str
    head: str | None
    past: int


def counted_at(tokens: Tokens, index: int, end: int, *, one: bool) -> Counted:
    """What the number that ends before token `index` counts; its noun phrase goes no further than token `end`.

    `one` marks a number up to 1, whose noun has no plural to know it by.
    """
    words: list[str] = []
    owner: Counted | None = None
    past = _past_parenthesis(tokens, index, end)
    stop = min(end, past + _LONGEST)
    while past < stop:
        past = _past_joint(tokens, past, words)
        word = _word_at(tokens, past, end)
        if word is None or (one and _is_past_one(word, words)):
            break
        owned = _past_possessive(tokens, word.past, plural=word.head is not None)
        if owned is not None:
            owner = _owner(word, words, one=one) or owner
            if owner is not None and (word.text not in _DESCRIPTIVE or _is_definite(tokens, index)):
                return owner
        elif _is_livestock(tokens, word):
            words, past = [], word.past + 1
            continue
        elif word.head is not None and not _is_modifier(tokens, word):
            return _with_coordinated(tokens, Counted(word.head, _kept(words), word.past))
        words.append(word.text)
        past = owned or word.past
        stop = min(stop, past + _REACH_PAST_ELIDED) if word.text in elided_nouns() else stop
    return owner or _without_plural(words, past, one=one)


def _is_past_one(word: _Word, words: list[str]) -> bool:
    """Whether a word cannot belong to the phrase of one thing: a plural, or a participle after the noun."""
    if word.head is not None and not is_invariant(word.text):
        return True
    return bool(words) and (word.text in elided_nouns() or word.text.endswith("ed"))


def _owner(word: _Word, words: list[str], *, one: bool) -> Counted | None:
    """The owner as what is counted: "the four boys' parents" are those of four, "five of the firm's trucks" five."""
    return Counted(word.head or word.text, _kept(words), word.past) if one or word.head else None


def _is_definite(tokens: Tokens, index: int) -> bool:
    return index > 1 and tokens.lower[index - 2] in _DEFINITE


def _without_plural(words: list[str], past: int, *, one: bool) -> Counted:
    """The last of the words as what a number up to one counts; no noun for any other number."""
    if one and words and words[-1] not in elided_nouns() and not words[-1].endswith(("ed", "ly")):
        return Counted(words[-1], _kept(words[:-1]), past)
    return Counted(None, _kept(words), past)


def _kept(words: list[str]) -> tuple[str, ...]:
    return tuple(words[:_MAX_MODIFIERS])


def _word_at(tokens: Tokens, index: int, end: int) -> _Word | None:
    """The word that begins at token `index`, None where the noun phrase cannot go on with it."""
    if index >= end:
        return None
    first = tokens.lower[index]
    past = index + 1
    while past < end and tokens.touches(past):
        if tokens.words[past][0].isalnum():
            past += 1
        elif tokens.words[past] == "-" and past + 1 < end and tokens.touches(past + 1):
            past += 2
        else:
            break
    if past > index + 1:
        # A number word or an end such as "on" goes on where a hyphen joins it: "three-ton", "on-site".
        coded = first[0].isalnum() and any(part[0].isalpha() for part in tokens.lower[index:past])
    else:
        coded = first[0].isalpha() and first not in starters()
    joined = past > index + 1 and tokens.words[index + 1] == "-"
    if (
        not coded
        or (ends_noun_phrase(first) and not joined)
        or first.startswith(("http", "www."))
        or _is_contracted(first)
    ):
        return None
    text = "".join(tokens.lower[index:past])
    last = tokens.lower[past - 1]
    if last == "s" and past > index + 1 and tokens.words[past - 2][-1].isdigit():
        return _Word(text, text[:-1], past)
    return _Word(text, text[: -len(last)] + singular(last) if is_plural(last) else None, past)


def _is_contracted(word: str) -> bool:
    """Whether a verb hides in the word: "who'd", "they're", "don't"."""
    return word.endswith(("'d", "’d", "'ll", "’ll", "'ve", "’ve", "'re", "’re", "n't", "n’t"))


def _is_modifier(tokens: Tokens, word: _Word) -> bool:
    """Whether a plural is the first part of a longer noun: "police officers", "sports cars", "Hells Angels members"."""
    if word.past >= len(tokens) or not is_plural(tokens.lower[word.past]):
        return False
    name = tokens.words[word.past - 1][0].isupper() and tokens.words[word.past][0].islower()
    return name or word.text in _PLURAL_MODIFIERS or is_invariant(tokens.lower[word.past - 1])


def _past_parenthesis(tokens: Tokens, index: int, end: int) -> int:
    """The token after a short parenthesis that parts the number from its noun: "four (of six) inspectors"."""
    if index >= end or tokens.words[index] != "(":
        return index
    inner = tokens.words[index : min(end, index + _PARENTHESIS_REACH)]
    past = index + inner.index(")") + 1 if ")" in inner else index
    return past if past < end and tokens.words[past][0].islower() else index


def _past_joint(tokens: Tokens, index: int, words: list[str]) -> int:
    """The token after "and" or a comma between two participles: "armed and masked men", "armed, masked men"."""
    if not words or tokens.lower[index] not in ("and", ",") or not words[-1].endswith(_PARTICIPLE_ENDS):
        return index
    joins = index + 2 < len(tokens) and tokens.lower[index + 1].endswith(_PARTICIPLE_ENDS)
    return index + 1 if joins and is_plural(tokens.lower[index + 2]) else index


def _past_possessive(tokens: Tokens, index: int, *, plural: bool) -> int | None:
    """The token after the possessive ending at token `index`, None if there is none: "children's", "boys'"."""
    if index + 1 >= len(tokens) or not tokens.touches(index) or tokens.touches(index + 1):
        return None
    mark = tokens.words[index]
    owns = mark in _POSSESSIVES or (plural and mark in _APOSTROPHES and tokens.words[index - 1][-1] == "s")
    return index + 1 if owns and tokens.words[index + 1][0].isalpha() else None


def _is_livestock(tokens: Tokens, word: _Word) -> bool:
    """Whether "head of" leads up to what is counted: "1.3 million head of cattle", but not "two heads of state"."""
    if word.text not in ("head", "heads") or tokens.lower[word.past : word.past + 1] != ("of",):
        return False
    animals = tokens.lower[word.past + 1 : word.past + 2]
    return bool(animals) and (is_invariant(animals[0]) or (word.text == "head" and is_plural(animals[0])))


def _with_coordinated(tokens: Tokens, counted: Counted) -> Counted:
    """Persons of several kinds are counted together as persons: "13 men, women and children"."""
    past = counted.past
    kinds = 0
    while counted.head in _PERSONS and past + 1 < len(tokens) and tokens.lower[past] in (",", "and"):
        if singular(tokens.lower[past + 1]) not in _PERSONS or not is_plural(tokens.lower[past + 1]):
            break
        kinds += tokens.lower[past] == "and"
        past += 2
    return Counted("person", counted.modifiers, past) if kinds else counted
