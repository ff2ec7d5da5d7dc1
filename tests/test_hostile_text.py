"""Text that no person wrote ends in bounded time. Nothing here looks at a clock: what is not linear would never end."""

import pytest

import factcheck
from factcheck.pipeline import audit
from factcheck.read import source_from_text
from factcheck.rulebook import load_rules

LENGTH = 200_000


@pytest.mark.parametrize(
    "piece",
    [
        " ",
        " \n",
        "\t",
        "\0",
        "7",
        "123,",
        "and ",
        "abcDEF",
        "(",
        "-",
        '"',
        "“",
        "A",
        "Anna Becker ",
        "\n",
        "a.",
        "a@b.",
    ],
)
def test_a_piece_repeated_for_two_hundred_kilobytes_is_read_to_its_end(piece: str) -> None:
    text = (piece * (LENGTH // len(piece))) + "\n\nThe river is 12 km long."

    found = factcheck.extract(text)

    assert found[-1].text == "12 km"


def test_one_sentence_three_thousand_times_in_two_sources_makes_no_three_thousand_squared_pairs() -> None:
    sources = [
        source_from_text(f"The fire in Velden destroyed {count} houses. " * 3_000, source_id=name)
        for name, count in (("a", 40), ("b", 60))
    ]

    report = audit(sources, load_rules().rules)

    assert report.summary.claims >= 6_000
    assert len(report.findings) < 10
