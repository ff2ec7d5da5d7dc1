"""No bytes make a reader, an extractor or a reporter raise: random ones, and files of each format that are damaged."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from targets import examples, pieces, targets

TARGETS = targets()
_WORDS = list(pieces())
Damage = tuple[int, int, bytes]


def damaged(data: bytes, damages: list[Damage]) -> bytes:
    """The data, at each of some places so many bytes replaced by others."""
    made = bytearray(data)
    for place, length, new in damages:
        start = place % (len(made) + 1)
        made[start : start + length] = new
    return bytes(made)


replaced = st.tuples(st.integers(0, 1 << 20), st.integers(0, 40), st.binary(max_size=12))


@pytest.mark.parametrize("target", TARGETS)
@settings(deadline=None, max_examples=40)
@given(st.binary(max_size=400))
def test_any_bytes(target: str, data: bytes) -> None:
    TARGETS[target](data)


@pytest.mark.parametrize("target", TARGETS)
@settings(deadline=None, max_examples=60)
@given(st.lists(replaced, max_size=6))
def test_a_damaged_file(target: str, damages: list[Damage]) -> None:
    TARGETS[target](damaged(examples(target)[-1], damages))


@pytest.mark.parametrize("target", ["text", "report"])
@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from(_WORDS), st.sampled_from([" ", "", "-", ", ", ". ", "\n\n", "\f"])), max_size=40)
)
def test_any_order_of_words_that_mean_something(target: str, words: list[tuple[str, str]]) -> None:
    TARGETS[target]("".join(word + gap for word, gap in words).encode())
