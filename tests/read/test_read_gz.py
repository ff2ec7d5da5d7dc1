"""Compressed sources: read as what is in them, and whatever is wrong with the compression is an error."""

import gzip
import zlib
from pathlib import Path

import pytest
from made import docx
from made.docx import packed, paragraph, parts

from factcheck.errors import FactcheckError
from factcheck.read import Limits, corpus_files, read_sources, source_folders
from factcheck.read.document import Raw
from factcheck.read.unpacking import gunzip

TEXT = "About 4,000 people fled. " * 400


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def unpacked(data: bytes, most: int = 10_000_000) -> str:
    return gunzip(Raw("a.txt.gz", data), most).decode()


def error(data: bytes, most: int = 10_000_000) -> str:
    with pytest.raises(FactcheckError) as caught:
        unpacked(data, most)
    assert caught.value.path == "a.txt.gz"
    return caught.value.message


def test_any_source_may_be_compressed() -> None:
    Path("a.txt.gz").write_bytes(gzip.compress(b"Prose."))
    Path("b.MD.GZ").write_bytes(gzip.compress(b"---\ntitle: T\n---\nProse."))
    Path("c.jsonl.gz").write_bytes(gzip.compress(b'{"id": 1, "text": "Prose."}'))
    Path("d.docx.gz").write_bytes(gzip.compress(packed(parts(paragraph(docx.run("Prose."))))))
    result = read_sources(["."])
    assert result.errors == ()
    assert [s.id for s in result.sources] == ["a.txt.gz", "b.MD.GZ", "c.jsonl.gz#1", "d.docx.gz"]
    assert [s.text[s.body :] for s in result.sources] == ["Prose."] * 4
    assert corpus_files(Path(), "*") == ["a.txt.gz", "b.MD.GZ", "c.jsonl.gz", "d.docx.gz"]


def test_a_folder_of_compressed_sources_is_one_of_sources() -> None:
    Path("in").mkdir()
    Path("in/a.txt.gz").write_bytes(gzip.compress(b"Prose."))
    assert source_folders(Path()) == ["in"]


def test_what_is_in_it_has_to_have_a_reader() -> None:
    for name in ("a.gz", "b.csv.gz", "c.tar.gz", "d.txt.gz.gz", "e.v2.gz"):
        Path(name).write_bytes(gzip.compress(b"Prose."))
    named = read_sources(["a.gz", "b.csv.gz", "c.tar.gz", "d.txt.gz.gz", "e.v2.gz"])
    compressed = "compressed data: name it after what is in it, as in .txt.gz"
    assert [s.reason for s in named.skipped] == [
        f"no reader for .gz, {compressed}",
        "no reader for .csv.gz, a table: write its figures as sentences in a .txt or .md file",
        "no reader for .tar.gz, an archive: unpack it",
        f"no reader for .gz.gz, {compressed}",
        f"no reader for .v2.gz, {compressed}",
    ]


def test_compressed_twice_is_not_read() -> None:
    Path("a.txt.gz").write_bytes(gzip.compress(gzip.compress(b"Prose.")))
    (found,) = read_sources(["a.txt.gz"]).errors
    assert str(found).startswith("a.txt.gz: it holds compressed data: ")


def test_several_members_and_zeros_that_fill_up_a_block() -> None:
    assert unpacked(gzip.compress(b"One. ") + gzip.compress(TEXT.encode()) + bytes(512)) == "One. " + TEXT
    assert unpacked(b"".join(gzip.compress(b"ab") for _ in range(3_000))) == "ab" * 3_000
    assert unpacked(gzip.compress(b"")) == ""


def test_large_data_that_hardly_shrinks() -> None:
    noise = "".join(f"{n * 2654435761 % 4294967296:x}" for n in range(100_000))
    assert unpacked(gzip.compress(noise.encode())) == noise


def test_cut_off_broken_and_followed_by_something_else() -> None:
    data = gzip.compress(TEXT.encode())
    for length in (0, 5, 20, len(data) // 2, len(data) - 1):
        assert error(data[:length]) == "its gzip data is cut off: copy or download it anew"
    assert error(data + gzip.compress(b"x")[:-1]).startswith("its gzip data is cut off")
    assert error(data + b"<html>").startswith("something else follows")
    assert error(b"Prose, not compressed.").startswith("broken gzip data (")
    # The sum at the end.
    assert error(data[:-8] + bytes([data[-8] ^ 1]) + data[-7:]).startswith("broken gzip data (")


def test_bombs() -> None:
    assert "unpack to more than" in error(gzip.compress(bytes(30_000_000)), most=10**9)
    assert "unpack to more than 9,999" in error(gzip.compress(TEXT.encode()), most=len(TEXT) - 1)
    assert len(unpacked(gzip.compress(bytes(9_000_000)))) == 9_000_000
    # An empty member takes 20 bytes.
    assert error(gzip.compress(b"") * 20_000).startswith("more than 10,000 gzip members")


def test_the_limit_of_a_text_holds_for_what_is_unpacked() -> None:
    compressor = zlib.compressobj(wbits=31)
    Path("a.txt.gz").write_bytes(compressor.compress(b"a " * 250) + compressor.flush())
    (found,) = read_sources(["a.txt.gz"], limits=Limits(text=100)).errors
    assert "unpack to more than 400" in str(found)
