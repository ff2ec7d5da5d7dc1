"""Comma-separated values for spreadsheets: one comparison, or one mention, a row."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from factcheck.model import Claim, Comparison, Finding, Mention, Report
from factcheck.report.plain import plain
from factcheck.report.style import Style
from factcheck.report.values import value_text

_FINDING = ("finding", "rule", "severity", "subject", "state", "because")
_COMPARISON = ("verdict", "reason", "witness", "confidence")
_SIDE = ("claim", "source", "line", "column", "text", "value", "as_of", "attribution")
_HEADER = (*_FINDING, *_COMPARISON, *(f"{side}_{name}" for side in "ab" for name in _SIDE))
_MENTION = ("id", "source", "line", "column", "kind", "text", "value")

# Spreadsheets take a cell that begins so for a formula, and may run it. Tab and CR never begin one of ours.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")

_Cell = str | int | float


def report(report: Report, _style: Style) -> str:
    """A comparison a row, with its finding and both claims; decided, known and doubtful ones say so in `state`."""
    claims = {claim.id: claim for claim in report.claims}
    rows = (
        (
            *_finding(finding, doubtful),
            *_comparison(comparison),
            *_side(claims[comparison.a]),
            *_side(claims[comparison.b]),
        )
        for finding, doubtful in _findings(report)
        for comparison in finding.comparisons
    )
    return _table(_HEADER, rows)


def mentions(mentions: Sequence[Mention], _style: Style) -> str:
    """A mention a row."""
    rows = ((m.id, m.source, m.line, m.column, m.kind, m.text, value_text(m.value)) for m in mentions)
    return _table(_MENTION, rows)


def _findings(report: Report) -> Iterator[tuple[Finding, bool]]:
    yield from ((finding, False) for finding in report.findings)
    yield from ((finding, True) for finding in report.doubtful)


def _finding(finding: Finding, doubtful: bool) -> tuple[_Cell, ...]:
    state = "doubtful" if doubtful else "decided" if finding.decided else "known" if finding.known else "open"
    because = finding.ruling.decision.because if finding.ruling and finding.decided else ""
    return finding.id, finding.rule, finding.severity, finding.subject, state, because


def _comparison(comparison: Comparison) -> tuple[_Cell, ...]:
    return comparison.verdict, comparison.reason, comparison.witness, round(comparison.confidence, 4)


def _side(claim: Claim) -> tuple[_Cell, ...]:
    mention = claim.mention
    as_of = "/".join(day.isoformat() for day in dict.fromkeys(claim.as_of or ()))
    place = (claim.id, mention.source, mention.line, mention.column)
    return (*place, mention.text, value_text(mention.value), as_of, claim.attribution or "")


def _table(header: Iterable[str], rows: Iterable[Iterable[_Cell]]) -> str:
    stream = StringIO()
    writer = csv.writer(stream, quoting=csv.QUOTE_MINIMAL, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return stream.getvalue()


def _harmless(cell: _Cell) -> _Cell:
    if not isinstance(cell, str):
        return cell
    shown = plain(cell)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
