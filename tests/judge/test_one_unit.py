"""Figures in several units on one scale: that of the smallest unit, as comparisons have it; none where no way leads."""

from itertools import permutations

import pytest
from claim_samples import audited, marked

from factcheck.judge.one_unit import in_one_unit
from factcheck.model import Claim, Scale


def claims(*texts: str) -> list[Claim]:
    return [marked(text, chr(ord("a") + number)) for number, text in enumerate(texts)]


def stated(scale: Scale | None) -> list[float]:
    assert scale is not None
    return [round(float(figures.stated.low or 0), 1) for figures in scale.figures]


def test_lengths_in_kilometres() -> None:
    made = claims("The road is [20 km] long.", "The road is [12 miles] long.", "The road is [19 kilometres] long.")
    for ordered in permutations(made):
        scale = in_one_unit(ordered)
        assert scale is not None
        assert scale.unit == "kilometre"
        assert dict(zip((c.id for c in ordered), stated(scale), strict=True)) == {
            claim.id: number for claim, number in zip(made, (20, 19.3, 19), strict=True)
        }


def test_what_the_words_allow_is_converted_too() -> None:
    scale = in_one_unit(claims("The walk took [at least 2 hours].", "The walk took [100 minutes]."))
    assert scale is not None
    assert scale.unit == "minute"
    bounds = [(figures.allowed.low, figures.allowed.high) for figures in scale.figures]
    assert bounds[0][1] is None
    assert 115 < (bounds[0][0] or 0) < 121
    assert 95 < (bounds[1][0] or 0) < 100 < (bounds[1][1] or 0)


def test_three_units() -> None:
    scale = in_one_unit(claims("It is [2 km] long.", "It is [1 mile] long.", "It is [1,900 metres] long."))
    assert scale is not None
    assert scale.unit == "metre"
    assert stated(scale) == [2000, 1609.3, 1900]


def test_a_multiple_is_a_change_in_per_cent() -> None:
    scale = in_one_unit(claims("Exports [doubled].", "Exports rose [90 percent]."))
    assert scale is not None
    assert scale.unit == "percentage"
    assert stated(scale) == [100, 90]


@pytest.mark.parametrize(
    "texts",
    [
        ("It is [2 km] long.", "It is [3 km] long."),
        ("It cost [2 million dollars].", "It cost [2 million euros]."),
        ("They sent [300] soldiers.", "They sent [400] troops."),
        ("They sent [300] soldiers.", "They sent [400 tonnes]."),
        ("He left on [3 May 2024].", "He left on [4 May 2024]."),
    ],
)
def test_one_unit_or_no_common_one(texts: tuple[str, ...]) -> None:
    assert in_one_unit(claims(*texts)) is None


def test_a_finding_carries_it_where_its_sources_use_several_units() -> None:
    report = audited("The tunnel under Mount Vesh is 12 miles long.", "The tunnel under Mount Vesh is 25 km long.")
    (finding,) = report.findings
    assert finding.scale is not None
    assert finding.scale.unit == "kilometre"
    assert [figures.claim for figures in finding.scale.figures] == list(finding.claims)
    plain = audited("The tunnel under Mount Vesh is 19 km long.", "The tunnel under Mount Vesh is 25 km long.")
    assert [f.scale for f in plain.findings] == [None]
