"""The values of a finding with the characters or words marked that not all of them have."""

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from factcheck.model import Kind
from factcheck.report.plain import plain
from factcheck.report.spelling import Span, differing_spans

_MAX_CHARACTERS = 2000


class Piece(Struct, frozen=True):
    """A stretch of text, and whether it is what differs."""

    text: str
    differs: bool = False


def marked(texts: Sequence[str], kind: Kind) -> list[tuple[Piece, ...]]:
    """The texts in pieces: of names the characters, of titles and quotations the words, that differ
    from the first one.

    Texts of other kinds, a single one and very long ones are one piece each.
    """
    shown = [plain(text) for text in texts]
    if kind not in (Kind.NAME, Kind.TITLE, Kind.QUOTE) or len(shown) < 2:
        return [(Piece(text),) for text in shown]
    first, *others = shown
    pairs = [_spans(first, other, kind) for other in others]
    return [
        _pieces(first, pairs[0][0]),
        *(_pieces(text, spans) for text, (_, spans) in zip(others, pairs, strict=True)),
    ]


def _spans(a: str, b: str, kind: Kind) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    if max(len(a), len(b)) > _MAX_CHARACTERS:
        return (), ()
    if kind is Kind.NAME:
        return differing_spans(a, b)
    return _differing_words(a, b)


def _differing_words(a: str, b: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    from rapidfuzz.distance import Levenshtein

    words = [[(m.start(), m.end()) for m in _word().finditer(text)] for text in (a, b)]
    folded = [[text[s:e].casefold() for s, e in spans] for text, spans in zip((a, b), words, strict=True)]
    edits = [edit for edit in Levenshtein.opcodes(*folded) if edit.tag != "equal"]
    of_a = ((words[0][e.src_start][0], words[0][e.src_end - 1][1]) for e in edits if e.src_start < e.src_end)
    of_b = ((words[1][e.dest_start][0], words[1][e.dest_end - 1][1]) for e in edits if e.dest_start < e.dest_end)
    return tuple(of_a), tuple(of_b)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w+")


def _pieces(text: str, spans: Sequence[Span]) -> tuple[Piece, ...]:
    found, done = [], 0
    for start, end in spans:
        found += [Piece(text[done:start]), Piece(text[start:end], differs=True)]
        done = end
    found.append(Piece(text[done:]))
    return tuple(piece for piece in found if piece.text)
