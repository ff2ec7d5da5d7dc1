"""Values and witnesses in a few words."""

from datetime import date

import pytest

from factcheck.model import Date, Duration, Interval, Quantity, TimexType, Trend, Value
from factcheck.report.values import read_text, witness_text

MAY = Date("2023-05", first=date(2023, 5, 1), last=date(2023, 5, 31))
FOURTH = Date("2023-05-04", first=date(2023, 5, 4), last=date(2023, 5, 4))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Quantity(8000, 8000, Interval(7500, 8500), counted="soldier"), "7,500–8,500"),
        (Quantity(12, 12, Interval(11.5, 12.5), unit="mile"), "11.5–12.5 mile"),
        (Quantity(5, 5, Interval(5, None), unit="percentage", trend=Trend.UP), "up 5 or more percentage"),
        (Duration("P3D", low=3, high=3, interval=Interval(2.5, 3.5), unit="day"), "2.5–3.5 day"),
        (Duration("P1W", timex_type=TimexType.SET), "P1W"),
        (MAY, "2023-05-01 to 2023-05-31"),
        (FOURTH, "2023-05-04"),
        (
            Date("2023-05-04T16:30", first=date(2023, 5, 4), last=date(2023, 5, 4), clock=(990, 990)),
            "2023-05-04, 16:30",
        ),
        (
            Date("2023-05-04", first=date(2023, 5, 4), last=date(2023, 5, 4), clock=(720, 990)),
            "2023-05-04, 12:00 to 16:30",
        ),
        (Date("XXXX-05"), "a date that stays open"),
    ],
)
def test_what_words_allow_is_told_without_codes(value: Value, words: str) -> None:
    assert read_text(value) == words


@pytest.mark.parametrize(
    ("witness", "words"),
    [
        ("[7,200, 8,800] and 9,000 do not meet", "7,200–8,800 and 9,000 do not meet"),
        ("[2023-05-01, 2023-05-31] and 2023-06-02 do not meet", "2023-05-01 to 2023-05-31 and 2023-06-02 do not meet"),
        ("“Al[m]ond” against “Al[l]ond”", "“Al[m]ond” against “Al[l]ond”"),
    ],
)
def test_ranges_in_a_witness_are_told_without_brackets(witness: str, words: str) -> None:
    assert witness_text(witness) == words
