"""What `explain` says for each level of the ladder, and for the codes of reasons."""

import pytest

from factcheck.align.weights import shipped_weights
from factcheck.model import Evidence, Measure
from factcheck.report.evidence_words import evidence_words, reason_words


def said(attribute: str, level: str, note: str = "") -> str:
    return evidence_words(Evidence(attribute, level, 1.0, note)).text


def test_every_level_that_has_a_weight_has_words() -> None:
    levels = {
        (attribute, level)
        for model in shipped_weights().models.values()
        for attribute, levels in model.weights.items()
        for level in levels
    }
    assert levels
    # A level without words is shown by its names: add it to rules/lexicons/evidence-words.txt.
    assert [pair for pair in sorted(levels) if said(*pair) == ": ".join(pair)] == []


def test_a_level_of_parts_is_said_part_by_part() -> None:
    assert said("grain", "day/month") == "a day and a month or so"
    assert said("grain", "day/day") == "a day, both"
    assert said("noun and nearby words", "same, 0") == (
        "the same thing is counted or measured, no word close by is shared"
    )
    assert said("in time", "later is larger, told") == "the later figure is larger, and words tell that it rose"


def test_a_level_that_stands_for_any_other_is_put_into_the_words() -> None:
    assert said("topic", "mill-fires").startswith("by the rule mill-fires, ")


def test_what_the_lexicon_does_not_have_is_shown_by_its_names() -> None:
    assert said("phase of the moon", "full, half") == "phase of the moon: full, half"
    assert said("grain", "day/eon") == "grain: day/eon"
    assert reason_words("moonshine") == ""


def test_a_note_follows_the_words() -> None:
    assert said("name", "spelling variant", "Almond / Almund").endswith("two spellings of one: Almond / Almund")


@pytest.mark.parametrize(
    ("attribute", "level", "telling"),
    [("person", "unknown", False), ("person", "same", True), ("event and days", "unknown, same", True)],
)
def test_what_is_not_known_of_two_claims_tells_nothing(attribute: str, level: str, telling: bool) -> None:
    assert evidence_words(Evidence(attribute, level, 1.0)).telling is telling


@pytest.mark.parametrize("measure", ["weekday", "span", "anniversary", "since", "birth", "total", "share", "change"])
def test_the_reasons_of_what_one_source_contradicts_have_words(measure: str) -> None:
    assert reason_words(Measure(measure).value)
