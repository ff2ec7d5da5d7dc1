"""Full dates in metadata and datelines."""

import datetime

import pytest

from factcheck.read.dates import find_dates, parse_date, required_date

DAY = datetime.date(2025, 2, 14)


@pytest.mark.parametrize(
    "text",
    [
        "2025-02-14",
        " 2025-02-14 ",
        "2025-02-14T09:30:00Z",
        "2025-02-14 09:30 +0100",
        "14 February 2025",
        "14th Feb. 2025",
        "February 14, 2025",
        "Feb 14 2025, 18:00 GMT",
        "Friday, February 14, 2025",
        "Fri. 14 feb 2025",
    ],
)
def test_a_day_in_full_is_read(text: str) -> None:
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    "text", ["", "spring 2025", "2025", "2025-02", "February 2025", "14 February", "14/02/2025", "n.d."]
)
def test_what_names_no_day_is_none(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize("text", ["2025-02-30", "2025-13-01", "31 April 2025", "February 29, 2023", "0000-01-01"])
def test_a_day_that_the_calendar_has_not_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="there is no day"):
        parse_date(text)
    with pytest.raises(ValueError, match=r"there is no day .*: give a day of the calendar as YYYY-MM-DD"):
        required_date(text)


def test_a_required_date_must_name_a_day() -> None:
    with pytest.raises(ValueError, match="'spring 2025' is no day: give it as YYYY-MM-DD"):
        required_date("spring 2025")


def test_dates_in_a_line_are_found_with_their_weekday_and_place() -> None:
    line = "Vol. 3, Friday, 14 February 2025; from 2025-02-30 or Feb. 15, 2025"
    found = list(find_dates(line))
    assert [line[d.start : d.end] for d in found] == ["Friday, 14 February 2025", "Feb. 15, 2025"]
    assert [d.day for d in found] == [DAY, datetime.date(2025, 2, 15)]
