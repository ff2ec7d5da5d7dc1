"""Why two claims were paired, or were not."""

import math
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from factcheck.align import align
from factcheck.align.blocking import WORDS, keys_of, sort_of
from factcheck.align.events import Events
from factcheck.align.figures import decide, model_name, ranked, scored_candidates
from factcheck.align.ladder import ladder
from factcheck.align.levels import Levels
from factcheck.align.pair import Pair
from factcheck.align.profile import profile
from factcheck.align.scored import APART, Scored
from factcheck.align.thirds import Thirds
from factcheck.align.topic import Topics
from factcheck.align.veto import Known, veto
from factcheck.align.voices import Voices
from factcheck.align.weights import shipped_weights
from factcheck.model import Claim, Evidence, Kind, Name, Rival, Title

_NOT_COMPARED = "not compared"
_TAKEN = "taken to be about the same fact"
_UNSURE = "not sure enough that they are about the same fact"
_OUTRANKED = "not sure enough that they are about the same fact: another claim fits better"
_OPPOSED = "not taken to be about the same fact: claims of third sources tell the two apart"


class Reasons(Struct, frozen=True):
    """The ladder of a pair, its sum against the threshold, the outcome in words, and what competes with it."""

    evidence: tuple[Evidence, ...]
    weight: float
    threshold: float
    paired: bool
    outcome: str
    unranked: float | None = None
    rivals: tuple[Rival, ...] = ()


class Aligned:
    """All `claims` side by side, from which the reasons for any number of pairs are read.

    Every other claim is a rival, so whatever is asked, all candidates are scored; that happens once.
    """

    def __init__(self, claims: Iterable[Claim], events: Events, topics: Topics, voices: Voices) -> None:
        self._claims = tuple(claims)
        self._events = events
        self._topics = topics
        self._voices = voices

    def reasons(self, a: Claim, b: Claim) -> Reasons:
        """The reasons for the pair of two of the claims."""
        if a.mention.source == b.mention.source and not a.mention.kind is b.mention.kind is Kind.NAME:
            return _refused("both stand in one source")
        if a.mention.kind is not b.mention.kind:
            return _refused(f"a {a.mention.kind} is not compared with a {b.mention.kind}")
        if sort_of(a) != sort_of(b):
            return _refused(f"figures of different sorts: {_sort_words(a)} and {_sort_words(b)}")
        if sort_of(a) != WORDS and keys_of(a).isdisjoint(keys_of(b)):
            return _refused("they share no content word near them and no name, so they were never candidates")
        if not self._events.same(a, b):
            return _refused("their sources share too little to be about the same events")
        return self._of_words(a, b) if sort_of(a) == WORDS else self._of_figures(a, b)

    @cached_property
    def _known(self) -> Known:
        return Known(self._claims)

    @cached_property
    def _scored(self) -> tuple[Scored, ...]:
        return scored_candidates(self._claims, self._events, shipped_weights())

    @cached_property
    def _thirds(self) -> Thirds:
        return Thirds(self._scored, self._voices)

    @cached_property
    def _candidates(self) -> dict[frozenset[str], tuple[Scored, Levels]]:
        ranks = ranked(self._scored, self._thirds)
        return {frozenset((c.a.id, c.b.id)): (c, rank) for c, rank in zip(self._scored, ranks, strict=True)}

    @cached_property
    def pairs(self) -> dict[frozenset[str], Pair]:
        """All pairs that were taken to be about one fact, by the ids of their claims."""
        aligned = align(self._claims, self._events, self._topics, self._voices)
        return {frozenset((pair.a.id, pair.b.id)): pair for pair in aligned}

    @cached_property
    def _by_claim(self) -> dict[tuple[str, str], list[Scored]]:
        """The candidate pairs of a claim with the claims of another source."""
        found: defaultdict[tuple[str, str], list[Scored]] = defaultdict(list)
        for c, _ in self._candidates.values():
            found[c.a.id, c.b.mention.source].append(c)
            found[c.b.id, c.a.mention.source].append(c)
        return found

    def _rivals(self, a: Claim, b: Claim) -> tuple[Rival, ...]:
        found = []
        for side, other in ((a, b), (b, a)):
            for c in self._by_claim.get((side.id, other.mention.source), ()):
                rival = c.b if c.a.id == side.id else c.a
                if rival.id != other.id:
                    found.append(Rival(side.id, rival, c.weight))
        return tuple(sorted(found, key=lambda r: (-r.weight, r.claim.mention.start, r.claim.id, r.beside)))

    def _of_figures(self, a: Claim, b: Claim) -> Reasons:
        name = model_name(profile(a), profile(b))
        if name is None:
            return _refused("their units, days or roles cannot be compared")
        if name.endswith(APART) and (why := veto(a, b, self._known)):
            return self._vetoed(a, b, name, why)
        found = self._candidates.get(frozenset((a.id, b.id)))
        if found is None:
            return _refused("their sentences share only words that stand in too many others")
        grounds = decide(*found, shipped_weights(), self._topics)
        likely = grounds.weight >= grounds.threshold
        opposed = self._thirds.speak_against(found[0], self._events)
        unranked, rivals = found[0].weight, self._rivals(a, b)
        outranked = any(rival.weight > unranked for rival in rivals)
        return Reasons(
            evidence=grounds.evidence,
            weight=grounds.weight,
            threshold=grounds.threshold,
            paired=likely and not opposed,
            outcome=(_OPPOSED if opposed else _TAKEN) if likely else _OUTRANKED if outranked else _UNSURE,
            unranked=unranked,
            rivals=rivals,
        )

    def _vetoed(self, a: Claim, b: Claim, name: str, why: str) -> Reasons:
        """The veto, and what would have been weighed without it."""
        model = shipped_weights().models[name]
        levels = ladder(profile(a), profile(b))
        evidence = (Evidence("veto", why, -math.inf), *model.evidence(levels))
        outcome = f"{_NOT_COMPARED}: {why}"
        return Reasons(evidence, -math.inf, model.threshold, False, outcome, model.total(levels), self._rivals(a, b))

    def _of_words(self, a: Claim, b: Claim) -> Reasons:
        pair = self.pairs.get(frozenset((a.id, b.id)))
        if pair is not None:
            return Reasons(pair.grounds.evidence, pair.grounds.weight, pair.grounds.threshold, True, _TAKEN)
        shown = self._named.get(frozenset((_name_in_source(a), _name_in_source(b))))
        if shown:
            return _refused(f"a name is compared once a source, these two as {shown.a.id} and {shown.b.id}")
        return _refused(_words_apart(a, b))

    @cached_property
    def _named(self) -> dict[frozenset[tuple[str, str]], Pair]:
        """The pairs of names by their sources and canonical forms."""
        of_names = (pair for pair in self.pairs.values() if pair.a.mention.kind is Kind.NAME)
        return {frozenset((_name_in_source(pair.a), _name_in_source(pair.b))): pair for pair in of_names}


def _sort_words(claim: Claim) -> str:
    sort = sort_of(claim).removeprefix("measure ")
    return "money" if sort == "currency" else sort


def _name_in_source(claim: Claim) -> tuple[str, str]:
    value = claim.mention.value
    return claim.mention.source, value.key.casefold() if isinstance(value, Name) else claim.id


def _words_apart(a: Claim, b: Claim) -> str:
    """Why two names, titles or quotations were not taken to be about one person, place or utterance."""
    left, right = a.mention.value, b.mention.value
    if isinstance(left, Name) and isinstance(right, Name):
        if left.key.casefold() == right.key.casefold():
            return "both write the name in the same way, so that there is nothing to compare"
        return f"nothing shows that {left.key} and {right.key} are two spellings of one name"
    if isinstance(left, Title) and isinstance(right, Title):
        if left.of is None or right.of is None:
            return "one of the titles is nobody's as far as the words tell"
        return f"nothing shows that {left.of} and {right.of} are one person"
    return "nothing shows that the two are one utterance: too few words are the same, or the speakers are two"


def _refused(why: str) -> Reasons:
    return Reasons((), 0.0, 0.0, False, f"{_NOT_COMPARED}: {why}")
