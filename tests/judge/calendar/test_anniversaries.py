"""Anniversaries against the stated date of the event."""

import pytest
from claim_samples import audited, described

_DAY = "2025-04-02"


@pytest.mark.parametrize(
    "text",
    [
        "Crowds marked the 10th anniversary of the 2013 uprising.",
        "Crowds marked the tenth anniversary of the 3 May 2013 uprising.",
        "Crowds marked the 12th anniversary of the 2015 uprising.",
        "It is the 75th anniversary of the Harrow Bank, established in 1948 by two brothers.",
        "It is the 75th anniversary of the Harrow Bank, which opened on 3 May 1948.",
        "The choir, founded in 1974, celebrated its forty-eighth anniversary.",
    ],
)
def test_an_anniversary_of_another_year_is_a_conflict(text: str) -> None:
    report = audited(text, published=(_DAY,))
    assert [f.rule for f in report.findings] == ["anniversaries"], [described(report, f) for f in report.findings]


@pytest.mark.parametrize(
    "text",
    [
        "Crowds marked the 10th anniversary of the 2015 uprising.",
        "Crowds marked the 10th anniversary of the 2014 uprising in the autumn.",
        "The town prepares for the 10th anniversary of the 2016 uprising.",
        "The town prepares for the 250th anniversary of the 1783 treaty.",
        "In 2023 crowds marked the 10th anniversary of the 2013 uprising.",
        "The belated 10th anniversary of the 2013 uprising drew crowds.",
        # Told of a time long ago.
        "She was there for the 40th anniversary of the 1944 landing.",
        # The date is that of the celebration, or of something else.
        "Crowds marked the 10th anniversary of the uprising in 2013.",
        "The 10th anniversary edition of the 2013 album is out.",
        "The 10th anniversary of the choir was kept at the hall opened in 1931.",
        "The hall, opened in 1931, saw its 10th anniversary of the uprising.",
        "The hall was opened in 1931, and the choir celebrates its 10th anniversary.",
        "The choir, founded in 1974, celebrated its anniversary.",
    ],
)
def test_an_anniversary_that_may_be_meant_is_not_reported(text: str) -> None:
    report = audited(text, published=(_DAY,))
    assert [described(report, f) for f in report.findings] == []


def test_the_witness_is_the_arithmetic() -> None:
    (finding,) = audited("Crowds marked the 10th anniversary of the 2013 uprising.", published=(_DAY,)).findings
    (comparison,) = finding.comparisons
    assert comparison.witness == "2013 + 10 years falls into 2023; published 2025-04-02"
