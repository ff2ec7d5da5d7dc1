"""The verdict, reason and witness on two quantities: one case a reason, whatever the order of the arguments."""

import pytest
from claim_samples import marked, rule
from msgspec.structs import replace

from factcheck.judge.judgement import Judgement
from factcheck.judge.quantity import compare_quantities

# (verdict, reason) -> pairs of figures. Each figure stands in a frame of its own, so only the values decide.
_COUNTS = {
    ("agree", "equal"): [
        ("8,000", "8,000"),
        ("10,000", "10 thousand"),
        ("10,000", "ten thousand"),
        ("12", "twelve"),
        ("0.3 million", "300,000"),
        ("over 400", "more than 400"),
        ("about 8,000", "8,000"),
        ("10,000 to 12,000", "10,000-12,000"),
    ],
    ("agree", "rounding"): [
        ("10,347", "10,300"),
        ("1,043", "about 1,000"),
        ("1.6 million", "1,610,000"),
        ("about 50", "52"),
        ("7,900", "8,000"),
    ],
    ("compatible", "bound"): [
        ("at least 4", "18"),
        ("over 16,500", "19,000"),
        ("up to 500", "340"),
        ("nearly 50", "48"),
        ("fewer than 20", "11"),
        ("more than 300", "over 400"),
    ],
    ("compatible", "range"): [
        ("10,000 to 12,000", "11,000"),
        ("between 30 and 40", "38"),
        ("10,000 to 12,000", "11,000 to 15,000"),
    ],
    ("compatible", "vague"): [
        ("thousands", "6,000"),
        ("dozens", "48"),
        ("several", "five"),
    ],
    ("conflict", "disjoint"): [
        ("8,000", "12,000"),
        ("11", "12"),
        ("214", "187"),
        ("10,000 to 12,000", "8,000"),
        ("about 8,000", "12,000"),
        ("thousands", "400"),
        ("at least 40", "31"),
        ("up to 500", "612"),
        ("1.6 million", "1.9 million"),
    ],
}

# (verdict, reason) -> pairs of sentences, the compared figure in brackets.
_MEASURES = {
    ("agree", "converted"): [
        ("They laid [5 miles] of cable.", "They laid [8.05 km] of cable."),
        ("They laid [27 kilometres] of cable.", "They laid [27,000 metres] of cable."),
        ("It weighed [2 tonnes].", "It weighed [2,000 kilograms]."),
        ("The siege lasted [36 hours].", "The siege lasted [one and a half days]."),
        ("He got [six years] in prison.", "He got [72 months] in prison."),
    ],
    ("agree", "equal"): [
        ("They paid [€2.5 million] for it.", "They paid [2,500,000 euros] for it."),
        ("Turnout was [61.4 percent].", "Turnout was [61.4 %]."),
        ("The winner was [18 years old].", "The winner was [aged 18]."),
    ],
    ("compatible", "bound"): [("They laid [5 miles] of cable.", "They laid [more than 6 km] of cable.")],
    ("conflict", "disjoint"): [
        ("They laid [5 miles] of cable.", "They laid [12 km] of cable."),
        ("They paid [$48 million] for it.", "They paid [$62 million] for it."),
        ("He got [six years] in prison.", "He got [nine years] in prison."),
        ("It weighed [2 tonnes].", "It weighed [900 kilograms]."),
        ("The winner was [18 years old].", "The winner was [aged 24]."),
    ],
}

_NOT_COMPARED = [
    ("They paid [$48 million] for it.", "They paid [€31 million] for it."),
    ("They laid [5 miles] of cable.", "It weighed [2 tonnes]."),
    ("Turnout rose [5 percent].", "Turnout fell [5 percent]."),
    ("It ran for [six years].", "It stood [six feet] high."),
]


def _count(figure: str) -> str:
    # A vague noun ("thousands") takes "of".
    of = "of " if figure.endswith(("thousands", "dozens")) else ""
    return f"The army sent [{figure}] {of}men."


_ROWS = [
    *((k, _count(a), _count(b)) for k, pairs in _COUNTS.items() for a, b in pairs),
    *((k, a, b) for k, pairs in _MEASURES.items() for a, b in pairs),
]


def _judged(a: str, b: str, tolerance: float = 0.0) -> Judgement | None:
    return compare_quantities(marked(a, "a"), marked(b, "b"), replace(rule("counted-things"), tolerance=tolerance))


@pytest.mark.parametrize(("expected", "a", "b"), _ROWS, ids=[f"{k[1]}: {a} {b}" for k, a, b in _ROWS])
def test_verdict_and_reason(expected: tuple[str, str], a: str, b: str) -> None:
    for judged in (_judged(a, b), _judged(b, a)):
        assert judged is not None
        assert (judged.verdict, judged.reason) == expected, judged.witness


@pytest.mark.parametrize(("a", "b"), _NOT_COMPARED)
def test_other_dimension_currency_or_direction_is_not_compared(a: str, b: str) -> None:
    assert _judged(a, b) is None
    assert _judged(b, a) is None


@pytest.mark.parametrize(
    ("a", "b", "witness"),
    [
        (_count("10 thousand"), _count("10,000"), "10,000 = 10,000"),
        (_count("10,347"), _count("10,300"), "10,347 and [10,250, 10,350] meet"),
        (_count("at least 4"), _count("18"), "4 or more and 18 meet"),
        (_count("up to 500"), _count("340"), "500 or less and 340 meet"),
        (_count("between 30 and 40"), _count("38"), "[30, 40] and 38 meet"),
        (_count("8,000"), _count("10,000 to 12,000"), "[7,500, 8,500] and [10,000, 12,000] do not meet"),
        (
            "They laid [27 kilometres] of cable.",
            "They laid [27,000 metres] of cable.",
            "in metre: 27,000 = 27,000",
        ),
        (
            "They laid [30 kilometres] of cable.",
            "They laid [19,240 metres] of cable.",
            "in metre: [29,510, 30,490] and [19,235, 19,245] do not meet",
        ),
    ],
)
def test_the_witness_is_the_arithmetic(a: str, b: str, witness: str) -> None:
    judged = _judged(a, b)
    assert judged is not None
    assert judged.witness == witness


def test_a_rules_tolerance_lets_near_figures_agree() -> None:
    near = (_count("1,021"), _count("1,039"))
    without, within = _judged(*near), _judged(*near, tolerance=0.02)
    assert without is not None
    assert within is not None
    assert (without.verdict, within.verdict) == ("conflict", "agree")


def test_one_number_in_two_currencies_is_a_conflict_of_currency() -> None:
    judged = _judged("They paid [$48 million] for it.", "They paid [€48 million] for it.")
    assert judged is not None
    assert (judged.verdict, judged.reason) == ("conflict", "currency")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sales rose [1.3 per cent] in June.", "Sales rose [1.3 percentage points] in June."),
        ("The bank raised the rate by [0.5 per cent].", "The bank raised the rate by [50 basis points]."),
        ("The launcher reaches [25 kilometres].", "The launcher reaches [25 miles]."),
        ("The estate covers [90 acres].", "The estate covers [90 hectares]."),
    ],
)
def test_one_number_in_two_units_is_a_conflict_of_unit(a: str, b: str) -> None:
    for judged in (_judged(a, b), _judged(b, a)):
        assert judged is not None
        assert (judged.verdict, judged.reason) == ("conflict", "unit")


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("Sales [doubled].", "Sales rose by [100 percent].", "agree"),
        ("Output was [halved].", "Output fell by [50 percent].", "agree"),
        ("Sales [more than doubled].", "Sales rose by [130 percent].", "compatible"),
        ("Sales [doubled].", "Sales rose by [41 percent].", "conflict"),
        ("Sales [more than doubled].", "Sales rose by [86 percent].", "conflict"),
        ("Sales [doubled].", "Sales fell by [50 percent].", None),
        ("Sales [doubled].", "Sales made up [41 percent] of it.", None),
        ("It costs [$21,400 a month].", "It costs [$256,800 a year].", "agree"),
        ("It costs [$21,400 a month].", "It costs [more than $250,000 a year].", "compatible"),
        ("It costs [$21,400 a month].", "It costs [$310,000 a year].", None),
        ("They sell [400 tonnes of wheat a year].", "They sell [900 tonnes of wheat every year].", "conflict"),
        ("The rate rose by [50 basis points].", "The rate rose by [half a percentage point].", "agree"),
    ],
)
def test_multiples_are_changes_in_percent_and_rates_those_of_another_time(a: str, b: str, verdict: str | None) -> None:
    for judged in (_judged(a, b), _judged(b, a)):
        assert (judged and judged.verdict) == verdict


def test_a_date_is_no_quantity() -> None:
    assert _judged("It fell on [3 May 2024].", _count("12")) is None
