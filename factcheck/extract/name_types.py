"""What a run of capitalised words names, and how strong the evidence in and beside it is."""

from collections.abc import Iterator

from msgspec import Struct

from factcheck.extract.gazetteer import (
    AMBIGUOUS,
    DEMONYM,
    FIELD,
    FUNCTION,
    GIVEN,
    HONORIFIC,
    MODIFIER,
    NO_ORG,
    OFFICE,
    OPENING,
    ORG,
    ORG_HEAD,
    ORG_OPENER,
    ORG_SUFFIX,
    PARTICLE,
    PERSON_VERB,
    PLACE,
    PLACE_HEAD,
    PLACE_OF,
    PLACE_OPENER,
    ROLE,
    STATE_CODE,
    SURNAME,
    THING,
    TITLE,
    VESSEL,
    Gazetteer,
    category_of,
)
from factcheck.extract.name_context import add_context
from factcheck.extract.noun import ends_noun_phrase, is_plural
from factcheck.model import Category
from factcheck.tokens import Tokens

PERSON, ORGANISATION, PLACE_NAME = Category.PERSON, Category.ORGANISATION, Category.PLACE
SURE = 3.0
_LIKELY = 2.0
_HINT = 1.0
_WEAK = 0.5
_NEVER = -10.0
_DEMONYM_ENDINGS = ("ian", "ean", "ese", "ish")
_DEMONYM_SUFFIXES = ("n", "an", "ian", "i", "ese", "ish")
_SHORTEST_STEM = 4
_PREFIXES = frozenset({"pro", "anti", "ex", "non", "pre", "post"})
_NUMERALS = frozenset({"II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIV", "XVI"})
_COMMON_ENDINGS = (
    "tion",
    "ment",
    "ness",
    "ship",
    "ity",
    "ism",
    "ing",
    "ology",
    "ance",
    "ence",
    "ics",
    "ional",
    "able",
    "ful",
)


NO_EVIDENCE = dict.fromkeys(Category, 0.0)


class Candidate(Struct, frozen=True, gc=False):
    """A stretch of tokens [first, past-last) that may be a name, with the weight of the evidence for each category."""

    first: int
    end: int
    initial: bool
    evidence: dict[Category, float]


class Typer(Struct, frozen=True):
    """What typing needs of a document: its tokens, the lexicons, and the lexicon classes of each of its words."""

    tokens: Tokens
    gazetteer: Gazetteer
    known: dict[str, int]

    def classes(self, index: int) -> int:
        """The lexicon classes of token `index`."""
        return self.known[self.tokens.words[index]]

    def candidates(self, first: int, end: int, initial: bool) -> Iterator[Candidate]:
        """The possible names of one run, left to right."""
        start = self._strip_left(first, end, initial)
        if start == end:
            return
        place = self._after_prefix(start, end)
        if place < end:
            yield from self._parts(start, place, False)
            start = place
        vessel = self._vessel_name(start, end)
        if vessel is not None:
            if vessel < end:
                yield Candidate(vessel, end, False, {PERSON: _NEVER})
            return
        initial = initial and start == first
        title = self._title(start, end)
        if title < 0:
            yield from self._parts(start, end, initial)
            return
        before = title
        while before > start and self._belongs_to_title(before - 1):
            before -= 1
        if before > start:
            yield from self._parts(start, before, initial)
        yield from self._person(self._past_dot(title), end)

    def _after_prefix(self, first: int, end: int) -> int:
        """The end of a place that only a prefix goes with: "pro-Tessaria New Dawn Party" is no party of Tessaria's."""
        tokens = self.tokens
        if first < 2 or tokens.words[first - 1] != "-" or not tokens.touches(first):
            return end
        stop, classes = self.gazetteer.phrase(tokens.words, first, end)
        stop, classes = (stop, classes) if stop > first else (first + 1, self.classes(first))
        return stop if classes & (PLACE | DEMONYM) and tokens.words[first - 2] in _PREFIXES else end

    def _vessel_name(self, first: int, end: int) -> int | None:
        """Where the name of a ship begins in the run: "MV Amber", "the ferry Anna Lind"; a title shows a person."""
        words = self.tokens.words
        if end - first > 1 and words[first].isupper() and self.gazetteer.words.get(words[first], 0) & VESSEL:
            return first + 1
        before = words[first - 1] if first else ""
        after_noun = before.islower() and self.gazetteer.words.get(before, 0) & VESSEL
        return first if after_noun and not self.classes(first) & TITLE else None

    def _strip_left(self, first: int, end: int, initial: bool) -> int:
        words = self.tokens.words
        while first < end:
            classes = self.classes(first)
            phrase, _ = self.gazetteer.phrase(words, first, end)
            opener = classes & FUNCTION or (initial and classes & OPENING and not classes & (PLACE | GIVEN))
            if phrase > first or not (opener or not words[first][0].isalpha()):
                break
            first += 1
        return first

    def _past_dot(self, title: int) -> int:
        return title + 2 if title + 1 < len(self.tokens) and self.tokens.words[title + 1] == "." else title + 1

    def _title(self, start: int, end: int) -> int:
        """The index of the title word after which a person's name follows in the run, or -1."""
        last = self.classes(end - 1)
        if end - start > 1 and last & (ORG_HEAD | ORG_SUFFIX | PLACE_HEAD | THING) and not last & (SURNAME | GIVEN):
            return -1
        if self._linked(start, end):
            return -1
        for index in range(end - 2, start - 1, -1):
            classes = self.classes(index)
            rest = self._past_dot(index)
            if not classes & TITLE or rest >= end or not self.tokens.words[rest][0].isalpha():
                continue
            following = self.classes(rest)
            if self.tokens.words[rest] in ("Jr", "Sr"):
                return -1
            known = self._covered(index, end)
            if known or (
                following & (FIELD | MODIFIER | OFFICE | ORG_HEAD | THING) and not following & (GIVEN | SURNAME)
            ):
                return -1
            if classes & GIVEN and index == start and following & SURNAME and not classes & HONORIFIC:
                return -1
            return index
        return -1

    def _covered(self, index: int, end: int) -> bool:
        """Whether the word begins the name of a known place or organisation ("General Motors")."""
        return category_of(self.gazetteer.phrase(self.tokens.words, index, end)[1]) is not None

    def _belongs_to_title(self, index: int) -> bool:
        word = self.tokens.words[index]
        return bool(self.classes(index) & (TITLE | MODIFIER | FIELD | ROLE)) or word in (".", "-", "&", "and")

    def _person(self, first: int, end: int) -> Iterator[Candidate]:
        while first < end and self.classes(first) & TITLE and not self.classes(first) & (GIVEN | SURNAME):
            first = self._past_dot(first)
        if first < end:
            evidence = {PERSON: SURE}
            if first + 1 == end and self._covering(first, end) is PLACE_NAME:
                evidence[PLACE_NAME] = _HINT
            yield Candidate(first, end, False, evidence)

    def _parts(self, first: int, end: int, initial: bool) -> Iterator[Candidate]:
        """Names in a stretch without a title: one, or a place or demonym and what follows it."""
        while first < end and self._skippable(first, end):
            first += 1
            initial = False
        while first < end and self._trailing(first, end):
            end -= 1
        if first == end:
            return
        person = self._person_at_end(first, end)
        if person:
            yield from self._parts(first, person, initial)
            first, initial = person, False
        kind = self._whole(first, end)
        if kind is None and end - first > 1:
            yield from self._split(first, end, initial)
            return
        yield Candidate(first, end, initial, self._evidence(first, end, kind, initial))

    def _person_at_end(self, first: int, end: int) -> int:
        """Where a person's name begins that follows the name of a body in one run, 0 if none does."""
        for index in range(first + 1, end - 1):
            classes, before = self.classes(index), self.classes(index - 1)
            if (
                classes & GIVEN
                and not classes & AMBIGUOUS
                and before & (ORG_HEAD | FIELD | ORG)
                and not before & (GIVEN | SURNAME)
            ):
                return 0 if self.classes(end - 1) & (ORG_HEAD | PLACE_HEAD | THING) & ~SURNAME else index
        return 0

    def _skippable(self, first: int, end: int) -> bool:
        """Demonyms, numbers and a title left alone, unless an organisation's name follows ("British Council")."""
        classes = self.classes(first)
        if not self.tokens.words[first][0].isalpha():
            return True
        if not classes & (DEMONYM | TITLE | ROLE) or self.gazetteer.phrase(self.tokens.words, first, end)[0] > first:
            return False
        if classes & (GIVEN | SURNAME | PLACE) and end - first > 1:
            return False
        last = self.classes(end - 1)
        return end - first == 1 or (not last & (ORG_HEAD | ORG_SUFFIX) and not self._linked(first, end))

    def _trailing(self, first: int, end: int) -> bool:
        """Signs, the point of the compass after a street, and an office that nobody is named for."""
        word, classes = self.tokens.words[end - 1], self.classes(end - 1)
        if not word[0].isalpha():
            return word != "."
        if end - first == 1 or self._covering(end - 2, end) is not None:
            return False
        if len(word) == 1 and self.classes(end - 2) & PLACE_HEAD:
            return True
        office = classes & (TITLE | ROLE) and not classes & (GIVEN | SURNAME | ORG_HEAD | ORG_SUFFIX)
        return bool(office) and not self._linked(first, end)

    def _linked(self, first: int, end: int) -> bool:
        words = self.tokens.words[first:end]
        return "of" in words or "for" in words

    def _covering(self, first: int, end: int) -> Category | None:
        if end - first == 1:
            return category_of(self.classes(first))
        stop, classes = self.gazetteer.phrase(self.tokens.words, first, end)
        return category_of(classes) if stop == end else None

    def _whole(self, first: int, end: int) -> tuple[Category, float] | None:
        """Category and weight by the name's own words; None when they say nothing or the stretch is several names."""
        covering = self._covering(first, end)
        if covering is not None:
            return covering, SURE
        linked = self._linked(first, end)
        last, head = self.classes(end - 1), self.classes(first)
        if (last & ORG_SUFFIX and end - first > 1) or (
            self.tokens.words[end - 1] == "." and self.classes(end - 2) & ORG_SUFFIX
        ):
            return ORGANISATION, SURE
        if linked:
            return self._of_phrase(first, end)
        if end - first == 1:
            return None
        if last & ORG_HEAD and not (head & GIVEN and not head & AMBIGUOUS and last & SURNAME):
            return ORGANISATION, SURE
        if last & PLACE_HEAD and not (head & GIVEN and last & SURNAME and end - first == 2):
            return PLACE_NAME, _LIKELY
        if head & PLACE_OPENER and not head & GIVEN and end - first < 4:
            return PLACE_NAME, _HINT
        return self._personal(first, end)

    def _of_phrase(self, first: int, end: int) -> tuple[Category, float] | None:
        words = self.tokens.words
        for index in range(first, end - 1):
            if words[index + 1] in ("of", "for"):
                classes = self.classes(index)
                if classes & ORG_OPENER:
                    return ORGANISATION, SURE
                if classes & PLACE_OF:
                    return PLACE_NAME, _LIKELY
        return None

    def _personal(self, first: int, end: int) -> tuple[Category, float] | None:
        words = self.tokens.words
        head, last = self.classes(first), self.classes(end - 1)
        if end - first > 8 or (last & THING and not last & (SURNAME | GIVEN)):
            return None
        inner = [self.classes(i) for i in range(first, end)]
        if any(c & (ORG_HEAD | THING | DEMONYM | FIELD) and not c & (GIVEN | SURNAME) for c in inner):
            return None
        if head & PLACE and not head & (GIVEN | SURNAME):
            return None
        if "Jr" in words[first:end] or "Sr" in words[first:end] or (words[end - 1] in _NUMERALS and head & GIVEN):
            return PERSON, SURE
        if head & GIVEN:
            return PERSON, SURE if not head & AMBIGUOUS or last & SURNAME else _LIKELY
        if any(len(words[i]) == 1 and words[i].isupper() and words[i + 1] == "." for i in range(first, end - 1)):
            return PERSON, _LIKELY
        if (head & SURNAME and end - first <= 5) or last & SURNAME or any(c & PARTICLE for c in inner):
            return PERSON, _LIKELY if not head & PLACE_OPENER else _HINT
        return None

    def _split(self, first: int, end: int, initial: bool) -> Iterator[Candidate]:
        """A stretch that no rule takes whole: leading known places and organisations apart, the rest by context."""
        last = self.classes(end - 1)
        stop, classes = self.gazetteer.phrase(self.tokens.words, first, end)
        if stop == first:
            stop, classes = first + 1, self.classes(first)
        category = category_of(classes)
        apart = last & THING or category is ORGANISATION or (stop < end and self.classes(stop) & (GIVEN | SURNAME))
        if category is not None and apart and not classes & (GIVEN | SURNAME) and stop < end:
            yield Candidate(first, stop, initial, {category: SURE})
            if not last & THING:
                yield from self._parts(stop, end, False)
            return
        if last & THING or self._descriptive(first, end):
            return
        yield Candidate(first, end, initial, self._evidence(first, end, None, initial))

    def _descriptive(self, first: int, end: int) -> bool:
        """Whether a word of the stretch is an ordinary word, as in the name of a law, a work or an event."""
        for index in range(first, end):
            word = self.tokens.words[index].lower()
            if (
                word in self.known
                or word.endswith(_COMMON_ENDINGS)
                or self.classes(index) & (FIELD | MODIFIER | THING | OPENING)
            ):
                return True
        return False

    def _evidence(
        self, first: int, end: int, whole: tuple[Category, float] | None, initial: bool
    ) -> dict[Category, float]:
        weights = NO_EVIDENCE.copy()
        if whole is not None:
            weights[whole[0]] = whole[1]
            if whole[0] is PERSON and self._is_thing_named(first, end):
                weights[PERSON] = -_LIKELY
                return weights
            if whole[1] >= SURE:
                return weights
        elif end - first == 1:
            if self._is_group(first, initial):
                return weights
            self._single(first, initial, weights)
        elif end - first <= 4:
            weights[PERSON] += _WEAK if initial else 0.9
        add_context(self.tokens, self.gazetteer, first, end, weights)
        return weights

    def _is_thing_named(self, first: int, end: int) -> bool:
        """Whether an article before a whole name shows a ship or a work: "the Anna Lind sank", not "the Lind case"."""
        if end - first < 2 or not first or self.tokens.lower[first - 1] != "the" or end >= len(self.tokens):
            return False
        following = self.tokens.words[end]
        verb = self.classes(end) & (FUNCTION | PERSON_VERB) or ends_noun_phrase(following) or following.endswith("ed")
        return bool(verb) or not (following.isalpha() and following.islower())

    def _is_group(self, index: int, initial: bool) -> bool:
        """Whether a word names people, not one name: "Commuters said" at a sentence's start, "in Tessarian hands"."""
        word, classes = self.tokens.words[index], self.classes(index)
        if classes & (GIVEN | SURNAME | PLACE | ORG):
            return False
        if initial and is_plural(word.lower()):
            return True
        one = word.removesuffix("s")
        stems = (one.removesuffix(suffix) for suffix in _DEMONYM_SUFFIXES if one.endswith(suffix))
        if any(len(stem) >= _SHORTEST_STEM and stem in self.known for stem in stems):
            return True
        following = self.tokens.words[index + 1] if index + 1 < len(self.tokens) else ""
        noun = following.isalpha() and following.islower() and not ends_noun_phrase(following)
        return noun and word.endswith(_DEMONYM_ENDINGS)

    def _single(self, index: int, initial: bool, weights: dict[Category, float]) -> None:
        word, classes = self.tokens.words[index], self.classes(index)
        if classes & GIVEN and not classes & AMBIGUOUS:
            weights[PERSON] += _HINT
        elif classes & SURNAME and not initial:
            weights[PERSON] += _WEAK
        if word.isupper() and 2 <= len(word) <= 6 and not classes & (NO_ORG | STATE_CODE):
            weights[ORGANISATION] += _HINT
        if word.lower() in self.known or classes & (THING | FIELD | MODIFIER | DEMONYM | TITLE | ORG_HEAD | PLACE_HEAD):
            for category in weights:
                weights[category] -= _LIKELY
        elif word.endswith(_COMMON_ENDINGS) and initial:
            weights[PERSON] -= _HINT
