"""Tables of contents: where dots lead to pages nothing is stated, and where they lead to figures it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.read import source_from_text
from factcheck.read.contents import contents

_AFTER = "The river rose by 4 metres. Nobody was hurt."


def left_out(text: str) -> list[str]:
    return [text[start:past] for start, past in contents(text)]


@pytest.mark.parametrize(
    "rows",
    [
        "1.1 The storm ........ 3\n1.2 The flood ........ 5\n2 The dead ........ 12\n2.1 Names ........ 12",
        "1.1 Rain . . . . . . | 3\n\n1.2 Wind . . . . | 4\n\n2 | The dead | 9\n\n"
        "2.1 By age . . . . . | 9\n\n2.2 By town . . . . | 10",
        "Preface ........ iii Thanks ........ iv\n\nThe storm ........ 1 The flood ........ 18",
        "The storm …… 1\r\nThe flood …… 4\r\nWhat the ministry knew of it, and\r\nwhen …… 18\r\nNames …… 40",
        "A .... 1\nB .... 2\nC .... 3\nD .... 4\nE .... 5\nF .... 6\nG .... 7\nMap of A ..... 2\nMap of B ..... 8",
    ],
)
def test_rows_that_lead_to_pages_are_left_out_as_one(rows: str) -> None:
    assert left_out(f"Contents\n\n{rows}\n\n{_AFTER}") == [rows]


@pytest.mark.parametrize(
    "rows",
    [
        "Wages ........ 40\nRent ........ 12\nFood ........ 31\nHeating ........ 7\nCoal ........ 9",
        "Wages ........ 1,400\nRent ........ 1,500\nFood ........ 1,600\nHeating ........ 1,700",
        "Wages ........ $40\nRent ........ $42\nFood ........ $45\nHeating ........ $47",
        "Dead ........ 3\nHurt ........ 12\nMissing ........ 14",
        "It rained . . . . 3 days. It snowed.\n\n"
        + "Then they left the town for good. " * 5
        + "\n\nOn .... 4\nOff .... 5",
    ],
)
def test_rows_that_lead_to_figures_stay(rows: str) -> None:
    assert left_out(f"{rows}\n\n{_AFTER}") == []


def test_what_is_left_out_of_a_source() -> None:
    rows = "Rain killed 3 ........ 4\nWind killed 9 ........ 6\nThe dead ........ 12\nNames ........ 13"
    source = source_from_text(f"{rows}\n\n{_AFTER}")
    assert [source.text[start:past] for start, past in source.left_out] == [rows]


@given(st.lists(st.sampled_from(["....", ". . . .", "…", " ", "7", "12", "iv", "\n", "Rain", "|"])).map("".join))
def test_any_rows_give_stretches_in_order(text: str) -> None:
    at = 0
    for start, past in contents(text):
        assert at <= start < past <= len(text)
        at = past
