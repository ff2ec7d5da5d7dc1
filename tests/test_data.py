"""The shape of the lexicon of semantic fields, which nobody reads word by word when it grows."""

from collections import Counter

import pytest

from factcheck.claim.fold import stem
from factcheck.data import lexicon, lexicon_classes

_FIELDS = lexicon_classes("fields")


@pytest.mark.parametrize("field", _FIELDS)
def test_a_field_holds_enough_plain_words_each_once(field: str) -> None:
    words = _FIELDS[field]
    assert 12 <= len(words) <= 60
    assert [word for word in words if not (word.isascii() and word.isalpha() and word.islower())] == []
    stems = Counter(map(stem, words))
    assert [word for word in words if stems[stem(word)] > 1] == []


def test_each_field_stands_on_one_line() -> None:
    assert len(lexicon("fields")) == len(_FIELDS)


def test_no_word_of_a_field_says_nothing() -> None:
    assert sorted(set(lexicon("stop-words")) & set().union(*_FIELDS.values())) == []


def test_no_word_stands_in_more_than_three_fields() -> None:
    fields_of = Counter(stem(word) for words in _FIELDS.values() for word in words)
    assert [word for word, count in fields_of.items() if count > 3] == []


@pytest.mark.parametrize("contrast", lexicon("contrasts"))
def test_no_field_joins_the_two_sides_of_a_contrast(contrast: str) -> None:
    side, other = [{word.strip() for word in part.split(",")} for part in contrast.split(":")]
    assert [field for field, words in _FIELDS.items() if side & set(words) and other & set(words)] == []
