"""No text may make the extractors of names, titles and quotations raise, or find what is not in it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.name import names
from factcheck.extract.quote import quotes
from factcheck.extract.title import titles
from factcheck.tokens import tokenize

_CUES = (
    "Kim Mr . , 's of the and von - al Bank President who chairs is \" “ ” « » said St Jr & ( ) UN Minister for 52 é 王"
)
_PIECES = [*_CUES.split(), "\n", "\n\n"]


def _extract(text: str) -> None:
    tokens = tokenize(text)
    people = names(tokens)
    found = (*people, *titles(tokens, people), *quotes(tokens, people))
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    spans = [(f.start, f.end) for f in people]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@given(st.text(max_size=80))
def test_any_characters(text: str) -> None:
    _extract(text)


@given(st.lists(st.tuples(st.sampled_from(_PIECES), st.sampled_from(["", " "])), max_size=25))
def test_any_order_of_cues(pieces: list[tuple[str, str]]) -> None:
    _extract("".join(word + gap for word, gap in pieces))


def test_a_name_that_a_heading_shows_is_found_once() -> None:
    _extract("JrSt StJr2StJr JrSt Jr")
