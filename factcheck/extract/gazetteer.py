"""What the shipped lexicons say of a word or phrase: given name, country, office, head of an organisation's name, …"""

import re
from functools import cache

from msgspec import Struct

from factcheck.data import lexicon_classes
from factcheck.model import Category

GIVEN = 1 << 0
AMBIGUOUS = 1 << 1
SURNAME = 1 << 2
PLACE = 1 << 3
STATE_CODE = 1 << 4
DEMONYM = 1 << 5
PLACE_HEAD = 1 << 6
PLACE_OPENER = 1 << 7
ORG_HEAD = 1 << 8
ORG_OPENER = 1 << 9
ORG_SUFFIX = 1 << 10
ORG = 1 << 11
HONORIFIC = 1 << 12
RANK = 1 << 13
OFFICE = 1 << 14
MODIFIER = 1 << 15
FIELD = 1 << 16
CALENDAR = 1 << 17
FUNCTION = 1 << 18
OPENING = 1 << 19
NO_ORG = 1 << 20
THING = 1 << 21
PARTICLE = 1 << 22
INNER_PARTICLE = 1 << 23
PERSON_VERB = 1 << 24
PERSON_NOUN = 1 << 25
COMPOUND = 1 << 26
POSSESSED = 1 << 27
PLACE_OF = 1 << 28
COUNTRY = 1 << 29
ROLE = 1 << 30
VESSEL = 1 << 31

TITLE = HONORIFIC | RANK | OFFICE

_CLASSES: dict[str, dict[str | None, int]] = {
    "given-names": {"also words": GIVEN | AMBIGUOUS, None: GIVEN},
    "surnames": {None: SURNAME},
    "places": {
        "country": PLACE | COUNTRY,
        "demonym": DEMONYM,
        "head": PLACE_HEAD,
        "opener": PLACE_OPENER,
        "state abbreviation": STATE_CODE,
        None: PLACE,
    },
    "organisations": {"head": ORG_HEAD, "of head": ORG_OPENER, "suffix": ORG_SUFFIX, "known": ORG},
    "titles": {
        "honorific": HONORIFIC,
        "rank": RANK,
        "office": OFFICE,
        "role": ROLE,
        "modifier": MODIFIER,
        "field": FIELD,
    },
    "name-words": {
        "calendar": CALENDAR,
        "function": FUNCTION,
        "opening": OPENING,
        "acronym": NO_ORG,
        "thing": THING,
        "particle": PARTICLE,
        "inner particle": INNER_PARTICLE,
        "person verb": PERSON_VERB,
        "person noun": PERSON_NOUN,
        "compound": COMPOUND,
        "possessed": POSSESSED,
        "place of head": PLACE_OF,
        "vessel": VESSEL,
    },
}
_CAPITALISED = FUNCTION | OPENING | PARTICLE | MODIFIER | FIELD | ROLE
_PIECE = re.compile(r"(?:[^\W\d_]\.){2,}|['’]s\b|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*|\d+|\S")


class Gazetteer(Struct, frozen=True):
    """Word → classes (a bit set), and first word → the phrases that begin with it and their classes, longest first."""

    words: dict[str, int]
    phrases: dict[str, tuple[tuple[tuple[str, ...], int], ...]]

    def classes(self, word: str) -> int:
        """The classes of a word as written; a word in capitals is also looked up in title case."""
        found = self.words.get(word, 0)
        if not found and len(word) > 3 and word.isupper():
            return self.words.get(word.capitalize(), 0)
        return found

    def phrase(self, words: tuple[str, ...], index: int, end: int) -> tuple[int, int]:
        """(past-last index, classes) of the longest known phrase beginning at `index`, else (index, 0)."""
        first = words[index]
        known = self.phrases.get(first)
        if known is None:
            capitals = len(first) > 1 and first.isupper()
            return self._phrase_in_capitals(words, index, end) if capitals else (index, 0)
        for phrase, classes in known:
            stop = index + len(phrase)
            if stop <= end and words[index:stop] == phrase:
                return stop, classes
        return index, 0

    def _phrase_in_capitals(self, words: tuple[str, ...], index: int, end: int) -> tuple[int, int]:
        for phrase, classes in self.phrases.get(words[index].capitalize(), ()):
            stop = index + len(phrase)
            if stop <= end and words[index:stop] == tuple(w.upper() for w in phrase):
                return stop, classes
        return index, 0


@cache
def gazetteer() -> Gazetteer:
    """The shipped lexicons, compiled once."""
    words: dict[str, int] = {}
    phrases: dict[str, dict[tuple[str, ...], int]] = {}
    for name, classes in _CLASSES.items():
        for key, entries in lexicon_classes(name).items():
            bits = classes.get(key) or classes.get(None, 0)
            for entry in entries if bits else ():
                if entry.isalpha():
                    _add(words, entry, bits)
                    continue
                pieces = tuple(_PIECE.findall(entry))
                if len(pieces) == 1:
                    _add(words, entry, bits)
                else:
                    known = phrases.setdefault(pieces[0], {})
                    known[pieces] = known.get(pieces, 0) | bits
    ordered = {first: tuple(sorted(known.items(), key=lambda item: -len(item[0]))) for first, known in phrases.items()}
    return Gazetteer(words, ordered)


def _add(words: dict[str, int], word: str, bits: int) -> None:
    words[word] = words.get(word, 0) | bits
    if bits & _CAPITALISED and word[0].islower():
        title = word.capitalize()
        words[title] = words.get(title, 0) | (bits & _CAPITALISED)


def category_of(classes: int) -> Category | None:
    """The category that a gazetteer entry of these classes names by itself."""
    if classes & ORG:
        return Category.ORGANISATION
    if classes & PLACE:
        return Category.PLACE
    return None
