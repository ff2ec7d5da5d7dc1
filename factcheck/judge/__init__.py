"""Judges pairs of claims about the same fact: one comparator a kind, under the most specific rule that matches."""

import datetime
from collections.abc import Iterable, Mapping

from factcheck.align.pair import Pair
from factcheck.align.topic import Topics
from factcheck.judge.calendar.weekdays import weekday_contradiction
from factcheck.judge.crosswise import without_crosswise
from factcheck.judge.date import compare_dates, rescheduled
from factcheck.judge.judgement import Judgement
from factcheck.judge.name import compare_spellings
from factcheck.judge.quantity import compare_quantities
from factcheck.judge.quotation import compare_quotations
from factcheck.judge.title import compare_titles, consistent
from factcheck.judge.update import as_update, outgrown
from factcheck.model import Claim, Comparison, Kind, Measure, Rule, Verdict

__all__ = ["judge"]


def judge(
    pairs: Iterable[Pair], topics: Topics, published: Mapping[str, datetime.date | None]
) -> tuple[Comparison, ...]:
    """The comparisons of all pairs that some rule judges. `published` maps a source's id to its publication date."""
    listed = tuple(pairs)
    claims = {claim.id: claim for pair in listed for claim in (pair.a, pair.b)}
    judged = (comparison for pair in listed if (comparison := _comparison(pair, topics, published)))
    return without_crosswise(consistent(judged, claims), claims)


def _comparison(pair: Pair, topics: Topics, published: Mapping[str, datetime.date | None]) -> Comparison | None:
    a, b = pair.a, pair.b
    rule = topics.most_specific(a, b)
    judgement = _compare(a, b, rule, published) if rule else None
    if rule is None or judgement is None:
        return None
    if judgement.reason == Measure.WEEKDAY:
        if not any(weekday_contradiction(claim, published.get(claim.mention.source)) for claim in (a, b)):
            return None
        rule = topics.most_specific(a, b, Measure.WEEKDAY) or rule
    elif judgement.verdict is Verdict.CONFLICT and a.mention.kind in {Kind.QUANTITY, Kind.DURATION}:
        judgement = as_update(a, b, rule) or judgement
    elif judgement.verdict is Verdict.CONFLICT and a.mention.kind is Kind.DATE:
        judgement = rescheduled(a, b) or judgement
    elif judgement.reason == "bound":
        judgement = outgrown(a, b, rule) or judgement
    return Comparison(
        a.id, b.id, judgement.verdict, judgement.reason, judgement.witness, rule.id, pair.confidence, pair.grounds
    )


def _compare(a: Claim, b: Claim, rule: Rule, published: Mapping[str, datetime.date | None]) -> Judgement | None:
    if a.mention.kind in {Kind.QUANTITY, Kind.DURATION}:
        return compare_quantities(a, b, rule)
    if a.mention.kind is Kind.DATE:
        return compare_dates(a, b)
    if a.mention.kind is Kind.NAME:
        return compare_spellings(a, b)
    return compare_titles(a, b, published) if a.mention.kind is Kind.TITLE else compare_quotations(a, b)
