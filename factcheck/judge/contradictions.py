"""Claims that cannot stand by the calendar or by arithmetic, found in the words of one source, without alignment."""

import datetime
from collections.abc import Iterable, Mapping

from factcheck.align.events import Events
from factcheck.align.topic import Topics
from factcheck.judge.calendar.anniversaries import wrong_anniversaries
from factcheck.judge.calendar.births import wrong_ages
from factcheck.judge.calendar.since import wrong_years_since
from factcheck.judge.calendar.spans import broken_spans
from factcheck.judge.calendar.spoken_of import DaysSpokenOf
from factcheck.judge.calendar.weekdays import wrong_weekdays
from factcheck.judge.contradiction import Contradiction
from factcheck.judge.repeated import repeated_counts
from factcheck.judge.sums.changes import wrong_changes
from factcheck.judge.sums.shares import wrong_shares
from factcheck.judge.sums.totals import broken_totals
from factcheck.model import Claim, Comparison, Verdict

__all__ = ["contradictions"]


def contradictions(
    claims: Iterable[Claim], topics: Topics, events: Events, published: Mapping[str, datetime.date | None]
) -> tuple[Comparison, ...]:
    """A conflict for each contradiction for which there is a rule, by the check and in the order of the claims.

    Where one claim contradicts itself, it is both sides of the comparison. `published` maps a source's id to its day,
    `events` links the sources of the claims.
    """
    listed = tuple(claims)
    spoken_of = DaysSpokenOf(listed, published)
    found = (
        *wrong_weekdays(listed, published),
        *broken_spans(listed),
        *wrong_anniversaries(listed, spoken_of),
        *wrong_years_since(listed, spoken_of),
        *wrong_ages(listed, spoken_of, events),
        *broken_totals(listed),
        *wrong_shares(listed),
        *wrong_changes(listed),
        *repeated_counts(listed),
    )
    comparisons = (_comparison(contradiction, topics) for contradiction in found)
    return tuple(comparison for comparison in comparisons if comparison is not None)


def _comparison(found: Contradiction, topics: Topics) -> Comparison | None:
    rule = topics.most_specific(found.a, found.b, found.measure)
    if rule is None:
        return None
    return Comparison(
        found.a.id, found.b.id, Verdict.CONFLICT, found.measure.value, found.witness, rule.id, found.confidence
    )
