"""Finds the mentions of a source: one tokenisation, then one extractor a kind, then one precedence where they overlap.

Amounts go before times, because "barrels a day" holds no duration, and both before names, because "US$" holds no state.
"""

import hashlib
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable

from factcheck.extract.date import dates
from factcheck.extract.found import Found
from factcheck.extract.name import names
from factcheck.extract.number import number_phrases
from factcheck.extract.quantity import quantities
from factcheck.extract.quote import quotes
from factcheck.extract.spacy_entities import entities, spacy_pipeline
from factcheck.extract.title import titles
from factcheck.model import Mention, Source
from factcheck.normalized import line_starts
from factcheck.tokens import Tokens, tokenize

__all__ = ["extract"]

_ID_REACH = 24


def extract(source: Source, tokens: Tokens | None = None, spacy_model: str | None = None) -> tuple[Mention, ...]:
    """The mentions of a source as read, in the order of their places; `tokens` are those of its body, if already made.

    `spacy_model` names a spaCy pipeline whose entities are taken for names. Raises FactcheckError if there is none.
    """
    tokens = tokens or tokenize(source.text, source.body, source.left_out)
    phrases = number_phrases(tokens)
    times = dates(tokens, phrases, source.published)
    amounts = quantities(tokens, phrases, tuple((f.start, f.end) for f in times))
    people = names(tokens, entities(tokens, spacy_pipeline(spacy_model)) if spacy_model else ())
    roles = titles(tokens, people)
    words = quotes(tokens, people)
    return _mentions(source, (*_by_precedence(amounts, times, people), *roles, *words))


def _by_precedence(*kinds: tuple[Found, ...]) -> list[Found]:
    """What the kinds found, the first kind first, without what overlaps something found before it."""
    kept: list[Found] = []
    for found in kinds:
        taken = sorted((f.start, f.end) for f in kept)
        past = 0
        for f in sorted(found, key=lambda f: (f.start, -f.end)):
            i = bisect_left(taken, (f.end, 0))
            if f.start >= past and not (i and taken[i - 1][1] > f.start):
                kept.append(f)
                past = f.end
    return kept


def _mentions(source: Source, found: Iterable[Found]) -> tuple[Mention, ...]:
    lines = line_starts(source.text)
    seen: defaultdict[str, int] = defaultdict(int)
    mentions = []
    for f in sorted(found, key=lambda f: (f.start, f.end, type(f.value).__name__)):
        line = bisect_right(lines, f.start)
        text = source.text[f.start : f.end]
        identity = f"{type(f.value).__name__}\0{_surroundings(source.text, f)}"
        seen[identity] += 1
        digest = hashlib.blake2b(f"{source.id}\0{identity}\0{seen[identity]}".encode(), digest_size=6).hexdigest()
        column = f.start - lines[line - 1] + 1
        place = source.place(f.start) if source.places else None
        page, block = (place.page, place.block) if place else (None, None)
        mentions.append(Mention(digest, source.id, f.start, f.end, line, column, text, f.value, page, block))
    return tuple(mentions)


def _surroundings(text: str, found: Found) -> str:
    """The words around a mention, so that its id outlives edits elsewhere in the source."""
    return " ".join(text[max(0, found.start - _ID_REACH) : found.end + _ID_REACH].split())
