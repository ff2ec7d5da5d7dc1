"""Compares two roles of one person."""

import datetime
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache

from factcheck.data import lexicon_classes
from factcheck.judge.judgement import Judgement
from factcheck.judge.role import HEAD, OPEN, UNIT, WHOLE, Role, listed_as, plain, roles
from factcheck.model import Claim, Comparison, Title, Verdict

Published = Mapping[str, datetime.date | None]

# In days: a source that says "then" so much later than another was written speaks of the other's present.
_LONG_AGO = 60
_ROLE = "role"
_UNGRADED = "ungraded"
_PROFESSION = "chief of a profession"


class Relation(StrEnum):
    """How two roles stand to each other; roles that one person may hold at once have none."""

    SAME = "same"
    COVERS = "covers"
    EXCLUDES = "excludes"


def compare_titles(a: Claim, b: Claim, published: Published) -> Judgement | None:
    """The verdict on two roles of one person; None where they could both be held, or were held at different times.

    `published` maps a source's id to its publication date.
    """
    left, right = a.mention.value, b.mention.value
    if not isinstance(left, Title) or not isinstance(right, Title) or left.former or right.former:
        return None
    judgement = _compare(a, b)
    conflict = judgement is not None and judgement.verdict is Verdict.CONFLICT
    return None if conflict and left.then != right.then and not _earlier(a, b, published) else judgement


def _earlier(a: Claim, b: Claim, published: Published) -> bool:
    """Whether the role without "then" stands in a source so much older that it speaks of the same time."""
    then, now = (a, b) if isinstance(a.mention.value, Title) and a.mention.value.then else (b, a)
    told, written = published.get(then.mention.source), published.get(now.mention.source)
    return told is not None and written is not None and (told - written).days > _LONG_AGO


def _compare(a: Claim, b: Claim) -> Judgement | None:
    one, other = (" ".join(c.mention.text.split()) for c in (a, b))
    mine, theirs = roles(one, _owner(a)), roles(other, _owner(b))
    if _same_rank(mine, theirs):
        return None
    if same_office(one, other):
        return Judgement(Verdict.AGREE, _ROLE, f"“{one}” = “{other}”")
    relations = [_relation(x, y) for x in mine for y in theirs]
    if Relation.SAME in relations:
        return Judgement(Verdict.AGREE, _ROLE, f"“{one}” = “{other}”")
    if Relation.COVERS in relations:
        return Judgement(Verdict.AGREE, "coarser", f"“{one}” against “{other}”: one is more general")
    if all(r is Relation.EXCLUDES for r in relations):
        return Judgement(Verdict.CONFLICT, _ROLE, f"“{one}” against “{other}”")
    return None


def same_office(a: str, b: str) -> bool:
    """Whether two roles are the same words, or listed as the same office."""
    return plain(a) == plain(b) or not listed_as(a).isdisjoint(listed_as(b))


def _owner(claim: Claim) -> str:
    """The noun before a possessive 's that stands directly before the title."""
    before = claim.context.passage[: max(0, claim.mention.start - claim.context.start)].rstrip()
    words = before[-40:].split()
    return words[-1][:-2] if words and words[-1].endswith(("'s", "’s")) else ""


def _same_rank(a: tuple[Role, ...], b: tuple[Role, ...]) -> bool:
    """Whether two titles are one bare rank: sources that both write "Sgt." agree on nothing that a reader would ask."""
    ranks = {role.rank for role in (*a, *b) if role.office is None}
    return len(a) == len(b) == len(ranks) == 1 and None not in ranks and a[0].office is b[0].office


def _relation(a: Role, b: Role) -> Relation | None:
    """How two roles stand to each other, the surest sign first; None where both could be held."""
    if a.to_come != b.to_come:
        return None
    if a.rank and b.rank:
        return _of_ranks(a.rank, b.rank)
    if a.office is None or b.office is None:
        return None
    if (a.deputy, a.standing) != (b.deputy, b.standing):
        return _of_deputy(a, b)
    if a.office == b.office:
        return _of_one_office(a, b)
    if b.office in _covered(a.office):
        return _of_general(a, b)
    if a.office in _covered(b.office):
        return _of_general(b, a)
    if HEAD in (a.office, b.office):
        apart = WHOLE in (a.level, b.level) or _fields_differ(a, b)
        return Relation.EXCLUDES if apart and _is_post(a) and _is_post(b) else None
    return _of_two_offices(a, b)


def _of_ranks(a: str, b: str) -> Relation | None:
    if _UNGRADED in (a, b):
        return None
    return Relation.SAME if a == b else Relation.EXCLUDES


def _of_deputy(a: Role, b: Role) -> Relation | None:
    """A deputy is not the one deputised for, but "an official" or "the boss" may be either."""
    if a.office == b.office:
        return None if a.office == HEAD and (a.bare or b.bare) else Relation.EXCLUDES
    one, other = str(a.office), str(b.office)
    if other in _covered(one) or one in _covered(other):
        general, special = (a, b) if other in _covered(one) else (b, a)
        if general.office != HEAD:
            return Relation.COVERS
        return Relation.EXCLUDES if special.deputy and general.level == WHOLE else None
    return _of_two_offices(a, b)


def _of_one_office(a: Role, b: Role) -> Relation | None:
    if _fields_differ(a, b) or _levels_differ(a, b):
        return Relation.EXCLUDES if not a.fields & b.fields else None
    return Relation.SAME


def _of_general(general: Role, special: Role) -> Relation | None:
    if general.office != HEAD:
        return Relation.COVERS
    if general.fields & special.fields:
        return Relation.COVERS
    if _levels_differ(general, special):
        return Relation.EXCLUDES
    if _fields_differ(general, special):
        return Relation.EXCLUDES if general.level == special.level == UNIT else None
    return None if general.level in (UNIT, OPEN) else Relation.COVERS


def _of_two_offices(a: Role, b: Role) -> Relation | None:
    one, other = str(a.office), str(b.office)
    shared = _slots(one) & _slots(other)
    if other in _held_with(one):
        return None
    if shared - {_PROFESSION} or (shared and a.chief and b.chief):
        return Relation.EXCLUDES
    return Relation.EXCLUDES if _on_staff_of(a, b) or _on_staff_of(b, a) else None


def _on_staff_of(chief: Role, head: Role) -> bool:
    """Whether the first of a profession ("principal archaeologist") is held against the head of a whole body."""
    profession = chief.chief and _PROFESSION in _slots(str(chief.office))
    return profession and head.level == WHOLE and _is_post(head)


def _is_post(role: Role) -> bool:
    return role.office == HEAD or "post" in _slots(str(role.office))


def _fields_differ(a: Role, b: Role) -> bool:
    return bool(a.fields and b.fields and not a.fields & b.fields)


def _levels_differ(a: Role, b: Role) -> bool:
    """Whether one is over a whole body and the other over a unit or field of work."""
    return {a.level, b.level} == {WHOLE, UNIT}


def _covered(general: str) -> frozenset[str]:
    return _general_offices().get(general, frozenset())


@cache
def _general_offices() -> dict[str, frozenset[str]]:
    return {general: frozenset(offices) for general, offices in lexicon_classes("general-offices").items()}


@cache
def _slots(office: str) -> frozenset[str]:
    return frozenset(slot for slot, offices in lexicon_classes("office-slots").items() if office in offices)


@cache
def _held_with(office: str) -> frozenset[str]:
    pairs = lexicon_classes("offices-held-together")
    return frozenset(pairs.get(office, ())) | {one for one, others in pairs.items() if office in others}


def consistent(comparisons: Iterable[Comparison], claims: Mapping[str, Claim]) -> tuple[Comparison, ...]:
    """Comparisons without the conflicts of titles of which either also agrees with another title in the other source.

    Whoever is "president" and "chief executive" in one source may be called either in another. A word for many
    offices that both use settles nothing.
    """
    listed = tuple(comparisons)
    agreed = {
        place
        for c in listed
        if c.verdict is Verdict.AGREE and c.reason == _ROLE and isinstance(claims[c.a].mention.value, Title)
        for place in ((c.a, claims[c.b].mention.source), (c.b, claims[c.a].mention.source))
    }
    return tuple(c for c in listed if c.verdict is not Verdict.CONFLICT or agreed.isdisjoint(_places(c, claims)))


def _places(c: Comparison, claims: Mapping[str, Claim]) -> tuple[tuple[str, str], tuple[str, str]]:
    return (c.a, claims[c.b].mention.source), (c.b, claims[c.a].mention.source)
