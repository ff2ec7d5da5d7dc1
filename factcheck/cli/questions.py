"""The questions of `factcheck review`: one finding at a time, one key an answer."""

import sys
from collections.abc import Callable, Collection, Iterator, Mapping

import typer

from factcheck.cli.config import Project
from factcheck.cli.messages import emit
from factcheck.cli.settling import judge
from factcheck.model import Choice, Finding, Report, Verdict
from factcheck.report import Style
from factcheck.report.deciding import severest_first
from factcheck.report.plain import plain
from factcheck.report.side_by_side import contested_standings, first_contested, side_by_side
from factcheck.report.signs import counted
from factcheck.report.wrapping import filled

_SKIP = "s"
_QUIT = "q"
_CHOICES = {"a": Choice.ACCEPT, "n": Choice.NOT_COMPARABLE}
_MOST_PREFERABLE = 9


def ask(settled: Callable[[], Report], project: Project, verdicts: Collection[Verdict], style: Style) -> None:
    """Asks about each open finding of these verdicts until none is left or the person quits; records each answer.

    `settled` gives the report with the decisions so far: one answer may cover several findings.
    """
    skipped: set[str] = set()
    decided = 0
    while left := _undecided(report := settled(), verdicts, skipped):
        finding, preferable = left[0], _preferable(left[0], report)
        keys = filled([*_told(preferable)], style.width)
        emit(f"\n{counted(len(left), 'finding')} to judge\n\n{side_by_side(report, finding, style)}\n{keys}\n", None)
        key = _key((*_CHOICES, *preferable, _SKIP, _QUIT))
        if key == _QUIT:
            break
        if key == _SKIP:
            skipped.add(finding.id)
        elif because := _reason():
            judge(finding, report, project, _CHOICES.get(key, Choice.PREFER), because, preferred=preferable.get(key))
            decided += 1
    emit(f"\n{decided:,} decided · {len(skipped):,} skipped · {len(left):,} left\n", None)


def _undecided(report: Report, verdicts: Collection[Verdict], skipped: Collection[str]) -> list[Finding]:
    found = (f for f in report.findings if f.open and f.verdict in verdicts and f.id not in skipped)
    return sorted(found, key=severest_first)


def _preferable(finding: Finding, report: Report) -> dict[str, str]:
    """Key → the id of the source that it prefers; none where all is of one source."""
    sources = {claim.id: claim.mention.source for claim in report.claims}
    numbered = enumerate(contested_standings(finding)[:_MOST_PREFERABLE], 1)
    found = {str(number): sources[first_contested(standing, finding)] for number, standing in numbered}
    return found if len(set(found.values())) > 1 else {}


def _told(preferable: Mapping[str, str]) -> Iterator[str]:
    yield "[a] accept the difference"
    yield from (f"[{key}] prefer {plain(source)}" for key, source in preferable.items())
    yield "[n] not comparable"
    yield "[s] skip"
    yield "[q] quit"


def _key(known: Collection[str]) -> str:
    """The first known key that is pressed; the end of the input quits."""
    while True:
        try:
            key = typer.getchar().lower()
        except EOFError:
            return _QUIT
        if key in known:
            return key
        emit(f"press one of {', '.join(known)}\n", None)


def _reason() -> str:
    """The reason that is typed, empty if there is none."""
    emit("because (empty to go back): ", None)
    return " ".join(sys.stdin.readline().split())
