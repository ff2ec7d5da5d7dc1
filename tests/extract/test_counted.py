"""The noun that a number counts, in its many places, and the number of nouns."""

from pathlib import Path

import pytest
import yaml

from factcheck.extract import extract
from factcheck.extract.noun import is_plural, singular
from factcheck.model import Quantity, Source

CORPUS = yaml.safe_load((Path(__file__).parent.parent / "corpus" / "counted.yaml").read_text(encoding="utf-8"))
WORDINGS = [
    pytest.param(None if noun == "none" else noun, wording, id=wording)
    for noun, wordings in CORPUS["counted"].items()
    for wording in wordings
]


def quantities(text: str) -> list[Quantity]:
    mentions = extract(Source(id="a.txt", path="a.txt", text=text, sha256=""))
    return [m.value for m in mentions if isinstance(m.value, Quantity)]


@pytest.mark.parametrize(("noun", "wording"), WORDINGS)
def test_counted_noun(noun: str | None, wording: str) -> None:
    assert quantities(wording)[0].counted == noun


@pytest.mark.parametrize(
    ("plural", "noun"),
    [
        ("boxes", "box"),
        ("axes", "axe"),
        ("families", "family"),
        ("ties", "tie"),
        ("movies", "movie"),
        ("gases", "gas"),
        ("houses", "house"),
        ("churches", "church"),
        ("avalanches", "avalanche"),
        ("tornadoes", "tornado"),
        ("toes", "toe"),
        ("crises", "crisis"),
        ("israelis", "israeli"),
    ],
)
def test_singular(plural: str, noun: str) -> None:
    assert is_plural(plural)
    assert singular(plural) == noun


@pytest.mark.parametrize("word", ["news", "measles", "virus", "texas", "specimen", "glass", "basis", "bus"])
def test_words_that_are_no_plural(word: str) -> None:
    assert not is_plural(word)
    assert singular(word) == word


@pytest.mark.parametrize("text", ["Image 1 of 5 Two", "She told 7 Eyewitness News", "a photograph by KHXY 11 News"])
def test_numbers_of_pages_and_channels_count_nothing(text: str) -> None:
    assert [q.low for q in quantities(text) if q.low > 2] == []
