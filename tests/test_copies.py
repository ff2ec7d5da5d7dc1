"""Syndicated copies through the whole pipeline: one voice, whose own differences are still told."""

import json

from claim_samples import audited

from factcheck.model import Report, Verdict
from factcheck.report import Style, render

_WIRE = (
    "A fire in a textile mill on the northern edge of Halle killed {} workers on Tuesday, the fire brigade said.",
    "It broke out in a storeroom for dyes and spread through the roof in minutes, and two of the exits were locked.",
    "Neighbours broke the windows of the canteen with spades and pulled people out before the first engine arrived.",
)
_OTHER = "The fire at the textile mill in Halle killed {} workers on Tuesday, a doctor at the hospital said."


def _wire(killed: int, headline: str = "Mill fire") -> str:
    return "\n\n".join((headline, *_WIRE)).format(killed)


def _conflict(report: Report) -> tuple[tuple[str, int, int, bool], ...]:
    (found,) = (f for f in report.findings if f.verdict is Verdict.CONFLICT)
    return tuple((s.text, len(s.sources), s.independent, s.outlier) for s in found.standings)


def test_two_copies_are_no_majority_over_one_that_differs() -> None:
    copied = audited(_wire(12), _wire(12, "Dozen dead in Halle"), _OTHER.format(19))
    assert _conflict(copied) == (("12", 2, 1, False), ("19", 1, 1, False))
    independent = audited(_wire(12), _OTHER.format(12), _OTHER.replace("a doctor", "a nurse").format(19))
    assert _conflict(independent) == (("12", 2, 2, False), ("19", 1, 1, True))


def test_a_copy_with_an_edited_number_is_told() -> None:
    report = audited(_wire(12), _wire(21))
    assert _conflict(report) == (("12", 1, 1, False), ("21", 1, 1, False))
    assert [f.independent for f in report.findings if f.verdict is Verdict.CONFLICT] == [1]


def test_the_summary_says_how_many_are_independent() -> None:
    report = audited(_wire(12), _wire(12, "Dozen dead in Halle"), _OTHER.format(19))
    assert "3 sources, 2 independent · " in render(report, "table", Style())
    assert "3 sources, 2 independent, " in render(report, "markdown", Style())
    assert "3 sources, 2 independent" in render(report, "html", Style())
    assert json.loads(render(report, "json", Style()))["summary"]["independent"] == 2
    assert "independent" not in render(audited(_wire(12), _OTHER.format(12)), "table", Style())
