"""Decoding: the text, its newlines, and what had to be assumed."""

import codecs

import pytest

from factcheck.errors import FactcheckError
from factcheck.text import decode


@pytest.mark.parametrize(
    "data",
    [
        "Zürich: 5 €\r\nend\n".encode(),
        codecs.BOM_UTF8 + "Zürich: 5 €\r\nend\n".encode(),
        codecs.BOM_UTF16_LE + "Zürich: 5 €\r\nend\n".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "Zürich: 5 €\r\nend\n".encode("utf-16-be"),
        codecs.BOM_UTF32_LE + "Zürich: 5 €\r\nend\n".encode("utf-32-le"),
    ],
)
def test_a_declared_or_valid_encoding_is_read_without_a_note(data: bytes) -> None:
    decoded = decode(data, "a.txt")
    assert decoded.text == "Zürich: 5 €\r\nend\n"
    assert decoded.note is None


def test_windows_1252_is_assumed_and_said() -> None:
    decoded = decode("“Zürich”".encode("cp1252"), "a.txt")
    assert decoded.text == "“Zürich”"
    assert decoded.note is not None
    assert "Windows-1252" in decoded.note
    assert "byte 0" in decoded.note


def test_bytes_that_windows_1252_leaves_undefined_are_read_as_latin_1() -> None:
    decoded = decode(b"caf\xe9 \x81", "a.txt")
    assert decoded.text == "café \x81"
    assert decoded.note is not None
    assert "Latin-1" in decoded.note


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"text and a NUL \0",
        "no mark".encode("utf-16-le"),
        bytes(range(1, 32)) * 4 + b"\xff\xfe\xfa",
        codecs.BOM_UTF16_LE + b"a\0\0\0",
    ],
)
def test_binary_data_is_an_error_with_a_cure(data: bytes) -> None:
    with pytest.raises(FactcheckError, match=r"^a\.txt: binary data, not text: convert"):
        decode(data, "a.txt")


def test_a_mark_that_lies_is_an_error() -> None:
    with pytest.raises(FactcheckError, match=r"a\.txt: broken UTF-16 at byte"):
        decode(codecs.BOM_UTF16_LE + b"a\0b", "a.txt")
    with pytest.raises(FactcheckError, match=r"a\.txt: broken UTF-8 at byte 3"):
        decode(codecs.BOM_UTF8 + b"caf\xe9", "a.txt")


def test_escape_sequences_are_text() -> None:
    assert decode(b"\x1b[31mred\x1b[0m", "a.txt").text == "\x1b[31mred\x1b[0m"
