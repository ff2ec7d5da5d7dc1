"""PDF: what stands in which order, what belongs together, and what a page shows that is no text of it."""

import datetime
from collections.abc import Sequence
from typing import Any

import pytest
from made.article import Article
from made.pdf import BOLD, REGULAR, column_of, divided, made, packed, set_in, show, stream, wrapped

from factcheck.errors import FactcheckError
from factcheck.read import Limits
from factcheck.read.document import Document, Origin, Raw
from factcheck.read.formats import pdf

_FERRY = (
    "The ferry left Port Askel at seven on Monday with 312 passengers and 48 crew, and lost its engine an hour later, "
    "some twelve kilometres off the coast. Nobody was hurt, the harbour office said in the evening."
)
_TUG = (
    "Two tugs reached the ship before noon. Their crews had been asked to wait because of the wind, which blew at up "
    "to 90 kilometres an hour, and they pulled the ship back within six hours of the first call for assistance."
)
_OWNER = (
    "Ilse Brandvik, who heads the company that owns the ferry, promised to pay every passenger 140 crowns. She said "
    "that the engine had been inspected in September and that the inspectors had found nothing that worried them."
)
_ARTICLE = Article(
    "A ferry without its engine drifts towards the rocks of Askel",
    "Harbour Gazette",
    "Anna Lund",
    datetime.date(2023, 11, 6),
    (_FERRY, _TUG, _OWNER) * 4,
)


def document(data: bytes, **limits: Any) -> Document:
    (found,) = pdf.read(Raw("a.pdf", data, Limits(**limits)))
    return found


def error(data: bytes, **limits: Any) -> str:
    with pytest.raises(FactcheckError) as failure:
        document(data, **limits)
    assert failure.value.path == "a.pdf"
    return failure.value.message


def paragraphs(*operators: Sequence[str], **dictionaries: str) -> list[str]:
    return document(packed(operators, **dictionaries)).text.split("\n\n")


def test_an_article_in_two_columns_reads_as_its_text() -> None:
    found = document(made(_ARTICLE))
    assert found.text.split("\n\n") == [_ARTICLE.title, "Published on 6 November 2023", *_ARTICLE.paragraphs]
    assert found.title == _ARTICLE.title
    assert found.publisher is None and found.note is None
    assert found.published and found.published.origin is Origin.FILE_PROPERTY


def test_the_places_tell_the_pages() -> None:
    found = document(made(_ARTICLE))
    assert [place.page for place in found.places] == list(range(1, len(found.places) + 1))
    assert found.places[0].start == 0 and len(found.places) > 1
    first = show("Sentence one runs on to the", 40, 60), show("Sentence two, second page.", 40, 300)
    text = "Sentence one runs on to the page that follows."
    found = document(packed([first[:1], [show("page that follows.", 40, 300)]]))
    assert found.text == text
    assert [(place.start, place.page) for place in found.places] == [(0, 1), (text.index("page"), 2)]


def columns(*texts: str, characters: int, xs: Sequence[float], top: float = 300, justified: bool = False) -> list[str]:
    """Operators of columns, one after the other, each holding a text."""
    return [
        operator
        for text, x in zip(texts, xs, strict=True)
        for operator in column_of(set_in(divided(text, characters, 2)), x, top)
    ]


def test_three_columns_below_a_title_over_all_and_a_second_story_below() -> None:
    page = [show("Ferry adrift off Askel for six hours on Monday", 40, 340, size=14, font=BOLD)]
    page += columns(_FERRY, _TUG, _OWNER, characters=18, xs=(40, 160, 280))
    page += [show("Weather: more wind is on its way to the coast", 40, 120, size=14, font=BOLD)]
    page += columns("It will blow from the west all of Tuesday.", "No ship is to leave until noon.", characters=28,
                    xs=(40, 230), top=100)  # fmt: skip
    assert paragraphs(page) == [
        "Ferry adrift off Askel for six hours on Monday",
        _FERRY,
        _TUG,
        _OWNER,
        "Weather: more wind is on its way to the coast",
        "It will blow from the west all of Tuesday.",
        "No ship is to leave until noon.",
    ]


def test_columns_that_are_drawn_line_by_line_across_are_columns_all_the_same() -> None:
    left, right = (column_of(wrapped(text, 30), x, 300) for text, x in ((_FERRY, 40), (_TUG, 230)))
    across = [operator for pair in zip(left, right, strict=False) for operator in pair]
    rest = left[len(right) :] + right[len(left) :]
    assert paragraphs([*across, *rest]) == [_FERRY, _TUG]


def test_a_heading_at_the_left_of_two_sections_in_columns_stands_between_them() -> None:
    above = columns(_FERRY, _TUG, characters=28, xs=(40, 230))
    below = columns(_TUG, _OWNER, characters=28, xs=(40, 230), top=150)
    assert paragraphs([*above, show("Six hours at sea", 40, 174, size=12), *below]) == [
        _FERRY,
        _TUG,
        "Six hours at sea",
        _TUG,
        _OWNER,
    ]


def test_a_line_of_three_parts_below_the_name_of_a_paper() -> None:
    page = [show("The Gazette", 100, 350, size=20)]
    page += [show(text, x, 330) for text, x in (("Monday, 6 November 2023", 40), ("No. 14,212", 200), ("140 öre", 340))]
    page += [show("Ferry adrift off Askel", 40, 300, size=16), show("Weather", 300, 300, size=12)]
    page += columns(_FERRY, _TUG, characters=21, xs=(40, 165), top=280)
    page += columns("No ship is to leave until noon.", characters=18, xs=(300,), top=280)
    assert paragraphs(page) == [
        *("The Gazette", "Monday, 6 November 2023", "No. 14,212", "140 öre", "Ferry adrift off Askel", _FERRY, _TUG),
        *("Weather", "No ship is to leave until noon."),
    ]


def test_a_box_beside_the_text_does_not_interrupt_a_sentence() -> None:
    lines = wrapped(_FERRY + " " + _TUG, 36)
    page = column_of(lines, 40, 300)
    page += column_of(["In figures", "312 passengers", "48 crew", "2 tugs"], 290, 270, size=7)
    assert paragraphs(page) == [_FERRY + " " + _TUG, "In figures", "312 passengers", "48 crew", "2 tugs"]


def test_an_initial_over_several_lines_begins_its_word() -> None:
    lines = wrapped(_FERRY.removeprefix("T"), 40)
    page = [show("T", 40, 278, size=34), *column_of(lines[:3], 62, 300), *column_of(lines[3:], 40, 267)]
    assert paragraphs(page) == [_FERRY]


def test_paragraphs_by_indent_gap_and_short_last_line() -> None:
    lines = wrapped(_FERRY, 50)
    short = ["A short one.", "Another one."]
    assert paragraphs(column_of([*set_in(lines), *set_in(wrapped(_TUG, 50))], 40, 300)) == [_FERRY, _TUG]
    assert paragraphs(column_of([*lines, "", *wrapped(_TUG, 50)], 40, 300)) == [_FERRY, _TUG]
    assert paragraphs(column_of([*lines, *short, *wrapped(_TUG, 50)], 40, 300)) == [_FERRY, *short, _TUG]


def test_a_heading_in_another_size_and_an_address_are_paragraphs_of_their_own() -> None:
    page = [show("The drift", 40, 311, size=12, font=BOLD), *column_of(wrapped(_FERRY, 50), 40, 300)]
    assert paragraphs(page) == ["The drift", _FERRY]
    address = ["Askel Ferries", "4 Harbour Street", "1200 Port Askel"]
    assert paragraphs(column_of(address, 40, 300)) == address


def test_a_heading_in_capitals_is_a_paragraph_and_a_dateline_in_capitals_begins_one() -> None:
    lines = wrapped(_FERRY, 50)
    assert paragraphs(column_of(["THE FERRY THAT LOST ITS ENGINE BEFORE THE ISLANDS", *lines], 40, 300)) == [
        "THE FERRY THAT LOST ITS ENGINE BEFORE THE ISLANDS",
        _FERRY,
    ]
    dateline = column_of(["PORT ASKEL AND WESTERN ISLANDS OF ASKEL, NORTHL.", "(Wire) - The ferry is back."], 40, 300)
    assert len(paragraphs(dateline)) == 1


def test_what_a_column_breaks_goes_on_in_the_next() -> None:
    def two_columns(left: Sequence[str], right: Sequence[str]) -> list[str]:
        return paragraphs([*column_of(left, 40, 300), *column_of(right, 230, 300)])

    text, indented = wrapped(_FERRY, 30), set_in(wrapped(_TUG, 28))
    for cut in range(2, len(text) - 1):
        assert two_columns(text[:cut], text[cut:]) == [_FERRY], text[cut]
    # At the end of a sentence only an indent that is missing, where others have it, tells that it goes on.
    full, other = ["  They came from Port Askel", "and Old Askel at seven sharp."], "All were back before noon."
    whole = f"They came from Port Askel and Old Askel at seven sharp. {other}"
    assert two_columns([*indented, *full], [other, *indented]) == [_TUG, whole, _TUG]
    assert two_columns([*indented, *full], [other, *wrapped(_TUG, 30)])[1] == whole.removesuffix(f" {other}")
    assert two_columns([*indented, "  It was late."], [other, *indented]) == [_TUG, "It was late.", other, _TUG]
    # A full line that ends with a stop before a small letter ends with an abbreviation.
    assert two_columns([*indented, "  At the corner of Long Ave."], ["they wait."])[-1].endswith("Ave. they wait.")


def test_a_small_line_at_the_edge_with_the_pages_number_is_its_head() -> None:
    page = column_of(wrapped(_FERRY, 50), 40, 300)
    assert paragraphs([show("Harbour Gazette - 1", 40, 360, size=7), *page]) == [_FERRY]
    assert paragraphs([show("Part 1", 40, 360), *page]) == ["Part 1", _FERRY]


def test_lists_keep_their_items_apart() -> None:
    items = [
        "• 312 passengers were on",
        "  board at seven",
        "• 48 crew",
        "1. Lower the boats and",
        "   wait",
        "2. Call",
    ]
    assert paragraphs(column_of(items, 40, 300)) == [
        "• 312 passengers were on board at seven",
        "• 48 crew",
        "1. Lower the boats and wait",
        "2. Call",
    ]


def test_the_rows_of_a_table_are_lines_with_their_cells() -> None:
    rows = (("Ship", "Crew", "Built"), ("Askel II", "48", "1998"), ("Brand", "1,012", "2004"))
    cells = [
        show(cell, x, 200 - 12 * i) for i, row in enumerate(rows) for cell, x in zip(row, (40, 160, 230), strict=True)
    ]
    page = [*column_of(wrapped(_FERRY, 60), 40, 300), *cells, *column_of(wrapped(_TUG, 60), 40, 150)]
    assert paragraphs(page) == [_FERRY, "Ship | Crew | Built", "Askel II | 48 | 1998", "Brand | 1,012 | 2004", _TUG]


def test_lines_justified_with_wide_spaces_are_no_table() -> None:
    lines = ["The ferry left Port Askel with", "all passengers", "and nobody stayed", "behind on the quay that day."]
    wide = [
        show(word, 40 + (30 * 5.4 - len(word) * 5.4) * i / (line.count(" ") or 1), 300 - 11 * n)
        for n, line in enumerate(lines)
        for i, word in enumerate(line.split(" "))
        if n in (1, 2)
    ]
    assert paragraphs([show(lines[0], 40, 300), *wide, show(lines[3], 40, 267)]) == [" ".join(lines)]


def test_a_word_at_either_end_of_a_justified_line_and_even_wide_lines_are_no_columns() -> None:
    first, last = "The ferry left Port Askel on", "and nobody stayed on the quay."
    apart = [show("Monday", 40, 289), show("afternoon", 40 + 5.4 * 21, 289)]
    assert paragraphs([show(first, 40, 300), *apart, show(last, 40, 278)]) == [f"{first} Monday afternoon {last}"]
    even = [
        show(word, 40 + 45 * i, 289 - 11 * n) for n in range(3) for i, word in enumerate(("seven", "ships", "sailed"))
    ]
    assert paragraphs([show(first, 40, 300), *even, show(last, 40, 256)]) == [
        f"{first} {'seven ships sailed ' * 3}{last}"
    ]


def test_a_short_line_just_above_a_table_is_no_row_of_it() -> None:
    cells = [
        show(cell, x, 278 - 11 * i) for i in range(3) for cell, x in (("Askel II", 40), ("48", 160), ("1998", 230))
    ]
    page = [show("The harbour office told these figures of all its", 40, 300), show("ships.", 40, 289), *cells]
    assert paragraphs(page) == [
        "The harbour office told these figures of all its ships.",
        *["Askel II | 48 | 1998"] * 3,
    ]


def test_numbers_larger_than_their_items_raise_nothing() -> None:
    page = [
        show("1", 40, 297, size=14),
        *column_of(["The ferry had 4,250 berths in 2023 and 312", "passengers."], 60, 300),
    ]
    assert paragraphs(page) == ["1 The ferry had 4,250 berths in 2023 and 312 passengers."]


def test_a_column_that_is_longer_than_the_other_is_read_to_its_end() -> None:
    left = [*wrapped(_FERRY, 30), "", "", "After that it was quiet for an", "hour and more."]
    assert paragraphs([*column_of(left, 40, 300), *column_of(wrapped(_TUG, 30)[:4], 230, 300)])[1:] == [
        "After that it was quiet for an hour and more.",
        " ".join(wrapped(_TUG, 30)[:4]),
    ]


def test_bullets_far_from_their_items_are_no_column() -> None:
    items = ["Lower the boats and wait", "Call the harbour office", "Count all passengers"]
    bullets = [show("\u2022", 40, 300 - 11 * i) for i in range(3)]
    assert paragraphs([*bullets, *column_of(items, 70, 300)]) == [f"• {item}" for item in items]


def test_paragraphs_of_one_full_line_and_hanging_ones() -> None:
    usual = [*set_in(wrapped(_FERRY, 50)), *set_in(wrapped(_TUG, 50))]
    full = "  They were all back in Port Askel by six o'clock"
    assert paragraphs(column_of([*usual[:-1], usual[-1].ljust(48, "."), full, *usual], 40, 300))[2] == full.strip()
    first = ["Brandvik, I. (2022): Ferries of the north and how", "  they were built and mended in the yards of Ask"]
    works = [first, ["Lund, A.: Six hours"]]
    hanging = [line for work in works for line in work]
    assert paragraphs(column_of(hanging, 40, 300)) == [" ".join(map(str.strip, work)) for work in works]
    answer = [*wrapped(_FERRY, 46)[:2], "Nobody was hurt, and that is all I know now."]
    asked = ["Who called?", *(f"    {line}" for line in answer), "And when was that?", "    At eight."]
    assert paragraphs(column_of(asked, 40, 300))[-2:] == ["And when was that?", "At eight."]


def test_lines_that_leave_room_for_a_picture_are_not_short() -> None:
    narrow = wrapped("The ferry was last seen by Ilse Brandvik of Askel at seven, and she told " + _TUG, 26)
    cut = next(i for i, line in enumerate(narrow) if i > 6)
    wide = wrapped(" ".join(narrow[cut:]), 62)
    assert paragraphs(column_of([*narrow[:cut], *wide, *wrapped(_FERRY, 62)], 40, 300))[0].startswith(
        " ".join(narrow[:cut])
    )


def test_running_heads_and_page_numbers_are_left_out_and_like_lines_of_the_text_are_not() -> None:
    def page(number: int, text: str) -> list[str]:
        return [
            show(f"Harbour Gazette, 6 November 2023, page {number} of 3", 40, 350, size=7),
            *column_of(wrapped(text, 50), 40, 300),
            show(f"- {number} -", 200, 20, size=7),
        ]

    assert paragraphs(page(1, _FERRY), page(2, _TUG), page(3, _OWNER)) == [_FERRY, _TUG, _OWNER]
    counted = [[show(f"Ship {10 * n}: {7 * n} dead.", 40, 350), show("Afloat.", 40, 300)] for n in (1, 2, 3)]
    assert paragraphs(*counted)[::2] == ["Ship 10: 7 dead.", "Ship 20: 14 dead.", "Ship 30: 21 dead."]


def test_a_number_at_the_edge_that_is_not_the_pages_stays() -> None:
    assert paragraphs([show("They were", 40, 300), show("312", 40, 20)]) == ["They were", "312"]
    assert paragraphs([show("They were", 40, 300), show("1", 40, 20)]) == ["They were"]


def test_footnotes_come_last_and_what_refers_to_them_goes() -> None:
    page = [
        show("The engine was new in 2023", 40, 300),
        show("1", 180.4, 303, size=5.5),
        show(" and cost 40 million.", 183.7, 300),
    ]
    page += [show("It covers 12 km", 40, 280), show("2", 121, 283, size=5.5), show(" of deck.", 124.3, 280)]
    page += [show("1", 40, 63, size=5), show("Askel Ferries, report of 2022.", 45, 60, size=7)]
    page += column_of(["The last line of text."], 40, 240)
    assert paragraphs(page) == [
        "The engine was new in 2023 and cost 40 million.",
        "It covers 12 km² of deck.",
        "The last line of text.",
        "Askel Ferries, report of 2022.",
    ]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["on 8 Novem-", "ber 2023"], "on 8 November 2023"),
        (["a three-year-", "old boy"], "a three-year-old boy"),
        (["some twenty-", "five ships"], "some twenty-five ships"),
        (["some four-", "teen ships"], "some fourteen ships"),
        (["a Kyiv-", "based firm"], "a Kyiv-based firm"),
        (["Kim Jong-", "un spoke"], "Kim Jong-un spoke"),
        (["in Octo-", "ber it rained"], "in October it rained"),
        (["in 2022-", "23 it rained"], "in 2022-23 it rained"),
        (["Covid-", "19 came"], "Covid-19 came"),
        (["the Franco-", "German ship"], "the Franco-German ship"),
        (["a long-", "term plan"], "a long-term plan"),
        (["the long-", "est river"], "the longest river"),
        (["the high-", "threshold site"], "the high-threshold site"),
        (["on the high-", "way"], "on the highway"),
        (["a state-", "ment by"], "a statement by"),
        (["their re-", "election"], "their re-election"),
        (["they re-", "turned"], "they returned"),
        (["a gang-", "related case"], "a gang-related case"),
        (["Dr. Sa-", "ntner-Moll"], "Dr. Santner-Moll"),
        (["the tug-master and the tug-", "master"], "the tug-master and the tug-master"),
        (["the year – 2023 –", "was mild"], "the year – 2023 – was mild"),
        (["from 2021–", "2023 it"], "from 2021–2023 it"),
        (["it was - or not -", "a ship"], "it was - or not - a ship"),
    ],
)
def test_words_divided_at_a_lines_end(lines: list[str], text: str) -> None:
    assert paragraphs(column_of(lines, 40, 300)) == [text]


def test_text_that_is_drawn_twice_for_bold_type_is_there_once() -> None:
    assert paragraphs([show("10,000", 40, 300), *(show("soldiers", 78 + d, 300) for d in (0, 0.3))]) == [
        "10,000 soldiers"
    ]
    halo = [show(c, 40 + 5.4 * i, 300, font=font) for font in (REGULAR, BOLD) for i, c in enumerate("11,000 men")]
    assert paragraphs(halo) == ["11,000 men"]


def test_turned_pages_and_turned_text() -> None:
    assert paragraphs([show("It stands upright.", 40, 300)], page="/Rotate 90") == ["It stands upright."]
    for matrix, step in (("0 1 -1 0", (11, 0)), ("-1 0 0 -1", (0, 11)), ("0 -1 1 0", (-11, 0))):
        lines = ["The ferry left Port", "Askel at seven."]
        page = [show(text, 200 + step[0] * i, 200 + step[1] * i, matrix=matrix) for i, text in enumerate(lines)]
        assert paragraphs(page) == ["The ferry left Port Askel at seven."], matrix
    credit = show("Photograph: A. Lund", 400, 100, size=6, matrix="0 1 -1 0")
    assert paragraphs([credit, *column_of(wrapped(_FERRY, 50), 40, 300)]) == [_FERRY, "Photograph: A. Lund"]


def test_text_set_askew_is_left_out_and_that_is_told() -> None:
    found = document(
        packed([[show("DRAFT COPY", 100, 100, size=40, matrix="0.7 0.7 -0.7 0.7"), show("Text.", 40, 300)]])
    )
    assert found.text == "Text."
    assert found.note == "2 words set askew not read"


def test_what_lies_beyond_the_edge_of_the_page_is_no_text_and_what_is_invisible_is() -> None:
    assert paragraphs([show("Seen.", 40, 300), show("Beyond.", 40, 900), show("Beside.", 900, 300)]) == ["Seen."]
    assert paragraphs([show("Seen.", 40, 300), show("Cropped.", 40, 30)], page="/CropBox [0 100 420 380]") == ["Seen."]
    assert paragraphs(["3 Tr", show("Recognised text.", 40, 300)]) == ["Recognised text."]


_PICTURE = "q 420 0 0 380 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q"


def test_scanned_pages_are_an_error_if_all_are_and_a_note_if_some_are() -> None:
    assert error(packed([[_PICTURE]])) == ("no text, 1 scanned page: run text recognition (OCR) and save it anew")
    assert error(packed([[_PICTURE], [_PICTURE, show("2", 200, 20)]])).startswith("no text, 2 scanned pages:")
    assert error(packed([["40 40 m 60 90 l S"]])).startswith("no text, 1 scanned page:")
    found = document(packed([[_PICTURE], [show(_FERRY[:60], 40, 300)], [_PICTURE], [_PICTURE]]))
    assert found.text == _FERRY[:60]
    assert found.note == (
        "pages 1, 3–4 not read: no text but a picture, as scanned ones are: run text recognition (OCR) and save it anew"
    )


def test_empty_pages_are_no_scans() -> None:
    assert document(packed([[], [show("Text.", 40, 300)]])).note is None
    assert document(packed([[]])).text == ""


def test_the_title_property_counts_only_if_it_is_one() -> None:
    page = [[show("Text.", 40, 300)]]
    assert document(packed(page, title="Ferry adrift")).title == "Ferry adrift"
    for title in (
        "Microsoft Word - ferry.doc",
        "ferry_final.indd",
        "https://gazette.example/ferry",
        "untitled",
        "(anonymous)",
        "12",
    ):
        assert document(packed(page, title=title)).title is None


def test_the_day_of_printing_from_a_browser_is_no_date() -> None:
    page, day = [[show("Text.", 40, 300)]], datetime.date(2023, 11, 6)
    published = document(packed(page, made_on=day)).published
    assert published and published.day == day
    assert document(packed(page, made_on=day, properties="/Producer (Skia/PDF m118)")).published is None
    assert document(packed(page, properties="/CreationDate (D:20231399)")).published is None


def lettered(letters: str) -> bytes:
    """A PDF whose font says that its character A stands for some letters, given in hexadecimal UTF-16."""
    mapping = f"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <41> <{letters}> endbfchar".encode()
    page = "/Resources <</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Courier /ToUnicode 8 0 R>> >> >>"
    return packed([["BT /F1 9 Tf 40 300 Td (Ave, Arm) Tj ET"]], page=page, more=[stream(mapping)])


def test_ligatures_become_letters() -> None:
    assert document(lettered("FB01")).text == "five, firm"


def test_fonts_that_tell_no_letters_are_told() -> None:
    mapped = lettered("E001").replace(b"(Ave, Arm)", b"(AAAA, AAA)")
    assert error(mapped) == (
        "no text that can be read, 1 page text in fonts that do not say which letters they hold: "
        "print it as a picture, run text recognition (OCR) and save it anew"
    )
