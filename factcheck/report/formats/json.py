"""One JSON object: the contract with other programs."""

from collections.abc import Sequence

from factcheck.model import Explanation, Mention, Report
from factcheck.report.encoding import json_text
from factcheck.report.records import FORMAT, explanation_record, mention_record, report_record
from factcheck.report.style import Style

_INDENT = 2


def report(report: Report, _style: Style) -> str:
    """The whole report."""
    return json_text(report_record(report), indent=_INDENT) + "\n"


def mentions(mentions: Sequence[Mention], _style: Style) -> str:
    """All mentions in one object."""
    return json_text({"format": FORMAT, "mentions": [mention_record(m) for m in mentions]}, indent=_INDENT) + "\n"


def explanations(explanations: Sequence[Explanation], _style: Style) -> str:
    """All explanations in one object."""
    records = [explanation_record(e) for e in explanations]
    return json_text({"format": FORMAT, "explanations": records}, indent=_INDENT) + "\n"
