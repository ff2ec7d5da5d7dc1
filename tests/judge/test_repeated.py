"""A count that one source gives twice: flagged only in sentences nearly alike, where nothing says why it differs."""

import pytest
from claim_samples import audited, described

from factcheck.model import Verdict

_FIRST = "The storm destroyed 214 houses in Armen. Nobody was hurt."


@pytest.mark.parametrize(
    "second",
    [
        "In Armen the storm destroyed 187 houses.",
        "The storm destroyed about 150 houses in Armen.",
        "The storm destroyed fewer than 200 houses in Armen.",
    ],
)
def test_two_counts_of_one_thing_are_flagged(second: str) -> None:
    findings = audited(f"{_FIRST} {second}").findings
    assert [(f.rule, f.verdict) for f in findings] == [("repeated-counts", Verdict.CONFLICT)]
    assert "214 here" in findings[0].message


@pytest.mark.parametrize(
    "second",
    [
        "In Armen the storm destroyed more than 200 houses.",
        "In Armen the storm destroyed another 187 houses.",
        "In Armen the storm had destroyed 187 houses by Sunday.",
        "In Armen the storm destroyed 187 barns.",
        "In Armen the storm damaged 187 houses.",
        "In Vesk the storm destroyed 187 houses.",
        "In Armen the storm destroyed 187 of those houses.",
        "In Armen the storm may have destroyed 300 houses.",
        "In Armen the storm destroyed 187 houses in the valley and 27 houses on the hill.",
        "In Armen the storm of 1953 destroyed 187 houses.",
    ],
)
def test_two_counts_that_may_both_stand_are_not(second: str) -> None:
    report = audited(f"{_FIRST} {second}")
    assert not report.findings, [described(report, f) for f in report.findings]
