"""SARIF 2.1.0: conflicts as the results of a static analysis, for code scanning and for editors.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from factcheck.model import Claim, Finding, Report, Rule, Source
from factcheck.report.contested import (
    STANDARD_INPUT,
    conflicts,
    contested_claims,
    is_file,
    message_text,
    region_in_file,
    words_text,
)
from factcheck.report.encoding import json_text
from factcheck.report.plain import plain, without_surrogates
from factcheck.report.records import Record
from factcheck.report.style import Style

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# The name of a fingerprint holds the version of the way it is made.
_FINGERPRINT = "factcheckFindingId/v1"
_INDENT = 2


def report(report: Report, _style: Style) -> str:
    """One run with a result for each conflict; decided and known ones are suppressed."""
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report)]}, indent=_INDENT) + "\n"


def _run(report: Report) -> Record:
    claims = {claim.id: claim for claim in report.claims}
    sources = {source.id: source for source in report.sources}
    found = conflicts(report)
    rules = _rules(report, found)
    indices = {str(rule["id"]): index for index, rule in enumerate(rules)}
    return {
        "tool": {
            "driver": {
                "name": "factcheck",
                "version": report.version,
                "rules": rules,
                "properties": {"ruleSet": report.rules},
            }
        },
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": list(_notifications(report))}],
        "artifacts": [_artifact(source) for source in report.sources if is_file(source)],
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, claims, sources, indices) for finding in found],
    }


def _rules(report: Report, found: list[Finding]) -> list[Record]:
    described: dict[str, Record] = {rule.id: _rule(rule) for rule in report.judged_by}
    named = sorted({finding.rule for finding in found}.difference(described))
    return [*described.values(), *(Record(id=plain(rule_id)) for rule_id in named)]


def _rule(rule: Rule) -> Record:
    return {
        "id": plain(rule.id),
        "shortDescription": _message(rule.title),
        "fullDescription": _message(rule.description),
        "help": _message(f"{rule.description} For all it says: factcheck rules show {rule.id}"),
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"measure": rule.measure, "tags": ["facts"]},
    }


def _notifications(report: Report) -> Iterator[Record]:
    for skipped in report.skipped:
        location = {"physicalLocation": {"artifactLocation": {"uri": _uri(skipped.path)}}}
        located: Record = {"locations": [location]} if skipped.path not in ("", STANDARD_INPUT) else {}
        yield {"level": "note", "message": _message(f"skipped: {skipped.reason}"), **located}


def _artifact(source: Source) -> Record:
    title: Record = {"description": _message(source.title)} if source.title else {}
    return {"location": {"uri": _uri(source.path)}, **title, "hashes": {"sha-256": source.sha256}}


def _result(
    finding: Finding, claims: Mapping[str, Claim], sources: Mapping[str, Source], rules: Mapping[str, int]
) -> Record:
    first, *others = dict.fromkeys([*(c.id for c in contested_claims(finding, claims)), *finding.claims])
    related = (_location(claims[claim_id], sources) for claim_id in others)
    return {
        "ruleId": plain(finding.rule),
        "ruleIndex": rules[plain(finding.rule)],
        "level": finding.severity,
        "message": _message(message_text(finding)),
        "locations": [_location(claims[first], sources)],
        "relatedLocations": [{"id": number, **location} for number, location in enumerate(related, start=1)],
        "partialFingerprints": {_FINGERPRINT: finding.id},
        # Where one result of a run says whether it is suppressed, all have to.
        "suppressions": list(_suppressions(finding)),
        "properties": {"confidence": round(finding.confidence, 4), "subject": finding.subject},
    }


def _suppressions(finding: Finding) -> Iterator[Record]:
    if finding.decided and finding.ruling:
        because = without_surrogates(finding.ruling.decision.because)
        yield {"kind": "external", "status": "accepted", "justification": because}
    if finding.known:
        yield {"kind": "external", "status": "accepted", "justification": "known from the baseline"}


def _location(claim: Claim, sources: Mapping[str, Source]) -> Record:
    location: Record = {}
    source = sources[claim.mention.source]
    if source.path != STANDARD_INPUT:
        location["physicalLocation"] = _physical(claim, source)
    if not is_file(source):
        location["logicalLocations"] = [{"fullyQualifiedName": source.id}]
    return {**location, "message": _message(words_text(claim))}


def _physical(claim: Claim, source: Source) -> Record:
    artifact: Record = {"artifactLocation": {"uri": _uri(source.path)}}
    region = region_in_file(claim, source)
    if region is None:
        return artifact
    lines = {"startLine": region.line, "startColumn": region.column}
    end = {"endLine": region.end_line, "endColumn": region.end_column}
    return {**artifact, "region": {**lines, **end, "snippet": {"text": claim.mention.text}}}


def _message(text: str) -> Record:
    """A message in which nothing of the text is taken for a placeholder or a link."""
    shown = plain(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")
    return {"text": shown}


def _uri(path: str) -> str:
    quoted = quote(without_surrogates(path))
    return f"file://{quoted}" if path.startswith("/") else quoted
