"""Blocking: comparable figures that share a word or a value meet, each pair once, without all against all."""

from collections.abc import Iterable
from itertools import product

from claim_samples import marked, source

from factcheck.align.blocking import candidate_pairs, sort_of
from factcheck.align.events import Events
from factcheck.extraction import claims_of
from factcheck.model import Claim

_ALIKE = "The Gravik tannery burned on 9 May 2021."


def _texts(*claims_texts: str) -> set[tuple[str, str]]:
    """The pairs of the [bracketed] figures, whose sources are linked by another sentence."""
    names = [chr(ord("a") + i) for i in range(len(claims_texts))]
    claims = [marked(text, name) for text, name in zip(claims_texts, names, strict=True)]
    linking = [claim for name in names for claim in claims_of(source(_ALIKE, name))[1]]
    return {(a.mention.text, b.mention.text) for a, b in candidate_pairs(claims, Events.of([*claims, *linking]))}


def test_a_shared_word_makes_a_candidate() -> None:
    assert _texts("The storm razed [214] houses.", "[187] homes fell in the gale.") == {("214", "187")}


def test_a_shared_word_far_from_a_figure_makes_none_but_a_shared_name_does() -> None:
    far = "[187] pines fell, and by dusk wind, rain, hail, snow and sleet had come over the brown hills and all the {}."
    assert _texts("The storm razed [214] houses.", far.format("houses")) == set()
    assert _texts("The storm razed [214] barns in Lisbon.", far.format("barns of Lisbon")) == {("214", "187")}


def test_an_equal_value_makes_a_candidate_without_a_shared_word() -> None:
    assert _texts("The storm razed [214] houses.", "Of sheep there were [214].") == {("214", "214")}
    assert _texts("The storm razed [214] houses.", "Of sheep there were [187].") == set()


def test_different_sorts_are_never_candidates() -> None:
    assert (
        _texts("The storm razed [214] houses.", "The houses cost [$214].", "The houses stand [214 miles] off.") == set()
    )


def test_measures_of_one_dimension_are_candidates_whatever_the_unit() -> None:
    assert _texts("They laid [5 miles] of cable.", "They laid [12 km] of cable.") == {("5 miles", "12 km")}


def test_figures_of_one_size_are_candidates_without_a_word_in_common() -> None:
    assert _texts("She lay in [470 feet] of water.", "The divers went [143 metres] down.") == {
        ("470 feet", "143 metres")
    }
    assert _texts("[8,212] troops are there.", "[About 8,200] stay.") == {("8,212", "About 8,200")}
    assert _texts("She lay in [470 feet] of water.", "The divers went [190 metres] down.") == set()
    assert _texts("[14] troops are there.", "[About 15] stay.") == set()


def test_one_source_is_never_compared_with_itself() -> None:
    claims = claims_of(source("The storm razed 214 houses. The storm razed 187 houses."))[1]
    assert len(claims) == 2
    assert list(candidate_pairs(claims, Events.of(claims))) == []


def test_each_pair_comes_once_in_the_order_given() -> None:
    a, b, c = (
        marked(f"The storm razed [{n}] wooden houses in the valley.", s) for n, s in ((9, "a"), (8, "b"), (7, "c"))
    )
    pairs = [(x.mention.text, y.mention.text) for x, y in candidate_pairs([a, b, c], Events.of([a, b, c]))]
    assert pairs == [("9", "8"), ("9", "7"), ("8", "7")]


def test_sorts() -> None:
    assert sort_of(marked("The storm razed [214] houses.")) == "count"
    assert sort_of(marked("The houses cost [$214].")) == "currency"
    assert sort_of(marked("Turnout was [61.4 percent].")) == "percentage"
    assert sort_of(marked("It ran for [six years].")) == "duration"
    assert sort_of(marked("The winner was [18 years old].")) == "age"


def _claims(texts: Iterable[str]) -> list[Claim]:
    return [c for i, text in enumerate(texts) for c in claims_of(source(text, f"s{i:04}"))[1]]


def test_pairs_grow_with_the_claims_and_not_with_their_square() -> None:
    few, many = (
        len([*candidate_pairs(claims, Events.of(claims))])
        for claims in (_claims(f"The Gravik bank sold {i + 3} houses." for i in range(n)) for n in (150, 600))
    )
    assert 0 < many < 6 * few


def test_a_word_that_all_sources_share_still_makes_pairs_of_those_most_alike() -> None:
    towns = ["".join(town).title() for town in product(("bal", "cor", "dun", "fen", "gol"), repeat=3)]
    claims = _claims(f"The {towns[i // 2]} bank sold {i + 3} houses." for i in range(2 * len(towns)))
    found = {(a.mention.source, b.mention.source) for a, b in candidate_pairs(claims, Events.of(claims))}
    assert all((f"s{i:04}", f"s{i + 1:04}") in found for i in range(0, 2 * len(towns), 2))


def test_two_sources_that_repeat_one_sentence_still_meet() -> None:
    told = "The fire in the market killed {n} people.\n"
    a, b = (source(told.format(n=n) * 200, name) for n, name in ((14, "a"), (19, "b")))
    claims = [claim for s in (a, b) for claim in claims_of(s)[1]]
    assert list(candidate_pairs(claims, Events.of(claims)))


def test_days_next_to_each_other_and_years_with_the_same_digits_are_candidates_without_a_shared_word() -> None:
    assert _texts("The storm came on [3 March 2019].", "Sheep drowned on [4 March].") == {("3 March 2019", "4 March")}
    assert _texts("The storm came on [31 December].", "Sheep drowned on [1 January].") != set()
    assert _texts("The storm came on [3 March 2019].", "Sheep drowned on [6 March 2019].") == set()
    assert _texts("The storm came in [1931].", "Sheep drowned in [1913].") == {("1931", "1913")}
