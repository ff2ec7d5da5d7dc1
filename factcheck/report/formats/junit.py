"""JUnit XML, as CI servers read it: a finding is a test case, and fails if it is a conflict that fails the audit."""

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from factcheck.model import Claim, Finding, Report, Skipped, Source, Verdict
from factcheck.report.contested import contested_claims, message_text, region_in_file, words_text
from factcheck.report.passage import place, shortened
from factcheck.report.plain import plain
from factcheck.report.style import Style

_MAX_NAME = 120
_SOURCES = "sources"
_NO_CHARACTERS_OF_XML = {0xFFFE: "�", 0xFFFF: "�"}


def report(report: Report, style: Style) -> str:
    """A test case a finding; decided and known ones and skipped sources are skipped test cases."""
    claims = {claim.id: claim for claim in report.claims}
    sources = {source.id: source for source in report.sources}
    cases = [_finding(finding, claims, sources, style) for finding in report.findings]
    cases += [_skipped(skipped) for skipped in report.skipped]
    counts = {
        "name": "factcheck",
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "errors": "0",
        "skipped": str(sum(case.find("skipped") is not None for case in cases)),
    }
    suites = ET.Element("testsuites", counts)
    ET.SubElement(suites, "testsuite", counts).extend(cases)
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'


def _finding(finding: Finding, claims: Mapping[str, Claim], sources: Mapping[str, Source], style: Style) -> ET.Element:
    name = f"{finding.verdict}: {_text(finding.subject)} {finding.id}"
    case = ET.Element("testcase", classname=_text(finding.rule), name=name)
    contested = contested_claims(finding, claims)
    first = contested[0]
    source = sources[first.mention.source]
    case.set("file", _text(source.path))
    region = region_in_file(first, source)
    if region is not None:
        case.set("line", str(region.line))
    if finding.fails(style.fail_on):
        failure = ET.SubElement(case, "failure", type=finding.severity, message=_legal(message_text(finding)))
        failure.text = "\n".join(_legal(f"{place(claim)}: {words_text(claim)}") for claim in contested)
    elif finding.decided and finding.ruling:
        ET.SubElement(case, "skipped", message=f"decided: {_text(finding.ruling.decision.because)}")
    elif finding.known:
        ET.SubElement(case, "skipped", message="known from the baseline")
    elif finding.verdict is Verdict.CONFLICT:
        ET.SubElement(case, "system-out").text = _legal(f"{finding.severity}: {message_text(finding)}")
    return case


def _skipped(skipped: Skipped) -> ET.Element:
    case = ET.Element("testcase", classname=_SOURCES, name=_legal(plain(skipped.path)))
    ET.SubElement(case, "skipped", message=_legal(plain(skipped.reason)))
    return case


def _text(text: str) -> str:
    return _legal(shortened(text, _MAX_NAME))


def _legal(shown: str) -> str:
    return shown.translate(_NO_CHARACTERS_OF_XML)
