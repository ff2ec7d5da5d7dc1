"""Titles: the corpus of phrasings, and where no title stands."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.extract.name import names
from factcheck.extract.title import titles
from factcheck.model import Title
from factcheck.tokens import tokenize

_CORPUS = yaml.safe_load((Path(__file__).parent.parent / "corpus" / "title.yaml").read_text(encoding="utf-8"))
_ROWS = [(row, example) for row in _CORPUS if "of" in row for example in row["examples"]]
_NONE = [example for row in _CORPUS if "none" in row for example in row["examples"]]


def _found(text: str) -> list[tuple[str, str | None, bool, bool]]:
    tokens = tokenize(text)
    return [
        (text[f.start : f.end], f.value.of, f.value.former, f.value.then)
        for f in titles(tokens, names(tokens))
        if isinstance(f.value, Title)
    ]


@pytest.mark.parametrize(("row", "example"), _ROWS, ids=[example[:50] for _, example in _ROWS])
def test_corpus(row: dict[str, Any], example: str) -> None:
    span = example[example.index("[") + 1 : example.index("]")]
    found = _found(example.replace("[", "").replace("]", ""))
    time = (row.get("former", False), row.get("then", False))
    assert any(span in text and (of, former, then) == (row["of"], *time) for text, of, former, then in found)


@pytest.mark.parametrize("example", _NONE)
def test_nobody_holds_the_title(example: str) -> None:
    assert [found for found in _found(example) if found[1]] == []


def test_two_offices_of_one_person_are_two_titles() -> None:
    found = _found(
        "Olga Brandt, the High Representative of the EU for Security Policy and Vice-President of the Commission, left."
    )
    assert found[0] == ("High Representative of the EU for Security Policy", "Olga Brandt", False, False)


def test_the_next_name_does_not_take_a_title_in_apposition() -> None:
    assert ("mayor", "Olga Brandt", False, False) in _found("Olga Brandt, the mayor, Pablo Moreno and a clerk left.")


@pytest.mark.parametrize(
    "text", ["They lead a quiet life.", "A driver was hurt.", "General unrest followed.", "Heads of lettuce were sold."]
)
def test_no_title_without_person_or_article(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize("unit", ["president ", "Chief ", "of the ", "minister of ", "head, Olga Brandt, ", "Gen. "])
def test_long_repetitive_text_is_linear(unit: str) -> None:
    tokens = tokenize(unit * (100_000 // len(unit)))
    found = names(tokens)
    titles(tokens, found)
