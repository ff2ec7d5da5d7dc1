"""Numbers that name something, and look-alikes that count."""

import pytest

from factcheck.extract import extract
from factcheck.model import Quantity, Source


def quantities(text: str) -> list[tuple[float, str | None, str | None]]:
    mentions = extract(Source(id="a.txt", path="a.txt", text=text, sha256=""))
    return [(m.value.low, m.value.unit, m.value.counted) for m in mentions if isinstance(m.value, Quantity)]


@pytest.mark.parametrize(
    "text",
    [
        "it showed error 404 again",
        "she wore the number 12",
        "her badge number 4521",
        "He was charged with a Class 3 felony.",
        "Game 7 is on Sunday.",
        "his 401(k)",
        "the 486 is slower",
        "at 51.5074, -0.1278",
        "at 51.5°N, 0.12°W",
        "a .45 calibre pistol",
        "a .380 semi-automatic handgun",
        "wearing size 12",
        "the end of season 3",
        "3.2 Wounded",
        "It ended there.\n\n12.4 Houses lost\n\nNobody knew why.",
    ],
)
def test_names_of_things_are_no_quantities(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the game 7 were sent off.", (7, None, None)),
        ("12 Houses lost in the fire", (12, None, "house")),
        ("1.2 Million Flee", (1_200_000, None, None)),
        ("3.2 casualties a day", (3.2, None, "casualty")),
        ("They lost 3.2 Houses each", (3.2, None, "house")),
        ("On Sunday night 12 were injured.", (12, None, None)),
        ("The class 30 strong", (30, None, None)),
        ("Group 40 guests by age.", (40, None, "guest")),
        ("The rebels alone number 340.", (340, None, None)),
        ("the 486 were freed", (486, None, None)),
        ("It turned 40° in a minute.", (40, "degree", None)),
        ("0.45 guns a head", (0.45, None, None)),
        ("prices of 12.5071 and 3.2 euros", (12.5071, "euro", None)),
    ],
)
def test_what_looks_like_a_name_and_counts(text: str, expected: tuple[float, str | None, str | None]) -> None:
    assert quantities(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("£3 50p", [(3.5, "pound sterling", None)]),
        ("10 $ 30 cents", [(10.3, "dollar", None)]),
        ("10 $ 30 $", [(10, "dollar", None), (30, "dollar", None)]),
        ("EUR 10 CHF 20", [(10, "euro", None), (20, "swiss franc", None)]),
        ("It costs 17 EUR 25.", [(17.25, "euro", None)]),
        ("In 2015 USD 25 was paid.", [(25, "dollar", None)]),
        ("3 $10 notes", [(3, None, None), (10, "dollar", None)]),
        ("a loss of naira 20 million", [(20_000_000, "nigerian naira", None)]),
        ("Euro 4,500 was found", [(4500, "euro", None)]),
        ("against the dollar 4,500 traders sold", [(4500, None, "trader")]),
    ],
)
def test_sums_of_money(text: str, expected: list[tuple[float, str | None, str | None]]) -> None:
    assert quantities(text) == expected
