"""Aligns figures and dates: retrieve candidates, score each on its ladder, rank against rivals, then accept or not.

A claim has at most a few counterparts and usually none, so a pair must beat the threshold and its rivals: what being
ahead of them adds, and what a better rival takes away, are learned like every other level.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from factcheck.align.blocking import Blocks, figure_blocks
from factcheck.align.events import Events
from factcheck.align.in_time import outgrown
from factcheck.align.ladder import ladder, values_meet
from factcheck.align.levels import Levels
from factcheck.align.pair import Pair
from factcheck.align.profile import Profile, profile
from factcheck.align.scored import APART, MEETING, Scored
from factcheck.align.thirds import Thirds
from factcheck.align.topic import Topics, topic_weight
from factcheck.align.veto import Known, veto
from factcheck.align.voices import Voices
from factcheck.align.weights import Weights
from factcheck.claim.scope import SAYING
from factcheck.model import Claim, Evidence, Grounds

_NO_RIVALS = (-99.0, -99.0)
# The attributes of a pair's rank: how it stands beside its rivals, and what third sources say.
WORSE_MARGIN, BETTER_MARGIN, THIRD_SOURCE = "worse margin", "better margin", "third source"
# Two sums of the same weights in another order may differ by so little.
_ROUNDING = 1e-6
# How far ahead of its best rival a pair is, in bits, and what to call what lies between.
_MARGINS = (-4.0, -1.0, 1.0, 4.0)
_STANDINGS = ("0 far behind", "1 behind", "2 level", "3 ahead", "4 far ahead")
# By whether the values meet.
_DATES, _FIGURES = (f"dates {APART}", f"dates {MEETING}"), (f"figures {APART}", f"figures {MEETING}")
_KILLED, _WOUNDED = frozenset({"@die"}), frozenset({"@injure"})


def model_name(a: Profile, b: Profile) -> str | None:
    """Values that meet and values that do not are two problems, as are dates and figures; None where not comparable."""
    meet = values_meet(a, b)
    if meet is None or (meet and a.said.roles != b.said.roles and (_count_nobody(a, b) or _dead_and_hurt(a, b))):
        return None
    if a.figures is None:
        if SAYING in a.said.cues or SAYING in b.said.cues:
            return None  # the day on which somebody spoke is no fact of what happened
        return _DATES[meet]
    return _FIGURES[meet and not outgrown(a.claim, b.claim)]


def _dead_and_hurt(a: Profile, b: Profile) -> bool:
    """Whether one is a count of the killed alone and the other of the wounded alone, who are never the same people."""
    return {a.said.roles, b.said.roles} == {_KILLED, _WOUNDED}


def _count_nobody(a: Profile, b: Profile) -> bool:
    """Whether both are counts of zero, of which nothing is equal but that nothing happened."""
    return a.figures is not None and b.figures is not None and a.figures.high == b.figures.high == 0


class Scorer:
    """Scores pairs of claims, named by their index; each claim is looked at once."""

    def __init__(self, claims: Sequence[Claim], weights: Weights) -> None:
        self._claims = claims
        self._known = Known(claims)
        self._models = weights.models
        self._profiles: dict[int, Profile] = {}

    def scored(self, pairs: Iterable[tuple[int, int]]) -> Iterator[Scored]:
        """Those pairs that may be about one fact, each with its ladder and its sum, rank not yet counted."""
        for i, j in pairs:
            a, b = self._profile(i), self._profile(j)
            name = model_name(a, b)
            if name is None or (name.endswith(APART) and veto(a.claim, b.claim, self._known)):
                continue
            levels = ladder(a, b)
            yield Scored(a.claim, b.claim, name, levels, self._models[name].total(levels))

    def _profile(self, i: int) -> Profile:
        found = self._profiles.get(i)
        if found is None:
            found = self._profiles[i] = profile(self._claims[i])
        return found


def scored_candidates(claims: Iterable[Claim], events: Events, weights: Weights) -> tuple[Scored, ...]:
    """Every candidate pair with its ladder and the sum of its match weights, rank not yet counted."""
    listed = tuple(claims)
    scored = Scorer(listed, weights).scored(figure_blocks(listed).pairs(events, within=False))
    return tuple(Scored(c.a, c.b, c.model, tuple([_shared(*level) for level in c.levels]), c.weight) for c in scored)


@cache
def _shared(attribute: str, level: str) -> tuple[str, str]:
    """One object for all pairs of one level, of which there are millions in a large corpus."""
    return attribute, level


def ranked(candidates: tuple[Scored, ...], thirds: Thirds) -> Iterator[Levels]:
    """For each candidate how it stands to its rivals: the other claims of one source that could pair with a side."""
    for c, margins in zip(candidates, _margins(candidates, candidates), strict=True):
        yield _with_thirds(c, margins, thirds)


def _with_thirds(c: Scored, margins: Levels, thirds: Thirds) -> Levels:
    return (*margins, (THIRD_SOURCE, thirds.agreement(c.a, c.b)))


def _margins(asked: Iterable[Scored], among: Iterable[Scored]) -> Iterator[Levels]:
    """How far ahead of their rivals `among` all candidates those are that are asked about."""
    best: dict[tuple[str, str], tuple[float, float]] = {}
    for c in among:
        weight = c.weight
        for key in c.sides:
            first, second = best.get(key, _NO_RIVALS)
            if weight > second:
                best[key] = (weight, first) if weight > first else (first, weight)
    return (_rank(c, best) for c in asked)


def _rank(c: Scored, best: dict[tuple[str, str], tuple[float, float]]) -> Levels:
    one, other = (_margin(c.weight, best[side]) for side in c.sides)
    worse, better = (one, other) if one < other else (other, one)
    return ((WORSE_MARGIN, worse), (BETTER_MARGIN, better))


def _margin(weight: float, best: tuple[float, float]) -> str:
    """How far a pair is ahead of its best rival; `best` are the two highest sums, which may be its own."""
    gap = weight - (best[1] if weight == best[0] else best[0])
    return _STANDINGS[bisect_right(_MARGINS, gap)]


def rank_model(name: str) -> str:
    """The model that decides after ranking."""
    return f"{name}, ranked"


def decide(candidate: Scored, rank: Levels, weights: Weights, topics: Topics) -> Grounds:
    """The final sum of a candidate with its evidence, against the threshold of its model."""
    model = weights.models[rank_model(candidate.model)]
    levels = (*candidate.levels, *rank)
    rule = topics.most_specific(candidate.a, candidate.b)
    topic = topic_weight(rule, candidate.levels)
    evidence = model.evidence(levels)
    if rule and topic:
        evidence += (Evidence("topic", rule.id, topic),)
    return Grounds(evidence, model.total(levels) + topic, model.threshold)


def align_figures(
    claims: Iterable[Claim],
    events: Events,
    weights: Weights,
    topics: Topics,
    voices: Voices,
    slack: float = 0.0,
    touching: Collection[str] | None = None,
) -> Iterator[Pair]:
    """The pairs of figures and dates that reach the threshold of their model, or miss it by at most `slack` bits.

    Given some sources, only the pairs `touching` one of them.
    """
    listed = tuple(claims)
    scorer, blocks = Scorer(listed, weights), figure_blocks(listed)
    judging = _Threshold(weights, topics, slack)
    candidates, likely = [], []
    for c in scorer.scored(blocks.pairs(events, within=False, touching=touching)):
        if judging.may_pass(c, (), (WORSE_MARGIN, BETTER_MARGIN, THIRD_SOURCE)):
            likely.append(c)
        candidates.append(_as_rival(c))
    asked = {claim.id for c in likely for claim in (c.a, c.b)}
    among = [c for c in candidates if c.a.id in asked or c.b.id in asked]
    margins = list(_margins(likely, among))
    if touching is not None:
        hopeful = [c for c, rank in zip(likely, margins, strict=True) if judging.may_pass(c, rank, (THIRD_SOURCE,))]
        among += map(_as_rival, scorer.scored(_pairs_beside(listed, hopeful, blocks, events, touching)))
    thirds = Thirds(among, voices)
    for c, margin in zip(likely, margins, strict=True):
        rank = _with_thirds(c, margin, thirds)
        total, threshold = judging.total(c, rank), judging.of(c)
        if total >= threshold - slack and not thirds.speak_against(c, events):
            yield Pair(c.a, c.b, decide(c, rank, weights, topics), sure=total >= threshold)


def _as_rival(c: Scored) -> Scored:
    """A pair without its levels: in a large corpus there are millions, and nearly all of them only rival others."""
    return Scored(c.a, c.b, c.model, (), c.weight)


class _Threshold:
    """What pairs have to reach, with `slack` in bits, and which of them still may."""

    def __init__(self, weights: Weights, topics: Topics, slack: float) -> None:
        self._models = weights.models
        self._topics = topics
        self._slack = slack
        self._least: dict[tuple[str, tuple[str, ...]], float] = {}

    def of(self, c: Scored) -> float:
        """The sum that a pair has to reach."""
        return self._models[rank_model(c.model)].threshold

    def total(self, c: Scored, rank: Levels) -> float:
        """The sum of all match weights of a pair of this rank."""
        return self._models[rank_model(c.model)].total((*c.levels, *rank)) + self._of_topic(c)

    def _of_topic(self, c: Scored) -> float:
        may_weigh = self._topics.may_weigh
        return (
            topic_weight(self._topics.most_specific(c.a, c.b), c.levels) if may_weigh(c.a) and may_weigh(c.b) else 0.0
        )

    def may_pass(self, c: Scored, rank: Levels, unknown: tuple[str, ...]) -> bool:
        """Whether a pair reaches the threshold with what is known of its rank if the `unknown` rest is at its best."""
        least = self._least.get((c.model, unknown))
        if least is None:
            least = self._least[c.model, unknown] = self._of_known(c.model, unknown)
        total = self._models[rank_model(c.model)].total((*c.levels, *rank) if rank else c.levels)
        return total >= least or total + self._of_topic(c) >= least

    def _of_known(self, name: str, unknown: tuple[str, ...]) -> float:
        """What the known levels have to reach."""
        model = self._models[rank_model(name)]
        return model.threshold - self._slack - sum(map(model.most, unknown)) - _ROUNDING


def _pairs_beside(
    listed: Sequence[Claim], hopeful: Iterable[Scored], blocks: Blocks, events: Events, touching: Collection[str]
) -> Iterator[tuple[int, int]]:
    """The pairs of their claims with claims of further sources, for what they say of the pairs that touch the new."""
    seen: set[tuple[int, int]] = set()
    asked = {claim.id for c in hopeful for claim in (c.a, c.b)}
    for i, claim in enumerate(listed):
        source = claim.mention.source
        if claim.id in asked and source not in touching:
            for other in events.linked(source):
                if other not in touching:
                    seen.update((min(i, j), max(i, j)) for j in blocks.meeting(i, other))
    yield from sorted(seen)
