"""A duration against its two ends: flagged only where no way of counting gives it."""

import datetime

import pytest
from claim_samples import audited, described
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Verdict

_BROKEN = [
    "A three-day truce from 3 to 7 June 2024 held.",
    "The three-day security summit will be held in Varosk from June 3 to June 7, 2024.",
    "Their three day visit to Port Halle from 3 June 2024 until 7 June 2024 went well.",
    "The six-year occupation lasted from 1990 to 1998.",
    "She served six years, from 1990 to 1998.",
    "She was keeper for six years (1990-1998).",
    "She served for six years as keeper of the light, from 1990 to 1998.",
    "She served eleven years between 1990 and 1998.",
    "She ruled for a decade from 1990 to 2012.",
    "The road was shut from May 3 until May 10, 2021, for two weeks.",
    "The road was shut from May 3 to May 10, 2021 (four days).",
    "The strike went on from 3 to 9 March 2020, a total of ten days.",
    "It was shut for six months, from January 2019 to December 2019.",
    "The siege, lasting 64 days from 21 November 1948 to 31 January 1949, was long.",
]
_STANDING = [
    "A three-day truce from 3 to 5 June 2024 held.",
    "A two-day truce from 3 to 5 June 2024 held.",
    "A four-night stay from 3 to 7 June 2024 was booked.",
    "Two and a half days, for two and a half days from 3 to 5 June 2024 it held.",
    "She served eight years, from 1990 to 1998.",
    "She served seven years, from 1990 to 1998.",
    "She served nine years, from 1990 to 1998.",
    "She served at least six years, from 1990 to 1998.",
    "She served for two years, from August 2020 to November 2022.",
    "She served for three years, from August 2020 to November 2022.",
    "She ruled for a decade from 1990 to 1999.",
    "The road was shut from May 3 until May 16, 2021, for two weeks.",
    "The road was shut for a month, from 3 May to 1 June 2021.",
    "It was shut for a year, from January 2019 to December 2019.",
    # Not of one thing, or not how long it went on.
    "Three-day tickets from 3 to 7 June 2024 are sold out.",
    "Two-week courses ran from 1990 to 1998.",
    "Every three-day visit from 3 to 7 June 2024 costs more.",
    "Life expectancy rose three years from 1990 to 1998.",
    "The start was moved by three days, from 3 to 7 June 2024.",
    "A judge gave her a six-year sentence, from 1990 to 1998.",
    "A three-day truce after talks that went on from 3 to 7 June 2024 held.",
    "She was abroad from 1990 to 1998, two years after her brother.",
    "She was abroad from 1990 to 1998, for two years of which she wrote.",
    "The fair ran from 3 to 7 June 2024 for 26 years.",
    "Three working days from 3 to 7 June 2024 were lost.",
    "The shop is open for three weeks, from Monday to Friday.",
    "She served six years, from early 1990 to late 1998.",
    "It lasted three days, from 7 to 3 June 2024.",
    "It lasted a few days, from 3 to 27 June 2024.",
]


@pytest.mark.parametrize("text", _BROKEN)
def test_a_duration_that_its_ends_do_not_give_is_a_conflict(text: str) -> None:
    report = audited(text)
    told = [described(report, finding) for finding in report.findings]
    assert [(f.rule, f.verdict) for f in report.findings] == [("spans", Verdict.CONFLICT)], told


@pytest.mark.parametrize("text", _STANDING)
def test_a_duration_that_some_reading_gives_is_not_reported(text: str) -> None:
    report = audited(text)
    assert [described(report, finding) for finding in report.findings] == []


@pytest.mark.parametrize(
    ("text", "witness"),
    [
        (
            "A three-day truce from 3 to 7 June 2024 held.",
            "2024-06-03 to 2024-06-07 is 4 days, or 5 with both ends; stated: 3 days",
        ),
        (
            "She served about six years, from 1990 to 2008.",
            "1990 to 2008 is 17 to 19 years; stated: about 6 years",
        ),
        (
            "The road was shut from 3 to 10 May 2021, for two weeks.",
            "2021-05-03 to 2021-05-10 is 1 to 1.1 weeks; stated: 2 weeks",
        ),
    ],
)
def test_the_witness_is_the_arithmetic(text: str, witness: str) -> None:
    (finding,) = audited(text).findings
    assert {c.witness for c in finding.comparisons} == {witness}
    assert finding.message == f"A duration contradicts its own two ends: {witness}"


def test_the_finding_holds_the_duration_and_both_ends() -> None:
    report = audited("A three-day truce from 3 to 7 June 2024 held.")
    (finding,) = report.findings
    texts = {c.id: c.mention.text for c in report.claims}
    assert [texts[claim] for claim in finding.claims] == ["three-day", "3", "7 June 2024"]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.dates(datetime.date(1800, 1, 1), datetime.date(2100, 1, 1)), st.integers(2, 60), st.integers(-1, 2))
def test_days_are_counted_with_one_end_or_with_both(start: datetime.date, days: int, more: int) -> None:
    ends = [f"{day:%B} {day.day}, {day.year}" for day in (start, start + datetime.timedelta(days=days))]
    rules = {f.rule for f in audited(f"The {days + more}-day truce lasted from {ends[0]} to {ends[1]}.").findings}
    assert rules == (set() if more in {0, 1} else {"spans"})


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.integers(1600, 2000), st.integers(1, 60), st.integers(-3, 3))
def test_years_are_counted_with_both_ends_or_with_none(start: int, years: int, more: int) -> None:
    report = audited(f"She served for {max(1, years + more)} years, from {start} to {start + years}.")
    stated = max(1, years + more)
    assert bool(report.findings) is not (years - 1 <= stated <= years + 1)
