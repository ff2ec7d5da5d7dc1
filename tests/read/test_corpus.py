"""Patterns of a corpus."""

from pathlib import Path

import pytest

from factcheck.read import corpus_files

FILES = ("a.md", "in/a.md", "in/b.txt", "in/deep/c.md", "in/deep/er/d.md", "in/old/e.md", "in/.hidden.md", ".git/x.md")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("old/\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("pattern", "files"),
    [
        ("in", ["in"]),
        ("in/old/e.md", ["in/old/e.md"]),
        ("*.md", ["a.md"]),
        ("**/*.md", ["a.md", "in/a.md", "in/deep/c.md", "in/deep/er/d.md"]),
        ("in/**/*.md", ["in/a.md", "in/deep/c.md", "in/deep/er/d.md"]),
        ("in/**", ["in/a.md", "in/b.txt", "in/deep/c.md", "in/deep/er/d.md"]),
        ("i?/[ab].*", ["in/a.md", "in/b.txt"]),
        ("in/**/er/**/*.md", ["in/deep/er/d.md"]),
        ("in/**/**/d.md", ["in/deep/er/d.md"]),
        ("in/*", ["in/a.md", "in/b.txt"]),
        ("nowhere", []),
        ("nowhere/*.md", []),
        ("in/*.pdf", []),
    ],
)
def test_what_a_pattern_stands_for(root, pattern, files) -> None:
    assert corpus_files(root, pattern) == files


def test_a_pattern_of_many_stars_takes_no_longer_than_its_length(root) -> None:
    assert corpus_files(root, "/".join(["**"] * 40 + ["*a*b*"] * 2)) == []
