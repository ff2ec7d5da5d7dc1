"""What the words beside a capitalised run say of what it names."""

from factcheck.extract.gazetteer import (
    FUNCTION,
    OFFICE,
    PERSON_NOUN,
    PERSON_VERB,
    PLACE,
    RANK,
    ROLE,
    STATE_CODE,
    Gazetteer,
)
from factcheck.model import Category
from factcheck.tokens import Tokens

PERSON, ORGANISATION, PLACE_NAME = Category.PERSON, Category.ORGANISATION, Category.PLACE
_LIKELY = 2.0
_HINT = 1.0
_PREDICATE = 0.4
_LOCATIVE = frozenset({"in", "near", "throughout", "across", "outside", "toward", "towards", "inside", "around"})
_PREPOSITIONS = _LOCATIVE | {"at", "from", "to", "of", "on", "by", "with", "for"}
_BE = frozenset({"is", "was", "became", "becomes"})
_INSIDE = frozenset({"-", "'s", "’s"})
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "our", "his", "her"})


def add_context(tokens: Tokens, gazetteer: Gazetteer, first: int, end: int, weights: dict[Category, float]) -> None:
    """Adds to `weights` what stands directly before and after tokens [first, end)."""
    _before(tokens, gazetteer, first, weights)
    _after(tokens, gazetteer, first, end, weights)


def _before(tokens: Tokens, gazetteer: Gazetteer, first: int, weights: dict[Category, float]) -> None:
    if not first:
        return
    before = tokens.lower[first - 1]
    classes = gazetteer.words.get(before, 0)
    if before in _LOCATIVE:
        weights[PLACE_NAME] += 1.2
    elif before == "at":
        weights[ORGANISATION] += 0.7
    elif before in ("the", "a", "an"):
        weights[PERSON] -= 1.5
        weights[PLACE_NAME] -= 0.5 if before == "the" else 1.5
        weights[ORGANISATION] += 0.2 if before == "the" else -1.5
    elif classes & PERSON_VERB:
        weights[PERSON] += _HINT
    elif before == "," and first > 1 and gazetteer.words.get(tokens.words[first - 2], 0) & (ROLE | OFFICE):
        weights[PERSON] += _LIKELY
    elif before in ("by", "with", "and"):
        weights[PERSON] += 0.3
    elif (
        classes & (ROLE | RANK | OFFICE)
        or (classes & PERSON_NOUN and tokens.words[first - 1].islower())
        or (before == "old" and first > 2 and tokens.lower[first - 3] == "year")
    ):
        weights[PERSON] += _LIKELY


def _after(tokens: Tokens, gazetteer: Gazetteer, first: int, end: int, weights: dict[Category, float]) -> None:
    words, lower = tokens.words, tokens.lower
    if end + 1 >= len(words):
        return
    following = lower[end]
    if following == ",":
        _after_comma(tokens, gazetteer, first, end + 1, weights)
    elif following == "who":
        weights[PERSON] += _LIKELY
    elif following in ("'s", "’s"):
        if gazetteer.words.get(lower[end + 1], 0) & PERSON_NOUN:
            weights[PERSON] += _HINT
    elif gazetteer.words.get(following, 0) & PERSON_VERB:
        weights[PERSON] += 1.2
    elif end - first > 1 and len(following) > 4 and following.endswith("ed") and words[end].islower():
        weights[PERSON] += _PREDICATE
    elif following in _BE and _title_follows(tokens, gazetteer, first, end + 1):
        weights[PERSON] += _LIKELY


def _after_comma(tokens: Tokens, gazetteer: Gazetteer, first: int, index: int, weights: dict[Category, float]) -> None:
    word = tokens.words[index]
    place = gazetteer.phrase(tokens.words, index, len(tokens))[1] | gazetteer.classes(word)
    if (word[0].isdigit() and len(word) < 4) or word in ("who", "whose"):
        weights[PERSON] += _LIKELY
    elif place & (PLACE | STATE_CODE):
        weights[PLACE_NAME] += 1.5
    elif _title_follows(tokens, gazetteer, first, index):
        weights[PERSON] += _LIKELY


def _title_follows(tokens: Tokens, gazetteer: Gazetteer, first: int, index: int) -> bool:
    """Whether an apposition names an office: "X, the minister", "X was mayor", but not "in X, the mayor said"."""
    if first and tokens.lower[first - 1] in _PREPOSITIONS:
        return False
    stop = min(len(tokens), index + 7)
    for at in range(index, stop):
        classes = gazetteer.words.get(tokens.words[at], 0)
        if classes & (ROLE | OFFICE | RANK):
            return True
        inside = tokens.words[at].islower() and not classes & (FUNCTION | PERSON_VERB)
        if not (inside or tokens.lower[at] in _DETERMINERS or tokens.words[at] in _INSIDE):
            return False
    return False
