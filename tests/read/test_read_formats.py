"""Each format: its text, its metadata, and its errors with their lines."""

import datetime
import json

import pytest

from factcheck.errors import FactcheckError
from factcheck.read.document import Document, Origin, Raw, Stated
from factcheck.read.formats import jsonl, markdown, plain


def only(text: str) -> Document:
    (document,) = markdown.read(Raw("a.md", text.encode()))
    return document


def error_in(text: str) -> str:
    with pytest.raises(FactcheckError) as caught:
        list(markdown.read(Raw("a.md", text.encode())))
    return str(caught.value)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_front_matter_with_any_line_ends(end: str) -> None:
    text = end.join(("---", "title: A storm", "published: 2024-05-01", "---", "Prose --- goes", "---", "on."))
    document = only(text)
    assert (document.title, document.text[document.body :].split(end)[0]) == ("A storm", "Prose --- goes")


def test_plain_text_is_all_prose() -> None:
    (document,) = plain.read(Raw("a.txt", b"---\ntitle: no\n---\n"))
    assert document == Document("---\ntitle: no\n---\n")


def test_front_matter_gives_title_publisher_and_date_and_is_no_prose() -> None:
    text = '---\r\nTitle: "The  dam:\r\n  a history"\r\nissued by: River Board\r\ndate: 2025-02-14\r\n---\r\nProse.\r\n'
    document = only(text)
    assert document.text == text
    assert document.text[document.body :] == "Prose.\r\n"
    assert document.title == "The dam: a history"
    assert document.publisher == "River Board"
    assert document.published == Stated(datetime.date(2025, 2, 14), Origin.FRONT_MATTER)
    assert document.note is None


def test_a_publisher_goes_before_an_author_and_published_before_date() -> None:
    document = only(
        "---\nauthor: A. Writer\npublisher: The Ledger\ndate: 2025-01-01\npublished: 2025-01-02\n---\nProse."
    )
    assert document.publisher == "The Ledger"
    assert document.published == Stated(datetime.date(2025, 1, 2), Origin.FRONT_MATTER)


@pytest.mark.parametrize(
    "text", ["Prose.", "---\n\nProse after a thematic break.\n\n---\n", "----\nProse.", "", "\n---\ntitle: x\n---\n"]
)
def test_a_file_without_front_matter_is_all_prose(text: str) -> None:
    document = only(text)
    assert (document.body, document.title) == (0, None)


@pytest.mark.parametrize("matter", ["", "# a comment\n", "tags: [a, {b: c}]\ntitle:\nlist:\n  - title: nested\n"])
def test_fields_that_say_nothing_are_passed_over(matter: str) -> None:
    document = only(f"---\n{matter}---\nProse.")
    assert (document.text[document.body :], document.title, document.published) == ("Prose.", None, None)


def test_a_date_that_names_no_day_is_noted() -> None:
    document = only("---\ndate: spring 2025\n---\nProse.")
    assert document.published is None
    assert document.note == "the date 'spring 2025' in the front matter names no day"


def test_broken_front_matter_is_an_error_with_its_line_and_cure() -> None:
    assert error_in("---\ntitle: a\ndate: 2025-02-30\n---\nProse.") == (
        "a.md:3: front matter: there is no day 2025-02-30: give the day as YYYY-MM-DD"
    )
    assert error_in("---\ntitle: a\nProse.").startswith("a.md:1: front matter is not closed: add a line ---")
    assert error_in("---\ntitle: a\nodd: [1, 2\n---\nProse.").startswith("a.md:4: front matter is no valid YAML:")
    assert error_in("---\n- a list\n---\nProse.").startswith("a.md:2: front matter is no list of fields: write")
    assert error_in("---\ntitle: a\x07b\n---\nProse.").startswith("a.md:1: front matter is no valid YAML:")


@pytest.mark.parametrize("nest", ["[", "{a: ", "- ", "? ", "[{a: "])
@pytest.mark.parametrize("key", ["", "a:\n  "])
def test_deep_nesting_is_an_error_in_little_time(nest: str, key: str) -> None:
    message = "a.md:{}: front matter is nested too deeply: write each line"
    assert error_in(f"---\n{key}{nest * 200_000}\n---\nProse.").startswith(message.format(3 if key else 2))


def test_aliases_are_not_expanded() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30))]
    assert only("---\n" + "\n".join(lines) + "\ntitle: t\n---\nProse.").title == "t"


def lines_of(*lines: object) -> list[Document | FactcheckError]:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
    return list(jsonl.read(Raw("a.jsonl", text.encode())))


def test_a_document_a_line() -> None:
    one, two = lines_of(
        {
            "id": "one",
            "text": "Prose.\u2028More.",
            "title": "T",
            "publisher": "P",
            "published": "2025-02-14",
            "extra": 1,
        },
        "",
        {"id": 2, "text": "Prose.", "title": None},
    )
    day = Stated(datetime.date(2025, 2, 14), Origin.FIELD)
    assert one == Document("Prose.\u2028More.", part="one", title="T", publisher="P", published=day)
    assert two == Document("Prose.", part="2")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("[1, 2]", "Expected object"),
        ("nonsense", "malformed"),
        ('{"id": "a"}', "missing required field text"),
        ('{"text": "a"}', "missing required field id"),
        ('{"id": "a", "text": 3}', "Expected str, got int"),
        ('{"id": "a", "text": "  "}', "the text is empty"),
        ('{"id": "a", "text": "b", "published": "2025-02-30"}', "published: there is no day 2025-02-30: give"),
        ('{"id": "a", "text": "b", "published": "soon"}', "published: 'soon' is no day: give"),
        ('{"id": "good", "text": "again"}', "id 'good' stands on line 1 already: give"),
        ('{"id": "a", "text": "b", "x": ' + "[" * 100_000, "recursion"),
        ('{"id": ' + "1" * 5000 + ', "text": "a"}', "out of range"),
        ('{"id": "a", "text": "\\ud800"}', "Input data was truncated"),
    ],
)
def test_a_bad_line_is_an_error_with_its_number_and_the_others_are_read(line: str, message: str) -> None:
    good, bad, last = lines_of({"id": "good", "text": "x"}, line, {"id": "last", "text": "y"})
    assert isinstance(good, Document)
    assert isinstance(last, Document)
    assert isinstance(bad, FactcheckError)
    assert (bad.path, bad.line) == ("a.jsonl", 2)
    assert str(bad).startswith("a.jsonl:2: ")
    assert message in str(bad)


def test_of_very_many_faulty_lines_the_first_are_told_and_the_others_counted() -> None:
    found = lines_of(*["[]"] * 1_060, {"id": "a", "text": "Prose."})
    errors = [str(error) for error in found if isinstance(error, FactcheckError)]
    assert len(errors) == 51 and len(found) == 52
    assert errors[49].startswith("a.jsonl:50: ")
    assert errors[50] == "a.jsonl: 1,010 further lines are faulty: write one JSON object a line"
