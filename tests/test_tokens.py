"""The shared tokenisation and its sentences."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.tokens import tokenize


def sentences(text: str) -> list[str]:
    tokens = tokenize(text)
    return [text[tokens.starts[first] : tokens.ends[past - 1]] for first, past in tokens.sentences]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("K-2 and 50m", ["K", "-", "2", "and", "50", "m"]),
        ("Korea's O'Brien", ["Korea", "'s", "O'Brien"]),
        ("10,347.5 at 4 a.m.", ["10,347.5", "at", "4", "a.m."]),
        ("the U.S. 7th", ["the", "U.S.", "7", "th"]),
        ("see https://a.example/b-c, now", ["see", "https://a.example/b-c,", "now"]),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert list(tokenize(text).words) == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One fell. Two rose.", ["One fell.", "Two rose."]),
        ("Dr. Lund met Gen. Roth. They spoke.", ["Dr. Lund met Gen. Roth.", "They spoke."]),
        ("They live in the U.S. The rest left.", ["They live in the U.S.", "The rest left."]),
        ("The U.S. President spoke.", ["The U.S. President spoke."]),
        ("Rain fell.Streets flooded.", ["Rain fell.", "Streets flooded."]),
        ("It rose 3.5 per cent. It fell.", ["It rose 3.5 per cent.", "It fell."]),
        ('"We left." She wept.', ['"We left."', "She wept."]),
    ],
)
def test_sentences_of_one_line(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_wrapped_line_goes_on() -> None:
    text = "The council met in the evening and voted for the\nnew bridge, which will cross the river near\nthe mill."
    assert sentences(text) == [text]


def test_points_that_stand_apart_end_a_sentence_only_after_words() -> None:
    text = "the rate , he said , is 4 . 7 % . on sept . 30 they met the mayor . Then they left ."
    tokens = tokenize(text)
    first = [tokens.words[a] for a, _ in tokens.sentences]
    assert tokens.spaced
    assert first == ["the", "Then"]


def test_marks_mostly_close_up() -> None:
    assert not tokenize("The rate, he said, is 4 . 7 %. They met.").spaced


def test_a_blank_line_inside_a_sentence_does_not_break_it() -> None:
    assert len(sentences("The register held the names of\n\nForty people and more.")) == 1
    assert len(sentences("The clerk had entered 58\n\nnames in the register.")) == 1


def test_a_heading_is_a_sentence_of_its_own() -> None:
    body = "The council met in the evening and voted for a bridge that many had wanted for years.\n"
    assert sentences(f"A bridge at last\n\n{body}")[0] == "A bridge at last"


def test_list_items_are_apart() -> None:
    assert len(sentences("The decree:\n- frees farmers from tax;\n- opens the road.")) == 3


@given(st.text())
def test_tokens_cover_the_text_in_order(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[s:e] == w for w, s, e in zip(tokens.words, tokens.starts, tokens.ends, strict=True))
    assert list(tokens.starts) == sorted(set(tokens.starts))
    assert [i for first, past in tokens.sentences for i in range(first, past)] == list(range(len(tokens)))


@given(st.text(min_size=1))
def test_each_token_is_found_by_its_offset(text: str) -> None:
    tokens = tokenize(text)
    for i, start in enumerate(tokens.starts):
        assert tokens.index_at(start) == i
        first, past = tokens.sentence_at(i)
        assert first <= i < past


@pytest.mark.parametrize("piece", ["abc", "A.", "1,", "a'b", ".b"])
def test_an_endless_token_takes_no_memory_for_each_character(piece: str) -> None:
    text = piece * 30_000
    tokenize("warm up, so that compiled patterns do not count")
    tracemalloc.start()
    tokenize(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10 * len(text)


def test_places_are_those_of_the_words_asked_for_in_order() -> None:
    tokens = tokenize("May said the May fair may go on.")
    assert tokens.places(lambda _, lower: lower == "may") == [0, 3, 5]
    assert tokens.places(lambda word, _: word == "May") == [0, 3]
