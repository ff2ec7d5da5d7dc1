"""Entities of a spaCy model as evidence for names: from a stand-in, and from a pipeline where spaCy is installed."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

import factcheck
from factcheck.extract.name import names
from factcheck.extract.spacy_entities import entities
from factcheck.model import Name
from factcheck.tokens import tokenize


class _Span(NamedTuple):
    start_char: int
    end_char: int
    label_: str


class _Doc(NamedTuple):
    ents: Sequence[_Span]


class _Finder:
    """Finds the given words wherever they stand, and remembers what it was given."""

    def __init__(self, **labels: str) -> None:
        self.labels = {words.replace("_", " "): label for words, label in labels.items()}
        self.given: list[str] = []

    def __call__(self, text: str) -> _Doc:
        self.given.append(text)
        spans = []
        for words, label in self.labels.items():
            at = text.find(words)
            while at >= 0:
                spans.append(_Span(at, at + len(words), label))
                at = text.find(words, at + 1)
        return _Doc(sorted(spans))


def _names(text: str, finder: _Finder) -> list[tuple[str, str, str]]:
    tokens = tokenize(text)
    found = names(tokens, entities(tokens, finder))
    return [(text[f.start : f.end], f.value.category.value, f.value.key) for f in found if isinstance(f.value, Name)]


def test_entities_become_names_and_lend_their_category_to_later_forms() -> None:
    text = "Near Ostrava, Quillon Vesk spoke. In the evening Vesk left."
    assert _names(text, _Finder(Quillon_Vesk="PERSON"))[1:] == [
        ("Quillon Vesk", "PER", "Quillon Vesk"),
        ("Vesk", "PER", "Quillon Vesk"),
    ]


def test_an_entity_goes_before_the_reading_of_the_rules() -> None:
    text = "The harbour of Anna Lind was closed."
    assert [c for _, c, _ in _names(text, _Finder())] == ["PER"]
    assert _names(text, _Finder(Anna_Lind="GPE")) == [("Anna Lind", "LOC", "Anna Lind")]


def test_articles_and_possessives_of_an_entity_are_no_part_of_the_name() -> None:
    text = "Dropping the Brask Line's old name helped."
    assert [name for name, _, _ in _names(text, _Finder(**{"the_Brask_Line's": "ORG"}))] == ["Brask Line"]


def test_entities_of_other_labels_are_left_out() -> None:
    tokens = tokenize("It cost ten euros.")
    assert not entities(tokens, _Finder(ten_euros="MONEY"))


def test_long_texts_are_given_in_pieces_of_whole_sentences() -> None:
    text = "The ferry of Tovo Brann left. " * 8_000
    finder = _Finder(Tovo_Brann="PERSON")
    tokens = tokenize(text)
    found = entities(tokens, finder)
    assert len(found) == 8_000
    assert {tokens.words[e.first : e.end] for e in found} == {("Tovo", "Brann")}
    assert len(finder.given) > 2
    assert max(map(len, finder.given)) <= 50_000
    assert all(piece.startswith("The ferry") for piece in finder.given)


@pytest.mark.parametrize("text", ["", "x" * 200_000, "Aa " * 60_000, "\ud800 \0"])
def test_no_text_is_too_odd(text: str) -> None:
    tokens = tokenize(text)
    finder = _Finder(Aa="PERSON")
    entities(tokens, finder)
    assert all(len(piece) <= 50_000 for piece in finder.given)


def test_spacy_is_not_imported_unless_asked_for() -> None:
    code = "import sys, factcheck; factcheck.extract('Anna Lind left.'); sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_missing_spacy_ends_in_an_error_with_the_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(factcheck.FactcheckError, match=r"pip install 'factcheck\[spacy\]'"):
        factcheck.extract("Anna Lind left.", spacy_model="no_such_model")


@pytest.fixture
def saved_pipeline(tmp_path: Path) -> Path:
    """A pipeline that finds two names, saved as a model is."""
    spacy = pytest.importorskip("spacy", reason="the optional spaCy is not installed")
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(
        [{"label": "PERSON", "pattern": "Quillon Vesk"}, {"label": "FAC", "pattern": "Brask Yard"}]
    )
    nlp.to_disk(tmp_path / "model")
    return tmp_path / "model"


def test_a_saved_pipeline_is_loaded(saved_pipeline: Path) -> None:
    text = "Before Brask Yard shut, Quillon Vesk spoke. Vesk left."
    found = factcheck.extract(text, spacy_model=str(saved_pipeline))
    assert [(m.text, m.value.category.value) for m in found if isinstance(m.value, Name)] == [
        ("Brask Yard", "LOC"),
        ("Quillon Vesk", "PER"),
        ("Vesk", "PER"),
    ]


def test_a_missing_model_ends_in_an_error_with_the_cure() -> None:
    pytest.importorskip("spacy", reason="the optional spaCy is not installed")
    with pytest.raises(factcheck.FactcheckError, match="python -m spacy download no_such_model"):
        factcheck.extract("Anna Lind left.", spacy_model="no_such_model")
