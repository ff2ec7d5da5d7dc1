"""Folding: forms and general synonyms of a word are one, words that differ in fact are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claim.fold import fold, stem

_SAME = [
    ("killed", "died", "deaths", "fatalities", "dead"),
    ("injured", "wounded", "hurt", "injuries"),
    ("soldiers", "troops", "servicemen", "contingent"),
    ("delivered", "deliveries", "supplied", "shipped"),
    ("arrested", "detained", "arrests"),
    ("houses", "homes", "house"),
    ("bridge", "bridges"),
    ("negotiate", "negotiation", "negotiations"),
    ("city", "cities"),
    ("stopping", "stopped", "stop", "stops"),
    ("closing", "close", "closed", "closes"),
    ("boxes", "box"),
]

_DIFFERENT = [
    ("state", "stationed"),
    ("plan", "planes"),
    ("mission", "missing"),
    ("former", "founded"),
    ("related", "family"),
    ("killed", "injured"),
    ("killed", "missing"),
    ("arrested", "charged"),
    ("convicted", "arrested"),
    ("women", "men"),
    ("soldiers", "tanks"),
    ("bought", "sold"),
    ("rose", "fell"),
    ("begin", "end"),
    ("bus", "bush"),
    ("profit", "loss"),
    ("exported", "imported"),
]


@pytest.mark.parametrize("words", _SAME, ids=lambda words: words[0])
def test_forms_and_synonyms_fold_to_one(words: tuple[str, ...]) -> None:
    assert len({fold(word) for word in words}) == 1, [fold(word) for word in words]


@pytest.mark.parametrize(("a", "b"), _DIFFERENT)
def test_words_of_different_meaning_stay_apart(a: str, b: str) -> None:
    assert fold(a) != fold(b)


@pytest.mark.parametrize("word", ["the", "of", "was", "said", "14", "-", "a", "%", "’s"])
def test_what_says_nothing_folds_to_none(word: str) -> None:
    assert fold(word) is None


def test_a_class_never_meets_a_stem() -> None:
    assert fold("killed") == "@die"
    assert stem("die") == "die"


@given(st.text(alphabet="abcdeginorstyzéß'", min_size=1, max_size=20))
def test_any_word_folds_to_something_or_to_nothing(word: str) -> None:
    assert fold(word) is None or fold(word)
    assert stem(word)


@pytest.mark.parametrize("word", ["two", "twelve", "forty", "thousand", "million"])
def test_a_number_in_words_says_no_more_than_one_in_digits(word: str) -> None:
    assert fold(word) is None
