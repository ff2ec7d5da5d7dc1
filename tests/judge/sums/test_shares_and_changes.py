"""Shares against their counts and changes against their levels: flagged only where no rounding of any of them fits."""

import pytest
from claim_samples import audited, described
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Verdict

_BROKEN = [
    ("shares", "It helped 30 of the 120 patients (35 %)."),
    ("shares", "It helped 30 out of 120 patients (35 percent)."),
    ("shares", "It helped 30 of 120 patients, or 35 percent."),
    ("shares", "It helped 35.2 percent (30 of 120 patients)."),
    ("changes", "Sales rose 14 percent to $1.2 billion from $850 million."),
    ("changes", "Sales rose 50 percent from 100 tonnes to 141 tonnes."),
    ("changes", "Sales rose from 100 tonnes to 141 tonnes, up 50 percent."),
    ("changes", "Staff fell from 1,200 to 900, a drop of 15 percent."),
    ("changes", "Sales more than doubled from 100 tonnes to 141 tonnes."),
    ("changes", "Its share rose by three percentage points from 11.5 percent to 15.5 percent."),
    ("changes", "Staff rose by 300 from 3,210 to 3,620."),
]
_STANDING = [
    "It helped 30 of the 120 patients (25 %).",
    "It helped 31 of 120 patients (25 %).",
    "It helped 31 of 120 patients (26 %).",
    "It helped about 30 of 120 patients (35 %).",
    "It helped 30 of the 120 patients and harmed others (35 %).",
    "It helped 30 of 120 patients, 35 percent of whom were men.",
    "It helped 30 members of 12 parties (35 %).",
    "Sales rose 41 percent to $1.2 billion from $850 million.",
    "Sales rose 41 percent from 100 tonnes to 141 tonnes.",
    "Sales rose 14 percent at constant prices from 100 tonnes to 141 tonnes.",
    "Sales more than doubled from 100 tonnes to 241 tonnes.",
    "Its share rose by four percent from 11.5 percent to 15.5 percent.",
    "Staff fell 25 percent from 1,200 to 900.",
    "Staff rose 41 percent from 2010 to 2015.",
    "Staff rose 41 percent from 12 May to 15 June.",
    "Staff rose 5 percent to 900 from a low of 600 in May.",
    "Prices rose 3 percent a year from $100 to $160.",
]


@pytest.mark.parametrize(("rule", "text"), _BROKEN)
def test_figures_that_cannot_stand_together_are_flagged(rule: str, text: str) -> None:
    assert [(f.rule, f.verdict) for f in audited(text).findings] == [(rule, Verdict.CONFLICT)]


@pytest.mark.parametrize("text", _STANDING)
def test_figures_that_may_stand_together_are_not(text: str) -> None:
    report = audited(text)
    assert not report.findings, [described(report, f) for f in report.findings]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 9999), st.integers(1, 9999), st.integers(0, 2))
def test_no_true_share_is_flagged(part: int, whole: int, decimals: int) -> None:
    low, high = sorted((part, whole))
    assert not audited(f"It helped {low:,} of {high:,} patients ({low / high * 100:.{decimals}f} %).").findings


@settings(max_examples=60, deadline=None)
@given(st.integers(100, 99_999), st.integers(100, 99_999), st.integers(0, 2))
def test_no_true_change_is_flagged(old: int, new: int, decimals: int) -> None:
    verb = "rose" if new >= old else "fell"
    change = f"{abs(new / old - 1) * 100:.{decimals}f}"
    assert not audited(f"Output {verb} {change} percent to {new:,} tonnes from {old:,} tonnes.").findings
