"""A weekday against its date within one source."""

import pytest
from claim_samples import audited, described, marked, shipped_rules, source, verdicts

from factcheck.model import Verdict
from factcheck.pipeline import explain


def _rules(text: str, published: str | None) -> list[str]:
    return [f.rule for f in audited(text, published=(published,)).findings]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The port opened on Saturday, 14 May 2024.", None),
        ("The port opened on Saturday, March 30.", "2025-04-02"),
        ("The port opened on Monday (Oct. 29).", "2024-11-04"),
        ("The port opened on Wednesday, 4 May of last year.", "2024-12-20"),
        # Neither the year before nor the year after has it.
        ("The port opened on Monday, 14 May.", "2024-10-20"),
    ],
)
def test_a_weekday_that_the_date_does_not_have_is_a_conflict(text: str, published: str | None) -> None:
    assert _rules(text, published) == ["weekdays"]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The port opened on Tuesday, 14 May 2024.", None),
        ("The port opened on Saturday, 14 May.", None),
        ("The port opened on Tuesday.", "2024-05-20"),
        ("The port opened in May 2024, on a Saturday.", None),
        ("The port opened on Tuesday, 03/04/2024.", None),
        # Far from the publication the year is not sure: 14 May 2023 was a Sunday.
        ("The port opened on Sunday, 14 May.", "2024-10-20"),
        ("The port opened on Monday, 14 May.", "2025-01-20"),
        # The year stands behind a clock and its zone, or is that of the story told so far.
        ("The log ends on Thu May 14 13:11:15 PDT 2020.", "2024-06-01"),
        ("It was built in 2013. The port opened on Thursday, 6 April.", None),
        # By the Julian calendar, which Russia then had.
        ("The cruiser fired on Wednesday, 25 October 1917.", None),
        ("So wrote the Harrow Sun, August 16, 2008.", None),
    ],
)
def test_a_weekday_that_some_reading_gives_is_not_reported(text: str, published: str | None) -> None:
    report = audited(text, published=(published,))
    assert [described(report, f) for f in report.findings] == []


def test_one_claim_is_both_sides_of_the_comparison() -> None:
    (finding,) = audited("The port opened on Saturday, 14 May 2024.").findings
    (comparison,) = finding.comparisons
    assert finding.claims == (comparison.a,) == (comparison.b,)
    assert finding.message == "The date does not have this weekday: 2024-05-14 is a Tuesday, not a Saturday"


def test_what_two_sources_were_told_is_not_told_again_of_one() -> None:
    texts = ("The old port opened on Saturday, 14 May 2024.", "The old port opened on Tuesday, 14 May 2024.")
    assert verdicts(*texts) == (Verdict.CONFLICT,)


def test_a_weekday_that_some_reading_gives_is_no_conflict_of_two_sources() -> None:
    texts = ("The old cruiser fired on Wednesday, 25 October 1917.", "The old cruiser fired on 25 October 1917.")
    assert Verdict.CONFLICT not in verdicts(*texts)


def test_explain_gives_the_arithmetic() -> None:
    claim = marked("The port opened on [Saturday, 14 May 2024].")
    text = source("The port opened on Saturday, 14 May 2024.")
    (why,) = explain([text], shipped_rules(), [(claim.id, claim.id)])
    assert why.paired
    assert why.comparison is not None
    assert why.comparison.witness == "2024-05-14 is a Tuesday, not a Saturday"
