"""Who stands with whom in a finding, and how its message says so."""

from collections.abc import Sequence
from itertools import combinations

from claim_samples import marked, rule, source
from msgspec.structs import replace

from factcheck.align.voices import Voices
from factcheck.judge.findings import findings
from factcheck.judge.standings import standings
from factcheck.model import Claim, Comparison, Finding, Standing, Verdict

_RULE = rule("counted-things")


def _claims(*figures: str) -> tuple[Claim, ...]:
    return tuple(
        marked(f"The storm destroyed [{figure}] houses in the valley.", chr(ord("a") + i))
        for i, figure in enumerate(figures)
    )


def _compared(a: Claim, b: Claim, verdict: Verdict, confidence: float = 0.9) -> Comparison:
    return Comparison(a.id, b.id, verdict, "reason", "witness", _RULE.id, confidence)


def _all_pairs(claims: Sequence[Claim]) -> list[Comparison]:
    """Equal words agree, others conflict."""
    return [
        _compared(x, y, Verdict.AGREE if x.mention.text == y.mention.text else Verdict.CONFLICT)
        for x, y in combinations(claims, 2)
    ]


def _grouped(comparisons: Sequence[Comparison], claims: Sequence[Claim]) -> tuple[Standing, ...]:
    return standings([c.id for c in claims], comparisons, {c.id: c for c in claims}, Voices())


def _found(comparisons: Sequence[Comparison], claims: Sequence[Claim]) -> Finding:
    (found,) = findings(comparisons, {c.id: c for c in claims}, {_RULE.id: _RULE}, Voices())
    return found


def test_most_sources_stand_first_and_the_one_that_stands_alone_is_told() -> None:
    claims = _claims("214", "187", "187", "187")
    found = _found(_all_pairs(claims), claims)
    assert [(s.text, s.sources, s.outlier) for s in found.standings] == [
        ("187", ("b", "c", "d"), False),
        ("214", ("a",), True),
    ]
    assert found.message == "Sources conflict on house: 3 sources give 187; one (a) gives 214"


def test_two_that_agree_are_enough_to_stand_alone_against() -> None:
    claims = _claims("214", "187", "187")
    assert [(s.sources, s.outlier) for s in _grouped(_all_pairs(claims), claims)] == [
        (("b", "c"), False),
        (("a",), True),
    ]


def test_two_against_two_has_no_outlier() -> None:
    claims = _claims("214", "187", "214", "187")
    grouped = _grouped(_all_pairs(claims), claims)
    assert [(s.sources, s.outlier) for s in grouped] == [(("a", "c"), False), (("b", "d"), False)]


def test_one_against_one_has_no_outlier() -> None:
    claims = _claims("214", "187")
    assert not any(s.outlier for s in _grouped(_all_pairs(claims), claims))


def test_copies_are_one_voice_and_no_majority() -> None:
    claims = _claims("187", "187", "187", "214", "214")
    copied = (
        "The flood in the valley tore away the bridge, the mill and so many houses that nobody could count them yet."
    )
    voices = Voices(source(f"{copied} {copied[::-1]}", name) for name in "abc")
    comparisons = _all_pairs(claims)
    (found,) = findings(comparisons, {claim.id: claim for claim in claims}, {_RULE.id: _RULE}, voices)
    assert [(s.text, s.independent, s.outlier) for s in found.standings] == [("214", 2, False), ("187", 1, True)]
    assert found.independent == 3
    assert found.message == "Sources conflict on house: 2 sources give 214; 3 sources (1 independent) give 187"


def test_a_later_figure_is_no_outlier() -> None:
    a, b, c = claims = _claims("187", "187", "214")
    grouped = _grouped([_compared(a, b, Verdict.AGREE), _compared(b, c, Verdict.UPDATE)], claims)
    assert not any(s.outlier for s in grouped)


def test_what_differs_is_never_in_one_group() -> None:
    a, b, c = claims = _claims("about 200", "205", "195")
    compared = [
        _compared(a, b, Verdict.AGREE, 0.8),
        _compared(a, c, Verdict.AGREE),
        _compared(b, c, Verdict.CONFLICT),
    ]
    assert [s.claims for s in _grouped(compared, claims)] == [(c.id, a.id), (b.id,)]


def test_a_group_is_called_as_most_of_it_put_it_and_shows_what_decides() -> None:
    a, b, c, d = claims = _claims("two hundred", "200", "200", "187")
    agreeing = [_compared(x, y, Verdict.AGREE) for x, y in combinations(claims[:3], 2)]
    group = _grouped([*agreeing, _compared(a, d, Verdict.CONFLICT)], claims)[0]
    assert (group.text, group.claims) == ("200", (a.id, b.id, c.id))


def test_equal_words_stand_together_uncompared() -> None:
    a, b, c = claims = _claims("187", "214", "187")
    grouped = _grouped([_compared(a, b, Verdict.CONFLICT), _compared(b, c, Verdict.CONFLICT)], claims)
    assert [s.sources for s in grouped] == [("a", "c"), ("b",)]


def test_the_order_of_the_comparisons_changes_nothing() -> None:
    claims = _claims("214", "about 200", "200", "205", "187")
    pairs = list(combinations(claims, 2))
    compared = [_compared(x, y, list(Verdict)[n % 4], 0.5 + n / 50) for n, (x, y) in enumerate(pairs)]
    assert _grouped(compared, claims) == _grouped(compared[::-1], claims[::-1])


def test_who_says_so_is_told_where_it_differs() -> None:
    a, b = _claims("214", "187")
    for one, other, shown in (
        ("police", "mayor", "214 (according to police) against 187 (according to mayor)"),
        ("police", "police", "214 against 187"),
        ("police", "She", "214 against 187"),
        (None, "mayor", "214 against 187"),
    ):
        claims = replace(a, attribution=one), replace(b, attribution=other)
        found = _found([_compared(*claims, Verdict.CONFLICT)], claims)
        assert found.message == f"Sources conflict on house: {shown}"


def test_who_says_so_is_told_in_part_where_not_all_say_so() -> None:
    a, b, c = _claims("214", "214", "187")
    claims = replace(a, attribution="police"), b, replace(c, attribution="mayor")
    told = _found(_all_pairs(claims), claims).message
    assert "2 sources give 214 (in part according to police); one (c) gives 187 (according to mayor)" in told


def test_of_many_values_some_are_told() -> None:
    claims = _claims("200", *(str(n) for n in range(200, 209)))
    told = _found(_all_pairs(claims), claims).message
    assert told.endswith("one (f) gives 204; one (g) gives 205; and 3 further values")


def test_where_nobody_agrees_the_surest_pair_is_told() -> None:
    a, b, c = claims = _claims("214", "200", "187")
    found = _found([_compared(a, b, Verdict.CONFLICT, 0.6), _compared(b, c, Verdict.CONFLICT)], claims)
    assert found.message == "Sources conflict on house: 200 against 187"
