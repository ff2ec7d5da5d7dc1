"""What is left out of a text as no prose, and what is kept; it makes no claims, wherever it stands."""

import json
from pathlib import Path

import pytest
import yaml
from claim_samples import audited, source
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extraction import claims_of
from factcheck.model import Verdict
from factcheck.read import source_from_text
from factcheck.read.boilerplate import boilerplate
from factcheck.report import Style, render

_CORPUS = yaml.safe_load((Path(__file__).parents[1] / "corpus" / "boilerplate.yaml").read_text(encoding="utf-8"))
_EXAMPLES = [(row["class"], example) for row in _CORPUS for example in row["examples"]]
_PIECES = st.sampled_from(
    [example.replace("⟦", "").replace("⟧", "") for _, example in _EXAMPLES]
    + ["\n", "\n\n", " ", "A", ".", "(", "\r\n", "©"]
)


def _marked(text: str) -> str:
    """The text with brackets around what is left out of it."""
    for start, past in reversed(boilerplate(text)):
        kept = past - (len(text[start:past]) - len(text[start:past].rstrip()))
        text = f"{text[:start]}⟦{text[start:kept]}⟧{text[kept:]}"
    return text


@pytest.mark.parametrize(("kind", "example"), _EXAMPLES, ids=[e[:60] for _, e in _EXAMPLES])
def test_corpus(kind: str, example: str) -> None:
    assert _marked(example.replace("⟦", "").replace("⟧", "")) == example, kind


@given(st.lists(_PIECES, max_size=12).map("".join), st.integers(0, 80))
def test_stretches_are_in_order_apart_and_inside_the_body_of_any_text(text: str, body: int) -> None:
    at = min(body, len(text))
    for start, past in boilerplate(text, at):
        assert at <= start < past <= len(text)
        at = past


@given(st.text(max_size=300))
def test_any_text_is_looked_through(text: str) -> None:
    boilerplate(text)


def test_nothing_left_out_makes_a_claim_and_all_else_does() -> None:
    text = "Photo: 14 guests dance.\n\nThe fire killed 12 people.\n\nRead more: 30 killed in a fire"
    assert {claim.mention.text for claim in claims_of(source(text))[1]} == {"12"}
    assert claims_of(source(text))[0] > 1, "mentions are told, whatever they stand in"


def test_a_related_story_conflicts_with_nothing() -> None:
    story = "A fire at the mill in Halle killed {} workers on Tuesday, the fire brigade said."
    link = "Related: Fire at the mill in Halle killed 40 workers on Tuesday, says fire brigade"
    report = audited(f"{story}\n\n{link}".format(12), story.format(12))
    assert {f.verdict.value for f in report.findings} == {"agree"}


@pytest.mark.parametrize(
    "around", ["Photo: 31 guests in Halle", "By Ines Coelho", "Updated 9 June 2019", "© 2019 A Desk"]
)
def test_boilerplate_around_a_story_changes_no_finding(around: str) -> None:
    story = "The fire in Halle on 3 March 2021 killed {} people, said Ruth Almond, the mayor, and burned 40 houses."
    plain = audited(story.format(12), story.format(19))
    framed = audited(f"{around}\n\n{story.format(12)}\n\n{around}", f"{story.format(19)}\n\n{around}")
    assert [f.message for f in framed.findings] == [f.message for f in plain.findings]
    assert any(f.verdict is Verdict.CONFLICT for f in plain.findings)


def test_how_much_is_left_out_is_told() -> None:
    report = audited("Twelve people died.\n\nAdvertisement\n\nRead more: 30 killed", "Twelve people died.")
    assert "2 passages left out: " in render(report, "table", Style())
    page = render(report, "html", Style())
    assert "2 passages left out: " in page
    assert '<span class="left-out" title="left out: no prose">Read more: 30 killed</span>' in page
    (first, _) = json.loads(render(report, "json", Style()))["sources"]
    assert first["left_out"] == [[21, 34], [36, 56]]


def test_a_sentence_ends_where_something_is_left_out() -> None:
    text = "The fire in Halle killed 12\n\nAdvertisement\n\npeople and hurt 40."
    assert "Advertisement" not in " ".join(claim.context.passage for claim in claims_of(source(text))[1])


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Twelve people died when the mill burned, and the mayor said that all of the\n"
        "photos: a dozen of them, taken by neighbours, would be shown to the court. It\n"
        "meets on Monday.\n"
        "Copyright 2024 Halle Desk. All rights reserved. This text may not be rewritten\n"
        "or redistributed.\n"
    )
    assert [text[a:b].split()[0] for a, b in boilerplate(text)] == ["Copyright"]
    assert boilerplate(text)[0][1] == len(text.rstrip())


def test_what_a_reader_left_out_stays_so() -> None:
    assert source_from_text("Advertisement\n\nTwelve people died.").left_out == ((0, 13),)


@pytest.mark.parametrize(
    "unit", ["Photo: ", "© ", "(Published ", "a\n", "Related:\n", ". A", "| ", "Copyright 2024 A. ", "By A B\n", "x@"]
)
def test_growth_is_linear(unit: str) -> None:
    """A quadratic search would take minutes here, and the suite's time limit end it."""
    boilerplate(unit * (400_000 // len(unit)))


def test_in_a_book_nothing_is_sought() -> None:
    notice = "Photo: River Daily\n\n"
    assert boilerplate(notice + "The dam held. " * 10_000)
    assert boilerplate(notice + "The dam held. " * 20_000) == ()
