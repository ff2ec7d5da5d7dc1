"""What cannot be of one fact, though its figures do not meet."""

import pytest
from claim_samples import marked

from factcheck.align.veto import Known, veto


def _veto(a: str, b: str) -> str | None:
    left, right = marked(a), marked(b, "b")
    known = Known((left, right))
    assert veto(left, right, known) == veto(right, left, known)
    return veto(left, right, known)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The flood hurt [nine] of the rangers.", "The flood hurt [twelve] rangers."),
        ("[40 tonnes] of the rice was spoilt.", "They unloaded [95,000 kilograms] of rice."),
    ],
)
def test_a_part_may_be_smaller_than_its_whole(a: str, b: str) -> None:
    assert _veto(a, b) == "only one is marked as part"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The flood hurt [fourteen] of the rangers.", "The flood hurt [twelve] rangers."),
        ("[40 tonnes] of the rice was spoilt.", "They unloaded [25,000 kilograms] of rice."),
    ],
)
def test_what_is_larger_is_no_part_of_the_other(a: str, b: str) -> None:
    assert _veto(a, b) is None


def test_a_part_of_one_sort_is_never_held_against_a_whole() -> None:
    a, b = "There were rangers, of whom [fourteen] were women.", "There were [twelve] rangers."
    assert _veto(a, b) == "only one is marked as part"


def test_dozens_have_no_size_that_a_part_could_exceed() -> None:
    assert _veto("The flood hurt [400] of the rangers.", "The flood hurt [dozens] of people.") is not None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The state planned to pay [2.6 billion euros].", "The state paid [6.2 billion euros]."),
        ("The state planned to pay [2.6 billion euros].", "The state paid [2.6 billion dollars]."),
        ("The town planned to plant [1,270] trees.", "The town has planted [1,720] trees."),
    ],
)
def test_a_slip_of_the_pen_is_no_plan_that_came_out_otherwise(a: str, b: str) -> None:
    assert _veto(a, b) is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The state planned to pay [2.6 billion euros].", "The state paid [3.1 billion euros]."),
        ("The town planned to plant [12] trees.", "The town has planted [21] trees."),
    ],
)
def test_a_plan_is_not_what_came_of_it(a: str, b: str) -> None:
    assert _veto(a, b) == "only one is marked as plan"
