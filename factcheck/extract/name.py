"""Names of persons, organisations and places, chained within the document."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from factcheck.extract.found import Found
from factcheck.extract.gazetteer import (
    DEMONYM,
    FIELD,
    FUNCTION,
    MODIFIER,
    OPENING,
    ORG_SUFFIX,
    PARTICLE,
    ROLE,
    THING,
    Gazetteer,
    gazetteer,
)
from factcheck.extract.name_chain import other_key, person_keys
from factcheck.extract.name_runs import runs
from factcheck.extract.name_types import NO_EVIDENCE, SURE, Candidate, Typer
from factcheck.model import Category, Name
from factcheck.tokens import Tokens

_THRESHOLD = 0.85
_LOAN = 1.5
_ORDINARY = FUNCTION | OPENING | FIELD | MODIFIER | ROLE | THING | DEMONYM

Surface = tuple[str, ...]


def names(tokens: Tokens, entities: Sequence[Candidate] = ()) -> tuple[Found, ...]:
    """All names of the text, in order.

    `entities`, in order and not overlapping, are what another recogniser found; where it found something, it goes
    before our own reading of the words, but types and forms are still made consistent over the document.
    """
    lexicons = gazetteer()
    typer = Typer(tokens, lexicons, {word: lexicons.classes(word) for word in tokens.vocabulary})
    headings = _headings(tokens)
    listed: list[Candidate] = []
    for first, end, initial in runs(tokens, lexicons):
        found = typer.candidates(first, end, initial)
        if tokens.sentence_at(first)[0] in headings:
            found = (c for c in found if _stands_in_heading(tokens, lexicons, c))
        listed.extend(found)
    if entities:
        outside = (e for e in entities if tokens.sentence_at(e.first)[0] not in headings)
        listed = [*_clear_of(listed, entities), *outside]
    types = _types(tokens, listed, lexicons)
    chosen = [
        (c.first, c.end, types[s])
        for c in listed
        if (s := _surface(tokens, c.first, c.end)) in types and tokens.sentence_at(c.first)[0] not in headings
    ]
    chosen.extend(_in_headings(tokens, headings, types))
    return _found(tokens, sorted(chosen), _expansions(tokens, chosen))


def _clear_of(listed: list[Candidate], entities: Sequence[Candidate]) -> list[Candidate]:
    starts = [e.first for e in entities]
    before = [bisect_right(starts, c.end - 1) - 1 for c in listed]
    return [c for c, i in zip(listed, before, strict=True) if i < 0 or entities[i].end <= c.first]


def _stands_in_heading(tokens: Tokens, lexicons: Gazetteer, candidate: Candidate) -> bool:
    """Whether a heading shows a person by more than capitals: a known form, and no ordinary word in it."""
    words = tokens.words[candidate.first : candidate.end]
    sure = candidate.evidence.get(Category.PERSON, 0.0) >= SURE and 1 < len(words) < 5
    return sure and not any(
        w.isupper() or lexicons.classes(w) & _ORDINARY or w.lower() in lexicons.words for w in words
    )


def _surface(tokens: Tokens, first: int, end: int) -> Surface:
    return tokens.words[first:end]


def _headings(tokens: Tokens) -> frozenset[int]:
    """First tokens of sentences in title case or capitals: there a capital says nothing."""
    found = []
    for first, end in tokens.sentences:
        if tokens.words[end - 1] in (".", "!", "?", "”", '"') or end - first < 4:
            continue
        long = [w for w in tokens.words[first:end] if len(w) > 3 and w[0].isalpha()]
        if len(long) > 3 and sum(w[0].isupper() for w in long) > 0.7 * len(long):
            found.append(first)
    return frozenset(found)


def _types(tokens: Tokens, listed: list[Candidate], lexicons: Gazetteer) -> dict[Surface, Category]:
    """Surface → category, from the evidence at all its places; long names lend their category to their parts."""
    totals: defaultdict[Surface, dict[Category, float]] = defaultdict(NO_EVIDENCE.copy)
    for candidate in listed:
        total = totals[_surface(tokens, candidate.first, candidate.end)]
        for category, weight in candidate.evidence.items():
            total[category] += weight
    _lend(totals, lexicons)
    types = {}
    for surface, total in totals.items():
        category = max(total, key=lambda c: total[c])
        if total[category] >= _THRESHOLD:
            types[surface] = category
    return types


def _lend(totals: dict[Surface, dict[Category, float]], lexicons: Gazetteer) -> None:
    surnames = set()
    for surface, total in totals.items():
        if len(surface) < 2:
            continue
        if total[Category.PERSON] >= _LOAN and max(total.values()) == total[Category.PERSON]:
            for part in _parts(surface, lexicons):
                if part in totals:
                    totals[part][Category.PERSON] += _LOAN if max(totals[part].values()) < SURE else 0.0
            surnames.add(surface[-1])
        elif lexicons.words.get(surface[-1], 0) & ORG_SUFFIX and surface[:-1] in totals:
            totals[surface[:-1]][Category.ORGANISATION] += SURE
    for surface, total in totals.items():
        if len(surface) > 1 and surface[-1] in surnames and max(total.values()) < _THRESHOLD:
            total[Category.PERSON] += _THRESHOLD


def _parts(surface: Surface, lexicons: Gazetteer) -> list[Surface]:
    """The forms that later sentences use: the given name, the surname, the surname with its particles."""
    last = len(surface) - 1
    start = last
    while start > 1 and (surface[start - 1] == "-" or lexicons.words.get(surface[start - 1], 0) & PARTICLE):
        start -= 2 if surface[start - 1] == "-" else 1
    parts = [surface[:1], surface[last:]]
    if 0 < start < last:
        parts.append(surface[start:])
    return [p for p in parts if len(p[0]) > 1 and not lexicons.words.get(p[0], 0) & FUNCTION]


def _in_headings(
    tokens: Tokens, headings: frozenset[int], types: dict[Surface, Category]
) -> list[tuple[int, int, Category]]:
    """Names in headings: those that the text or the lexicons know, the longest first."""
    folded = {tuple([w.lower() for w in surface]): category for surface, category in types.items()}
    lengths = sorted({len(surface) for surface in folded}, reverse=True)
    found = []
    for first, end in tokens.sentences:
        index = first if first in headings else end
        while index < end:
            length = next((n for n in lengths if index + n <= end and tokens.lower[index : index + n] in folded), 0)
            if length:
                found.append((index, index + length, folded[tokens.lower[index : index + length]]))
            index += max(length, 1)
    return found


def _expansions(tokens: Tokens, chosen: list[tuple[int, int, Category]]) -> dict[str, str]:
    """Acronym → the name before it: "European Policy Centre (EPC)"."""
    found = {}
    for first, end, category in chosen:
        if (
            category is Category.ORGANISATION
            and end + 2 < len(tokens)
            and tokens.words[end] == "("
            and tokens.words[end + 2] == ")"
        ):
            acronym = tokens.words[end + 1]
            initials = "".join(w[0] for w in tokens.words[first:end] if w[0].isupper())
            if acronym.isupper() and acronym == initials:
                found[acronym] = _text(tokens, first, end)
    return found


def _text(tokens: Tokens, first: int, end: int) -> str:
    if end - first == 1:
        return tokens.words[first]
    return " ".join(tokens.text[tokens.starts[first] : tokens.ends[end - 1]].split())


def _found(tokens: Tokens, chosen: list[tuple[int, int, Category]], expansions: dict[str, str]) -> tuple[Found, ...]:
    people = person_keys(
        tuple(_text(tokens, a, b).split(" ")) for a, b, category in chosen if category is Category.PERSON
    )
    found = []
    for first, end, category in chosen:
        text = _text(tokens, first, end)
        key = people[tuple(text.split(" "))] if category is Category.PERSON else other_key(category, text, expansions)
        found.append(Found(tokens.starts[first], tokens.ends[end - 1], Name(category, key)))
    return tuple(found)
