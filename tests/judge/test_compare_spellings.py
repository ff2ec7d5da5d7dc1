"""Spellings of one name: across sources and within one, and the letters that differ."""

import pytest
from claim_samples import audited, marked

from factcheck.judge.name import compare_spellings
from factcheck.model import Comparison, Name, Verdict


def _spellings(*texts: str) -> list[Comparison]:
    report = audited(*texts)
    names = {c.id for c in report.claims if isinstance(c.mention.value, Name)}
    return [c for f in report.findings for c in f.comparisons if c.a in names]


@pytest.mark.parametrize(
    ("a", "b", "witness"),
    [
        ("Ruth Almond", "Ruth Almund", "“Ruth Alm[o]nd” against “Ruth Alm[u]nd”"),
        ("Ruth Almond", "Ruth Allmond", "“Ruth Almond” against “Ruth Al[l]mond”"),
        ("Ruth Almond", "RUTH ALMUND", "“Ruth Alm[o]nd” against “RUTH ALM[U]ND”"),
    ],
)
def test_the_witness_marks_the_letters_that_differ(a: str, b: str, witness: str) -> None:
    one, other = marked(f"Mayor [{a}] spoke."), marked(f"Mayor [{b}] spoke.", "b")
    judged = compare_spellings(one, other)
    assert (judged.verdict, judged.reason, judged.witness) == (Verdict.CONFLICT, "spelling", witness)


def test_case_and_line_breaks_are_no_difference() -> None:
    one, other = marked("Mayor [Ruth Almond] spoke."), marked("Mayor [RUTH\nALMOND] spoke.", "b")
    assert compare_spellings(one, other).verdict is Verdict.AGREE


def test_one_source_that_spells_a_person_in_two_ways() -> None:
    (found,) = _spellings("Mayor Ruth Brennock spoke. The hall was full. Later Ruth Brenneck left by car.")
    assert found.witness == "“Ruth Brenn[o]ck” against “Ruth Brenn[e]ck”"


def test_an_office_shows_that_two_romanisations_are_of_one() -> None:
    text = "President {} spoke in Busan. The hall was full. Later President {} left by car."
    assert len(_spellings(text.format("Shim Seok-yeol", "Shim Sul Yeol"))) == 1
    assert not _spellings(text.format("Shim Seok-yeol", "Shim Jae-in"))
    assert not _spellings(
        "President Shim Seok-yeol spoke in Busan. The hall was full. Later Shim Sul Yeol left by car."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Brennock and Ruth Brenneck spoke. The hall was full.",
        "Jon Brennock spoke. The hall was full. Later John Brennock left by car.",
        "Eric Brennock spoke. The hall was full. Later Erik Brennock left by car.",
        "Viktor Zorkin spoke. The hall was full. Later Olga Zorkina left by car.",
        "Anna Brennock spoke. The hall was full. Later the Anna Brennocks left by car.",
        "Jamal Orbeck spoke. The hall was full. Later Kamal Orbeck left by car.",
    ],
)
def test_two_people_of_one_source_are_no_two_spellings(text: str) -> None:
    assert not _spellings(text)


def test_a_source_with_both_spellings_is_compared_with_another() -> None:
    two = "Mayor Ruth Brennock spoke of the flood in Port Halle. It was late. Ruth Brenneck left Port Halle by car."
    other = "Mayor Ruth Brennock spoke of the flood in Port Halle."
    found = _spellings(two, other)
    assert len(found) == 2
    assert {c.verdict for c in found} == {Verdict.CONFLICT}
