"""Years counted from a stated date until now."""

import pytest
from claim_samples import audited, described

_DAY = "2025-04-02"


@pytest.mark.parametrize(
    "text",
    [
        "She came for the first time in 24 years, since 1998.",
        "It was the first visit in 24 years since 1998.",
        "It was the lowest harvest of wheat in 24 years since 1998.",
        "It was the worst flood in 40 years, since 1996.",
        "She has kept the light for 24 years, since 1998.",
        "It was the first frost in three years, since 3 March 2024.",
    ],
)
def test_years_that_do_not_lie_between_the_date_and_now_are_a_conflict(text: str) -> None:
    report = audited(text, published=(_DAY,))
    assert [f.rule for f in report.findings] == ["years-since"], [described(report, f) for f in report.findings]


@pytest.mark.parametrize(
    "text",
    [
        "She came for the first time in 27 years, since 1998.",
        "She came for the first time in 26 years, since 1998.",
        "She came for the first time in more than 20 years, since 1998.",
        "She came for the first time in decades, since 1998.",
        # Another day of which the source speaks may be the one from which it counts back.
        "In 2022 she came for the first time in 24 years, since 1998.",
        "The war ended in 2022. She came for the first time in 24 years, since 1998.",
        "It was the lowest harvest of wheat in two decades since 1998.",
        "It was the first frost in eight months, since 3 March 2024.",
        # Told of a time long ago.
        "She came for the first time in 12 years, since 1998.",
        # Two comparisons, or not counted until now.
        "It was the first win in 24 years, the biggest since 1998.",
        "It fell to its lowest in 10 years and has not moved since 2021.",
        "She has won in two years since 1998.",
        "She has won for two years since 2021.",
        "It was the first of the mills that were built in 24 years since 1998.",
    ],
)
def test_years_that_some_reading_gives_are_not_reported(text: str) -> None:
    report = audited(text, published=(_DAY,))
    assert [described(report, f) for f in report.findings] == []


def test_without_a_day_of_publication_now_is_not_known() -> None:
    assert audited("She came for the first time in 24 years, since 1998.").findings == ()


def test_the_witness_is_the_arithmetic() -> None:
    (finding,) = audited("She came for the first time in 24 years, since 1998.", published=(_DAY,)).findings
    (comparison,) = finding.comparisons
    assert comparison.witness == "1998 to the publication on 2025-04-02 is 26.2 to 27.2 years; stated: 24 years"
