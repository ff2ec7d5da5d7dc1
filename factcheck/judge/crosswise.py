"""Drops differences between figures that have each found their equal in the other source."""

from collections.abc import Iterable, Mapping

from factcheck.model import Claim, Comparison, Verdict

_DIFFERING = frozenset({Verdict.CONFLICT, Verdict.UPDATE})


def without_crosswise(comparisons: Iterable[Comparison], claims: Mapping[str, Claim]) -> tuple[Comparison, ...]:
    """The comparisons without conflicts and updates of two claims that each agree with another one of the other source.

    Two sources that both give 8,000 for one thing and 12,000 for another do not conflict crosswise.
    """
    listed = tuple(comparisons)
    agreed = {
        (one, claims[other].mention.source)
        for c in listed
        if c.verdict is Verdict.AGREE
        for one, other in ((c.a, c.b), (c.b, c.a))
    }

    def is_crosswise(c: Comparison) -> bool:
        return (c.a, claims[c.b].mention.source) in agreed and (c.b, claims[c.a].mention.source) in agreed

    return tuple(c for c in listed if c.verdict not in _DIFFERING or not is_crosswise(c))
