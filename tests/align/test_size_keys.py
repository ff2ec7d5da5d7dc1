"""Keys of a figure's size."""

import pytest
from claim_samples import marked
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from factcheck.align.size_keys import size_keys
from factcheck.align.stated import stated


def _keys(text: str) -> set[str]:
    figures = stated(marked(text))
    assert figures is not None
    return set(size_keys(figures))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("They laid [27 kilometres] of cable.", "They laid [27,000 metres] of cable."),
        ("They laid [27 kilometres] of cable.", "They laid [16.8 miles] of cable."),
        ("They paid [$1,625 million].", "They paid [more than $1.6 billion]."),
        ("It went at [70 miles per hour].", "It went at [113 km/h]."),
        ("[75.1 percent] of it is lost.", "[Three quarters] of it is lost."),
    ],
)
def test_one_size_in_two_units_shares_a_key(a: str, b: str) -> None:
    assert _keys(a) & _keys(b)


@given(st.integers(20, 10**12), st.floats(1, 1.08))
def test_what_is_nearly_equal_shares_a_key(number: int, factor: float) -> None:
    figures = stated(marked("They sold [120] houses."))
    assert figures is not None
    assert set(size_keys(replace(figures, low=number))) & set(size_keys(replace(figures, low=int(number * factor))))


@pytest.mark.parametrize("text", ["They sold [19] houses.", "It was [-5 degrees Celsius]."])
def test_small_counts_and_what_is_not_above_zero_have_none(text: str) -> None:
    assert _keys(text) == set()
