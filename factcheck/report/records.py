"""The values of a report as the records that the JSON formats print, keys in their fixed order."""

import datetime
import math
import sys
from collections.abc import Mapping

from factcheck.model import (
    Claim,
    Comparison,
    Date,
    Duration,
    Explanation,
    Finding,
    Interval,
    Mention,
    Name,
    Number,
    Quantity,
    Quote,
    Report,
    Ruling,
    Source,
    Title,
    Value,
    Verdict,
)
from factcheck.report.evidence_words import evidence_words

FORMAT = 1

Record = dict[str, object]


def report_record(report: Report) -> Record:
    """The whole report, as REPORT format 1 has it."""
    return {
        "format": FORMAT,
        "tool": {"name": "factcheck", "version": report.version, "rules": report.rules},
        "sources": [_source(source) for source in report.sources],
        "skipped": [{"path": s.path, "reason": s.reason} for s in report.skipped],
        "claims": [claim_record(claim) for claim in report.claims],
        "findings": [finding_record(finding, list(finding.claims)) for finding in report.findings],
        "summary": _summary(report),
        "doubtful": [finding_record(finding, list(finding.claims)) for finding in report.doubtful],
    }


def finding_record(finding: Finding, claims: list[object]) -> Record:
    """A finding; `claims` are the ids of its claims, or their records."""
    return {
        "id": finding.id,
        "rule": finding.rule,
        "verdict": finding.verdict,
        "severity": finding.severity,
        "confidence": round(finding.confidence, 4),
        "message": finding.message,
        "subject": finding.subject,
        "claims": claims,
        "comparisons": [comparison_record(c) for c in finding.comparisons],
        "standings": [
            {
                "text": s.text,
                "claims": list(s.claims),
                "sources": list(s.sources),
                "independent": s.independent,
                "outlier": s.outlier,
            }
            for s in finding.standings
        ],
        "independent": finding.independent,
        "decision": _ruling(finding.ruling) if finding.ruling else None,
        "known": finding.known,
    }


def _ruling(ruling: Ruling) -> Record:
    decision = ruling.decision
    return {
        "finding": decision.finding,
        "status": ruling.status,
        "choice": decision.choice,
        "prefer": decision.prefer,
        "because": decision.because,
        "expires": decision.expires.isoformat() if decision.expires else None,
        "changes": list(ruling.changes),
    }


def comparison_record(comparison: Comparison) -> Record:
    """The verdict on one pair of claims."""
    return {
        "a": comparison.a,
        "b": comparison.b,
        "verdict": comparison.verdict,
        "reason": comparison.reason,
        "witness": comparison.witness,
        "confidence": round(comparison.confidence, 4),
    }


def claim_record(claim: Claim) -> Record:
    """A claim: its mention, then what it is about."""
    return {
        **mention_record(claim.mention),
        "subject": claim.subject,
        "scope": {"place": claim.scope.place, "cues": list(claim.scope.cues)},
        "as_of": _days(*claim.as_of) if claim.as_of else None,
        "attribution": claim.attribution,
        "factuality": claim.factuality,
        "polarity": claim.polarity,
    }


def mention_record(mention: Mention) -> Record:
    """A mention: its place, then the keys of its kind."""
    return {
        "id": mention.id,
        "source": mention.source,
        "kind": mention.kind,
        "start": mention.start,
        "end": mention.end,
        "line": mention.line,
        "column": mention.column,
        "text": mention.text,
        **_place(mention),
        **_value(mention.value),
    }


def _place(mention: Mention) -> Record:
    """The place of a mention in a file whose text was extracted; nothing where the text is the file's own."""
    if mention.page is not None:
        return {"page": mention.page}
    return {} if mention.block is None else {"block": mention.block}


def explanation_record(explanation: Explanation) -> Record:
    """Why two claims were compared, or were not; a weight of null is a veto."""
    return {
        "a": claim_record(explanation.a),
        "b": claim_record(explanation.b),
        "evidence": [
            {
                "attribute": e.attribute,
                "level": e.level,
                "weight": number(e.weight),
                "note": e.note,
                "words": evidence_words(e).text,
            }
            for e in explanation.evidence
        ],
        "weight": number(explanation.weight),
        "threshold": number(explanation.threshold),
        "paired": explanation.paired,
        "outcome": explanation.outcome,
        "comparison": comparison_record(explanation.comparison) if explanation.comparison else None,
        "unranked": number(explanation.unranked),
        "rivals": [
            {"beside": rival.beside, "claim": claim_record(rival.claim), "weight": number(rival.weight)}
            for rival in explanation.rivals
        ],
    }


def number(value: Number | None) -> Number | None:
    """A number that JSON can hold: integral floats as integers, no NaN, infinity or integer beyond a float."""
    if isinstance(value, int):
        largest = sys.float_info.max
        return value if abs(value) <= largest else largest if value > 0 else -largest
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def _value(value: Value) -> Record:
    match value:
        case Quantity():
            return {
                **_amount(value),
                "trend": value.trend,
                "interval": _bounds(value.interval),
                "unit": value.unit,
                "counted": value.counted,
            }
        case Duration():
            interval = _bounds(value.interval) if value.interval else None
            return {**_amount(value), "interval": interval, "unit": value.unit, **_timex(value)}
        case Date():
            days = [value.first.isoformat(), value.last.isoformat()] if value.first and value.last else None
            return {"interval": days, **_timex(value), "anchor": value.anchor, "anchored_by": value.anchored_by}
        case Name():
            return {"category": value.category, "key": value.key}
        case Title():
            return {"of": value.of}
        case Quote():
            return {"speaker": value.speaker}


def _amount(value: Quantity | Duration) -> Record:
    return {"low": number(value.low), "high": number(value.high), "hedge": value.hedge}


def _timex(value: Duration | Date) -> Record:
    return {"timex_type": value.timex_type, "timex_value": value.timex_value}


def _bounds(interval: Interval) -> list[Number | None]:
    return [number(interval.low), number(interval.high)]


def _days(first: datetime.date, last: datetime.date) -> str:
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _source(source: Source) -> Record:
    return {
        "id": source.id,
        "path": source.path,
        "sha256": source.sha256,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published.isoformat() if source.published else None,
        "published_from": source.published_from,
        "words": source.words,
        "left_out": [list(stretch) for stretch in source.left_out],
    }


def _summary(report: Report) -> Record:
    summary = report.summary
    return {
        "sources": summary.sources,
        "independent": summary.independent,
        "mentions": summary.mentions,
        "claims": summary.claims,
        "findings": _counts(summary.findings),
        "coverage": round(summary.coverage, 4),
        "decided": sum(f.decided for f in report.findings),
        "known": sum(f.known for f in report.findings),
    }


def _counts(findings: Mapping[str, int]) -> Record:
    return {verdict.value: findings.get(verdict.value, 0) for verdict in Verdict}
