"""A check finds exactly what an audit of all finds as far as it touches the new sources, in any order of coming."""

import datetime
import gzip
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from corpora import audited, check_report, checked, copied, telling
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import docx, eml, html, markdown, pdf
from made import text as plain
from made.article import Article

from factcheck.align import events

_SLOW = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@st.composite
def histories(draw: st.DrawFn) -> list[dict[str, int | None]]:
    """What is added, changed (a seed) or removed (None) one after the other, by file name."""
    names = [f"{letter}.txt" for letter in "abcdefghijkl"]
    step = st.dictionaries(st.sampled_from(names), st.none() | st.integers(0, 10_000), min_size=1, max_size=5)
    return draw(st.lists(step, min_size=1, max_size=4))


def _follow(history: list[dict[str, int | None]], written: Callable[[int], str]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder, store = Path(place) / "in", Path(place) / "store" / "s.sqlite"
        folder.mkdir()
        for step in history:
            for name, seed in step.items():
                if seed is None:
                    (folder / name).unlink(missing_ok=True)
                else:
                    (folder / name).write_text(written(seed), encoding="utf-8")
            new = [name for name, seed in step.items() if seed is not None]
            if new:
                told: list[str] = []
                assert checked(folder, store, new, told) == audited(folder, new)
                assert not told


@given(histories(), st.integers(1, 4))
@_SLOW
def test_a_check_finds_what_an_audit_finds(history: list[dict[str, int | None]], events_told: int) -> None:
    _follow(history, lambda seed: telling(seed, events_told))


@given(histories())
@_SLOW
def test_it_does_where_many_are_copies(history: list[dict[str, int | None]]) -> None:
    _follow(history, lambda seed: telling(seed, 2) if seed % 3 == 0 else copied(seed))


_MAKERS: dict[str, Callable[[Article], bytes]] = {
    ".html": html.made,
    ".docx": docx.made,
    ".pdf": pdf.made,
    ".eml": eml.made,
    ".md": markdown.made,
    ".txt": plain.made,
    ".htm.gz": lambda article: gzip.compress(html.without_semantics(article), mtime=0),
}


def _article(seed: int) -> Article:
    day = datetime.date(2022, 3, 1 + seed % 28) if seed % 2 else None
    told = telling(seed, 2).rpartition("---")[2].strip()
    return Article(f"The news of number {seed}", "Valley Post", "Ann Lee", day, (told, copied(seed).strip()))


@pytest.mark.parametrize("shift", range(3))
def test_it_does_for_files_of_all_kinds(shift: int, tmp_path: Path) -> None:
    folder, store = tmp_path / "in", tmp_path / "store" / "s.sqlite"
    folder.mkdir()
    kinds = list(_MAKERS.items())
    for step in range(3):
        new = []
        for place in range(3 * step, 3 * step + 4):
            suffix, made = kinds[(place + shift) % len(kinds)]
            new.append(f"{place}{suffix}")
            (folder / new[-1]).write_bytes(made(_article(100 * shift + 10 * step + place)))
        told: list[str] = []
        found = checked(folder, store, new, told)
        assert found == audited(folder, new)
        assert found or step == 0
        assert not told


def test_claims_of_a_check_stand_in_the_sources_as_written(tmp_path: Path) -> None:
    written = {
        "a.txt": "The sto\u00adrm destroyed 34\u200b0 houses in Port Halle.\r\n",
        "b.txt": "The storm destro\u2060yed ４３０ houses in Port Halle.\n",
    }
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in written.items():
        (folder / name).write_bytes(text.encode())
    report = check_report(folder, tmp_path / "store" / "s.sqlite", ["b.txt"], [])
    found = [(c.mention.source, c.mention.start, c.mention.text) for c in report.claims]
    assert [f.verdict for f in report.findings] == ["conflict"]
    assert all(written[Path(source).name].startswith(text, start) for source, start, text in found)
    assert {text for _, _, text in found} >= {"34\u200b0", "４３０"}


def test_it_does_where_the_source_that_dated_another_is_gone() -> None:
    """The dateline of seed 0 gives no year; that of seed 324 is of another year than that of seed 1."""
    _follow([{"b.txt": 0, "d.txt": 1}, {"a.txt": 324}, {"a.txt": None, "c.txt": 0}], lambda seed: telling(seed, 1))


@pytest.mark.parametrize("seed", range(6))
def test_it_does_where_each_source_has_more_like_it_than_it_may_be_linked_with(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("_MOST_ALIKE", 3), ("_BY_LOT", 2), ("_SHORTLIST", 6), ("_REACH", 4), ("_MEETINGS", 90)):
        monkeypatch.setattr(events, name, value)
    first = {f"{i:02}.txt": 1000 * seed + i for i in range(40)}
    later = [{f"{i:02}.txt": 1000 * seed + 100 + i} for i in range(38, 46)]
    _follow([first, *later], lambda seed: telling(seed, 2))
