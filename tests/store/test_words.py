"""The words of a store: numbered as they come, counted as sources come and go, found by time."""

import pytest

from factcheck.align.likeness import COMMON, SORTS, TELLING, SourceWords
from factcheck.store.database import in_memory
from factcheck.store.words import Words

# More of them than are written together.
_MANY = range(1 << 50, (1 << 50) + 3000)
_COMMON_WORD = 1 << 40


@pytest.fixture
def words() -> Words:
    """Those of an empty store."""
    return Words(in_memory("test"))


def test_a_source_keeps_its_words_in_their_order(words: Words) -> None:
    words.add({"a": SourceWords(_MANY[::2], ())})
    words.add({"b": SourceWords(_MANY, (3, 5))})
    tallies, of_b = words.tallies(), words.of("b")
    assert [tallies[word] for word in of_b.words] == [2 * SORTS + TELLING, SORTS + TELLING] * 1500
    assert list(words.of("a").words) == of_b.words[::2]
    assert of_b.days == (3, 5)


def test_tallies_tell_how_many_sources_hold_a_word_and_of_what_sort_it_is(words: Words) -> None:
    words.add({name: SourceWords([_COMMON_WORD, _MANY[i]], ()) for i, name in enumerate("abc")})
    words.remove("b")
    words.remove("b")
    assert words.sources() == 2
    assert sorted(words.tallies()) == [TELLING, SORTS + TELLING, SORTS + TELLING, 2 * SORTS + COMMON]
    words.add({"b": SourceWords([_COMMON_WORD], ())})
    assert max(words.tallies()) == 3 * SORTS + COMMON
    assert words.sources() == 3


def test_the_sources_nearest_in_time_are_found_for_each_word(words: Words) -> None:
    words.add({f"{day}": SourceWords(_MANY[:2] if day % 2 else _MANY[1:2], (day,)) for day in range(1, 20)})
    found = words.near(words.of("9").words, 9, "9", 2)
    names = [sorted(int(name) for name, _ in words.of_numbers(numbers).values()) for numbers in found]
    assert names == [[5, 7, 9, 11, 13], [7, 8, 9, 10, 11]]
