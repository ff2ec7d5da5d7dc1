"""PDFs made to break their readers: each ends in an error that says what to do, or is read."""

import hashlib
import zlib
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pdf import column_of, hexadecimal, of_objects, packed, show, stream
from test_read_pdf import document, error

from factcheck.errors import FactcheckError
from factcheck.read import Limits, read_sources

_PAGE = [show("Text.", 40, 300)]
_FORM = "/Type /XObject /Subtype /Form /BBox [0 0 420 380] /Resources <</XObject <</X 8 0 R>> /Font <</F1 3 0 R>> >>"
_OPEN = "open and save it anew"


@pytest.mark.parametrize("data", [b"", b"no PDF", b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\0" * 1000])
def test_what_is_no_pdf(data: bytes) -> None:
    assert error(data) == f"no PDF, or a broken one: {_OPEN}, or save its text as .txt"


def test_any_cut_and_any_changed_byte_is_an_error_or_a_text() -> None:
    data = packed([_PAGE, column_of(["Two lines of", "text."], 40, 300)], title="Title")
    for place in range(0, len(data), 3):
        for broken in (data[:place], data[:place] + bytes([data[place] ^ 0x15]) + data[place + 1 :]):
            try:
                document(broken)
            except FactcheckError:
                continue


def test_a_form_that_draws_itself() -> None:
    page = "/Resources <</XObject <</X 8 0 R>> /Font <</F1 3 0 R>> >>"
    form = stream(b"/X Do BT /F1 9 Tf 40 200 Td (Within.) Tj ET", _FORM)
    assert document(packed([[*_PAGE, "/X Do"]], page=page, more=[form])).text == "Text.\n\nWithin."


def test_forms_that_multiply_are_stopped_and_the_next_file_is_read(tmp_path: Path) -> None:
    page = "/Resources <</XObject <</X 8 0 R>> /Font <</F1 3 0 R>> >>"
    forms = [stream(b"/X Do " * 20, _FORM.replace("8 0 R", f"{9 + i} 0 R")) for i in range(8)]
    last = stream(b"BT /F1 9 Tf 40 200 Td (Within.) Tj ET", _FORM.replace("8 0 R", "1 0 R"))
    (tmp_path / "a.pdf").write_bytes(packed([[*_PAGE, "/X Do"]], page=page, more=[*forms, last]))
    (tmp_path / "b.pdf").write_bytes(packed([_PAGE]))
    read = read_sources([str(tmp_path)], limits=Limits(seconds=30.0, memory=400_000_000))
    assert [source.text for source in read.sources] == ["Text."]
    assert [Path(error.path or "").name for error in read.errors] == ["a.pdf"]


def tree(*kids: bytes) -> bytes:
    """A PDF with a tree of pages: its root, then the others from object 6 on."""
    return of_objects([b"<</Type /Catalog /Pages 2 0 R>>", kids[0], b"<<>>", b"<<>>", b"<<>>", *kids[1:]])


def test_trees_of_pages_that_go_round_lie_or_are_deep() -> None:
    round_ = b"<</Type /Pages /Kids [2 0 R] /Count 2 /Parent 2 0 R>>"
    assert _OPEN in error(tree(b"<</Type /Pages /Kids [2 0 R 6 0 R] /Count 3 /Parent 6 0 R>>", round_))
    page = b"<</Type /Page /Parent 2 0 R>>"
    assert document(tree(b"<</Type /Pages /Kids [6 0 R] /Count 1000000000>>", page)).text == ""
    assert "1,999 pages broken" in error(tree(b"<</Type /Pages /Kids [6 0 R] /Count 2000>>", page))
    nodes = (b"<</Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R>>" % (7 + i, 5 + i) for i in range(20_000))
    assert _OPEN in error(tree(b"<</Type /Pages /Kids [6 0 R] /Count 1>>", *nodes, page))


def test_more_pages_than_the_limit_are_an_error_and_not_cut_off() -> None:
    pages = [_PAGE] * 4
    assert document(packed(pages), pages=4).text
    assert error(packed(pages), pages=3) == "4 pages, and at most 3 are read: save the pages that matter as a PDF"


def test_more_text_than_the_limit() -> None:
    lines = column_of(["word " * 12] * 25, 40, 340)
    assert "--max-size" in error(packed([lines] * 3), text=2_000)


@pytest.mark.parametrize(
    "page", [f"/MediaBox [{box}]" for box in ("0 0 1e30 1e30", "0 0 0 0", "a b", "420 380 0 0", "", "0 0 420")]
)
def test_boxes_of_any_size(page: str) -> None:
    assert document(packed([_PAGE], page=page)).text == "Text."


@pytest.mark.parametrize(
    "shown",
    [
        show("Gone.", 40, 200, size=0),
        show("Gone.", 40, 200, size=1e30),
        show("Gone.", 1e30, -1e30),
        show("Gone.", 40, 200, matrix="0 0 0 0"),
        "BT (No font.) Tj ET",
        "BT /F9 9 Tf (No such font.) Tj ET",
        "[" * 100_000,
        "q " * 100_000,
        "(" * 100_000,
    ],
)
def test_what_cannot_be_shown_leaves_the_rest(shown: str) -> None:
    assert document(packed([[*_PAGE, shown]])).text.startswith("Text.")
    try:
        document(packed([[shown]]))
    except FactcheckError as failure:
        assert failure.message.startswith("no text, 1 scanned page")


def test_text_that_steers_terminals_loses_its_controls() -> None:
    found = document(packed([[show("a\x1b[31mb\x07c", 40, 300)]], title="T\x1b]0;x\x07"))
    assert found.text == "a[31mbc"


def test_a_page_that_unpacks_to_far_more_than_the_file_is_read_as_far_as_it_has_text() -> None:
    content = zlib.compress(b"BT /F1 9 Tf 40 300 Td (Text.) Tj ET " + b" " * 20_000_000, 9)
    data = packed([[]], more=[stream(content, "/Filter /FlateDecode")]).replace(b"/Contents 7 0 R", b"/Contents 8 0 R")
    assert document(data).text == "Text."


_PLACED = st.tuples(
    st.integers(0, 9), st.integers(0, 40), st.sampled_from([5, 9, 9, 9, 14]), st.sampled_from([0, 1.7, 4])
)


@given(st.lists(_PLACED, min_size=1, max_size=60, unique_by=lambda place: place[:2]), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_whatever_the_layout_each_word_is_read_once(places: list[tuple[int, int, int, float]], shuffle: Random) -> None:
    names = ("".join("bcdfghjklm"[int(digit)] + "a" for digit in f"{i:02}") for i in range(len(places)))
    words = [str(4_250 + i) if i % 2 else name for i, name in enumerate(names)]
    shown = [
        show(word, 20 + 40 * column + off, 20 + 8.5 * line, size=size)
        for word, (column, line, size, off) in zip(words, places, strict=True)
    ]
    shuffle.shuffle(shown)
    read = document(packed([shown])).text.replace("|", " ").split()
    assert sorted(read) == sorted(words)


def test_very_many_pieces_of_text_end() -> None:
    scattered = [show("a", 40 + i % 50 * 7, 340 - i // 50 * 4) for i in range(4_000)]
    assert document(packed([scattered])).text.count("a") == 4_000


def test_a_page_that_is_broken_is_told_and_the_others_are_read() -> None:
    data = packed([_PAGE, _PAGE, [show("Last.", 40, 300)]]).replace(b"/Kids [6 0 R 8 0 R", b"/Kids [6 0 R 99 0 R")
    found = document(data)
    assert found.text == "Text.\n\nLast."
    assert found.note == f"page 2 not read: broken: {_OPEN}"


_ID = b"0123456789abcdef"
_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def locked(user: bytes, owner: bytes) -> bytes:
    """A PDF under two passwords by the first algorithm of the format, of 40 bits: the user's opens it."""
    user_padded = (user + _PADDING)[:32]
    owned = rc4(hashlib.md5((owner + _PADDING)[:32]).digest()[:5], user_padded)
    rights = b"\xc0\xff\xff\xff"
    key = hashlib.md5(user_padded + owned + rights + _ID).digest()[:5]
    content = rc4(hashlib.md5(key + b"\x07\0\0\0\0").digest()[:10], b"BT /F1 9 Tf 40 300 Td (Text.) Tj ET")
    data = packed([[]], more=[b"<</Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -64>>" % (
        owned.hex().encode(), rc4(key, _PADDING).hex().encode())])  # fmt: skip
    objects = [part.split(b" obj\n", 1)[1] for part in data.split(b"\nendobj\n")[:-1]]
    objects[6] = stream(content)
    return of_objects(objects, f"/Encrypt 8 0 R /ID [<{_ID.hex()}> <00>]")


def rc4(key: Sequence[int], data: bytes) -> bytes:
    state, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def test_passwords_to_open_are_an_error_and_those_of_the_owner_alone_are_none() -> None:
    assert error(locked(b"secret", b"owner")) == "it opens with a password only: save a copy without one"
    assert document(locked(b"", b"owner")).text == "Text."


def test_encryption_that_is_not_known() -> None:
    data = locked(b"", b"owner").replace(b"/Filter /Standard", b"/Filter /Strangers")
    assert error(data) == "encrypted in a way that cannot be read: save a copy without encryption"


def test_titles_of_any_kind() -> None:
    assert document(packed([_PAGE], title="A\nB \U0001f600")).title == "A B \U0001f600"
    assert document(packed([_PAGE], title="A\nB \ud83d")).text == "Text."
    assert document(packed([_PAGE], properties=f"/Title {hexadecimal('x' * 100_000)}")).title is None
