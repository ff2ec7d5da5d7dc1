"""One JSON object a line: a finding with its claims in full, a mention, or an explanation."""

from collections.abc import Sequence

from factcheck.model import Explanation, Finding, Mention, Report
from factcheck.report.encoding import json_text
from factcheck.report.records import (
    Record,
    claim_record,
    explanation_record,
    finding_record,
    mention_record,
)
from factcheck.report.style import Style


def report(report: Report, _style: Style) -> str:
    """A finding a line; its `claims` are whole claims, so that a line needs no other. Doubtful ones come last."""
    claims = {claim.id: claim for claim in report.claims}

    def record(finding: Finding) -> Record:
        return finding_record(finding, [claim_record(claims[c]) for c in finding.claims])

    records = (*map(record, report.findings), *({**record(finding), "doubtful": True} for finding in report.doubtful))
    return "".join(json_text(made) + "\n" for made in records)


def mentions(mentions: Sequence[Mention], _style: Style) -> str:
    """A mention a line."""
    return "".join(json_text(mention_record(m)) + "\n" for m in mentions)


def explanations(explanations: Sequence[Explanation], _style: Style) -> str:
    """An explanation a line: the two claims, the ladder and the verdict."""
    return "".join(json_text(explanation_record(e)) + "\n" for e in explanations)
