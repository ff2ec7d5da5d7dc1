"""Quantities in their many wordings, and what is none."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract import extract
from factcheck.extract.number import number_phrases
from factcheck.extract.quantity import quantities
from factcheck.model import Duration, Interval, Mention, Name, Quantity, Source, Trend
from factcheck.tokens import tokenize

CORPUS = yaml.safe_load((Path(__file__).parent.parent / "corpus" / "quantity.yaml").read_text(encoding="utf-8"))
WORDINGS = [
    pytest.param(entry["value"], wording, id=wording) for entry in CORPUS["quantities"] for wording in entry["wordings"]
]


def found(text: str, taken: tuple[tuple[int, int], ...] = ()) -> list[tuple[str, Quantity]]:
    tokens = tokenize(text)
    results = quantities(tokens, number_phrases(tokens), taken)
    return [(text[f.start : f.end], f.value) for f in results if isinstance(f.value, Quantity)]


def mentions(text: str) -> tuple[Mention, ...]:
    return extract(Source(id="a.txt", path="a.txt", text=text, sha256=""))


def extracted(text: str) -> list[tuple[str, Quantity]]:
    return [(m.text, m.value) for m in mentions(text) if isinstance(m.value, Quantity)]


def only(text: str) -> Quantity:
    ((_, value),) = found(text)
    return value


@pytest.mark.parametrize(("expected", "wording"), WORDINGS)
def test_wording_gives_its_value(expected: dict[str, Any], wording: str) -> None:
    ((text, value),) = extracted(wording)
    stated = {
        "low": value.low,
        "high": value.high,
        "hedge": value.hedge.value,
        "unit": value.unit,
        "counted": value.counted,
        "trend": value.trend.value if value.trend else None,
        "vague": value.vague,
    }
    defaults = {"high": expected["low"], "hedge": "=", "unit": None, "counted": None, "trend": None, "vague": False}
    wanted = {**defaults, **expected}
    assert text == wanted.pop("text", text)
    assert stated == wanted


@pytest.mark.parametrize("text", CORPUS["nothing"])
def test_no_quantity(text: str) -> None:
    assert extracted(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The lift made 140 miles an hour.",
        "It pumps 900 gallons a year.",
        "They pay 22 dollars a day.",
        "The man is 29 years old.",
        "A quarter of a million people came.",
        "It pumps 900 gallons of maple syrup a year.",
    ],
)
def test_an_amount_holds_no_duration(text: str) -> None:
    assert not [m.text for m in mentions(text) if isinstance(m.value, Duration)]


@pytest.mark.parametrize("text", ["It cost US$268 a tonne.", "EUR 96 million was paid.", "The fee is C$40."])
def test_an_amount_holds_no_name(text: str) -> None:
    assert not [m.text for m in mentions(text) if isinstance(m.value, Name)]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("They sent 800 tents in May and 1,200 in June.", ["tent", "tent"]),
        ("They sent 800 tents in May. It was 1,200 in June.", ["tent", None]),
        ("They sent 800 tents in May and 1,200 by ship.", ["tent", None]),
        ("It carried 40 pilgrims on Monday, 60 on Friday.", ["pilgrim", "pilgrim"]),
    ],
)
def test_a_parallel_figure_shares_the_noun(text: str, counted: list[str | None]) -> None:
    assert [value.counted for _, value in extracted(text)] == counted


def test_a_tolerance_is_the_interval() -> None:
    ((_, value),) = extracted("Sales were $2.40 billion, plus or minus $50 million.")
    assert value.interval == Interval(2_350_000_000, 2_450_000_000)


def test_what_is_repeated_with_a_count_is_a_set() -> None:
    (period,) = [m.value for m in mentions("They fire 900 bricks a month.") if isinstance(m.value, Duration)]
    assert (period.timex_type.value, period.low) == ("SET", None)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("They sent approximately 8,000 river soldiers north.", "approximately 8,000"),
        ("The march of 9 kilometers began.", "9 kilometers"),
        ("He paid P200,000 in cash.", "P200,000"),
        ("It cost 8.8 million pesos to mend.", "8.8 million pesos"),
        ("The 36-year-old cook slept.", "36-year-old"),
        ("It lay five nautical miles off.", "five nautical miles"),
        ("Oil at $70 a barrel.", "$70 a barrel"),
        ("Rain of 10 percent or more is likely.", "10 percent or more"),
    ],
)
def test_span_holds_hedge_number_and_unit_but_no_counted_noun(text: str, span: str) -> None:
    assert [t for t, _ in found(text)] == [span]


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("8,000 tents", (7500, 8500)),
        ("10,000 tents", (9500, 10500)),
        ("1.6 million tents", (1550000, 1650000)),
        ("10,347 tents", (10347, 10347)),
        ("3,915 tents", (3915, 3915)),
        ("16,500 tents", (16250, 16750)),
        ("12,350 tents", (12345, 12355)),
        ("120 tents", (120, 120)),
        ("12 tents", (12, 12)),
        ("about 120 tents", (110, 130)),
        ("nearly 40 tents", (36, 40)),
        ("just over 40 tents", (40, 44)),
        ("over 40 tents", (40, None)),
        ("at most 40 tents", (None, 40)),
        ("10 to 12 tents", (10, 12)),
        ("a dozen tents", (11, 13)),
        ("2.5 percent", (2.45, 2.55)),
        ("27 percent", (26.51, 27.49)),
        ("$27", (27, 27)),
        ("27 years old", (27, 27)),
    ],
)
def test_interval_that_the_words_allow(text: str, interval: tuple[float | None, float | None]) -> None:
    assert only(text).interval == Interval(*interval)


@pytest.mark.parametrize(
    ("text", "counted", "modifiers"),
    [
        ("8,000 North Korean soldiers", "soldier", ("north", "korean")),
        ("10 thousand combat-ready troops", "troop", ("combat-ready",)),
        ("12,000 more were wounded", None, ("more",)),
        ("six others", None, ("others",)),
        ("16,500 containers of munitions", "container", ()),
        ("two of the bridges", "bridge", ()),
        ("two of them", None, ()),
        ("twelve police officers", "officer", ("police",)),
        ("from the Survey Highlights Eight people were met by others", "person", ()),
        ("one armed man fled", "man", ("armed",)),
        ("three children and a dog", "child", ()),
    ],
)
def test_counted_noun_and_its_modifiers(text: str, counted: str | None, modifiers: tuple[str, ...]) -> None:
    value = only(text)
    assert (value.counted, value.modifiers) == (counted, modifiers)


def test_noun_phrase_ends_with_its_sentence() -> None:
    assert [v.counted for _, v in found("Storm kills 2\n\nSoldiers searched the coast for survivors.")] == [None]


def test_every_age_of_a_list() -> None:
    values = [v for _, v in found("two brothers, ages 6, 11 and 15, and an 18 and 14 year old")]
    assert [v.low for v in values if v.unit == "year of age"] == [6, 11, 15, 18, 14]


def test_change_from_one_level_to_another_is_no_range() -> None:
    assert [(v.low, v.high) for _, v in found("The share fell from 5 to 3 percent.")] == [(5, 5), (3, 3)]
    assert [(v.low, v.high) for _, v in found("The share rose from 3 to 5 percent.")] == [(3, 3), (5, 5)]
    assert [v.unit for _, v in found("The share fell from 5 to 3 percent.")] == ["percentage", "percentage"]


@pytest.mark.parametrize(
    ("text", "change", "level"),
    [
        ("Sales rose by $310 million to $1,625 million.", 310_000_000, 1_625_000_000),
        ("Jobs at the mill fell by 300 to 1,200.", 300, 1200),
        ("The toll rose by 3 to 17.", 3, 17),
    ],
)
def test_change_to_a_level_is_no_range(text: str, change: float, level: float) -> None:
    (_, first), (_, second) = extracted(text)
    assert (first.low, first.high, second.low, second.high) == (change, change, level, level)
    assert first.trend is not None
    assert second.trend is None


def test_verb_particle_is_no_trend() -> None:
    assert only("She picked up 12 stones.").trend is None
    assert only("Deaths were up 12 percent.").trend is Trend.UP
    assert only("They lost 12 men.").trend is None


def test_a_year_earlier_is_no_rate() -> None:
    assert [v.unit for _, v in found("It earned $5 million a year earlier.")] == ["dollar"]


def test_one_before_a_verb_counts_nothing() -> None:
    assert found("what one eats matters") == []


def test_pounds_are_money_or_mass() -> None:
    assert only("He paid a fine of 90 pounds.").unit == "pound sterling"
    assert only("The dog is 90 pounds heavy.").unit == "pound-mass"


def test_spans_taken_by_dates_hold_no_quantity() -> None:
    text = "On 5 May they sent 30 trucks."
    assert [t for t, _ in found(text, ((3, 8),))] == ["30"]


def test_shares_are_fractions() -> None:
    assert [(v.low, v.unit) for _, v in found("More than half of the fleet sank.")] == [(0.5, "fraction")]
    assert [v.unit for _, v in found("Two-thirds of the fleet sank.")] == ["fraction"]


def test_dimension_is_that_of_the_unit() -> None:
    assert only("9 km").dimension == "length"
    assert only("$9 a share").dimension == "currency"
    assert only("a 9-year-old").dimension == "age"
    assert only("9 dogs").dimension is None


@given(st.text(alphabet=st.sampled_from("0123456789 ,.-–/$€%'’()¾ amkfitwoyrsnd\n"), max_size=60))
def test_no_text_raises_and_spans_are_in_order(text: str) -> None:
    tokens = tokenize(text)
    results = quantities(tokens, number_phrases(tokens), ())
    assert all(0 <= f.start < f.end <= len(text) for f in results)
    assert all(a.end <= b.start for a, b in pairwise(results))


def test_a_multiple_is_round() -> None:
    ((_, value),) = extracted("Rents doubled.")
    assert value.interval == Interval(1.75, 2.25)
