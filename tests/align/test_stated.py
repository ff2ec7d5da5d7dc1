"""Figures of claims, and their conversion."""

import pytest
from claim_samples import marked

from factcheck.align.ladder import values_meet
from factcheck.align.profile import profile
from factcheck.align.stated import in_unit, stated


def test_a_quantity_states_its_bounds_unit_and_interval() -> None:
    figures = stated(marked("They laid [27 kilometres] of cable."))
    assert figures is not None
    assert (figures.low, figures.high, figures.unit, figures.is_range) == (27, 27, "kilometre", False)


def test_a_range_is_a_range() -> None:
    figures = stated(marked("They sent [10,000 to 12,000] men."))
    assert figures is not None
    assert figures.is_range


@pytest.mark.parametrize("text", ["It fell on [3 May 2024].", "Mayor [Ruth Almond] spoke."])
def test_dates_and_names_state_no_figures(text: str) -> None:
    assert stated(marked(text)) is None


@pytest.mark.parametrize(
    ("text", "unit", "low"),
    [
        ("They laid [27 kilometres] of cable.", "metre", 27_000),
        ("They laid [5 miles] of cable.", "kilometre", 8.04672),
        ("It weighed [2 tonnes].", "kilogram", 2000),
        ("It lasted [36 hours].", "day", 1.5),
        ("He got [six years].", "month", 72),
        ("It was [20 degrees Celsius].", "degree fahrenheit", 68),
    ],
)
def test_conversion(text: str, unit: str, low: float) -> None:
    figures = stated(marked(text))
    assert figures is not None
    there = in_unit(figures, unit)
    assert there is not None
    assert there.low == pytest.approx(low, rel=0.001)
    assert there.unit == unit


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("It weighed [2,347 tons].", "tonne", 2129.16, 2384.66),
        ("It weighed [2,347 tonnes].", "ton", 2309.93, 2587.12),
        ("It weighed [2,347 tons].", "kilogram", 2_129_163, 2_384_662),
    ],
)
def test_a_ton_may_be_any_of_three(text: str, unit: str, low: float, high: float) -> None:
    figures = stated(marked(text))
    assert figures is not None
    there = in_unit(figures, unit)
    assert there is not None
    assert there.interval.low == pytest.approx(low, rel=1e-4)
    assert there.interval.high == pytest.approx(high, rel=1e-4)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They laid [5 miles] of cable.", "tonne"),
        ("They laid [5 miles] of cable.", "ton"),
        ("They paid [$48 million].", "euro"),
        ("They sent [12] men.", "metre"),
        ("They laid [5 miles] of cable.", None),
        ("They laid [5 miles] of cable.", "no such unit"),
    ],
)
def test_no_factor_no_conversion(text: str, unit: str | None) -> None:
    figures = stated(marked(text))
    assert figures is not None
    assert in_unit(figures, unit) is None


@pytest.mark.parametrize(
    ("nights", "days", "meet"),
    [
        ("nineteen nights", "19 days", True),
        ("nineteen nights", "20 days", True),
        ("nineteen nights", "18 days", False),
        ("nineteen nights", "22 days", False),
        ("seven nights", "a week", True),
        ("two nights", "48 hours", True),
        ("three nights", "three years", False),
    ],
)
def test_nights_are_counted_as_as_many_days_or_one_more(nights: str, days: str, meet: bool) -> None:
    a, b = (profile(marked(f"The hens stayed [{length}] in the barn.")) for length in (nights, days))
    assert values_meet(a, b) is values_meet(b, a) is meet
