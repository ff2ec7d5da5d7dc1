"""Decoding: the text, its newlines, and what had to be assumed."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.text import Decoded, decode


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
        "no mark".encode("utf-16-le") + b"\0",
        "\0".encode("utf-16-le") * 40,
        b"\0\0\0a\0\0\0b" * 9,
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


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["The fire killed 12 people.\r\n", "a", "Zürich: “5 €”, 東京 and much more of it"])
def test_utf_16_without_a_mark_is_known_by_its_nuls(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == Decoded(text, "no byte order mark; read as UTF-16")


_NEWS = "Nobody in the harbour had seen the ship before the storm came up, the mayor told reporters. "


@pytest.mark.parametrize(
    ("data", "text", "note"),
    [
        (_NEWS.encode() + "Zürich — 5 €".encode()[:-1], f"{_NEWS}Zürich — 5 \ufffd", "2 bytes"),
        ("Zürich ".encode() * 20 + b"\x93 ", "Zürich " * 20 + "\ufffd ", "1 byte "),
        (codecs.BOM_UTF8 + "é".encode() * 20 + b"\x93", "é" * 20 + "\ufffd", "1 byte "),
    ],
)
def test_utf_8_with_few_broken_bytes_stays_utf_8(data: bytes, text: str, note: str) -> None:
    decoded = decode(data, "a.txt")
    assert decoded.text == text
    assert decoded.note is not None
    assert decoded.note.startswith(f"broken UTF-8: {note}")


@pytest.mark.parametrize("end", ["é", "caf\xe9", "“", "Zoë"])
def test_one_western_byte_is_no_broken_utf_8(end: str) -> None:
    assert decode((_NEWS + end).encode("cp1252"), "a.txt").text == _NEWS + end


@pytest.mark.parametrize(
    "text",
    [
        "Café.",
        "“Never,” she said – it’s 5 € more than Zoë Müller’s résumé.",
        "It cost £50 and 20 € in São Paulo; ½ of it at 35°C, §12 says «oui».",
        "Das Feuer zerstörte vierzig Häuser, erklärten die Behörden. „Wir müssen prüfen“, hieß es; Straßen blieben zu.",
        "L’été dernier, le préfet a déclaré qu’une enquête était ouverte à la gare. « C’était très grave », dit-il.",
        "¿Qué pasó? ¡Nadie lo sabe! El señor Núñez llegó mañana, según las autoridades de la región.",
        "På måndagen brann fyrtio hus i Malmö, sade borgmästaren. Vägen är öppen på söndag.",
        "São Paulo’s team flew to the harbour before the storm came up that night, the mayor told us on the quay. " * 9,
        "Sergeant Jørgensen’s naïve façade … £50, £60, £70 and £80 — that’s São Tomé’s dream, he said. " * 3,
    ],
)
def test_western_text_is_read_as_windows_1252(text: str) -> None:
    decoded = decode(text.encode("cp1252"), "a.txt")
    assert decoded.text == text
    assert decoded.note is not None
    assert decoded.note.endswith("read as Windows-1252")


_RUSSIAN = "В понедельник мэр сообщил, что 8000 жителей покинули город. Пожар уничтожил сорок домов, дорога закрыта.\n"
_POLISH = "W poniedziałek burmistrz powiedział, że pożar zniszczył czterdzieści domów; słyszano głośny wybuch.\n"
_JAPANESE = "市長は月曜日、8000人の住民が町を離れたと述べた。火災で40軒の家が焼失し、道路は閉鎖されている。\n"
_CHINESE = "市长周一表示，八千名居民已经离开城市。大火烧毁了四十座房屋，道路仍然关闭。\n"


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (_RUSSIAN, "cp1251", "Windows-1251"),
        (_RUSSIAN, "koi8-r", "KOI8-R"),
        (_POLISH, "cp1250", "Windows-1250"),
        (_JAPANESE, "shift_jis", "Shift_JIS"),
        (_JAPANESE, "euc-jp", "EUC-JP"),
        (_CHINESE, "gb18030", "GB18030"),
    ],
)
@pytest.mark.parametrize("before", ["", _NEWS * 400])
def test_other_encodings_are_guessed_and_said(text: str, encoding: str, name: str, before: str) -> None:
    data = f"{before}\n{text}".encode(encoding)
    decoded = decode(data, "a.txt")
    assert decoded.text == f"{before}\n{text}"
    assert decoded.note is not None
    assert decoded.note.endswith(f"); read as {name} (guessed)")


@pytest.mark.parametrize(
    ("data", "declared", "text", "note"),
    [
        ("Łódź".encode("cp1250"), "windows-1250", "Łódź", None),
        ("“Łódź”".encode(), "iso-8859-1", "“Łódź”", "declared as Windows-1252, but it is UTF-8"),
        ("“yes”".encode("cp1252"), "ISO-8859-1", "“yes”", None),
        ("“yes”".encode("cp1252"), "utf-8", "“yes”", "not UTF-8 (byte 0); read as Windows-1252"),
        ("東京".encode("iso2022_jp"), "ISO-2022-JP", "東京", None),
        ("汉字".encode("gb18030"), " GB2312 ", "汉字", None),
        (
            b"caf\xe9",
            "shift_jis",
            "café",
            "declared as Shift_JIS, which it is not; not UTF-8 (byte 3); read as Windows-1252",
        ),
        ("é".encode(), "utf-16", "é", "declared as 'utf-16', which is not followed; read as UTF-8"),
        (b"abc", "rot13", "abc", "declared as 'rot13', which is not followed; read as UTF-8"),
        (b"abc", "a\0b\ud800", "abc", "declared as 'a\\x00b\\ud800', which is not followed; read as UTF-8"),
        (codecs.BOM_UTF8 + "é".encode(), "koi8-r", "é", None),
    ],
)
def test_a_declared_charset(data: bytes, declared: str, text: str, note: str | None) -> None:
    assert decode(data, "a.txt", declared) == Decoded(text, note)


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "shift_jis", "gb18030", "windows-1252", "big5", "x"]))
def test_any_bytes_are_text_or_an_error(data: bytes, declared: str | None) -> None:
    try:
        decoded = decode(data, "a.txt", declared)
    except FactcheckError as error:
        assert error.path == "a.txt"
    else:
        decoded.text.encode()
        assert "\0" not in decoded.text


def test_escape_sequences_are_text() -> None:
    assert decode(b"\x1b[31mred\x1b[0m", "a.txt").text == "\x1b[31mred\x1b[0m"
