"""Figures are of one fact as long as no single doubtful comparison bridges two groups of claims."""

from itertools import combinations

import pytest
from claim_samples import marked, rule, shipped_rules

from factcheck.align.pair import Pair
from factcheck.judge import judge
from factcheck.judge.facts import without_weak_links
from factcheck.judge.implied import implied_pairs
from factcheck.model import Claim, Comparison, Verdict

_RULE = rule("counted-things")


def _claims(*figures: str, source: str = "") -> tuple[Claim, ...]:
    return tuple(
        marked(f"The storm destroyed [{figure}] houses in the valley.", source or chr(ord("a") + i))
        for i, figure in enumerate(figures)
    )


def _compared(a: Claim, b: Claim, confidence: float, verdict: Verdict = Verdict.CONFLICT) -> Comparison:
    return Comparison(a.id, b.id, verdict, "reason", "witness", _RULE.id, confidence)


def _kept(comparisons: list[Comparison], claims: tuple[Claim, ...]) -> list[Comparison]:
    return list(without_weak_links(comparisons, {c.id: c for c in claims}))


def test_one_comparison_does_not_bridge_two_groups() -> None:
    claims = _claims("214", "214", "187", "187")
    a, b, c, d = claims
    sure = [_compared(a, b, 0.9, Verdict.AGREE), _compared(c, d, 0.8, Verdict.AGREE)]
    assert _kept([_compared(b, c, 0.6), *sure], claims) == sure


def test_two_comparisons_bridge_them() -> None:
    claims = _claims("214", "214", "187", "187")
    a, b, c, d = claims
    all_of_them = [_compared(a, b, 0.9), _compared(c, d, 0.8), _compared(b, c, 0.6), _compared(a, d, 0.5)]
    assert _kept(all_of_them, claims) == all_of_them


def test_two_of_three_are_enough_in_whatever_order() -> None:
    claims = _claims("214", "200", "187")
    chain = [_compared(claims[0], claims[1], 0.9), _compared(claims[1], claims[2], 0.6)]
    assert _kept(chain, claims) == chain
    assert _kept(chain[::-1], claims) == chain[::-1]


def test_claims_of_one_source_are_no_missing_links() -> None:
    """What cannot be compared is not expected to be."""
    (first,) = _claims("187", source="a")
    others = _claims("214", "213", "212", source="b")
    claims = (first, *others)
    linked = [_compared(first, other, 0.9 - n / 10) for n, other in enumerate(others)]
    assert _kept(linked, claims) == linked


def test_a_third_of_the_expected_comparisons_is_too_little_for_one_claim() -> None:
    claims = _claims("214", "214", "214", "187")
    group = [_compared(x, y, 0.9, Verdict.AGREE) for x, y in combinations(claims[:3], 2)]
    assert _kept([*group, _compared(claims[0], claims[3], 0.7)], claims) == group


def test_names_chain_freely() -> None:
    claims = tuple(
        marked(f"Deputy mayor [{name}] asked for help.", source)
        for name, source in (("Ruth Almond", "a"), ("Ruth Almond", "b"), ("Ruth Almond", "c"), ("Ruth Almund", "d"))
    )
    linked = [_compared(x, y, 0.9) for x, y in combinations(claims[:3], 2)] + [_compared(claims[0], claims[3], 0.5)]
    assert _kept(linked, claims) == linked


@pytest.mark.parametrize(("confidence", "implied"), [(0.9, True), (0.6, False)])
def test_who_agrees_with_one_side_differs_from_the_other(confidence: float, implied: bool) -> None:
    a, b, c = claims = _claims("214", "214", "187")
    known = [_compared(a, b, 0.9, Verdict.AGREE), _compared(b, c, confidence)]
    pairs = [Pair(a, b, 3, ()), Pair(b, c, 3, ())]
    found = list(implied_pairs(known, {x.id: x for x in claims}, pairs))
    assert [{pair.a.id, pair.b.id} for pair in found] == [{a.id, c.id}] * implied
    if implied:
        assert found[0].confidence == pytest.approx(0.9 * confidence)


def test_a_pair_that_was_compared_is_not_implied() -> None:
    a, b, c = claims = _claims("214", "214", "187")
    known = [_compared(a, b, 0.9, Verdict.AGREE), _compared(b, c, 0.9)]
    pairs = [Pair(x, y, 3, ()) for x, y in combinations(claims, 2)]
    assert not list(implied_pairs(known, {x.id: x for x in claims}, pairs))


def test_what_is_vetoed_is_not_implied() -> None:
    a, b = _claims("214", "214")
    c = marked("The storm destroyed an additional [187] houses in the valley.", "c")
    known = [_compared(a, b, 0.9, Verdict.AGREE), _compared(b, c, 0.9)]
    assert not list(implied_pairs(known, {x.id: x for x in (a, b, c)}, ()))


def test_judging_says_what_follows() -> None:
    a, b, c = _claims("214", "214", "187")
    found = judge((Pair(a, b, 9.0, ()), Pair(b, c, 9.0, ())), shipped_rules(), {})
    assert [(x.a, x.b, x.verdict) for x in found] == [
        (a.id, b.id, Verdict.AGREE),
        (b.id, c.id, Verdict.CONFLICT),
        (a.id, c.id, Verdict.CONFLICT),
    ]
