"""Findings: claims that comparisons connect are one fact, with a stable id and the severest verdict."""

from collections.abc import Sequence

import pytest
from claim_samples import marked, rule

from factcheck.align.voices import Voices
from factcheck.judge.findings import findings
from factcheck.model import Claim, Comparison, Finding, Verdict

_RULE = rule("counted-things")
_CLAIMS = tuple(
    marked(f"The storm destroyed [{figure}] houses in the valley.", source_id)
    for source_id, figure in (("a", "214"), ("b", "200"), ("c", "187"), ("d", "214"))
)
_A, _B, _C, _D = _CLAIMS


def _compared(a: Claim, b: Claim, verdict: Verdict, confidence: float = 0.9) -> Comparison:
    return Comparison(a.id, b.id, verdict, "reason", "witness", _RULE.id, confidence)


def _found(comparisons: Sequence[Comparison], claims: Sequence[Claim] = _CLAIMS) -> tuple[Finding, ...]:
    return findings(comparisons, {c.id: c for c in claims}, {_RULE.id: _RULE}, Voices())


def test_connected_comparisons_are_one_finding_of_the_severest_verdict() -> None:
    found = _found(
        [
            _compared(_A, _B, Verdict.AGREE),
            _compared(_B, _C, Verdict.CONFLICT, 0.7),
            _compared(_C, _A, Verdict.UPDATE),
        ]
    )
    assert len(found) == 1
    assert found[0].verdict is Verdict.CONFLICT
    assert found[0].claims == (_A.id, _B.id, _C.id)
    assert found[0].confidence == 0.7
    assert found[0].severity is _RULE.severity
    assert found[0].message == "Sources conflict on house: 2 sources give 200; one (c) gives 187"


def test_facts_without_a_common_claim_are_separate_severest_first() -> None:
    found = _found([_compared(_A, _B, Verdict.AGREE), _compared(_C, _D, Verdict.UPDATE)])
    assert [f.verdict for f in found] == [Verdict.UPDATE, Verdict.AGREE]


def test_comparisons_stand_in_the_order_of_the_sources() -> None:
    found = _found([_compared(_C, _B, Verdict.AGREE), _compared(_B, _A, Verdict.AGREE)])
    assert [(c.a, c.b) for c in found[0].comparisons] == [(_A.id, _B.id), (_B.id, _C.id)]


def test_no_comparison_no_finding() -> None:
    assert _found([]) == ()


def test_the_order_of_the_comparisons_changes_nothing() -> None:
    compared = [
        _compared(_A, _B, Verdict.CONFLICT),
        _compared(_B, _C, Verdict.CONFLICT),
        _compared(_A, _D, Verdict.AGREE),
    ]
    assert _found(compared) == _found(compared[::-1])


@pytest.mark.parametrize(
    "text",
    [
        "Nobody saw it come. The storm destroyed [187] houses in the valley.",
        "The storm destroyed [187] houses in the valley. The mill stands.",
        "The storm   destroyed\n[187] houses in the valley.",
    ],
)
def test_the_id_outlives_edits_elsewhere(text: str) -> None:
    edited = marked(text, "c")
    before = _found([_compared(_A, _C, Verdict.CONFLICT)])[0]
    after = _found([_compared(_A, edited, Verdict.CONFLICT)], (_A, edited))[0]
    assert before.id == after.id


@pytest.mark.parametrize(
    "text",
    ["The storm destroyed [188] houses in the valley.", "The storm destroyed [187] houses in the harbour."],
)
def test_the_id_changes_with_the_fact(text: str) -> None:
    edited = marked(text, "c")
    before = _found([_compared(_A, _C, Verdict.CONFLICT)])[0]
    after = _found([_compared(_A, edited, Verdict.CONFLICT)], (_A, edited))[0]
    assert before.id != after.id
