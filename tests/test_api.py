"""The public API: what a program imports."""

import datetime
import doctest
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import msgspec
import pytest

import factcheck
import factcheck.pipeline
from factcheck.model import Date, Quantity, Verdict

ONE = "The storm destroyed 340 houses in Port Halle, Mayor Ruth Almond said."
TWO = "The storm destroyed 430 houses in Port Halle, Mayor Ruth Almond said."


def test_extract_gives_mentions_with_offsets_and_values() -> None:
    text = "Officials said on Monday that about 8,000 houses burnt down."
    mentions = factcheck.extract(text, published="2024-10-30")
    assert all(text[m.start : m.end] == m.text for m in mentions)
    (houses,) = (m.value for m in mentions if isinstance(m.value, Quantity))
    assert (houses.low, houses.counted) == (8000, "house")
    (monday,) = (m.value for m in mentions if isinstance(m.value, Date))
    assert monday.first == monday.last == datetime.date(2024, 10, 28)
    assert mentions == factcheck.extract(text, published=datetime.date(2024, 10, 30))


def test_audit_takes_paths_of_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "two.txt").write_text(TWO, encoding="utf-8")
    report = factcheck.audit([tmp_path])
    assert report.summary.sources == 2
    assert Verdict.CONFLICT in {finding.verdict for finding in report.findings}
    assert report == factcheck.audit([str(tmp_path / "two.txt"), str(tmp_path / "one.txt")])
    assert report == factcheck.audit(str(tmp_path)) == factcheck.audit(tmp_path)


def test_pedantic_adds_what_is_doubtful_and_changes_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    sources = [
        factcheck.Source(id=name, path=name, text=text, sha256="0" * 64) for name, text in (("a", ONE), ("b", TWO))
    ]
    plain, pedantic = (factcheck.audit(sources, pedantic=wanted) for wanted in (False, True))
    assert plain == msgspec.structs.replace(pedantic, doubtful=())
    monkeypatch.setattr("factcheck.pipeline.DOUBT", 60.0)
    doubtful = factcheck.audit(
        [sources[0], msgspec.structs.replace(sources[1], text="In Port Halle 9,000 houses were sold by Ruth Almond.")],
        pedantic=True,
    ).doubtful
    assert {f.confidence < 0.5 for f in doubtful} == {True}


def test_audit_takes_sources_and_paths_together(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    source = factcheck.Source(id="memory", path="memory", text=TWO, sha256="0" * 64)
    report = factcheck.audit([source, tmp_path / "one.txt"], published="2024-10-30")
    assert {s.id for s in report.sources} == {"memory", (tmp_path / "one.txt").as_posix()}
    assert Verdict.CONFLICT in {finding.verdict for finding in report.findings}


def test_two_sources_of_one_id_are_refused() -> None:
    source = factcheck.Source(id="memory", path="memory", text=TWO, sha256="0" * 64)
    with pytest.raises(factcheck.FactcheckError, match="memory: two sources have this id"):
        factcheck.audit([source, source])


def test_what_could_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    report = factcheck.audit([tmp_path])
    assert [s.path for s in report.skipped] == [(tmp_path / "empty.txt").as_posix()]
    with pytest.raises(factcheck.FactcheckError, match=r"empty\.txt: empty"):
        factcheck.audit([tmp_path / "empty.txt"])
    with pytest.raises(factcheck.FactcheckError, match="there is no source to audit"):
        factcheck.audit([])


@pytest.mark.parametrize("day", ["2025-02-30", "soon"])
def test_a_day_must_be_of_the_calendar(day: str) -> None:
    with pytest.raises(factcheck.FactcheckError, match=r"published: .* YYYY-MM-DD"):
        factcheck.extract("On Monday.", published=day)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\ud800", "\0", "\x1b[31m", "5" * 5000, "(" * 5000, "\u202e 3 houses"]
)
def test_no_text_raises(text: str) -> None:
    factcheck.extract(text)


def test_the_version_is_that_of_the_package() -> None:
    assert factcheck.__version__ == version("factcheck")


def test_the_function_stays_a_function_whatever_is_imported_first() -> None:
    for first in ("factcheck.extract", "factcheck.pipeline", "factcheck.extract.quantity"):
        program = f"import {first}, factcheck; print(len(factcheck.extract('It has 3 legs.')))"
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
        assert (done.stdout, done.stderr) == ("1\n", "")


@pytest.mark.parametrize("category", ["person", "PER", "Person", factcheck.Category.PERSON])
def test_compare_names_takes_a_category_by_name_or_value(category: str) -> None:
    compared = factcheck.compare_names("Bill Clinton", "William J. Clinton", category)
    assert (compared.sameness, compared.reason) == (factcheck.Sameness.SAME, "variant")


def test_an_unknown_category_of_names_is_an_error() -> None:
    with pytest.raises(factcheck.FactcheckError, match="person, organisation, place"):
        factcheck.compare_names("Bill Clinton", "William J. Clinton", "politician")


def test_the_examples_of_compare_names_hold() -> None:
    assert doctest.testmod(factcheck).attempted >= 4
    assert doctest.testmod(factcheck).failed == 0
