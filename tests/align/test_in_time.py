"""Which of two claims is the later one, and what that says of their figures."""

import datetime

import pytest
from claim_samples import marked
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.align.figures import model_name
from factcheck.align.in_time import order_in_time, outgrown, times_apart
from factcheck.align.profile import profile

_LAW = settings(max_examples=60, deadline=None, derandomize=True)
_DAYS = st.none() | st.dates(datetime.date(2020, 1, 1), datetime.date(2020, 2, 28)).map(datetime.date.isoformat)
_SENTENCES = st.sampled_from(
    [
        "By 3 January 2020 the flood had killed [14] people.",
        "On 3 January 2020 the flood killed [at least 20] people.",
        "In January 2020 the flood killed [25] people.",
        "The toll of the flood climbed to [31].",
        "So far [19] people are known to have died.",
        "Only [6] people remained in the village.",
        "By 9 a.m. the flood had killed [14] people.",
        "By 6 p.m. on 3 January 2020 the flood had killed [15] people.",
    ]
)


@pytest.mark.parametrize(
    ("earlier", "later", "level"),
    [
        ("The flood killed [14] people.", "The toll climbed to [19].", "later is larger, told"),
        ("The flood killed [14] people.", "The flood killed [19] people.", "later is larger, one role"),
        ("The flood cut off [14] farms.", "The flood cut off [19] farms.", "later is larger, bare"),
        ("The flood cut off [14] farms.", "Only [3] farms remain cut off.", "later is smaller, told"),
        ("The flood cut off [14] farms.", "The flood cut off [3] farms.", "later is smaller, bare"),
    ],
)
def test_the_order_in_time_names_direction_and_support(earlier: str, later: str, level: str) -> None:
    a, b = marked(earlier, "a", "2021-03-02"), marked(later, "b", "2021-03-06")
    assert order_in_time(a, b) == order_in_time(b, a) == level
    assert order_in_time(a, marked(later, "b", "2021-03-02")) == "one time or unknown"


def test_a_day_in_the_sentence_counts_more_than_that_of_the_report() -> None:
    a = marked("By 2 March 2021 the flood had killed [14] people.", "a", "2021-05-09")
    b = marked("By 6 March 2021 the flood had killed [19] people.", "b", "2021-03-06")
    times = times_apart(a, b)
    assert times is not None
    assert [first.isoformat() for (first, _), _ in times] == ["2021-03-02", "2021-03-06"]


def test_hours_of_one_day_are_times_apart() -> None:
    a = marked("By 9 a.m. on 2 March 2021 the flood had killed [14] people.", "a")
    b = marked("By 6 p.m. on 2 March 2021 the flood had killed [19] people.", "b")
    noted = marked("By 2 March 2021 the flood had killed [19] people.", "c")
    assert order_in_time(a, b) == order_in_time(b, a) == "later is larger, told"
    assert times_apart(a, noted) is None


def test_one_day_as_of_which_both_speak_is_one_time_whenever_they_report() -> None:
    a = marked("By 2 March 2021 the flood had killed [14] people.", "a", "2021-03-02")
    b = marked("By 2 March 2021 the flood had killed [19] people.", "b", "2021-03-30")
    assert times_apart(a, b) is None


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("at least 37", "58", True),
        ("more than 37", "at least 58", True),
        ("at least 37", "41", False),
        ("at least 58", "37", False),
        ("37", "at least 58", False),
        ("58", "at least 37", False),
    ],
)
def test_a_bound_is_outgrown_by_a_far_larger_figure_of_later(earlier: str, later: str, expected: bool) -> None:
    a = marked(f"The flood killed [{earlier}] people.", "a", "2021-03-02")
    b = marked(f"The flood killed [{later}] people.", "b", "2021-03-06")
    assert outgrown(a, b) == outgrown(b, a) == expected
    same_day = marked(f"The flood killed [{later}] people.", "b", "2021-03-02")
    assert not outgrown(a, same_day)
    models = [model_name(profile(a), profile(other)) for other in (b, same_day)]
    assert not expected or models == ["figures apart", "figures meeting"]


@given(_SENTENCES, _DAYS, _SENTENCES, _DAYS)
@_LAW
def test_times_and_order_are_symmetric(one: str, day: str | None, other: str, other_day: str | None) -> None:
    a, b = marked(one, "a", day), marked(other, "b", other_day)
    there, back = times_apart(a, b), times_apart(b, a)
    assert (there and set(there)) == (back and set(back))
    assert order_in_time(a, b) == order_in_time(b, a)
    assert times_apart(a, a) is None
