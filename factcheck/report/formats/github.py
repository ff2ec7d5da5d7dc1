"""Workflow commands that GitHub Actions shows as annotations at the places of open conflicts.

https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions
"""

from collections.abc import Iterator, Mapping
from itertools import islice

from factcheck.model import Claim, Finding, Report, Severity, Source
from factcheck.report.contested import (
    STANDARD_INPUT,
    conflicts,
    contested_claims,
    message_text,
    region_in_file,
    words_text,
)
from factcheck.report.passage import place, shortened
from factcheck.report.plain import plain
from factcheck.report.style import Style

_COMMANDS = {Severity.NOTE: "notice", Severity.WARNING: "warning", Severity.ERROR: "error"}
_MAX_OTHERS = 10
_MAX_TITLE = 120


def report(report: Report, _style: Style) -> str:
    """An annotation for each claim that an open conflict is about, and a last line that counts the conflicts."""
    claims = {claim.id: claim for claim in report.claims}
    sources = {source.id: source for source in report.sources}
    found = [finding for finding in conflicts(report) if finding.open]
    lines = [line for finding in found for line in _annotations(finding, claims, sources)]
    return "".join(f"{line}\n" for line in (*lines, f"factcheck: open conflicts: {len(found)}"))


def _annotations(finding: Finding, claims: Mapping[str, Claim], sources: Mapping[str, Source]) -> Iterator[str]:
    contested = contested_claims(finding, claims)
    title = f"Conflict on {shortened(finding.subject, _MAX_TITLE)} ({plain(finding.rule)} {plain(finding.id)})"
    more = [f"and {len(contested) - 1 - _MAX_OTHERS} more"] if len(contested) - 1 > _MAX_OTHERS else []
    for claim in contested:
        others = islice((other for other in contested if other is not claim), _MAX_OTHERS)
        against = (f"{words_text(other)} at {place(other)}" for other in others)
        message = "\n".join((f"{words_text(claim)}. {message_text(finding)}", *against, *more))
        properties = {**_position(claim, sources[claim.mention.source]), "title": title}
        listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
        yield f"::{_COMMANDS[finding.severity]} {listed}::{_data(message)}"


def _position(claim: Claim, source: Source) -> dict[str, str | int]:
    if source.path == STANDARD_INPUT:
        return {}
    file: dict[str, str | int] = {"file": plain(source.path)}
    region = region_in_file(claim, source)
    if region is None:
        return file
    lines = {"line": region.line, "endLine": region.end_line}
    # GitHub refuses columns of a region that goes over several lines.
    columns = {"col": region.column, "endColumn": region.end_column} if region.line == region.end_line else {}
    return {**file, **lines, **columns}


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
