"""Takes a title apart: which office, over what, and standing in for whom."""

import re
from functools import cache

from msgspec import Struct

from factcheck.data import lexicon_classes

HEAD = "head"
WHOLE, UNIT, OPEN = "whole", "unit", "open"

_STANDING = dict.fromkeys(("deputy", "vice", "assistant", "under", "sub", "second", "number"), "deputy")
_APART = frozenset({"shadow", "acting", "interim", "caretaker"})
_ACTIVITIES = ("ing", "ics", "logy", "tion", "tions", "ment", "ance", "ity", "ities")
_CHIEFS = frozenset({"chief", "principal", "lead", "head", "senior-most"})
_TO_COME = frozenset({"elect", "designate", "nominee", "candidate", "hopeful"})
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "our"})
_PREPOSITIONS = frozenset({"of", "for", "at", "in", "on", "to", "from", "with"})
_VERBS = frozenset({"heads", "headed", "leads", "led", "chairs", "chaired", "commands", "commanded"})
_JOINED = re.compile(r"\s+and\s+|\s*,\s*|\s*/\s*")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Role(Struct, frozen=True):
    """A role taken apart.

    `office` and `rank` are classes of the lexicons; `deputy` and `standing` ("acting", "shadow") qualify them, `chief`
    marks the first of a profession, `bare` a head word that stands alone; `fields` are known portfolios; `level` is
    what the office is over: a whole body, a unit or field of work in one, or something that may be either; `to_come`
    marks an office that has yet to be taken.
    """

    office: str | None
    rank: str | None
    fields: frozenset[str]
    level: str | None = None
    deputy: bool = False
    standing: frozenset[str] = frozenset()
    bare: bool = False
    chief: bool = False
    to_come: bool = False


def roles(title: str, owner: str = "") -> tuple[Role, ...]:
    """The roles that a title joins: "president and chief executive" is two.

    `owner` is the noun before a possessive 's that stands before the title: "museum" of "the museum's director".
    """
    parts = [p for p in _JOINED.split(title) if p]
    if len(parts) > 1:
        apart = [_role(p, owner) for p in parts]
        if all(role.office or role.rank for role in apart):
            return tuple(apart)
    return (_role(title, owner),)


def plain(title: str) -> str:
    """A title in lower case, without articles, possessive pronouns and signs."""
    return " ".join(word for word in _lower(title) if word not in _ARTICLES)


def listed_as(title: str) -> frozenset[str]:
    """The offices of which the whole title is listed as another name."""
    return _same_offices().get(plain(title), frozenset())


def _role(title: str, owner: str) -> Role:
    shown = [word for word in _WORD.findall(title) if word.lower() not in _ARTICLES]
    words = [word.lower().replace("’", "'") for word in shown]
    cut = _head_end(words)
    first, end, office = _office(words, cut)
    before = words[:first] if office else words[:cut]
    return Role(
        office=office,
        rank=_rank(words[:cut]) if end <= cut else None,
        fields=frozenset(_fields()[w] for w in _without_owner(words, end) if w in _fields()),
        level=_level(title, shown, end, before, owner),
        deputy=any(w in _STANDING for w in before),
        standing=_APART.intersection(before),
        bare=end >= len(words) and all(w in _STANDING for w in before),
        chief=not _CHIEFS.isdisjoint(before),
        to_come=not _TO_COME.isdisjoint(words[end : end + 1]),
    )


def _without_owner(words: list[str], end: int) -> list[str]:
    """A title's words without the owner of what it is over: "head of the office's theft unit" is of a theft unit."""
    owner = max((i for i, w in enumerate(words) if i >= end and w.endswith("'s")), default=-1)
    return words[:end] + words[max(owner + 1, end) :]


def _lower(title: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(title.lower())]


def _head_end(words: list[str]) -> int:
    """Where the words before "of", "for", "at" end; a verb ("chairs the board") is a head by itself."""
    if words and words[0] in _VERBS:
        return 1
    return next((i for i, w in enumerate(words) if i and w in _PREPOSITIONS), len(words))


def _office(words: list[str], cut: int) -> tuple[int, int, str | None]:
    """[first, past-last) words of the office that ends last among those that begin before `cut`, and its class."""
    known = _offices()
    longest = _longest_office()
    best: tuple[int, int, str | None] = (cut, cut, None)
    for first in range(cut):
        for end in range(first + 1, min(len(words), first + longest) + 1):
            office = known.get(" ".join(words[first:end]))
            if office and (best[2] is None or end > best[1]):
                best = (first, end, office)
    return best


def _rank(head: list[str]) -> str | None:
    """The rank that ends the words of the head: "army major general"."""
    known = _ranks()
    ends = (" ".join(head[first:]) for first in range(max(0, len(head) - 3), len(head)))
    found = next((words for words in ends if words in known), None)
    office_ends = any(" ".join(head[first:]) in _offices() for first in range(max(0, len(head) - 3), len(head) - 1))
    return known[found] if found and not (office_ends and " " not in found) else None


def _level(title: str, shown: list[str], end: int, before: list[str], owner: str) -> str | None:
    nouns = _bodies()
    over = _over(shown, end)
    if over is not None:
        known = nouns.get(over.lower())
        if known is None and _is_activity(over) and not _has_article(title, shown, end):
            return UNIT
        return known
    if before and before[-1] in nouns:
        return nouns[before[-1]]
    if before and before[-1] in _fields():
        return UNIT
    return nouns.get(owner.lower())


def _is_activity(noun: str) -> bool:
    """Whether a noun names a field of work; of one in capitals, which may be a name, its ending has to show it."""
    return noun.islower() or noun.endswith(_ACTIVITIES)


def _over(shown: list[str], end: int) -> str | None:
    """The noun that ends what follows "of": "the city's criminal police" → "police"."""
    if end >= len(shown):
        return None
    start = end + 1 if shown[end].lower() in _PREPOSITIONS else end
    stop = next((i for i in range(start, len(shown)) if shown[i].lower() in _PREPOSITIONS), len(shown))
    return shown[stop - 1] if stop > start else None


def _has_article(title: str, shown: list[str], end: int) -> bool:
    """Whether what follows "of" has an article or an owner, as a field of work has not."""
    of = shown[end].lower()
    rest = _lower(title)
    after = rest[rest.index(of, end) + 1 :] if of in rest[end:] else []
    return not after or after[0] in _ARTICLES or any(w.endswith("'s") for w in after)


@cache
def _offices() -> dict[str, str]:
    """Phrase → class; a general word for several offices is a class of its own."""
    found = {" ".join(_lower(p)): office for office, phrases in lexicon_classes("offices").items() for p in phrases}
    return {**{general: general for general in lexicon_classes("general-offices") if general != HEAD}, **found}


@cache
def _longest_office() -> int:
    return max(len(phrase.split()) for phrase in _offices())


@cache
def _ranks() -> dict[str, str]:
    return {" ".join(_lower(p)): rank for rank, phrases in lexicon_classes("ranks").items() for p in phrases}


@cache
def _fields() -> dict[str, str]:
    return {word: name for name, words in lexicon_classes("portfolios").items() for word in words}


@cache
def _bodies() -> dict[str, str]:
    return {noun: level for level, nouns in lexicon_classes("title-bodies").items() for noun in nouns}


@cache
def _same_offices() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for office, phrases in lexicon_classes("same-offices").items():
        for phrase in phrases:
            found[plain(phrase)] = found.get(plain(phrase), frozenset()) | {office}
    return found
