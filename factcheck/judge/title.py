"""Compares two roles of one person."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from msgspec import Struct

from factcheck.data import lexicon_classes
from factcheck.judge.judgement import Judgement
from factcheck.model import Claim, Comparison, Title, Verdict

_GENERIC = "head"
_STANDING = frozenset({"deputy", "vice", "assistant", "under", "acting"})
_JOINED = re.compile(r"\s+and\s+|\s*,\s*|\s*/\s*")


class Role(Struct, frozen=True):
    """A role taken apart: the class of its head, what qualifies it, its field."""

    words: str
    office: str | None
    standing: frozenset[str]
    field: frozenset[str]
    rank: str | None


def compare_titles(a: Claim, b: Claim) -> Judgement | None:
    """The verdict on two roles of one person; None where they could both be held, or were held at different times."""
    left, right = a.mention.value, b.mention.value
    if not isinstance(left, Title) or not isinstance(right, Title) or left.former or right.former:
        return None
    one, other = (" ".join(c.mention.text.split()) for c in (a, b))
    if _same_rank(one, other):
        return None
    relations = [_relation(x, y) for x in roles(one) for y in roles(other)]
    if same_office(one, other) or Verdict.AGREE in relations:
        return Judgement(Verdict.AGREE, "role", f"“{one}” = “{other}”")
    if Verdict.COMPATIBLE in relations:
        return Judgement(Verdict.COMPATIBLE, "coarser", f"“{one}” against “{other}”: one is more general")
    if all(r is Verdict.CONFLICT for r in relations):
        return Judgement(Verdict.CONFLICT, "role", f"“{one}” against “{other}”")
    return None


def _same_rank(a: str, b: str) -> bool:
    """Whether two titles are one bare rank: sources that both write "Sgt." agree on nothing that a reader would ask."""
    rank = _rank(_plain(a))
    return rank is not None and rank == _rank(_plain(b))


def same_office(a: str, b: str) -> bool:
    """Whether two roles are the same words, or listed as the same office."""
    left, right = _plain(a), _plain(b)
    return left == right or bool(_listed(left) & _listed(right))


def roles(title: str) -> tuple[Role, ...]:
    """The roles that a title joins: "president and chief executive" is two."""
    whole = _plain(title)
    parts = [p for p in _JOINED.split(whole) if p]
    if len(parts) > 1 and all(_office(p) for p in parts):
        return tuple(_role(p) for p in parts)
    return (_role(whole),)


def _relation(a: Role, b: Role) -> Verdict | None:
    if a.rank and b.rank and a.rank != b.rank:
        return Verdict.CONFLICT
    if a.office is None or b.office is None:
        return None
    if a.standing != b.standing:
        return Verdict.CONFLICT if a.office == b.office or _GENERIC not in {a.office, b.office} else None
    fields_differ = bool(a.field and b.field and not a.field & b.field)
    if a.office == b.office:
        return Verdict.CONFLICT if fields_differ else Verdict.AGREE
    if _GENERIC in {a.office, b.office}:
        return None if fields_differ else Verdict.COMPATIBLE
    return Verdict.CONFLICT


def _role(words: str) -> Role:
    tokens = words.split()
    standing = frozenset(w for w in tokens if w in _STANDING)
    fields = frozenset(_fields()[w] for w in tokens if w in _fields())
    return Role(words, _office(words), standing, fields, _rank(words))


@cache
def _phrases(name: str) -> tuple[tuple[str, str], ...]:
    """(phrase, class), longest phrase first."""
    pairs = [(_plain(p), cls) for cls, phrases in lexicon_classes(name).items() for p in phrases]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


@cache
def _fields() -> dict[str, str]:
    return {word: name for name, words in lexicon_classes("portfolios").items() for word in words}


def _office(words: str) -> str | None:
    return next((cls for phrase, cls in _phrases("offices") if f" {phrase} " in f" {words} "), None)


def _rank(words: str) -> str | None:
    return next((cls for phrase, cls in _phrases("ranks") if phrase == words), None)


def _listed(words: str) -> set[str]:
    return {cls for phrase, cls in _phrases("same-offices") if phrase == words}


def _plain(title: str) -> str:
    words = re.sub(r"[^\w']+", " ", title.lower().replace("’", "'")).split()
    return " ".join(w for w in words if w not in {"the", "a", "an", "its", "his", "her", "their", "our"})


def consistent(comparisons: Iterable[Comparison], claims: Mapping[str, Claim]) -> tuple[Comparison, ...]:
    """Comparisons without the conflicts of titles between two sources that also agree on an office of that person.

    Whoever is "president" and "chief executive" in one source may be called either in another.
    """
    listed = tuple(comparisons)
    agreed = {_holder(c, claims) for c in listed if c.verdict is Verdict.AGREE and _holder(c, claims)}
    return tuple(c for c in listed if c.verdict is not Verdict.CONFLICT or _holder(c, claims) not in agreed)


def _holder(comparison: Comparison, claims: Mapping[str, Claim]) -> tuple[str, str, str] | None:
    """The two sources and the person of a comparison of titles; None for one of anything else."""
    a, b = claims[comparison.a], claims[comparison.b]
    if not isinstance(a.mention.value, Title):
        return None
    return (a.mention.source, b.mention.source, a.mention.value.of or "")
