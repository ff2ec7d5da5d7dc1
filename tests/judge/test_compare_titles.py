"""The verdict on two roles of one person, whatever the order of the arguments."""

import datetime

import pytest
from claim_samples import marked

from factcheck.data import lexicon_classes
from factcheck.judge.judgement import Judgement
from factcheck.judge.title import compare_titles

_ROWS = [
    ("agree", "role", "finance minister", "minister of finance"),
    ("agree", "role", "foreign minister", "minister for foreign affairs"),
    ("agree", "role", "Mayor", "mayor"),
    ("agree", "role", "Chief Executive", "CEO"),
    ("agree", "role", "Spokeswoman", "Spokesperson"),
    ("agree", "coarser", "President", "head"),
    ("agree", "coarser", "police chief", "head of the city's police"),
    ("agree", "coarser", "head of the company", "Chief Executive"),
    ("agree", "coarser", "deputy director", "official"),
    ("agree", "coarser", "Ambassador", "diplomat"),
    ("agree", "role", "Foreign Secretary", "foreign minister"),
    ("agree", "role", "managing director", "Chief Executive"),
    ("agree", "role", "professor of history", "professor"),
    ("agree", "role", "chief engineer", "engineer"),
    ("conflict", "role", "finance minister", "interior minister"),
    ("conflict", "role", "Mayor", "Governor"),
    ("conflict", "role", "Deputy Mayor", "Mayor"),
    ("conflict", "role", "Colonel", "Lieutenant Colonel"),
    ("conflict", "role", "prime minister", "President"),
    ("conflict", "role", "Chief Executive", "Chief Financial Officer"),
    ("conflict", "role", "Chief Executive", "chairwoman"),
    ("conflict", "role", "plant director", "head of purchasing"),
    ("conflict", "role", "head of hydrology", "director of the institute"),
    ("conflict", "role", "head of the ministry's fraud unit", "director of the ministry"),
    ("conflict", "role", "chief engineer", "chief surveyor"),
    ("conflict", "role", "principal archaeologist", "director of the museum"),
    ("conflict", "role", "Captain", "Lieutenant"),
    ("conflict", "role", "captain", "chief engineer"),
    ("conflict", "role", "surgeon", "anaesthetist"),
    ("conflict", "role", "judge", "defence lawyer"),
    ("conflict", "role", "acting governor", "governor"),
    ("conflict", "role", "deputy head of the mission", "head of the mission"),
    ("conflict", "role", "state secretary for energy", "energy minister"),
    ("conflict", "role", "marketing director", "spokeswoman"),
    ("conflict", "role", "army major", "Colonel"),
    ("conflict", "role", "harbour master", "Mayor"),
    ("conflict", "role", "vice-chairman", "chairman"),
    ("conflict", "role", "bus driver", "passenger"),
]


def _judged(a: str, b: str) -> Judgement | None:
    return compare_titles(
        marked(f"Maria Dobrescu, the [{a}], said that she had left.", "a"),
        marked(f"Maria Dobrescu, the [{b}], said that she had left.", "b"),
        {},
    )


@pytest.mark.parametrize(("verdict", "reason", "a", "b"), _ROWS, ids=[f"{a} / {b}" for *_, a, b in _ROWS])
def test_verdict_and_reason(verdict: str, reason: str, a: str, b: str) -> None:
    for judged in (_judged(a, b), _judged(b, a)):
        assert judged is not None
        assert (judged.verdict, judged.reason) == (verdict, reason), judged.witness


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("singer", "Mayor"),
        ("hydrologist", "president"),
        ("lawyer", "chairwoman"),
        ("professor", "surgeon"),
        ("party leader", "Mayor"),
        ("opposition leader", "finance minister"),
        ("president-elect", "President"),
        ("president", "chief executive"),
        ("Sgt.", "detective"),
        ("senator", "party chairwoman"),
        ("spokeswoman", "boss"),
        ("project director", "head of research"),
        ("vice-chairman", "chief financial officer"),
        ("teacher", "head teacher"),
        ("lieutenant", "fire inspector"),
        ("captain", "harbour master"),
    ],
)
def test_a_role_that_excludes_none_is_not_held_against_another(a: str, b: str) -> None:
    left = marked("Singer [Mirela Dobrescu] left the hall.", "a")
    assert compare_titles(left, left, {}) is None
    assert _judged(a, b) is None


def test_a_former_office_is_not_compared_with_a_present_one() -> None:
    former = marked("The [former governor], Mirela Dobrescu, left.", "a")
    present = marked("The [mayor], Mirela Dobrescu, left.", "b")
    assert compare_titles(former, present, {}) is None


def test_the_witness_quotes_both_roles() -> None:
    judged = _judged("finance minister", "interior minister")
    assert judged is not None
    assert judged.witness == "“finance minister” against “interior minister”"


def test_two_offices_at_once_are_no_conflict_with_either() -> None:
    for one in ("president", "chief executive"):
        judged = _judged("president and chief executive", one)
        assert judged is not None
        assert judged.verdict == "agree"


@pytest.mark.parametrize(("written", "verdict"), [("2021-03-01", "conflict"), ("2024-05-01", None), (None, None)])
def test_an_office_held_then_is_compared_with_what_was_written_then(written: str | None, verdict: str | None) -> None:
    then = marked("The then [energy minister], Maria Dobrescu, signed.", "a")
    other = marked("Maria Dobrescu, [state secretary for energy], signed.", "b")
    days = {"a": datetime.date(2024, 5, 2), "b": datetime.date.fromisoformat(written) if written else None}
    judged = compare_titles(then, other, days)
    assert (judged.verdict if judged else None) == verdict


@pytest.mark.parametrize("name", ["office-slots", "offices-held-together", "general-offices"])
def test_every_office_of_the_lexicons_is_a_class(name: str) -> None:
    known = set(lexicon_classes("offices"))
    assert [office for offices in lexicon_classes(name).values() for office in offices if office not in known] == []


def test_what_is_held_together_shares_a_slot() -> None:
    slots = [set(offices) for offices in lexicon_classes("office-slots").values()]
    held = lexicon_classes("offices-held-together").items()
    apart = [(a, b) for a, others in held for b in others if not any({a, b} <= slot for slot in slots)]
    assert apart == []
