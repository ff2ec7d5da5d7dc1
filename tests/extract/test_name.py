"""Names: the corpus of phrasings, consistency within a document, and texts that must not hurt."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.extract.name import names
from factcheck.model import Category, Name
from factcheck.tokens import tokenize

_CORPUS = yaml.safe_load((Path(__file__).parent.parent / "corpus" / "name.yaml").read_text(encoding="utf-8"))
_ROWS = [(row, example) for row in _CORPUS for example in row["examples"]]


def _found(text: str) -> list[tuple[str, str, str]]:
    tokens = tokenize(text)
    return [
        (text[f.start : f.end], f.value.category.value, f.value.key) for f in names(tokens) if isinstance(f.value, Name)
    ]


@pytest.mark.parametrize(("row", "example"), _ROWS, ids=[example[:40] for _, example in _ROWS])
def test_corpus(row: dict[str, Any], example: str) -> None:
    text = example.replace("[", "").replace("]", "")
    found = _found(text)
    if row["category"] == "none":
        assert not found
        return
    span = example[example.index("[") + 1 : example.index("]")]
    assert (span, row["category"], row["key"]) in found


def test_a_surname_alone_takes_the_key_of_the_full_name() -> None:
    found = _found("Governor Ilda Moreno spoke. Later Moreno left. Moreno was tired.")
    assert [key for _, _, key in found] == ["Ilda Moreno"] * 3


def test_a_surname_that_two_people_share_keeps_its_own_key() -> None:
    found = _found("Ilda Moreno and Pablo Moreno met. Then Moreno left.")
    assert found[-1] == ("Moreno", "PER", "Moreno")


def test_an_acronym_takes_the_key_of_its_expansion() -> None:
    found = _found("The Northern Fisheries Council (NFC) met. The NFC voted.")
    assert {key for _, _, key in found} == {"Northern Fisheries Council"}


def test_a_title_is_no_part_of_the_name() -> None:
    assert [text for text, _, _ in _found("Deputy Prime Minister Olga Brandt left.")] == ["Olga Brandt"]


def test_a_possessive_is_no_part_of_the_name() -> None:
    assert _found("We read Olga Brandt's letter.")[0][0] == "Olga Brandt"


def test_a_heading_holds_only_names_that_the_text_knows() -> None:
    found = _found("Olga Brandt Promises New Homes After Storm Damage\n\nOlga Brandt spoke on Monday.")
    assert [text for text, _, _ in found] == ["Olga Brandt", "Olga Brandt"]


def test_categories_are_those_of_the_model() -> None:
    assert {c for _, c, _ in _found("Olga Brandt of the United Nations flew to Peru.")} == {c.value for c in Category}


@pytest.mark.parametrize("unit", ["A", "Ab ", "A.", "A-", "St. ", "of A ", "A's ", "von ", "Mr. ", "Bank of ", "\n\nA"])
def test_long_repetitive_text_is_linear(unit: str) -> None:
    tokens = tokenize(unit * (200_000 // len(unit)))
    names(tokens)


def test_a_nickname_in_marks_is_part_of_the_name() -> None:
    assert _found('Police met William "Buck" Carver, 40, at home.')[0][0] == 'William "Buck" Carver'


def test_many_people_of_one_surname_stay_linear() -> None:
    text = " ".join(
        f"Mayor {chr(65 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676)}o Smith left." for i in range(8000)
    )
    names(tokenize(text + "\n\nSMITH " * 3000))


def test_a_heading_may_bring_a_person_with_a_title() -> None:
    assert _found("**Force Commander:** Lieutenant General Hamid Korvath (Nepal)")[0][0] == "Hamid Korvath"


def test_a_demonym_of_the_text_s_own_state_is_no_place() -> None:
    assert [text for text, _, _ in _found("They landed in Vostra by boat. Later the fort was in Vostran hands.")] == [
        "Vostra"
    ]


def test_a_name_between_the_and_a_noun_is_still_a_person() -> None:
    assert [text for text, _, _ in _found("The Olga Brandt case began.")] == ["Olga Brandt"]
