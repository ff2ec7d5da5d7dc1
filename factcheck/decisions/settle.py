"""Puts decisions and a baseline to the findings of a report. Pure: the day is given, nothing is read."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from factcheck.decisions.baseline import Baseline
from factcheck.decisions.identity import identities, on_one_line
from factcheck.model import (
    Choice,
    Claim,
    Comparison,
    Decision,
    DecisionStatus,
    Finding,
    JudgedClaim,
    Report,
    Ruling,
    Verdict,
)

_Names = Mapping[str, str]
_Claims = Mapping[str, JudgedClaim]

# So many places in common make two findings versions of one.
_ENOUGH = 2


def settled(
    report: Report,
    decisions: Sequence[Decision],
    *,
    today: datetime.date,
    names: _Names,
    baseline: Baseline | None = None,
) -> Report:
    """The report, its findings with what was decided about them and whether the baseline knows them.

    A decision covers two claims that it judged. Where it covers some of a finding, what comes later is covered too if
    an accepted difference is only repeated, or if a source joins the preferred one; a decision that passages are not
    comparable holds for these passages alone. A finding is decided if every comparison that gives it its verdict is
    covered. `names` are the names of sources in the decisions by their ids, where they differ. `today` is compared
    with the days on which decisions expire.
    """
    if not decisions and baseline is None:
        return report
    claims = identities(report.claims, names)
    rulings = _Rulings(decisions, today).of(report.findings, claims)
    found = (
        replace(f, ruling=rulings.get(f.id), known=baseline is not None and baseline.knows(f, claims))
        for f in report.findings
    )
    return replace(report, findings=tuple(found))


def unused(report: Report, decisions: Iterable[Decision], sources: Collection[str]) -> tuple[Decision, ...]:
    """The decisions that stand at no finding of a settled report, though all sources that they judged are in it.

    `sources` are the names of the sources of the report, and of those that no longer exist.
    """
    used = {f.ruling.decision.finding for f in report.findings if f.ruling}
    return tuple(d for d in decisions if d.finding not in used and all(j.source in sources for j in d.judged))


def decision_about(
    finding: Finding,
    claims: Iterable[Claim],
    names: _Names,
    choice: Choice,
    because: str,
    *,
    prefer: str | None = None,
    expires: datetime.date | None = None,
) -> Decision:
    """A decision of the finding as it stands; it judges the claims whose comparisons give the finding its verdict."""
    judged = _contested(finding, identities(claims, names))
    return Decision(finding.id, choice, on_one_line(because), judged, prefer, expires)


class _Rulings:
    """Which decision stands at which finding."""

    def __init__(self, decisions: Sequence[Decision], today: datetime.date) -> None:
        self._decisions = decisions
        self._today = today
        self._by_claim: dict[JudgedClaim, list[Decision]] = defaultdict(list)
        self._by_place: dict[tuple[str, str], list[Decision]] = defaultdict(list)
        for decision in decisions:
            for judged in decision.judged:
                self._by_claim[judged].append(decision)
                self._by_place[judged.source, judged.subject].append(decision)

    def of(self, findings: Sequence[Finding], claims: _Claims) -> dict[str, Ruling]:
        """Finding id → the decision at it."""
        rulings: dict[str, Ruling] = {}
        for finding in findings:
            if ruling := self._covering(finding, claims):
                rulings[finding.id] = ruling
        used = {ruling.decision.finding for ruling in rulings.values()}
        for finding in findings:
            differs = finding.verdict in (Verdict.UPDATE, Verdict.CONFLICT)
            if differs and finding.id not in rulings and (ruling := self._stale(finding, claims, used)):
                rulings[finding.id] = ruling
        return rulings

    def _covering(self, finding: Finding, claims: _Claims) -> Ruling | None:
        near = {d.finding: d for c in finding.contested for d in self._by_claim.get(claims[c.a], ())}
        covering = [d for d in near.values() if _covers(d, finding.contested, claims)]
        valid = [d for d in covering if not self._expired(d)]
        if valid:
            return Ruling(valid[0], DecisionStatus.APPLIES)
        return Ruling(covering[0], DecisionStatus.EXPIRED) if covering else None

    def _stale(self, finding: Finding, claims: _Claims, used: Collection[str]) -> Ruling | None:
        """The unused decision that judged most of what the finding is about, if it judged enough of it."""
        by_id: dict[str, Decision] = {}
        shared: Counter[str] = Counter()
        for place in sorted({(j.source, j.subject) for j in _contested(finding, claims)}):
            for decision in {d.finding: d for d in self._by_place.get(place, ())}.values():
                if decision.finding not in used:
                    by_id[decision.finding] = decision
                    shared[decision.finding] += 1
        for decision_id, count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
            decision = by_id[decision_id]
            if count >= min(_ENOUGH, len({(j.source, j.subject) for j in decision.judged})):
                return Ruling(decision, DecisionStatus.STALE, tuple(_changes(decision, finding, claims)))
        return None

    def _expired(self, decision: Decision) -> bool:
        return decision.expires is not None and decision.expires < self._today


def _contested(finding: Finding, claims: _Claims) -> tuple[JudgedClaim, ...]:
    """What is held against each other in the finding, sorted."""
    found = {claims[claim] for c in finding.contested for claim in (c.a, c.b)}
    return tuple(sorted(found, key=lambda j: (j.source, j.subject, j.text)))


def _covers(decision: Decision, comparisons: Sequence[Comparison], claims: _Claims) -> bool:
    """Whether the decision covers all comparisons, of which it has to have judged one as it stands."""
    pairs = [(claims[c.a], claims[c.b]) for c in comparisons]
    judged = frozenset(decision.judged)
    return any(judged.issuperset(pair) for pair in pairs) and all(_allows(decision, judged, pair) for pair in pairs)


def _allows(decision: Decision, judged: Collection[JudgedClaim], pair: tuple[JudgedClaim, JudgedClaim]) -> bool:
    later = [claim for claim in pair if claim not in judged]
    match decision.choice:
        case Choice.ACCEPT:
            texts = {j.text for j in judged}
        case Choice.PREFER:
            texts = {j.text for j in judged if j.source == decision.prefer}
        case Choice.NOT_COMPARABLE:
            texts = set()
    return all(claim.text in texts for claim in later)


def _changes(decision: Decision, finding: Finding, claims: _Claims) -> Iterator[str]:
    now = _contested(finding, claims)
    before = {(j.source, j.subject): j.text for j in decision.judged if j not in now}
    for claim in now:
        if claim in decision.judged:
            continue
        text = before.get((claim.source, claim.subject))
        yield f"{claim.source}: {claim.text} " + (f"where {text} was judged" if text else "was not judged")
