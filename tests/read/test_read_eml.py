"""Messages: which part is read, what of it is the sender's own, and what its headers say."""

import base64
import contextlib
import datetime
import quopri

import pytest
from made import eml
from made.article import Article
from made.eml import attached, message, page, plain, several, within

from factcheck.errors import FactcheckError
from factcheck.model import Place
from factcheck.read.document import Document, Origin, Raw, Stated
from factcheck.read.formats import eml as reader

DAY = datetime.date(2025, 2, 14)
LONG = "The dam held 4,000 litres when it broke, the board said, and the valley was cleared within the hour. " * 5


def read(data: bytes) -> Document:
    (document,) = reader.read(Raw("a.eml", data))
    return document


def error(data: bytes) -> str:
    with pytest.raises(FactcheckError) as caught:
        read(data)
    assert caught.value.path == "a.eml"
    return caught.value.message


def own(data: bytes) -> str:
    """The text without what is left out of it."""
    document = read(data)
    kept, start = "", 0
    for first, last in (*document.left_out, (len(document.text),) * 2):
        kept, start = kept + document.text[start:first], last
    return kept.strip()


def test_an_article_is_its_text_and_the_headers_tell_of_it() -> None:
    article = Article(
        "Dammbruch – 3 Tote", "Städtische Presse", None, datetime.date(2025, 2, 14), ("It held 10,347 ℓ.",)
    )
    found = read(eml.made(article))
    assert found.text == "Dammbruch – 3 Tote\n\nIt held 10,347 ℓ."
    assert (found.title, found.publisher, found.note) == ("Dammbruch – 3 Tote", "Städtische Presse", None)
    assert found.published == Stated(datetime.date(2025, 2, 14), Origin.HEADER)
    assert (found.left_out, found.places) == ((), (Place(0, block=1), Place(20, block=2)))


def test_the_day_is_that_of_the_senders_clock() -> None:
    assert read(message("Text.")).published == Stated(datetime.date(2025, 2, 14), Origin.HEADER)


@pytest.mark.parametrize("sent", ["soon", "Fri, 30 Feb 2025 10:00:00 +0000", "x" * 100_000, "1 1 1 1 1", "-1 Feb 2025"])
def test_a_date_that_names_no_day_is_noted(sent: str) -> None:
    found = read(message("Text.", sent=sent))
    assert (found.published, found.note) == (None, "its Date header names no day")


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("The dam", "The dam"),
        ("Re: Fwd: [desk-list] AW: The dam", "The dam"),
        ("=?utf-8?q?D=C3=A4mme?= =?utf-8?b?IGJyZWNoZW4=?=", "Dämme brechen"),
        ("=?iso-8859-1?Q?D=E4mme?= in Köln – \\u12", "Dämme in Köln – \ufffd"),
        ("=?utf-7?q?+2AA-?= \\ud800", "+2AA- ?"),
        ("=?no-such?q?The_dam?=", "The dam"),
        ("=?utf-8?b?A?= dam", "=?utf-8?b?A?= dam"),
        ("The\r\n dam\r\n\tbroke", "The dam broke"),
        ("Re:", None),
        ("", None),
        ("=?utf-8?q?a=0D=0Ab=1B[31m?=", "a b\x1b[31m"),
    ],
)
def test_subjects(subject: str, title: str | None) -> None:
    assert read(message("Text.", subject=subject)).title == title


@pytest.mark.parametrize(
    ("sender", "publisher"),
    [
        ("Harbour Board <press@example.org>", "Harbour Board"),
        ('"Board, Harbour" <press@example.org>', "Board, Harbour"),
        ("=?utf-8?q?St=C3=A4dtische?= Presse <p@example.org>", "Städtische Presse"),
        ("press@example.org", None),
        ('"press@example.org" <press@example.org>', None),
        ("((((((((((" * 20_000, None),
        ("", None),
    ],
)
def test_senders(sender: str, publisher: str | None) -> None:
    assert read(message("Text.", sender=sender)).publisher == publisher


def test_headers_in_bytes_of_no_declared_charset() -> None:
    data = message("Text.").replace(b"The dam", "Die Dämme".encode("cp1252")).replace(b"Harbour", "Häfen".encode())
    found = read(data)
    assert (found.title, found.publisher) == ("Die Dämme", "Häfen Board")


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("quoted-printable", quopri.encodestring("“€4,000”\n".encode() * 30)),
        ("base64", base64.encodebytes("“€4,000”\n".encode() * 30)),
        ("8bit", "“€4,000”\n".encode() * 30),
    ],
)
def test_encodings_for_transfer(encoding: str, body: bytes) -> None:
    more = f"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n"
    assert read(message(body, more=more)).text == "\n".join(["“€4,000”"] * 30)


def test_the_declared_charset_is_followed_also_for_a_page() -> None:
    body = "Жители города уехали".encode("koi8-r")
    assert read(message(body, more="Content-Type: text/plain; charset=koi8-r\r\n")).text == "Жители города уехали"
    head = "Content-Type: text/html; charset=koi8-r\r\n"
    wrong = b"<html><head><meta charset=utf-8></head><body><p>%s</p></body></html>" % body
    assert read(message(wrong, more=head)).text == "Жители города уехали"


def test_the_plain_text_goes_before_the_page() -> None:
    found = read(several("alternative", [plain(LONG), page("<p>Other.</p>")]))
    assert found.text == LONG.strip()


def test_the_page_goes_before_a_notice_that_there_is_one() -> None:
    notice = plain("View this message in your browser.")
    assert read(several("alternative", [notice, page(f"<p>{LONG}</p>")])).text == LONG.strip()
    assert read(several("alternative", [plain(" \n"), page("<p>The page.</p>")])).text == "The page."
    assert read(several("alternative", [plain("Short."), page("<p>Short, too.</p>")])).text == "Short."
    assert read(several("alternative", [plain("Short."), page("")])).text == "Short."


def test_parts_within_parts() -> None:
    pictures = within("related", [page("<p>The page.</p>"), attached("logo.png", "image/png")], "R")
    alternatives = within("alternative", [pictures], "A")
    found = read(several("mixed", [alternatives, attached("b.pdf"), plain("At the end.")]))
    assert found.text == "The page.\n\nAt the end."
    assert found.note == "1 attachment not read: b.pdf"


def test_attachments_are_named_and_not_read() -> None:
    texts = [
        plain("Text."),
        attached("a.txt", "text/plain"),
        "Content-Type: message/rfc822\n\n" + "Subject: x\n\nInner.",
    ]
    found = read(several("mixed", [*texts, *(attached(f"{n}{'x' * 90}.pdf") for n in range(6))]))
    assert found.text == "Text."
    names = ", ".join(f"{n}{'x' * 59}…" for n in range(3))
    assert found.note == f"8 attachments not read: a.txt, a message, {names} and 3 more"


def test_a_message_without_text_names_what_is_attached() -> None:
    assert error(several("mixed", [attached("a.pdf")])) == (
        "no text in the message, 1 attachment not read: a.pdf: save the text that it shows as .txt"
    )
    assert error(message("")).startswith("no text in the message: ")


@pytest.mark.parametrize("data", [b"", b"Just a text.\n", b"\0\xff\xfe", b"\r\n\r\n", b"Note: a text\n\nwith a colon"])
def test_what_is_no_message(data: bytes) -> None:
    assert error(data) == "no message, it has no header lines: name it .txt if it is text"


def test_a_mark_or_blank_lines_before_the_headers() -> None:
    assert read(b"\xef\xbb\xbf\r\n\r\n" + message("Text.")).title == "The dam"


def test_quoted_lines_and_what_introduces_them_are_not_the_senders() -> None:
    before = "It was 12.\n\nOn Thu, 13 Feb 2025 at 09:12, A. Writer\n<a@example.org> wrote:\n"
    body = f"{before}> It was 9.\n>\n> A.\n\nYes, 12.\n"
    assert own(message(body, subject="Re: The dam")) == "It was 12.\n\n\n\nYes, 12."
    assert read(message(body)).note == "left out as quoted or as a signature: 5 lines"


def test_an_answer_above_what_it_answers() -> None:
    body = "It was 12.\n\nOn Thu, 13 Feb 2025 at 09:12, A. Writer <a@example.org> wrote:\n\nIt was 9.\n\nA.\n"
    assert own(message(body)) == "It was 12."
    prose = "It was 12.\n\nOn Thursday, the board wrote:\n\nIt was 9.\n"
    assert own(message(prose)) == prose.strip()


def test_the_header_of_what_is_answered() -> None:
    head = "From: A. Writer <a@example.org>\nSent: Thursday, 13 February 2025 09:12\nTo: Desk\nSubject: The dam\n"
    body = f"It was 12.\n\n________________________________\n{head}\nIt was 9.\n"
    assert own(message(body, subject="RE: The dam")) == "It was 12."


def test_a_message_passed_on_is_read_and_dated_as_it_was_sent() -> None:
    head = "From: A. Writer <a@example.org>\nDate: Thu, Feb 13, 2025 at 9:12 AM\nSubject: The dam\nTo: Desk <d@x.org>\n"
    body = f"For you.\n\n---------- Forwarded message ---------\n{head}\n\nIt was 9.\n"
    found = read(message(body, subject="Fwd: The dam"))
    assert own(message(body, subject="Fwd: The dam")) == "For you.\n\n\n\n\nIt was 9."
    assert (found.publisher, found.published) == (
        "A. Writer",
        Stated(datetime.date(2025, 2, 13), Origin.HEADER),
    )
    # What that one answers is not passed on.
    older = head.replace("Writer", "Nother")
    assert own(message(f"{body}\n{older}\nIt was 8.", subject="Fwd: The dam")).endswith("It was 9.")


def test_a_message_passed_on_without_a_word_of_it() -> None:
    head = "From: A. Writer <a@example.org>\nSent: 13 February 2025 09:12\nTo: Desk\nSubject: The dam\n"
    assert own(message(f"For you.\n\n{head}\nIt was 9.\n", subject="FW: The dam")).endswith("It was 9.")


def test_a_message_passed_on_with_marks_of_quotation() -> None:
    head = "> From: A <a@x.org>\n> Date: 13 February 2025 at 9:12\n> Subject: S\n"
    body = f"Begin forwarded message:\n\n{head}>\n> It was 9.\n"
    assert own(message(body)) == "It was 9."


def test_the_head_of_a_press_release_hides_nothing() -> None:
    body = "Dear all,\n\nFROM: The Board\nTO: Editors\nDATE: 13 February 2025\nSUBJECT: The dam\n\nIt was 9.\n"
    assert own(message(body, subject="Re: The dam")) == body.strip()


def test_a_signature_is_left_out_and_a_line_of_two_hyphens_is_not_enough() -> None:
    assert own(message("It was 9.\n-- \nA. Writer\n+43 1 4000\n\n> 8?\n")) == "It was 9."
    long = "It was 9.\n--\n" + "It was 10.\n" * 13
    assert own(message(long)) == long.strip()


def test_where_all_is_quoted_it_is_what_the_message_says() -> None:
    assert own(message("> It was 9.\n")) == "> It was 9."


def test_a_page_that_a_browser_saved_with_its_pictures() -> None:
    parts = [page(f"<h1>The dam</h1><p>{LONG}</p>"), "Content-Type: text/css\n\np {}", attached("a.png", "image/png")]
    found = read(several("related", parts, sender="<Saved by Blink>", subject="x"))
    assert found.text.endswith(LONG.strip())
    assert (found.published, found.publisher, found.note) == (None, None, None)


def test_every_cut_is_an_error_or_a_text() -> None:
    alternatives = within("alternative", [plain("It was 9.\n> 8"), page("<p>It was 9.</p>")], "A")
    data = several("mixed", [alternatives, attached("b.pdf"), "Content-Transfer-Encoding: base64\n\nSXQgd2Fz"])
    for end in range(0, len(data), 11):
        with contextlib.suppress(FactcheckError):
            read(data[:end])


@pytest.mark.parametrize("depth", [40, 200, 3_000])
def test_parts_nested_deeply(depth: int) -> None:
    opened = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    data = opened.replace("\n", "\r\n").encode() + plain("Text.").encode()
    if depth == 40:
        assert read(b"Subject: x\r\n" + data).text == "Text."
    else:
        assert error(b"Subject: x\r\n" + data).startswith("its parts are nested too deeply")


def test_long_headers_lines_and_many_of_them() -> None:
    assert len(read(message("Text.", subject="=?a?q?" * 50_000)).title or "") < 2_000
    assert read(message("Text.", more="X: " + '"' * 300_000 + "\r\n")).text == "Text."
    assert read(message("a " * 500_000)).text == ("a " * 500_000).strip()
    many = "On x wrote:\n" * 20_000 + "From: a@b\nTo: x\nDate: y\n\n" * 20_000 + "--\n" * 20_000 + "> a\nb\n" * 20_000
    assert read(message(many)).text.startswith("On x wrote:")


@pytest.mark.parametrize(
    "head",
    [
        "Content-Type: multipart/mixed\r\n",
        "Content-Type: multipart/mixed; boundary=\r\n",
        "Content-Type: text/plain; charset=no-such-charset\r\n",
        "Content-Type: text/plain; charset*=%F0%9F'x'y\r\n",
        "Content-Type: ;;;===\r\n",
        "Content-Transfer-Encoding: x-unknown\r\n",
        "Content-Disposition: attachment; filename*0*=x'y'%FF\r\n",
        "Content-Transfer-Encoding: uuencode\r\n",
    ],
)
def test_broken_headers_of_the_text(head: str) -> None:
    assert read(message("Text.", more=head)).text == "Text."
