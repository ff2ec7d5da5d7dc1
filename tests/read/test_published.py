"""The publication date, by the order of trust."""

import datetime
from pathlib import Path

import pytest

from factcheck.read import read_sources
from factcheck.read.document import Document, Origin, Stated
from factcheck.read.published import companion_date, publication_date

DAY = datetime.date(2025, 2, 14)
OTHER = datetime.date(2024, 1, 1)


def dated(text: str, path: str = "a.txt") -> tuple[datetime.date, Origin] | None:
    stated = publication_date(Document(text), path, None)
    return (stated.day, stated.origin) if stated else None


def test_the_most_trusted_statement_wins() -> None:
    text = "The Ledger, 3 March 2025\n\nProse."
    front = Document(text, published=Stated(DAY, Origin.FRONT_MATTER))
    field = Document(text, published=Stated(DAY, Origin.FIELD))
    assert publication_date(front, "2020-01-01.txt", OTHER) == Stated(DAY, Origin.FRONT_MATTER)
    assert publication_date(field, "2020-01-01.txt", OTHER) == Stated(OTHER, Origin.OPTION)
    assert publication_date(field, "2020-01-01.txt", None) == Stated(DAY, Origin.FIELD)
    assert dated(text, "in/2020-01-01.txt") == (datetime.date(2020, 1, 1), Origin.FILE_NAME)
    assert dated(text) == (datetime.date(2025, 3, 3), Origin.DATELINE)


@pytest.mark.parametrize(
    "name", ["2025-02-14-fire.txt", "fire_20250214.txt", "fire 2025_02_14 b.txt", "2025-02-14-3.txt"]
)
def test_an_iso_date_in_the_file_name(name: str) -> None:
    assert dated("Prose.", f"2019-01-01/{name}") == (DAY, Origin.FILE_NAME)


@pytest.mark.parametrize("name", ["2025-02-30.txt", "120250214.txt", "report-2025-114.txt", "2025-02-140.txt"])
def test_other_numbers_in_a_file_name_are_no_date(name: str) -> None:
    assert dated("Prose.", name) is None


@pytest.mark.parametrize(
    "head",
    [
        "THE HARBOUR LEDGER\nFriday, February 14, 2025\n",
        "Quito, 14 February 2025",
        "Harbour Ledger, Friday 14 February 2025",
        "Quito,\u200b 14 Feb\u00adruary ２０２５",
        "Press office, Lisbon, 14 February 2025",
        "Harbour-Anzeiger, Friday, 14 February 2025 (translated from\nthe German)",
        "Communiqué no. 71, of 14 February 2025",
        "LISBON / PORTO, February 14, 2025 – The bank said it would close.",
        "RIGA, Feb. 14, 2025 (Wire) - The airline said it would close.",
        "# Airline to close\n\n*Riga, 14 February 2025.* The airline will close.",
        "**14 February 2025.** The airline will close.",
        "Published on 14 February 2025",
        "2025-02-14",
        "The Ledger | 14 February 2025 | page 3",
    ],
)
def test_a_dateline_with_a_full_date(head: str) -> None:
    assert dated(f"{head}\n\nThe rest of it.") == (DAY, Origin.DATELINE)


@pytest.mark.parametrize(
    "head",
    [
        "On 14 February 2025, a ferry sank off the island.",
        "On Friday, 14 February 2025 - the feast day - a ferry sank.",
        "A ferry sank on 14 February 2025",
        "The race was held on 14 February 2025 (a Friday).",
        "The results of the race, which was held on 14 February 2025, are void.",
        "February 14, 2025 was a cold day.",
        "Since 14 February 2025",
        "“We saw it coming.”\n— Ana Ruiz, Lima, 14 February 2025",
        "RIGA, Feb. 14 (Wire) - The airline said it would close.",
        "RIGA, Feb. 30, 2025 (Wire) - The airline said it would close.",
        "1\n2\n3\n4\n5\n6\n14 February 2025",
    ],
)
def test_a_date_in_prose_or_without_a_year_is_no_publication_date(head: str) -> None:
    assert dated(f"{head}\n\nThe rest of it.") is None


def test_a_dateline_without_a_year_takes_it_from_a_full_date_close_by_or_the_file_name() -> None:
    wire = "RIGA, Feb. 14 (Wire) - The airline said it would close."
    assert dated(f"{wire}\nThe last flight left on 9 February 2025 at noon.") == (DAY, Origin.DATELINE)
    assert dated(f"{wire}\nIt was founded on 9 June 1995 by two pilots.") is None
    assert dated(wire, "wire_feb14_2025.txt") == (DAY, Origin.DATELINE)


def test_a_year_turns_between_dateline_and_event() -> None:
    text = "RIGA, Jan. 2 (Wire) - The airline closed.\nThe last flight left on 30 December 2024 at noon."
    assert dated(text) == (datetime.date(2025, 1, 2), Origin.DATELINE)


@pytest.mark.parametrize(
    ("told", "year"),
    [("on Friday", 2024), ("late on Thursday", 2024), ("on Saturday", 2025), ("on Monday", 2024), ("", 2024)],
)
def test_the_weekday_of_a_wire_picks_the_year_of_its_dateline(told: str, year: int) -> None:
    # 15 March was a Friday in 2024, 31 days from the nearest companion, and a Saturday in 2025, 47 days from it.
    wire = f"PORT ELSA, March 15 (Wire) - The ferry sank {told} off the cape."
    companions = [datetime.date(2024, 4, 15), datetime.date(2025, 5, 1)]
    assert companion_date(wire, 0, companions) == datetime.date(year, 3, 15)


def test_the_head_begins_after_the_front_matter() -> None:
    text = "---\nseries: 3 March 2021\n---\nQuito, 14 February 2025\n"
    stated = publication_date(Document(text, body=text.index("Quito")), "a.md", None)
    assert stated == Stated(DAY, Origin.DATELINE)


WRITTEN = Stated(datetime.date(2025, 2, 16), Origin.FILE_PROPERTY)


@pytest.mark.parametrize(
    ("text", "path", "stated"),
    [
        ("The ferry sank.", "a.docx", WRITTEN),
        ("The ferry sank.", "2025-02-14 a.docx", Stated(DAY, Origin.FILE_NAME)),
        ("Quito, 14 February 2025\n", "a.docx", Stated(DAY, Origin.DATELINE)),
        # They lend their year to a dateline without one, unless it is of another time.
        ("QUITO, Feb. 14 (Wire) - The ferry sank.", "a.docx", Stated(DAY, Origin.DATELINE)),
        ("QUITO, Oct. 14 (Wire) - The ferry sank.", "a.docx", None),
    ],
)
def test_the_properties_of_a_file_date_it_last(text: str, path: str, stated: Stated | None) -> None:
    assert publication_date(Document(text, published=WRITTEN), path, None) == stated


WIRE = "MANILA, Feb. 12 (Harbour Wire) - The ferry sank late on Tuesday."


def test_a_dateline_without_a_year_takes_that_of_the_sources_read_with_it(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(WIRE)
    (tmp_path / "2025-02-14-paper.txt").write_text("The ferry sank on Tuesday.")
    paper, wire = read_sources([str(tmp_path)]).sources
    assert wire.published == datetime.date(2025, 2, 12)
    assert wire.published_from == "dateline-and-companions"
    assert paper.published_from == "file-name"


@pytest.mark.parametrize("companions", [[], [datetime.date(2025, 8, 30)]])
def test_a_dateline_without_a_year_stays_undated_far_from_all_companions(companions: list[datetime.date]) -> None:
    assert companion_date(WIRE, 0, companions) is None


def test_the_year_may_turn_between_a_dateline_and_its_companions() -> None:
    new_year = datetime.date(2025, 1, 2)
    assert companion_date("OSLO, Dec. 30 (Wire) - Snow fell.", 0, [new_year]) == datetime.date(2024, 12, 30)
