"""Units beside a number, their dimensions and conversion."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.data import lexicon_classes
from factcheck.extract.unit import convert, dimension_of, unit_at
from factcheck.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5 kilometers", "kilometre"),
        ("5 light-years", "light-year"),
        ("5-inch", "inch"),
        ("5 feet", "foot"),
        ("5 square feet", "square foot"),
        ("5 m2", "square metre"),
        ("5 m^3", "cubic metre"),
        ("5 metric tons", "tonne"),
        ("5 tons", "ton"),
        ("5 °F", "degree fahrenheit"),
        ("5 gigawatts", "gigawatt"),
        ("5 kWh", "kilowatt hour"),
        ("5 percentage points", "percentage point"),
        ("5 Australian dollars", "australian dollar"),
        ("5 $", "dollar"),
        ("5€", "euro"),
        ("5ml", "millilitre"),
        ("5 (kg)", "kilogram"),
        ("5 in thick", "inch"),
        ("5 microseconds", "microsecond"),
        ("5 km cubed", "cubic kilometre"),
        ("5 metres squared", "square metre"),
        ("5 t of grain", "tonne"),
        ("5 mSv", "millisievert"),
        ("5 bpd", "barrel per day"),
        ("5 b/d of crude", "barrel per day"),
        ("5 francs", "franc"),
        ("5 Swiss francs", "swiss franc"),
        ("5 kwanzas", "angolan kwanza"),
        ("5C was the lowest temperature", "degree celsius"),
        ("5F, so cold", "degree fahrenheit"),
        ("5 $ 30 $", "dollar"),
        ("5 EUR 30.", "euro"),
    ],
)
def test_unit_after_a_number(text: str, name: str) -> None:
    unit = unit_at(tokenize(text), 1, 5)
    assert unit is not None
    assert unit.name == name


@pytest.mark.parametrize(
    "text",
    [
        "5 in May",
        "5 won",
        "5 a day",
        "5 m212",
        "5 L-202",
        "5 bars",
        "5 t",
        "5 C is warm",
        "5C is the next room",
        "5 $30",
        "2019 USD 50.",
        "5 years",
        "5 cups",
        "5",
    ],
)
def test_no_unit(text: str) -> None:
    assert unit_at(tokenize(text), 1, 5) is None


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        (1, "mile", "kilometre", 1.609344),
        (5, "nautical mile", "kilometre", 9.26),
        (100, "degree celsius", "degree fahrenheit", 212),
        (32, "degree fahrenheit", "degree celsius", 0),
        (2, "tonne", "kilogram", 2000),
        (1, "acre", "square metre", 4046.8564224),
        (36, "kilometre per hour", "metre per second", 10),
        (0.5, "fraction", "percentage", 50),
        (3, "week", "day", 21),
        (7, "dollar", "dollar", 7),
        (3, "kilometre per second", "metre per second", 3000),
        (2, "tonne per day", "kilogram per day", 2000),
    ],
)
def test_conversion(value: float, unit: str, to: str, expected: float) -> None:
    assert convert(value, unit, to) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("unit", "to"),
    [
        ("dollar", "euro"),
        ("mile", "kilogram"),
        ("ton", "tonne"),
        ("percentage", "percentage point"),
        ("dollar per day", "dollar per month"),
        ("parsnip", "mile"),
    ],
)
def test_what_does_not_convert(unit: str, to: str) -> None:
    assert convert(1, unit, to) is None


def test_part_of_a_cup_is_a_measure() -> None:
    tokens = tokenize("0.5 cups")
    unit = unit_at(tokens, 1, 0.5)
    assert unit is not None
    assert unit.name == "cup"


def test_dimension_of_units_and_rates() -> None:
    assert dimension_of("kilometre") == "length"
    assert dimension_of("barrel per day") == "volume"
    assert dimension_of("pound sterling") == "currency"
    assert dimension_of("parsnip") is None


CONVERTIBLE = sorted(
    (entry.rpartition(" ")[0], dimension)
    for dimension, entries in lexicon_classes("unit-factors").items()
    for entry in entries
)


@given(st.floats(min_value=1e-6, max_value=1e9), st.sampled_from(CONVERTIBLE), st.sampled_from(CONVERTIBLE))
def test_conversion_there_and_back(value: float, a: tuple[str, str], b: tuple[str, str]) -> None:
    there = convert(value, a[0], b[0])
    if a[1] != b[1]:
        assert there is None
        return
    assert there is not None
    assert convert(there, b[0], a[0]) == pytest.approx(value)
