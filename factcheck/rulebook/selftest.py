"""Runs the cases that rules carry: two sentences from two sources, and the verdict expected of them."""

import datetime
import hashlib
from collections.abc import Callable, Iterator
from enum import StrEnum

from msgspec import Struct

from factcheck.model import VERDICTS_BY_SEVERITY, Case, Comparison, Report, Rule, Source, Verdict
from factcheck.rulebook.ruleset import RuleSet

Audit = Callable[[tuple[Source, ...], tuple[Rule, ...]], Report]


class Outcome(StrEnum):
    """How a case ended. A known gap that passes is a fault too: its `todo` mark has to go."""

    PASSED = "passed"
    FAILED = "failed"
    KNOWN_GAP = "known gap"
    GAP_CLOSED = "gap closed"


class CaseResult(Struct, frozen=True):
    """What became of one case. `verdict` and `judged_by` are None where the sentences were not compared."""

    rule: Rule
    case: Case
    outcome: Outcome
    verdict: Verdict | None
    judged_by: str | None

    @property
    def ok(self) -> bool:
        """Whether the case ended as its author said it would."""
        return self.outcome in {Outcome.PASSED, Outcome.KNOWN_GAP}


def self_test(rules: RuleSet, audit: Audit) -> tuple[CaseResult, ...]:
    """Audits the sentences of every case under the whole rule set, which must have been loaded with its cases.

    A case passes where the severest verdict is the expected one and this rule gave it; where `none` is expected, it
    passes if no rule of the same measure compared anything.
    """
    return tuple(_run(rule, case, rules, audit) for rule in rules.rules for case in rule.cases)


def _run(rule: Rule, case: Case, rules: RuleSet, audit: Audit) -> CaseResult:
    texts = (("a", case.a, case.published_a), ("b", case.b, case.published_b))
    sources = tuple(_source(name, text, published) for name, text, published in texts if text is not None)
    comparisons = _comparisons(audit(sources, rules.rules), rule, rules)
    severest = max(comparisons, key=lambda c: (VERDICTS_BY_SEVERITY.index(c.verdict), c.rule == rule.id), default=None)
    verdict = severest.verdict if severest else None
    judged_by = severest.rule if severest else None
    passed = verdict == case.verdict and judged_by in {rule.id, None}
    return CaseResult(rule, case, _outcome(passed, case.todo), verdict, judged_by)


def _outcome(passed: bool, todo: bool) -> Outcome:
    if todo:
        return Outcome.GAP_CLOSED if passed else Outcome.KNOWN_GAP
    return Outcome.PASSED if passed else Outcome.FAILED


def _comparisons(report: Report, rule: Rule, rules: RuleSet) -> Iterator[Comparison]:
    same_measure = frozenset(r.id for r in rules.rules if r.measure is rule.measure)
    for finding in report.findings:
        yield from (c for c in finding.comparisons if c.rule in same_measure)


def _source(source_id: str, text: str, published: datetime.date | None) -> Source:
    sha256 = hashlib.sha256(text.encode(errors="replace")).hexdigest()
    return Source(source_id, source_id, text, sha256, published=published, published_from="case" if published else None)
