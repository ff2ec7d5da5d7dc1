"""How far the phrase of a title reaches on both sides of its head: "deputy chief of the general staff"."""

from msgspec import Struct

from factcheck.extract.gazetteer import (
    CALENDAR,
    DEMONYM,
    FIELD,
    FUNCTION,
    HONORIFIC,
    MODIFIER,
    OFFICE,
    PERSON_VERB,
    RANK,
    ROLE,
    Gazetteer,
)
from factcheck.tokens import Tokens

_PART = OFFICE | RANK | ROLE | MODIFIER | FIELD
_POSSESSIVES = frozenset({"'s", "’s"})
_PREPOSITIONS = frozenset({"of", "for", "at"})
_INSIDE = frozenset({"the", "of", "for", "and", "in", "on", "at", "its", "-", "&"}) | _POSSESSIVES
_ARTICLES = frozenset({"the", "a", "an", "its", "their"}) | _POSSESSIVES
# "First officer", "second secretary"; "first" alone is also a function word.
_NUMBERED = frozenset({"first", "First"})
# Whose office is "to" someone: "ambassador to Norway", "adviser to the president".
_SENT = frozenset({"ambassador", "envoy", "adviser", "advisor", "aide", "representative", "delegate", "consul"})
_IN_CHIEF = ("-", "in", "-", "chief")
_SUFFIXES = frozenset({"elect", "designate", "nominee"})
_ORDINALS = frozenset({("st",), ("nd",), ("rd",), ("th",)})
_MAX_ORDINAL = 4
_MAX_ABBREVIATION = 3
_MAX_LEFT = 10
_MAX_RIGHT = 16
_MAX_UNKNOWN = 5
_NOBODY: frozenset[int] = frozenset()


class Phrases(Struct, frozen=True):
    """Title phrases of one text; `people` are the tokens where persons' names begin, `ends` those where they end."""

    tokens: Tokens
    gazetteer: Gazetteer
    people: frozenset[int]
    ends: frozenset[int]

    def around(self, head: int, past: int) -> tuple[int, int]:
        """[first, past-last) tokens of the title with this head; it does not reach back over `past`."""
        first = self._left(head, max(past, head - _MAX_LEFT))
        return self._back_to_article(first, past), self._right(head)

    def object_end(self, first: int) -> int:
        """Where the noun phrase that begins at `first` ends."""
        return self._noun_phrase_end(first, _NOBODY, -1)

    def _classes(self, index: int) -> int:
        return self.gazetteer.words.get(self.tokens.words[index], 0)

    def _right(self, head: int) -> int:
        """Past further heads ("chief executive officer", "president and chief executive") and "of the …"."""
        words = self.tokens.words
        end = head + 1
        while end < len(words) and end not in self.people:
            if self._joined(end):
                end += 2
            elif self.tokens.lower[end : end + 4] == _IN_CHIEF:
                end += 4
            elif self._continues(end, head):
                end += 1
            else:
                break
        while end < len(words) and end not in self.people and self._complements(end, head):
            stop = self._noun_phrase_end(end + 1, self.people, self._lone_body(end + 1))
            if stop == end + 1:
                break
            end = stop
        return end

    def _complements(self, index: int, head: int) -> bool:
        if self.tokens.words[index] == "to":
            return self.tokens.lower[head] in _SENT
        return self.tokens.words[index] in _PREPOSITIONS and not self._at_the_time(index)

    def _at_the_time(self, index: int) -> bool:
        return self.tokens.lower[index] == "at" and self.tokens.lower[index + 2 : index + 3] == ("time",)

    def _lone_body(self, index: int) -> int:
        """A one-word "person" right after "of" who possesses something is the body: "head of Acme's legal team"."""
        after = index + 1
        owner = after < len(self.tokens) and self.tokens.words[after] in _POSSESSIVES
        return index if owner else -1

    def _continues(self, index: int, head: int) -> bool:
        words = self.tokens.words
        if words[index] == ".":
            return self._abbreviated(index)
        part = self._classes(index) & (_PART | HONORIFIC)
        return bool(part) and (words[index].islower() or not words[head].islower())

    def _abbreviated(self, stop: int) -> bool:
        """Whether a full stop belongs to the word before it, as in "Lt." and "Sen."."""
        word = self.tokens.words[stop - 1]
        short = len(word) <= _MAX_ABBREVIATION and word[1:].islower()
        known = self._classes(stop - 1) & (RANK | OFFICE if short else RANK)
        return self.tokens.touches(stop) and bool(known) and stop + 1 < len(self.tokens)

    def _joined(self, index: int) -> bool:
        if index + 1 >= len(self.tokens) or index + 1 in self.people:
            return False
        hyphen = self.tokens.words[index] == "-" and self.tokens.touches(index) and self.tokens.touches(index + 1)
        if hyphen and self.tokens.lower[index + 1] in _SUFFIXES:
            return True
        return (hyphen or self.tokens.words[index] == "and") and bool(self._classes(index + 1) & (_PART & ~FIELD))

    def _noun_phrase_end(self, first: int, people: frozenset[int], body: int) -> int:
        """Where a noun phrase ends that no person begins in; token `body` names the body although it is in `people`."""
        words, lower = self.tokens.words, self.tokens.lower
        end = first
        for index in range(first, min(len(words), first + _MAX_RIGHT)):
            if (index in people and index != body) or self._at_the_time(index):
                break
            if lower[index] in _INSIDE:
                if lower[index] in ("in", "and", "on") and not self._goes_on(index):
                    break
            elif self._ordinal(index):
                end = index + 1
            elif not words[index][0].isalpha() or self._stops(index):
                break
            else:
                end = index + 1
        return end

    def _ordinal(self, index: int) -> bool:
        """Whether this is the number of a numbered body: "the 3rd Brigade"."""
        number = self.tokens.words[index].isdigit() and len(self.tokens.words[index]) < _MAX_ORDINAL
        return number and self.tokens.lower[index + 1 : index + 2] in _ORDINALS and self.tokens.touches(index + 1)

    def _goes_on(self, index: int) -> bool:
        """Whether "in", "on" or "and" belongs to the body's name: a capital or another field follows."""
        after = index + 1
        if after < len(self.tokens) and self.tokens.lower[after] == "the":
            after += 1
        if after >= len(self.tokens) or after in self.people:
            return False
        classes = self._classes(after)
        if classes & (CALENDAR | OFFICE | RANK) or (classes & (ROLE | MODIFIER) and not classes & FIELD):
            return False
        return self.tokens.words[after][0].isupper() or bool(self.tokens.lower[index] == "and" and classes & FIELD)

    def _stops(self, index: int) -> bool:
        """Words that cannot stand inside a body's name: verbs, function words, days."""
        word = self.tokens.words[index]
        classes = self._classes(index)
        if classes & CALENDAR:
            return True
        if word[0].isupper():
            return bool(classes & FUNCTION)
        return bool(classes & (FUNCTION | PERSON_VERB)) or (word.endswith("ed") and len(word) > 4)

    def _left(self, head: int, limit: int) -> int:
        """Back over modifiers, fields, the body's name and demonyms."""
        words = self.tokens.words
        first = head
        while first > limit and not self._stops_left(first - 1):
            first -= 1
        while first < head and (not words[first][0].isalpha() or words[first] in _POSSESSIVES or words[first] == "and"):
            first += 1
        return first

    def _stops_left(self, index: int) -> bool:
        word, tokens = self.tokens.words[index], self.tokens
        if tokens.starts[index + 1] - tokens.ends[index] > 3:
            return True
        if not word[0].isalpha():
            return self._stops_at_sign(index)
        classes = self._classes(index)
        if word == "and":
            return not (index > 0 and (self._classes(index - 1) & (_PART & ~FIELD) or self._joins_fields(index)))
        if word == "under" and tokens.words[index + 1] == "-":
            return False
        if word in _NUMBERED and self._classes(index + 1) & _PART:
            return False
        if classes & (FUNCTION | CALENDAR):
            return True
        if classes & (_PART | DEMONYM):
            return False
        return not word[0].isupper() or tokens.sentence_at(index)[0] == index

    def _joins_fields(self, index: int) -> bool:
        """Whether "and" stands between two capitalised fields: "Trade and Industry Minister"."""
        beside = (index - 1, index + 1)
        return all(self._classes(i) & FIELD and self.tokens.words[i][0].isupper() for i in beside)

    def _stops_at_sign(self, index: int) -> bool:
        word, tokens = self.tokens.words[index], self.tokens
        if index == 0:
            return True
        if word == "-":
            return not (tokens.touches(index) and tokens.touches(index + 1))
        if word == ".":
            return not self._abbreviated(index)
        return not (word in _POSSESSIVES and tokens.words[index - 1][0].isupper())

    def _back_to_article(self, first: int, past: int) -> int:
        """Unknown lower-case words are modifiers after an article, possessor ("the block leader") or name and comma."""
        lower = self.tokens.lower
        for index in range(first - 1, max(past, first - _MAX_UNKNOWN) - 1, -1):
            if lower[index] in _ARTICLES:
                return first if self._at_the_time(index - 1) else index + 1
            word = self.tokens.words[index]
            if word == "," and index - 1 in self.ends:
                return index + 1
            if word != "-" and (not word.islower() or self._stops(index)):
                break
        return first
