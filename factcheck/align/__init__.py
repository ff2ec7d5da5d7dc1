"""Alignment: which claims of different sources are about the same fact. One aligner a kind over shared ladders."""

from collections.abc import Collection, Iterable

from factcheck.align.events import Events
from factcheck.align.figures import align_figures
from factcheck.align.pair import Pair
from factcheck.align.people import align_names, align_titles
from factcheck.align.quotations import align_quotations
from factcheck.align.topic import Topics
from factcheck.align.voices import Voices
from factcheck.align.weights import shipped_weights
from factcheck.model import Claim

__all__ = ["align"]


def align(
    claims: Iterable[Claim],
    events: Events,
    topics: Topics,
    voices: Voices,
    slack: float = 0.0,
    touching: Collection[str] | None = None,
) -> tuple[Pair, ...]:
    """The pairs of claims taken to be about one fact, claims in the order given.

    `events` links the sources of the claims; `topics` are the rules, for what they know; `voices` tell
    which sources are copies of each other.
    Given some sources, only the pairs `touching` one of them; the others still bear them out.
    With `slack`, in bits, pairs of figures and dates that miss the threshold by no more are among them, not `sure`.
    """
    listed = tuple(claims)
    return (
        *align_figures(listed, events, shipped_weights(), topics, voices, slack, touching),
        *align_names(listed, events, touching),
        *align_titles(listed, events, touching),
        *align_quotations(listed, events, touching),
    )
