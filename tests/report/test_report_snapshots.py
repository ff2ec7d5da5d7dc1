"""Every format against a kept file. To renew the files: UPDATE_SNAPSHOTS=1 pytest tests/report, then read the diff."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from report_samples import copied_report, full_report, paired_explanation, vetoed_explanation

from factcheck.model import Report, Summary
from factcheck.report import Style, render, render_explanations, render_mentions

FOLDER = Path(__file__).parent / "snapshots"
WIDTHS = (80, 140)


def audit(name: str, width: int = 80, color: bool = False) -> Callable[[], str]:
    return lambda: render(full_report(), name, Style(width, color))


def mentions(name: str, width: int = 80) -> Callable[[], str]:
    found = [claim.mention for claim in full_report().claims]
    return lambda: render_mentions(found, name, Style(width))


def explanations(width: int) -> str:
    return render_explanations([paired_explanation(), vetoed_explanation()], "table", Style(width))


def nothing_found() -> str:
    return render(Report("0", "0", (), (), (), (), Summary(0, 0, 0, {}, 1.0, 0)), "table", Style())


SNAPSHOTS: dict[str, Callable[[], str]] = {
    "report.json": audit("json"),
    "report.jsonl": audit("jsonl"),
    "report.csv": audit("csv"),
    "report.github.txt": audit("github"),
    "report.junit.xml": audit("junit"),
    "report.markdown.md": audit("markdown"),
    "report.sarif": audit("sarif"),
    "report.html": audit("html"),
    "report-color.txt": audit("table", color=True),
    "mentions.json": mentions("json"),
    "mentions.jsonl": mentions("jsonl"),
    "mentions.csv": mentions("csv"),
    "mentions-80.txt": mentions("table"),
    "mentions-140.txt": mentions("table", 140),
    "copies-80.txt": lambda: render(copied_report(), "table", Style(80)),
    "copies.markdown.md": lambda: render(copied_report(), "markdown", Style()),
    "nothing-found.txt": nothing_found,
    "explanation.json": lambda: render_explanations([paired_explanation()], "json", Style()),
    "explanation-veto.jsonl": lambda: render_explanations([vetoed_explanation()], "jsonl", Style()),
    "explanations.txt": lambda: explanations(80),
} | {f"report-{width}.txt": audit("table", width) for width in WIDTHS}


@pytest.mark.parametrize("name", SNAPSHOTS)
def test_snapshot(name: str) -> None:
    shown = SNAPSHOTS[name]()
    file = FOLDER / name
    if os.environ.get("UPDATE_SNAPSHOTS"):
        file.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140, 300])
def test_no_line_is_wider_than_the_terminal_and_none_ends_in_white_space(width: int) -> None:
    for shown in (audit("table", width)(), mentions("table", width)(), explanations(width)):
        assert max(map(len, shown.splitlines())) <= width
        assert not [line for line in shown.splitlines() if line != line.rstrip()]
