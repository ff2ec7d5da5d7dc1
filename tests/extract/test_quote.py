"""Quotations: the corpus of phrasings, several paragraphs, and marks that quote nothing."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.extract.name import names
from factcheck.extract.quote import quotes
from factcheck.model import Quote
from factcheck.tokens import tokenize

_CORPUS = yaml.safe_load((Path(__file__).parent.parent / "corpus" / "quote.yaml").read_text(encoding="utf-8"))
_ROWS = [(row, example) for row in _CORPUS for example in row["examples"]]


def _found(text: str) -> list[tuple[str, str | None]]:
    tokens = tokenize(text)
    return [(f.value.words, f.value.speaker) for f in quotes(tokens, names(tokens)) if isinstance(f.value, Quote)]


@pytest.mark.parametrize(("row", "example"), _ROWS, ids=[example[:50] for _, example in _ROWS])
def test_corpus(row: dict[str, Any], example: str) -> None:
    span = example[example.index("[") + 1 : example.index("]")].rstrip(".,")
    found = _found(example.replace("[", "").replace("]", ""))
    assert (span, row["speaker"]) in [(words.rstrip(".,"), speaker) for words, speaker in found]


def test_a_quotation_over_paragraphs_is_one_span_each() -> None:
    text = "“The first part of what I say.\n\n“The second part of what I say,” said Olga Brandt."
    assert [words for words, _ in _found(text)] == ["The first part of what I say.", "The second part of what I say,"]


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "peace house" burned.',
        "He is 6'2\" tall and weighs 80 kg.",
        'An unclosed " mark stands here.',
        "It's the dogs' bowl.",
        "In the '90s the workers' union asked for the dogs' bowls.",
        "The ‘peace house’ of the workers’ union burned, and the dogs’ bowls with it.",
        "'Twas the brothers' house, and the fishermen's.",
    ],
)
def test_scare_quotes_and_stray_marks_are_no_quotations(text: str) -> None:
    assert _found(text) == []


def test_an_unclosed_quotation_does_not_swallow_the_next() -> None:
    text = '"This one never ends in its paragraph.\n\nThen Olga Brandt said: "But this one does end here."'
    assert _found(text)[-1] == ("But this one does end here.", "Olga Brandt")


@pytest.mark.parametrize(
    "unit", ['"', '"a ', "'a ", "‘", "‘a’ ", "“", "“a\n\n", '"a" said ', "«a» ", '"a b c d e"\n\n']
)
def test_long_repetitive_text_is_linear(unit: str) -> None:
    tokens = tokenize(unit * (100_000 // len(unit)))
    quotes(tokens, ())
