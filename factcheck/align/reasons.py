"""Why two claims were paired, or were not."""

from collections.abc import Sequence

from msgspec import Struct

from factcheck.align import align
from factcheck.align.blocking import WORDS, candidate_pairs, sort_of
from factcheck.align.events import Events
from factcheck.align.figures import APART, decide, model_name, ranked, scored_candidates
from factcheck.align.veto import Names, veto
from factcheck.align.weights import shipped_weights
from factcheck.model import Claim, Evidence, Kind, Rule

_LIKELY = 0.0


class Reasons(Struct, frozen=True):
    """The ladder of a pair, its sum against the threshold, and the outcome in words."""

    evidence: tuple[Evidence, ...]
    weight: float
    threshold: float
    paired: bool
    outcome: str


def reasons(claims: Sequence[Claim], a: Claim, b: Claim, rules: Sequence[Rule]) -> Reasons:
    """The reasons for a pair among all `claims`, which are its rivals."""
    if a.mention.source == b.mention.source and not a.mention.kind is b.mention.kind is Kind.NAME:
        return _refused("both stand in one source")
    if a.mention.kind is not b.mention.kind:
        return _refused(f"a {a.mention.kind} is not compared with a {b.mention.kind}")
    if sort_of(a) != sort_of(b):
        return _refused(f"figures of different sorts: {sort_of(a)} and {sort_of(b)}")
    events = Events(claims)
    if sort_of(a) != WORDS and {a.id, b.id} not in ({one.id, other.id} for one, other in candidate_pairs(claims)):
        return _refused("their sentences share no content word, so they were never candidates")
    if not events.same(a, b):
        return _refused("their sources share too little to be about the same events")
    return _of_words(claims, a, b) if sort_of(a) == WORDS else _of_figures(claims, a, b, events, rules)


def _of_figures(claims: Sequence[Claim], a: Claim, b: Claim, events: Events, rules: Sequence[Rule]) -> Reasons:
    name = model_name(a, b)
    if name is None:
        return _refused("their units or days cannot be compared")
    if name.endswith(APART) and (why := veto(a, b, Names(claims))):
        return _refused(why)
    weights = shipped_weights()
    candidates = scored_candidates(claims, events, weights)
    for candidate, rank in zip(candidates, ranked(candidates), strict=True):
        if {candidate.a.id, candidate.b.id} == {a.id, b.id}:
            decision = decide(candidate, rank, weights, rules)
            paired = decision.total >= decision.threshold
            outcome = (
                "taken to be about the same fact" if paired else "not sure enough that they are about the same fact"
            )
            return Reasons(decision.evidence, decision.total, decision.threshold, paired, outcome)
    return _refused("their sentences share no content word, so they were never candidates")


def _of_words(claims: Sequence[Claim], a: Claim, b: Claim) -> Reasons:
    for pair in align(claims):
        if {pair.a.id, pair.b.id} == {a.id, b.id}:
            return Reasons(pair.evidence, pair.weight, _LIKELY, True, "taken to be about the same fact")
    return _refused(f"nothing shows that the two are about the same {a.mention.kind}")


def _refused(why: str) -> Reasons:
    return Reasons((), 0.0, 0.0, False, f"not compared: {why}")
