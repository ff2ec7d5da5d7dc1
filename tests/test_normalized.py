"""One form of a text's characters, and the way back to the text as written."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.normalized import line_starts, normalized

_PIECES = (
    *"a8, ", "\r", "\r\n", "\n", "\f", "\u00ad", "\u200b", "\u202e", "\ufe0f", "e\u0301", "\u0301", "\u0323", "ﬁ", "ﬃ",
    "㎞", "８", "，", "\u1112\u1161\u11ab", "𝟖", "٨", "\u2011", "\u3000", "Ⅷ", "½", "²", "é", "한", "\U000e0041",
    "\ud800",
)  # fmt: skip


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("8,\u00ad0\u200b0\u20600", "8,000"),
        ("\u202e8,000\u202c \u2067men\u2069", "8,000 men"),
        ("✈\ufe0f 12", "✈ 12"),
        ("Mu\u0308ller, Chloe\u0308", "Müller, Chloë"),
        ("e\u00ad\u0301e", "ée"),
        ("re\u0301ﬁ", "réfi"),
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국"),
        ("１０，０００　ｍｅｎ", "10,000 men"),
        ("ﬁve oﬃces", "five offices"),
        ("World War Ⅱ", "World War II"),
        ("𝟏𝟎 𝐦𝐞𝐧", "10 men"),
        ("Ⓐⓑ", "Ab"),
        ("5㎞, 3㎡, 20℃", "5km, 3m², 20°C"),
        ("٣٬٥٠٠ १२", "3,500 12"),
        ("21\u2011year\u2010old", "21-year-old"),
        ("2010\u201212", "2010–12"),
        ("10\u2007000 12\u2008000", "10\u00a0000 12\u2009000"),
        ("300 \u212a", "300 K"),
        ("a\r\nb\rc\n\rd", "a\nb\nc\n\nd"),
        ("a\u2028b\u2029c\x85d", "a\nb\nc\nd"),
        ("page\fpage", "page\npage"),
    ],
)
def test_one_form(written: str, read: str) -> None:
    assert normalized(written).text == read


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        "“Zürich” – 5 € … 10\u00a0000 10\u202f000",
        "10² m², ½, ①②, x₂",
        "Привет, Αθήνα, 東京で、한국",
        "line\n\nline\n\f line",
        "a\u0338 x\u0302",
        "−3",
    ],
)
def test_what_has_that_form_already_is_left(text: str) -> None:
    assert normalized(text).text is text or normalized(text).text == text
    assert normalized(text).offset_of(len(text)) == len(text)


def test_a_wide_comma_between_plain_digits_parts_clauses() -> None:
    assert normalized("in 2024，500 of them").text == "in 2024、500 of them"


def test_marks_without_end_are_left_as_they_are() -> None:
    text = "a" + "\u0301\u0323" * 100_000
    assert normalized(text).text == text


def test_places_go_back_to_the_text_as_written() -> None:
    text = "\u200bA ﬁre\u00ad in Zu\u0308rich\u200b."
    read = normalized(text)
    for words, written in (("A", "A"), ("fire", "ﬁre"), ("Zürich", "Zu\u0308rich"), ("ire", "ﬁre")):
        start = read.text.index(words)
        assert text[slice(*read.as_written(start, start + len(words)))] == written
    assert read.offset_of(text.index("in")) == read.text.index("in")
    assert read.offset_of(0) == 0
    assert read.offset_of(len(text)) == len(read.text)


@given(st.lists(st.sampled_from(_PIECES)).map("".join) | st.text("a\u00ad") | st.text("a\u00ad\u200b\r\n") | st.text())
def test_any_text(text: str) -> None:
    read = normalized(text)
    # An accent on a ligature stays apart from it: no writing has that.
    assert re.search("[ﬁﬃ㎞Ⅷ]", text) or normalized(read.text).text == read.text
    spans = [read.as_written(i, i + 1) for i in range(len(read.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
    offsets = [read.offset_of(i) for i in range(len(text) + 1)]
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(read.text)
    folded = unicodedata.normalize("NFKC", text)
    assert sum(map(str.isalnum, read.text)) <= sum(map(str.isalnum, folded))


@pytest.mark.parametrize(
    ("text", "starts"),
    [("", [0]), ("a\nb", [0, 2]), ("a\r\nb\rc\n", [0, 3, 5, 7]), ("a\n\rb", [0, 2, 3]), ("a\u2028b\fc", [0])],
)
def test_lines_begin_where_editors_begin_them(text: str, starts: list[int]) -> None:
    assert line_starts(text) == starts
