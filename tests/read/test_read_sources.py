"""Files and folders to sources; what cannot be read is an error, and the rest is read."""

import datetime
import hashlib
import io
import os
import sys
from pathlib import Path

import pytest

from factcheck.read import ReadResult, read_sources, source_from_text


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: str, content: str | bytes = "Prose.") -> None:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


def ids(result: ReadResult) -> list[str]:
    return [source.id for source in result.sources]


def messages(result: ReadResult) -> list[str]:
    return [str(error) for error in result.errors]


def test_a_folder_is_walked_and_sorted_and_what_has_no_reader_is_skipped(here: Path) -> None:
    for name in ("in/b.txt", "in/a/z.MD", "in/a.txt", "in/a/data.csv", "in/.hidden/x.txt", "in/.x.txt", "in/noext"):
        write(name)
    result = read_sources(["in"])
    assert ids(result) == ["in/a.txt", "in/a/z.MD", "in/b.txt"]
    assert [(s.path, s.reason) for s in result.skipped] == [
        ("in/a/data.csv", "no reader for .csv, a table: write its figures as sentences in a .txt or .md file"),
        ("in/noext", "no reader for a file without a suffix"),
    ]
    assert result.errors == ()


def test_a_file_named_as_a_document_of_another_is_an_error(here: Path) -> None:
    write("d.jsonl", '{"id": "a.txt", "text": "One."}')
    write("d.jsonl#a.txt", "Two.")
    result = read_sources(["d.jsonl", "d.jsonl#a.txt"])
    assert [source.text for source in result.sources] == ["One."]
    assert messages(result) == ["d.jsonl#a.txt: a second source of this name: rename one of them"]


def test_a_source_carries_its_metadata(here: Path) -> None:
    data = b"---\ntitle: T\npublisher: P\ndate: 2025-02-14\n---\nThree words here.\n"
    write("a.md", data)
    (source,) = read_sources(["./a.md"]).sources
    assert (source.id, source.path, source.title, source.publisher) == ("a.md", "a.md", "T", "P")
    assert (source.published, source.published_from) == (datetime.date(2025, 2, 14), "front-matter")
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert source.text == data.decode()
    assert source.words == 3


def test_the_documents_of_a_jsonl_file_are_sources_of_their_own(here: Path) -> None:
    write("d.jsonl", '{"id": "x", "text": "One."}\n{"id": "w", "text": "Two."}\n')
    result = read_sources(["d.jsonl"])
    assert ids(result) == ["d.jsonl#w", "d.jsonl#x"]
    assert {s.path for s in result.sources} == {"d.jsonl"}
    assert result.sources[1].sha256 == hashlib.sha256(b"One.").hexdigest()


def test_the_order_of_the_paths_does_not_matter_and_a_file_is_read_once(here: Path) -> None:
    write("in/a.txt")
    write("in/b.txt")
    result = read_sources(["in/b.txt", "in", "./in/a.txt", str(here / "in" / "b.txt")])
    assert len(result.sources) == 2
    assert result == read_sources([str(here / "in" / "b.txt"), "in/a.txt", "in/b.txt", "in"])


def test_gitignore_is_respected_where_a_folder_is_walked(here: Path) -> None:
    for name in ("in/a.txt", "in/draft.txt", "in/old/b.txt", "in/sub/keep.txt", "in/sub/draft.txt", "in/sub/c.txt"):
        write(name)
    (here / ".git").mkdir()
    write(".gitignore", "draft.txt\nold/\n")
    write("in/sub/.gitignore", "!draft.txt\nc.txt\n")
    assert ids(read_sources(["in"])) == ["in/a.txt", "in/sub/draft.txt", "in/sub/keep.txt"]
    assert ids(read_sources([str(here / "in" / "sub" / ".." / "sub")])) == [
        (here / "in/sub/../sub" / name).as_posix() for name in ("draft.txt", "keep.txt")
    ]


def test_what_is_named_is_read_even_if_it_is_ignored(here: Path) -> None:
    write("in/old/b.txt")
    write("in/old/c.txt")
    (here / ".git").mkdir()
    write(".gitignore", "old/\nb.txt\n")
    assert ids(read_sources(["in/old/b.txt"])) == ["in/old/b.txt"]
    assert ids(read_sources(["in/old"])) == ["in/old/b.txt", "in/old/c.txt"]


def test_links_to_folders_are_not_followed_but_told(here: Path) -> None:
    write("in/a.txt")
    (here / "in" / "loop").symlink_to(here / "in", target_is_directory=True)
    (here / "in" / "copy.txt").symlink_to(here / "in" / "a.txt")
    result = read_sources(["in"])
    assert ids(result) == ["in/a.txt"]
    assert [s.path for s in result.skipped] == ["in/loop"]


def test_each_fault_is_one_error_with_its_place_and_cure_and_the_rest_is_read(here: Path) -> None:
    write("good.txt")
    write("empty.txt", " \n")
    write("binary.txt", b"\x89PNG\0\0")
    write("front.md", "---\ndate: 2025-02-30\n---\nProse.")
    write("only-front.md", "---\ntitle: x\n---\n")
    write("lines.jsonl", '{"id": "ok", "text": "Prose."}\n[]\n')
    write("none.jsonl", "\n")
    (here / "folder").mkdir()
    paths = ["missing.txt", "folder", "lines.jsonl", *(str(p.name) for p in sorted(here.glob("*.*")))]
    result = read_sources(paths)
    assert ids(result) == ["good.txt", "lines.jsonl#ok"]
    assert sorted(m.split(": ")[0] for m in messages(result)) == [
        "binary.txt",
        "empty.txt",
        "folder",
        "front.md:2",
        "lines.jsonl:2",
        "missing.txt",
        "none.jsonl",
        "only-front.md",
    ]
    assert all(m.count(": ") >= 2 and "\n" not in m for m in messages(result))
    assert {s.path for s in result.skipped} == {m.split(":")[0] for m in messages(result)}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_an_error(here: Path) -> None:
    write("secret.txt")
    Path("secret.txt").chmod(0)
    assert messages(read_sources(["secret.txt"])) == [
        "secret.txt: permission denied: check the file and its permissions"
    ]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs device files")
def test_a_device_is_not_read(here: Path) -> None:
    assert messages(read_sources(["/dev/zero"])) == ["/dev/zero: neither a file nor a folder: give a file of text"]


def test_a_named_file_of_an_unknown_kind_is_skipped_and_one_without_a_suffix_is_text(here: Path) -> None:
    write("a.xyz")
    write("NOTES")
    result = read_sources(["a.xyz", "NOTES"])
    assert ids(result) == ["NOTES"]
    assert [(s.path, s.reason) for s in result.skipped] == [("a.xyz", "no reader for .xyz")]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Prose.", ["-"]),
        (b"---\ntitle: x\n---\nProse.", ["-"]),
        (b'{"id": "a", "text": "Prose."}\n{"id": "b", "text": "Prose."}', ["-#a", "-#b"]),
    ],
)
def test_standard_input(data: bytes, expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert ids(read_sources(["-"])) == expected


def test_the_option_dates_what_has_no_front_matter(here: Path) -> None:
    write("2020-01-01.txt")
    (source,) = read_sources(["2020-01-01.txt"], datetime.date(2025, 2, 14)).sources
    assert (source.published, source.published_from) == (datetime.date(2025, 2, 14), "option")


def test_a_name_that_is_no_utf8_and_one_with_a_nul_raise_nothing(here: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        Path(name).write_text("Prose.", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert ids(read_sources(["."])) == ["caf\ufffd.txt"]
    assert len(read_sources(["a\0b"]).errors) == 1


def test_a_text_that_is_no_file_is_a_source_and_lone_surrogates_keep_the_offsets() -> None:
    source = source_from_text("a\ud800b on Monday", datetime.date(2025, 2, 14))
    assert source.text == "a\ufffdb on Monday"
    assert source.published == datetime.date(2025, 2, 14)
