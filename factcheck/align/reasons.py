"""Why two claims were paired, or were not."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from msgspec import Struct

from factcheck.align import align
from factcheck.align.blocking import WORDS, keys_of, sort_of
from factcheck.align.events import Events
from factcheck.align.figures import APART, Scored, decide, model_name, ranked, scored_candidates
from factcheck.align.ladder import Levels
from factcheck.align.pair import Pair
from factcheck.align.veto import Known, veto
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


class Aligned:
    """All `claims` side by side, from which the reasons for any number of pairs are read.

    Every other claim is a rival, so whatever is asked, all candidates are scored; that happens once.
    """

    def __init__(self, claims: Iterable[Claim], rules: Sequence[Rule]) -> None:
        self._claims = tuple(claims)
        self._rules = rules

    def reasons(self, a: Claim, b: Claim) -> Reasons:
        """The reasons for the pair of two of the claims."""
        if a.mention.source == b.mention.source and not a.mention.kind is b.mention.kind is Kind.NAME:
            return _refused("both stand in one source")
        if a.mention.kind is not b.mention.kind:
            return _refused(f"a {a.mention.kind} is not compared with a {b.mention.kind}")
        if sort_of(a) != sort_of(b):
            return _refused(f"figures of different sorts: {sort_of(a)} and {sort_of(b)}")
        if sort_of(a) != WORDS and keys_of(a).isdisjoint(keys_of(b)):
            return _refused("their sentences share no content word, so they were never candidates")
        if not self._events.same(a, b):
            return _refused("their sources share too little to be about the same events")
        return self._of_words(a, b) if sort_of(a) == WORDS else self._of_figures(a, b)

    @cached_property
    def _events(self) -> Events:
        return Events(self._claims)

    @cached_property
    def _known(self) -> Known:
        return Known(self._claims)

    @cached_property
    def _candidates(self) -> dict[frozenset[str], tuple[Scored, Levels]]:
        scored = scored_candidates(self._claims, self._events, shipped_weights())
        return {frozenset((c.a.id, c.b.id)): (c, rank) for c, rank in zip(scored, ranked(scored), strict=True)}

    @cached_property
    def pairs(self) -> dict[frozenset[str], Pair]:
        """All pairs that were taken to be about one fact, by the ids of their claims."""
        return {frozenset((pair.a.id, pair.b.id)): pair for pair in align(self._claims, self._rules)}

    def _of_figures(self, a: Claim, b: Claim) -> Reasons:
        name = model_name(a, b)
        if name is None:
            return _refused("their units, days or roles cannot be compared")
        if name.endswith(APART) and (why := veto(a, b, self._known)):
            return _refused(why)
        found = self._candidates.get(frozenset((a.id, b.id)))
        if found is None:
            return _refused("their sentences share only words that stand in too many others")
        decision = decide(*found, shipped_weights(), self._rules)
        paired = decision.total >= decision.threshold
        outcome = "taken to be about the same fact" if paired else "not sure enough that they are about the same fact"
        return Reasons(decision.evidence, decision.total, decision.threshold, paired, outcome)

    def _of_words(self, a: Claim, b: Claim) -> Reasons:
        pair = self.pairs.get(frozenset((a.id, b.id)))
        if pair is None:
            return _refused(f"nothing shows that the two are about the same {a.mention.kind}")
        return Reasons(pair.evidence, pair.weight, _LIKELY, True, "taken to be about the same fact")


def _refused(why: str) -> Reasons:
    return Reasons((), 0.0, 0.0, False, f"not compared: {why}")
