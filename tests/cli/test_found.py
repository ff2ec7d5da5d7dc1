"""The id that a check printed leads to its finding, though an audit's finding of the same fact holds more claims."""

from pathlib import Path

import pytest
from claim_samples import audited
from msgspec.structs import replace

from factcheck.align.voices import Voices
from factcheck.cli.found import finding_of
from factcheck.errors import FactcheckError
from factcheck.judge.findings import findings
from factcheck.model import Comparison, Finding, Report, Verdict

_TEXTS = (
    "The storm destroyed 340 houses in Port Halle on 3 March 2024, said Ruth Almond.",
    "The storm destroyed 430 houses in Port Halle on 3 March 2024, said Ruth Almond.",
    "The storm in Port Halle destroyed nearly 500 houses, officials said.",
)


def made(report: Report, comparisons: tuple[Comparison, ...]) -> Finding:
    claims, rules = {c.id: c for c in report.claims}, {r.id: r for r in report.judged_by}
    (finding,) = findings(comparisons, claims, rules, Voices(report.sources))
    return finding


@pytest.fixture
def report(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Report:
    """One fact of three sources, the last of which was compared with the second only."""
    monkeypatch.chdir(tmp_path)
    whole = audited(*_TEXTS)
    (conflict,) = (f for f in whole.findings if f.verdict is Verdict.CONFLICT)
    first, last = conflict.claims[0], conflict.claims[-1]
    kept = tuple(c for c in conflict.comparisons if {c.a, c.b} != {first, last})
    assert len(kept) == 2
    return replace(whole, findings=(made(whole, kept),))


def test_the_id_of_an_audit(report: Report) -> None:
    assert finding_of(report.findings[0].id, report, "look") == report.findings[0]


def test_the_id_of_a_check_of_one_source(report: Report) -> None:
    (finding,) = report.findings
    (of_new,) = (c for c in finding.comparisons if finding.claims[-1] in {c.a, c.b})
    checked = made(report, (of_new,))
    assert checked.id != finding.id
    assert finding_of(checked.id, report, "look") == checked


def test_an_id_that_nothing_has(report: Report) -> None:
    with pytest.raises(FactcheckError, match="no finding has the id '0000000000': look there"):
        finding_of("0000000000", report, "look there")
