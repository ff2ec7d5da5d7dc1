"""What a claim is about: roles, scope cues, factuality, polarity, attribution, as-of time and place of a figure."""

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from claim_samples import marked, source

from factcheck.extraction import claims_of
from factcheck.model import Claim

_CORPUS = yaml.safe_load((Path(__file__).parent.parent / "corpus" / "claim.yaml").read_text(encoding="utf-8"))
_ROWS = [
    pytest.param(name, row[name], text, id=f"{name}: {text[:50]}", marks=[pytest.mark.xfail] if "todo" in row else [])
    for row in _CORPUS
    for name in row.keys() - {"examples", "todo"}
    for text in row["examples"]
]


def _attribute(claim: Claim, name: str) -> Any:
    if name == "cues":
        return [cue for cue in claim.scope.cues if cue != "minimum"]
    if name == "place":
        return claim.scope.place
    value = getattr(claim, name)
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize(("name", "expected", "text"), _ROWS)
def test_corpus(name: str, expected: Any, text: str) -> None:
    assert _attribute(marked(text), name) == expected


def test_the_context_is_the_sentence_of_the_figure() -> None:
    claim = marked("The mill closed. The fire killed [14] guests in the hall. Nobody spoke.")
    assert claim.context.passage == "The fire killed 14 guests in the hall."
    assert claim.context.start == len("The mill closed. ")


def test_words_around_a_figure_keep_their_order_and_signed_distance() -> None:
    claim = marked("The fire killed [14] guests in the hall.")
    before = [d for _, d in claim.context.stems if d < 0]
    after = [d for _, d in claim.context.stems if d > 0]
    assert before == sorted(before) == [-2, -1]
    assert after == sorted(after) == [1, 4]


def test_the_nearest_person_is_the_claims_person() -> None:
    claim = marked("Ruth Almond, 61, stood beside Tomas Brandl, [18], at the gate.")
    assert claim.context.person == "Tomas Brandl"


def test_a_caption_makes_no_claim() -> None:
    assert claims_of(source("Photo: 14 guests in the hall.\n\nThe hall is closed."))[1] == ()


@pytest.mark.parametrize("text", ["(Published Monday, Aug. 29, 2016)", "Ruth Almond reports (Updated Aug. 29, 2016)"])
def test_the_stamp_of_a_page_makes_no_claim(text: str) -> None:
    assert [c.mention.text for c in claims_of(source(text))[1] if c.mention.kind == "date"] == []


def test_a_day_in_brackets_makes_a_claim() -> None:
    claims = claims_of(source("The hall closed (it opened on Aug. 29, 2016)."))[1]
    assert [c.mention.text for c in claims] == ["Aug. 29, 2016"]


def test_a_weekday_without_an_anchor_makes_no_claim() -> None:
    text = "The bridge fell on Sunday."
    assert [c.mention.text for c in claims_of(source(text))[1] if c.mention.kind == "date"] == []
    assert [c.mention.text for c in claims_of(source(text, published="2024-05-03"))[1]] == ["Sunday"]


@pytest.mark.parametrize(
    "unit", ["14 killed and ", "according to ", "said ", "May ", "of them 3 ", "Ruth Almond said 3, "]
)
def test_long_repetitive_text_is_linear(unit: str) -> None:
    claims_of(source(unit * (60_000 // len(unit))))


@pytest.mark.parametrize(
    "words", ["So far the fire has killed", "To date the fire has killed", "The fire has now killed"]
)
def test_so_far_speaks_of_the_day_of_publication(words: str) -> None:
    claim = marked(f"{words} [14] people.", published="2021-05-02")
    assert claim.as_of == (claim.published, claim.published)
    assert marked(f"{words} [14] people.").as_of is None


def test_a_day_beside_the_figure_goes_before_the_day_of_publication() -> None:
    claim = marked("By 1 May 2021 the fire had already killed [14] people.", published="2021-05-02")
    assert claim.as_of == (datetime.date(2021, 5, 1), datetime.date(2021, 5, 1))
