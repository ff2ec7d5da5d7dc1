"""Judges pairs of claims about the same fact: one comparator a kind, under the most specific rule that matches."""

import datetime
from collections.abc import Iterable, Mapping

from factcheck.align.pair import Pair
from factcheck.claim.fold import fold
from factcheck.judge.date import compare_dates
from factcheck.judge.judgement import Judgement
from factcheck.judge.name import compare_spellings
from factcheck.judge.quantity import compare_quantities
from factcheck.judge.quotation import compare_quotations
from factcheck.judge.title import compare_titles, consistent
from factcheck.judge.update import as_update
from factcheck.model import Claim, Comparison, Kind, Measure, Quantity, Rule, Verdict

__all__ = ["judge", "measure_of"]

_MEASURES = {
    Kind.DATE: Measure.DATE,
    Kind.DURATION: Measure.DURATION,
    Kind.NAME: Measure.NAME,
    Kind.TITLE: Measure.TITLE,
    Kind.QUOTE: Measure.QUOTATION,
}
_PER_CENT = frozenset({"percentage", "percentage point", "basis point"})


def judge(
    pairs: Iterable[Pair], rules: Iterable[Rule], published: Mapping[str, datetime.date | None]
) -> tuple[Comparison, ...]:
    """The comparisons of all pairs that some rule judges. `published` maps a source's id to its publication date."""
    by_measure: dict[Measure, list[Rule]] = {}
    for rule in rules:
        by_measure.setdefault(rule.measure, []).append(rule)
    listed = tuple(pairs)
    claims = {claim.id: claim for pair in listed for claim in (pair.a, pair.b)}
    judged = (_comparison(pair, by_measure, published) for pair in listed)
    return consistent((comparison for comparison in judged if comparison is not None), claims)


def measure_of(claim: Claim) -> Measure:
    """The class of rules that judges a claim."""
    value = claim.mention.value
    if not isinstance(value, Quantity):
        return _MEASURES[claim.mention.kind]
    if value.unit is None:
        return Measure.COUNT
    if value.unit.endswith(" of age"):
        return Measure.AGE
    if value.unit in _PER_CENT:
        return Measure.PERCENT
    return Measure.MONEY if value.dimension == "currency" else Measure.MEASURE


def _comparison(
    pair: Pair, rules: Mapping[Measure, list[Rule]], published: Mapping[str, datetime.date | None]
) -> Comparison | None:
    a, b = pair.a, pair.b
    rule = _most_specific(rules.get(measure_of(a), []), a, b)
    judgement = _compare(a, b, rule) if rule else None
    if rule is None or judgement is None:
        return None
    if judgement.reason == "weekday":
        rule = _most_specific(rules.get(Measure.WEEKDAY, []), a, b) or rule
    elif judgement.verdict is Verdict.CONFLICT and a.mention.kind in {Kind.QUANTITY, Kind.DURATION}:
        judgement = as_update(a, b, rule, published) or judgement
    return Comparison(a.id, b.id, judgement.verdict, judgement.reason, judgement.witness, rule.id, pair.confidence)


def _compare(a: Claim, b: Claim, rule: Rule) -> Judgement | None:
    if a.mention.kind in {Kind.QUANTITY, Kind.DURATION}:
        return compare_quantities(a, b, rule)
    if a.mention.kind is Kind.DATE:
        return compare_dates(a, b)
    if a.mention.kind is Kind.NAME:
        return compare_spellings(a, b)
    return compare_titles(a, b) if a.mention.kind is Kind.TITLE else compare_quotations(a, b)


def _most_specific(rules: list[Rule], a: Claim, b: Claim) -> Rule | None:
    matching = [rule for rule in rules if _matches(rule, a) and _matches(rule, b)]
    return max(matching, key=lambda rule: (rule.specificity, rule.id), default=None)


def _matches(rule: Rule, claim: Claim) -> bool:
    if rule.counted and claim.head not in {fold(noun) for noun in rule.counted}:
        return False
    if not rule.about:
        return True
    words = {word for word, _ in claim.context.stems} | {claim.head, *claim.roles}
    return any(fold(word) in words for word in rule.about)
