"""Entities of an installed spaCy model, as evidence for names. spaCy is imported only where a model is asked for."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from factcheck.errors import FactcheckError
from factcheck.extract.name_types import SURE, Candidate
from factcheck.model import Category
from factcheck.tokens import Tokens

_CATEGORIES = {
    "PERSON": Category.PERSON,
    "PER": Category.PERSON,
    "ORG": Category.ORGANISATION,
    "GPE": Category.PLACE,
    "LOC": Category.PLACE,
    "FAC": Category.PLACE,
}
# spaCy refuses texts of more than a million characters, and needs about a gigabyte for one of that length.
_PIECE = 50_000
_EDGES = frozenset({"the", "The", "'s", "’s", ".", ","})


class Entity(Protocol):
    """What we use of a spaCy Span; its offsets count code points of the text that the pipeline was given."""

    start_char: int
    end_char: int
    label_: str


class Annotated(Protocol):
    """What we use of a spaCy Doc."""

    @property
    def ents(self) -> Sequence[Entity]: ...


Pipeline = Callable[[str], Annotated]


@cache
def spacy_pipeline(model: str) -> Pipeline:
    """The installed spaCy pipeline of that name, or in that folder.

    Raises FactcheckError if spaCy or the model is not installed; the message tells how to install it.
    """
    try:
        spacy = import_module("spacy")
    except ImportError as error:
        raise FactcheckError("spaCy is not installed: pip install 'factcheck[spacy]'") from error
    try:
        return cast(Pipeline, spacy.load(model))
    except (OSError, ValueError, ImportError) as error:
        cure = f"python -m spacy download {model}, or give the folder of a saved pipeline"
        raise FactcheckError(f"spaCy has no model {model!r} that can be loaded: {cure}") from error


def entities(tokens: Tokens, pipeline: Pipeline) -> tuple[Candidate, ...]:
    """The persons, organisations and places that the pipeline finds, as whole tokens, in order, none overlapping."""
    found: list[Candidate] = []
    for offset, piece in _pieces(tokens):
        for entity in pipeline(piece).ents:
            category = _CATEGORIES.get(entity.label_)
            if category is None:
                continue
            first, end = _tokens_of(tokens, offset + entity.start_char, offset + entity.end_char)
            if first < end and (not found or first >= found[-1].end):
                found.append(Candidate(first, end, False, {category: SURE}))
    return tuple(found)


def _pieces(tokens: Tokens) -> Iterator[tuple[int, str]]:
    """(offset, text) of stretches that a pipeline takes at once, of whole sentences where these are short enough."""
    first = 0
    while first < len(tokens):
        start = tokens.starts[first]
        end = max(first + 1, bisect_right(tokens.ends, start + _PIECE))
        if end < len(tokens):
            sentence = tokens.sentence_at(end)[0]
            end = sentence if sentence > first else end
        yield start, tokens.text[start : min(tokens.ends[end - 1], start + _PIECE)]
        first = end


def _tokens_of(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    first, last = tokens.index_at(start), tokens.index_at(end - 1)
    while first <= last and tokens.words[first] in _EDGES:
        first += 1
    while first <= last and tokens.words[last] in _EDGES:
        last -= 1
    return first, last + 1
