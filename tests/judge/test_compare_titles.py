"""The verdict on two roles of one person, whatever the order of the arguments."""

import pytest
from claim_samples import marked

from factcheck.judge.judgement import Judgement
from factcheck.judge.title import compare_titles

_ROWS = [
    ("agree", "role", "finance minister", "minister of finance"),
    ("agree", "role", "foreign minister", "minister for foreign affairs"),
    ("agree", "role", "Mayor", "mayor"),
    ("agree", "role", "Chief Executive", "CEO"),
    ("agree", "role", "Spokeswoman", "Spokesperson"),
    ("compatible", "coarser", "President", "head"),
    ("conflict", "role", "finance minister", "interior minister"),
    ("conflict", "role", "Mayor", "Governor"),
    ("conflict", "role", "Deputy Mayor", "Mayor"),
    ("conflict", "role", "Colonel", "Lieutenant Colonel"),
    ("conflict", "role", "prime minister", "President"),
    ("conflict", "role", "Chief Executive", "Chief Financial Officer"),
]


def _judged(a: str, b: str) -> Judgement | None:
    return compare_titles(
        marked(f"Mirela Dobrescu, the [{a}], left the hall.", "a"),
        marked(f"Mirela Dobrescu, the [{b}], left the hall.", "b"),
    )


@pytest.mark.parametrize(("verdict", "reason", "a", "b"), _ROWS, ids=[f"{a} / {b}" for *_, a, b in _ROWS])
def test_verdict_and_reason(verdict: str, reason: str, a: str, b: str) -> None:
    for judged in (_judged(a, b), _judged(b, a)):
        assert judged is not None
        assert (judged.verdict, judged.reason) == (verdict, reason), judged.witness


@pytest.mark.parametrize(("a", "b"), [("singer", "Mayor"), ("hydrologist", "president"), ("lawyer", "chairwoman")])
def test_a_role_that_excludes_none_is_not_held_against_another(a: str, b: str) -> None:
    left = marked("Singer [Mirela Dobrescu] left the hall.", "a")
    assert compare_titles(left, left) is None
    assert _judged(a, b) is None


def test_a_former_office_is_not_compared_with_a_present_one() -> None:
    former = marked("The [former governor], Mirela Dobrescu, left.", "a")
    present = marked("The [mayor], Mirela Dobrescu, left.", "b")
    assert compare_titles(former, present) is None


def test_the_witness_quotes_both_roles() -> None:
    judged = _judged("finance minister", "interior minister")
    assert judged is not None
    assert judged.witness == "“finance minister” against “interior minister”"


def test_two_offices_at_once_are_no_conflict_with_either() -> None:
    for one in ("president", "chief executive"):
        judged = _judged("president and chief executive", one)
        assert judged is not None
        assert judged.verdict == "agree"
