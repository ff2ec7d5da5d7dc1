"""What cannot be read is called what it is, with what to do; so is what bears another's name."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest
from made import docx

from factcheck.errors import FactcheckError
from factcheck.read import read_sources
from factcheck.read.document import Raw
from factcheck.read.kinds import kinds
from factcheck.read.registry import check_contents, reader_of_contents, readers
from factcheck.read.signature import kind_of_contents

WORD = docx.packed(docx.parts(docx.paragraph(docx.run("Prose."))))
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def zipped(name: str, content: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def compound(stream: str) -> bytes:
    return _COMPOUND + stream.encode("utf-16-le") + bytes(100)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("a.csv", "a table: write its figures as sentences in a .txt or .md file"),
        ("a.XLSX", "a table: write its figures"),
        ("a.doc", "an old Word document: save its text as .docx or .txt"),
        ("a.odt", "a text document: save its text"),
        ("a.rtf", "rich text: save its text"),
        ("a.pptx", "slides: save their text as .txt"),
        ("a.epub", "an e-book: save"),
        ("a.msg", "a message of Outlook: save each message as .eml"),
        ("a.jpg", "a picture: run text recognition (OCR) on it"),
        ("a.mp3", "a recording: write down what is said"),
        ("a.zip", "an archive: unpack it"),
        ("a.json", 'JSON: write one object with "id" and "text" a line and name it .jsonl'),
    ],
)
def test_what_has_no_reader_is_skipped_with_a_cure(
    name: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(b"4,000 people fled.")
    Path("b.txt").write_bytes(b"Prose.")
    for paths in ([name, "b.txt"], ["."]):
        result = read_sources(paths)
        assert [source.id for source in result.sources] == ["b.txt"]
        (skipped,) = result.skipped
        assert skipped.path == name
        assert skipped.reason.startswith(f"no reader for {Path(name).suffix.lower()}, {reason}")


def test_the_file_that_says_that_word_has_another_open_is_hidden(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(WORD)
    (tmp_path / "~$a.docx").write_bytes(b"\x05Owner" + bytes(100))
    result = read_sources([str(tmp_path)])
    assert ([source.text for source in result.sources], result.errors, result.skipped) == (["Prose."], (), ())


def test_no_suffix_is_of_two_kinds_and_each_says_what_to_do() -> None:
    suffixes = [suffix for kind in dict.fromkeys(kinds().values()) for suffix in kind.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n", "a PDF: name it .pdf"),
        (WORD, "a Word document: name it .docx"),
        (zipped("xl/workbook.xml"), "a table: write its figures"),
        (zipped("ppt/presentation.xml"), "slides: save"),
        (zipped("mimetype", "application/epub+zip"), "an e-book: "),
        (zipped("mimetype", "application/vnd.oasis.opendocument.text"), "a text document: "),
        (zipped("a.txt"), "an archive: unpack it"),
        (zipped("a.txt")[-22:], "an archive: unpack it"),
        (compound("EncryptedPackage"), "a document with a password: remove the password and save it anew"),
        (compound("WordDocument"), "an old Word document: "),
        (compound("Workbook"), "a table: "),
        (compound("__substg1.0_001A001E"), "a message of Outlook: "),
        (gzip.compress(b"Prose.", mtime=0), "compressed data: name it after what is in it"),
        (b"{\\rtf1\\ansi Prose.}", "rich text: "),
        (b"\x89PNG\r\n\x1a\n", "a picture: "),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a picture: "),
        (b"RIFF\0\0\0\0WAVEfmt ", "a recording: "),
        (b"\xef\xbb\xbf\r\n <!DOCTYPE HTML><title>x", "a web page: name it .html"),
        ("\ufeff<html>".encode("utf-16-le"), "a web page: name it .html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html>\n<HTML>', "a web page: name it .html"),
        (b'<?xml version="1.0"?><rss/>', "XML: save its text as .txt"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.jsonl"])
def test_what_bears_the_name_of_text_is_told_by_its_contents(data: bytes, what: str, name: str) -> None:
    with pytest.raises(FactcheckError) as caught:
        check_contents(Raw(name, data), readers()[Path(name).suffix])
    assert str(caught.value).startswith(f"{name}: it holds {what}")


@pytest.mark.parametrize(
    "text",
    ["", "Prose.", "PK, the pilot, fled.", "ID3 tags are old.", "<p>A fragment", "{", "BM 10", "\ufeffProse.", "%"],
)
def test_text_bears_no_mark(text: str) -> None:
    for encoding in ("utf-8", "utf-16"):
        assert kind_of_contents(text.encode(encoding)) is None


def test_a_reader_takes_its_own_kind_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.docm").write_bytes(WORD)
    Path("b.docx").write_bytes(compound("EncryptedPackage"))
    Path("c.docx").write_bytes(b"<html>Prose.")
    result = read_sources(["."])
    assert [source.id for source in result.sources] == ["a.docm"]
    assert [str(error).partition(": ")[2].split(":")[0] for error in result.errors] == [
        "it holds a document with a password",
        "it holds a web page",
    ]


def test_what_has_no_name_is_read_by_its_contents() -> None:
    assert reader_of_contents(WORD).name == "docx"
    assert reader_of_contents(b' {"id": 1}').name == "jsonl"
    assert reader_of_contents(b"Prose.").name == "markdown"
    assert reader_of_contents(zipped("a.txt")).name == "markdown"
