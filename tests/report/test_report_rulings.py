"""Decided and known findings: hidden unless asked for, counted always, and harmless whatever they hold."""

import datetime
import json

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace
from report_samples import full_report

from factcheck.model import Choice, Decision, DecisionStatus, JudgedClaim, Report, Ruling
from factcheck.report import Style, render, schema
from factcheck.report.side_by_side import side_by_side

DAY = datetime.date(2026, 6, 30)
DECISION = Decision(
    "0a", Choice.PREFER, "counted anew", (JudgedClaim("news/wire.txt", "houses", "340"),), "news/wire.txt"
)
HOSTILE = "\x1b[31m\u202e[bold]x[/bold]"


def ruled(status: DecisionStatus, decision: Decision = DECISION, *changes: str, known: bool = False) -> Report:
    """A report whose first finding, a conflict, has that decision."""
    report = full_report()
    first, *others = report.findings
    return replace(report, findings=(replace(first, ruling=Ruling(decision, status, changes), known=known), *others))


def shown(report: Report, *, show_decided: bool = False, width: int = 80) -> str:
    return render(report, "table", Style(width, show_decided=show_decided))


def test_a_decided_finding_is_counted_and_shown_on_demand() -> None:
    report = ruled(DecisionStatus.APPLIES)
    hidden, told = shown(report), shown(report, show_decided=True)
    assert ("CONFLICT  houses" in hidden, "CONFLICT  houses" in told) == (False, True)
    assert "✗ 1 conflict ·" in hidden
    assert "✗ 2 conflicts ·" in told
    assert hidden.index("1 decided (--show-decided shows them)") > 0
    assert "decided  prefer news/wire.txt: counted anew" in told
    until = ruled(DecisionStatus.APPLIES, replace(DECISION, expires=DAY))
    assert "decided until 2026-06-30  prefer" in shown(until, show_decided=True)


def test_a_known_finding_is_counted_and_shown_on_demand() -> None:
    report = full_report()
    report = replace(report, findings=tuple(replace(f, known=True) for f in report.findings))
    hidden, told = shown(report), shown(report, show_decided=True)
    assert "CONFLICT" not in hidden
    assert f"{len(report.findings)} known from the baseline (--show-decided shows them)" in hidden
    assert told.count("  known from the baseline\n") == sum(f.verdict != "agree" for f in report.findings)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (DecisionStatus.EXPIRED, "the decision expired on 2026-06-30  accept: counted anew"),
        (DecisionStatus.STALE, "the decision no longer applies  accept: counted anew\n  - x: 1 where 2 was judged\n"),
    ],
)
def test_a_decision_that_does_not_apply_is_told(status, words) -> None:
    decision = replace(DECISION, choice=Choice.ACCEPT, prefer=None, expires=DAY)
    report = ruled(status, decision, *(["x: 1 where 2 was judged"] if status is DecisionStatus.STALE else []))
    assert words in shown(report)
    assert "decided" not in shown(report)


@pytest.mark.parametrize("status", DecisionStatus)
def test_rulings_follow_the_schema(status) -> None:
    validator = Draft202012Validator(json.loads(schema()))
    report = json.loads(render(ruled(status, replace(DECISION, expires=DAY), "a", known=True), "json", Style()))
    validator.validate(report)
    assert report["findings"][0]["decision"] == {
        "finding": "0a",
        "status": status.value,
        "choice": "prefer",
        "prefer": "news/wire.txt",
        "because": "counted anew",
        "expires": "2026-06-30",
        "changes": ["a"],
    }
    assert report["summary"]["decided"] == (status is DecisionStatus.APPLIES)
    assert report["summary"]["known"] == 1


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_nothing_breaks_out_of_its_lines(width) -> None:
    decision = replace(DECISION, because=f"{HOSTILE} {'long ' * 40}", prefer=HOSTILE)
    report = ruled(DecisionStatus.STALE, decision, *([f"{HOSTILE} {'long ' * 40}"] * 9))
    for text in (shown(report, width=width), *(side_by_side(report, f, Style(width)) for f in report.findings)):
        assert max(map(len, text.splitlines())) <= width
        assert not [c for c in text if not c.isprintable() and c != "\n"]
    assert "… and 3 more" in shown(report)


def test_side_by_side_shows_the_contested_values_two_abreast() -> None:
    report = full_report()
    text = side_by_side(report, report.findings[0], Style(80))
    (values,) = [line for line in text.splitlines() if line.startswith("1  ")]
    assert "approximately 200" in values
    assert "340" in values
    assert "news/desk.md" in text
    assert "180–220 and 340 do not meet" in text
