"""What third sources say of a pair: whether a claim of theirs goes with both sides, or others with each.

A copy of one of the two sources is no third one, and copies of a third one say what it says.
"""

from collections import defaultdict
from collections.abc import Iterable

from factcheck.align.events import Events
from factcheck.align.scored import Scored
from factcheck.align.voices import Voices
from factcheck.model import Claim

# The sums before ranking from which on two claims are likely to be about one fact.
_AGREE, _DIFFER = -1.0, 0.0
AGREEMENTS = ("none", "agrees with one", "agrees with both")
# Fewer claims than this that go with one side only say little.
_SEVERAL = 2


class Thirds:
    """The claims of third sources beside each pair. It asks only about sources that are linked with those of both."""

    def __init__(self, candidates: Iterable[Scored], voices: Voices) -> None:
        self._voices = voices
        self._candidates: defaultdict[str, set[str]] = defaultdict(set)
        self._agreeing: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self._alike: defaultdict[str, dict[str, tuple[str, float]]] = defaultdict(dict)
        self._meeting: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for c in candidates:
            a, b = c.a.id, c.b.id
            self._candidates[a].add(b)
            self._candidates[b].add(a)
            if c.weight >= (_AGREE if c.meets else _DIFFER):
                self._add_likely(c)

    def _add_likely(self, c: Scored) -> None:
        a, b, source, other = c.a.id, c.b.id, c.a.mention.source, c.b.mention.source
        if c.meets:
            self._meeting[a][b], self._meeting[b][a] = other, source
        if self._voices.are_one(source, other):
            return
        self._alike[a][b], self._alike[b][a] = (other, c.weight), (source, c.weight)
        if c.meets:
            self._agreeing[a][b], self._agreeing[b][a] = other, source

    def agreement(self, a: Claim, b: Claim) -> str:
        """Whether a claim of a third source that could pair with both sides agrees with one of them, or with both."""
        return AGREEMENTS[self._agrees_with_first(a, b) + self._agrees_with_first(b, a)]

    def _agrees_with_first(self, a: Claim, b: Claim) -> bool:
        candidates, other = self._candidates[b.id], b.mention.source
        return any(
            claim in candidates and not self._voices.are_one(source, other)
            for claim, source in self._agreeing[a.id].items()
        )

    def speak_against(self, c: Scored, events: Events) -> bool:
        """Whether third sources make two facts of a pair.

        Several claims of theirs surely go with one side or the other, and none at all with both: a claim that is about
        the same fact as one of two is usually found to be so of the other, too. Or the values differ, and a third
        source states both of them.
        """
        if not c.meets and self._states_both(c):
            return True
        if self._goes_with_both(c.a, c.b, events):
            return False
        return self._surer(c.a, c.b, c.weight, events) + self._surer(c.b, c.a, c.weight, events) >= _SEVERAL

    def _states_both(self, c: Scored) -> bool:
        """Whether a third source has for each side a claim of its own that agrees with it, be it a copy of one."""
        left, right = self._meeting[c.a.id], self._meeting[c.b.id]
        both = set(left.values()) & set(right.values()) - {c.a.mention.source, c.b.mention.source}
        shared = {source for claim, source in left.items() if claim in right}
        return bool(both - shared)

    def _surer(self, claim: Claim, other: Claim, weight: float, events: Events) -> int:
        """How many claims of sources that could have some of the other claim go with one no less surely than it.

        Of more than _SEVERAL it counts no further.
        """
        theirs = other.mention.source
        counted: list[str] = []
        for source, sure in sorted(self._alike[claim.id].values()):
            if len(counted) == _SEVERAL:
                break
            if sure < weight or self._voices.are_one(source, theirs) or not events.are_linked(source, theirs):
                continue
            if not any(source != one and self._voices.are_one(source, one) for one in counted):
                counted.append(source)
        return len(counted)

    def _goes_with_both(self, a: Claim, b: Claim, events: Events) -> bool:
        """Whether a claim of a source that could have some of both is a likely counterpart of both."""
        left, right = self._alike[a.id], self._alike[b.id]
        own = (a.mention.source, b.mention.source)
        return any(
            (source := left[third][0]) not in own and all(events.are_linked(source, its) for its in own)
            for third in left.keys() & right.keys()
        )
