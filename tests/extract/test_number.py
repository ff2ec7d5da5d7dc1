"""Number phrases: value, hedge, extent, currency sign; nothing of units and nouns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.number import NumberPhrase, number_phrases
from factcheck.model import Hedge, Interval
from factcheck.tokens import tokenize


def phrases(text: str) -> list[tuple[str, NumberPhrase]]:
    tokens = tokenize(text)
    return [(text[tokens.starts[p.first] : tokens.ends[p.past - 1]], p) for p in number_phrases(tokens)]


def only(text: str) -> NumberPhrase:
    ((_, phrase),) = phrases(text)
    return phrase


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("10,000", 10000),
        ("10 000", 10000),
        ("10\u2009000", 10000),
        ("10\u00a0000", 10000),
        ("10'000", 10000),
        ("10’000’000", 10000000),
        ("12,34,567", 1234567),
        ("1.234.567", 1234567),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1,5", 1.5),
        ("0.25", 0.25),
        (".5", 0.5),
        ("3 1/2", 3.5),
        ("3½", 3.5),
        ("1/4", 0.25),
        ("¾", 0.75),
        ("twelve", 12),
        ("twenty-five", 25),
        ("ninety five", 95),
        ("one hundred", 100),
        ("two hundred and five", 205),
        ("three thousand four hundred twelve", 3412),
        ("twelve hundred", 1200),
        ("six hundred thousand", 600000),
        ("two million and three hundred thousand", 2300000),
        ("4.35 million", 4350000),
        ("10 thousand", 10000),
        ("3 lakh", 300000),
        ("2 crore", 20000000),
        ("two and a half billion", 2500000000),
        ("one and a half", 1.5),
        ("a million and a half", 1500000),
        ("half a million", 500000),
        ("half a dozen", 6),
        ("a quarter of a million", 250000),
        ("three quarters of a billion", 750000000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("a thousand", 1000),
        ("20k", 20000),
        ("7mn", 7000000),
        ("3bn", 3000000000),
        ("−1.3", -1.3),
        ("-5", -5),
        ("minus five", -5),
    ],
)
def test_value(text: str, value: float) -> None:
    phrase = only(f"see {text}")
    assert (phrase.low, phrase.high) == (value, value)


@pytest.mark.parametrize(
    "text", ["1.2.3", "007", "9" * 31, "1,23,45", "H1N1", "abc", "the scores were tied", "half", "few men"]
)
def test_no_number(text: str) -> None:
    assert phrases(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("10-15", 10, 15),
        ("10–15", 10, 15),
        ("10 - 15", 10, 15),
        ("from 10 to 15", 10, 15),
        ("between 10 and 15", 10, 15),
        ("10 to 15", 10, 15),
        ("5 or 6", 5, 6),
        ("10 to 15 billion", 10e9, 15e9),
        ("$10 to $15 million", 10e6, 15e6),
        ("two to three hundred", 200, 300),
        ("between $62 and $68", 62, 68),
        ("900 to 1.2 million", 900, 1.2e6),
    ],
)
def test_range(text: str, low: float, high: float) -> None:
    phrase = only(text)
    assert (phrase.low, phrase.high, phrase.interval) == (low, high, Interval(low, high))


@pytest.mark.parametrize(
    "text", ["2024-10-28", "3-1", "15 to 10", "rose from 5 to 8", "5 or 60", "5 and 6", "555-12-1234", "3 to 3"]
)
def test_numbers_that_make_no_range(text: str) -> None:
    assert all(phrase.low == phrase.high for _, phrase in phrases(text))


@pytest.mark.parametrize(
    ("text", "hedge", "span"),
    [
        ("about 50", Hedge.ABOUT, "about 50"),
        ("50 or so", Hedge.ABOUT, "50 or so"),
        ("an estimated 50", Hedge.ABOUT, "an estimated 50"),
        ("in the region of 50", Hedge.ABOUT, "in the region of 50"),
        ("nearly 50", Hedge.UNDER, "nearly 50"),
        ("well over 50", Hedge.OVER, "well over 50"),
        ("no more than 50", Hedge.AT_MOST, "no more than 50"),
        ("more than 50", Hedge.OVER, "more than 50"),
        ("no fewer than 50", Hedge.AT_LEAST, "no fewer than 50"),
        ("fewer than 50", Hedge.UNDER, "fewer than 50"),
        ("50 or more", Hedge.AT_LEAST, "50 or more"),
        ("about $50", Hedge.ABOUT, "about $50"),
        ("between about 50 and 60", Hedge.ABOUT, "between about 50 and 60"),
        ("at least two dozen", Hedge.AT_LEAST, "at least two dozen"),
        ("all 50", Hedge.EXACT, "50"),
    ],
)
def test_hedge_and_its_extent(text: str, hedge: Hedge, span: str) -> None:
    ((stated, phrase),) = phrases(text)
    assert (phrase.hedge, stated) == (hedge, span)


def test_t_is_a_trillion_of_money_only() -> None:
    assert only("$5t").low == 5 * 10**12
    assert only("5t").low == 5


def test_number_begins_after_hedge_and_currency() -> None:
    text = "some US$5 million"
    tokens = tokenize(text)
    (phrase,) = number_phrases(tokens)
    assert (phrase.first, tokens.words[phrase.number], phrase.currency) == (0, "5", "US$")


@pytest.mark.parametrize("text", ["third", "3rd", "twenty-first", "21st"])
def test_ordinal(text: str) -> None:
    assert only(f"the {text} man").ordinal


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("several", 3, 9),
        ("a few", 2, 9),
        ("a couple of", 2, 3),
        ("dozens", 24, 199),
        ("scores of", 40, 399),
        ("hundreds", 200, 1999),
        ("thousands", 2000, 99999),
        ("tens of thousands", 20000, 99999),
        ("hundreds of millions", 200000000, 999999999),
        ("a few hundred", 200, 999),
        ("a couple of thousand", 2000, 3999),
    ],
)
def test_vague_words_stand_for_a_range(text: str, low: int, high: int) -> None:
    phrase = only(f"{text} boats")
    assert phrase.vague
    assert (phrase.low, phrase.high, phrase.interval) == (low, high, Interval(low, high))


@pytest.mark.parametrize(
    "unit", ["one ", "5-", "1 000 ", "hundred and ", "half a ", "1,", "$", "1/2 ", "between 1 and "]
)
def test_long_runs_do_not_raise(unit: str) -> None:
    number_phrases(tokenize(unit * 2000))


def test_ten_thousand_digits_are_no_number() -> None:
    assert phrases("7" * 10000) == []


@given(st.integers(min_value=0, max_value=10**15))
def test_grouping_changes_no_value(value: int) -> None:
    assert only(f"{value:,}").low == only(str(value)).low == value


@given(st.integers(min_value=1, max_value=10**12))
def test_hedge_widens_the_interval(value: int) -> None:
    exact, about = only(str(value)).interval, only(f"about {value}").interval
    assert exact.low is not None and exact.high is not None and about.low is not None and about.high is not None
    assert about.low <= exact.low <= value <= exact.high <= about.high


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the rate , he said , is 4 . 7 %", 4.7),
        ("the rate , he said , is 4 . 07 %", 4.07),
        ("it lent , in all , 2 , 406 books .", 2406),
        ("it lent , in all , 1 , 402 , 406 books .", 1402406),
        ("it cost , he said , $ 3 . 9 million .", 3900000),
        ("it cost , he said , 8 3 / 4 cents .", 8.75),
        ("it rose , he said , 1 / 4 point .", 0.25),
    ],
)
def test_marks_within_a_number_stand_apart_where_all_do(text: str, value: float) -> None:
    assert only(text).low == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It rose 4 . 7 people left, he said.", [4, 7]),
        ("The rooms, he said, are 3 , 406 and 9.", [3, 406, 9]),
        ("by 1990 . 30 came , he said , and left .", [1990, 30]),
        ("on oct . 13 , 250 came , he said .", [13, 250]),
        ("version 1 . 2 . 3 , he said , is old .", [1, 2, 3]),
    ],
)
def test_marks_between_numbers(text: str, values: list[int]) -> None:
    assert [phrase.low for _, phrase in phrases(text)] == values
