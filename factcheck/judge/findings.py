"""Gathers comparisons into findings: one fact, the claims about it, and how they stand to each other."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from msgspec.structs import replace

from factcheck.align.voices import Voices
from factcheck.judge.message import message
from factcheck.judge.one_unit import in_one_unit
from factcheck.judge.place import place
from factcheck.judge.standings import standings
from factcheck.model import VERDICTS_BY_SEVERITY, Claim, Comparison, Finding, Rule

_ID_WORDS = 12


def findings(
    comparisons: Iterable[Comparison],
    claims: Mapping[str, Claim],
    rules: Mapping[str, Rule],
    voices: Voices,
    unaligned: Iterable[Comparison] = (),
) -> tuple[Finding, ...]:
    """One finding for each set of claims that comparisons connect, severest first, then by subject and id.

    `unaligned` comparisons, by calendar or arithmetic, make findings of their own: what a source says of its own claim
    is no verdict on the sources that agree with it, and a total is another fact than its part.
    """
    groups = (*_connected(tuple(comparisons)), *_connected(tuple(unaligned)))
    found = [_finding(group, claims, rules, voices) for group in groups]
    return tuple(sorted(found, key=lambda f: (-VERDICTS_BY_SEVERITY.index(f.verdict), f.rule, f.subject, f.id)))


def restricted(
    finding: Finding,
    touching: Collection[str],
    claims: Mapping[str, Claim],
    rules: Mapping[str, Rule],
    voices: Voices,
) -> tuple[Finding, ...]:
    """What a check of some sources finds where an audit of all finds this: the comparisons that touch one of them."""
    left = (c for c in finding.comparisons if {claims[i].mention.source for i in (c.a, c.b)}.intersection(touching))
    return tuple(_finding(group, claims, rules, voices) for group in _connected(tuple(left)))


def _connected(comparisons: tuple[Comparison, ...]) -> list[list[Comparison]]:
    parent: dict[str, str] = {}

    def root(claim: str) -> str:
        while parent.setdefault(claim, claim) != claim:
            parent[claim] = parent[parent[claim]]
            claim = parent[claim]
        return claim

    for c in comparisons:
        parent[root(c.a)] = root(c.b)
    groups: dict[str, list[Comparison]] = defaultdict(list)
    for c in comparisons:
        groups[root(c.a)].append(c)
    return list(groups.values())


def _finding(
    group: list[Comparison], claims: Mapping[str, Claim], rules: Mapping[str, Rule], voices: Voices
) -> Finding:
    severest = max(group, key=lambda c: (VERDICTS_BY_SEVERITY.index(c.verdict), c.confidence, c.a, c.b))
    members = sorted({i for c in group for i in (c.a, c.b)}, key=lambda i: place(claims[i]))
    ordered = sorted((_ordered(c, claims) for c in group), key=lambda c: (place(claims[c.a]), place(claims[c.b])))
    groups = standings(members, group, claims, voices)
    subject = max((claims[i].subject for i in members), key=lambda s: (len(s), s))
    return Finding(
        id=_identity(severest.rule, [claims[i] for i in members]),
        rule=severest.rule,
        verdict=severest.verdict,
        severity=rules[severest.rule].severity,
        confidence=round(severest.confidence, 3),
        message=message(severest, subject, groups, claims, rules[severest.rule]),
        subject=subject,
        claims=tuple(members),
        comparisons=tuple(ordered),
        standings=groups,
        independent=voices.count({claims[i].mention.source for i in members}),
        scale=in_one_unit([claims[i] for i in members]),
    )


def _ordered(c: Comparison, claims: Mapping[str, Claim]) -> Comparison:
    """The comparison with its claims in the order of the sources."""
    if place(claims[c.a]) <= place(claims[c.b]):
        return c
    return replace(c, a=c.b, b=c.a)


def _identity(rule: str, members: list[Claim]) -> str:
    """A hash of the rule and of each claim's words; it holds no offsets, so edits elsewhere in a source keep it."""
    words = sorted(f"{c.mention.source}\0{c.mention.kind}\0{_nearby(c)}" for c in members)
    digest = hashlib.blake2b("\0".join((rule, *words)).encode(), digest_size=5)
    return digest.hexdigest()


def _nearby(claim: Claim) -> str:
    near = sorted(claim.context.stems, key=lambda pair: (abs(pair[1]), pair))[:_ID_WORDS]
    return " ".join((*claim.mention.text.split(), "|", *sorted(word for word, _ in near)))
