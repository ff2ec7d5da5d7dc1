"""The last lines of a report: how much was compared, what was found, and what was skipped."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import VERDICTS_BY_SEVERITY, Finding, Report, Skipped, Verdict
from factcheck.report.plain import plain
from factcheck.report.signs import COLORS, SIGNS, counted, counted_sources

_MAX_SKIPPED = 20

NOUNS = {
    Verdict.CONFLICT: "conflict",
    Verdict.UPDATE: "update",
    Verdict.COMPATIBLE: "compatible finding",
    Verdict.AGREE: "agreement",
}


# Begins a line of which further lines begin there, too.
INDENT = ("  ", "")

# Pieces of a line: words, and the style that they have in colour.
Line = tuple[tuple[str, str], ...]


def summary_lines(report: Report, *, show_decided: bool = False) -> Iterator[Line]:
    """The summary; it counts the findings that are shown, and tells of those that are not."""
    summary = report.summary
    if not report.findings:
        yield _line("Nothing was compared: no two sources speak of the same fact. That is not agreement.")
    yield _line(
        f"{counted_sources(summary.sources, summary.independent)} · {counted(summary.mentions, 'mention')} · "
        f"{counted(summary.claims, 'claim')} · {round(100 * summary.coverage)} % of the mentions could be compared"
    )
    if left_out := sum(len(source.left_out) for source in report.sources):
        yield _line(
            f"{counted(left_out, 'passage')} left out: captions, bylines, links and notices make no claims", "dim"
        )
    yield _totals(Counter(f.verdict.value for f in report.findings if f.open or show_decided))
    if report.doubtful:
        yield _line(f"? {counted(len(report.doubtful), 'doubtful difference')} besides", "dim")
    yield from _settled(report.findings, show_decided)
    yield from _skipped(report.skipped)


def _line(words: str, style: str = "") -> Line:
    return ((words, style),)


def _totals(findings: Mapping[str, int]) -> Line:
    pieces = []
    for verdict in reversed(VERDICTS_BY_SEVERITY):
        number = counted(findings.get(verdict.value, 0), NOUNS[verdict])
        pieces += [(" · ", ""), (f"{SIGNS[verdict]} {number}", COLORS[verdict])]
    return tuple(pieces[1:])


def _settled(findings: Sequence[Finding], shown: bool) -> Iterator[Line]:
    decided, known = sum(f.decided for f in findings), sum(f.known and not f.decided for f in findings)
    told = [
        f"{number:,} {word}" for number, word in ((decided, "decided"), (known, "known from the baseline")) if number
    ]
    if told:
        yield _line(f"{' · '.join(told)}{'' if shown else ' (--show-decided shows them)'}", "dim")


def _skipped(skipped: Sequence[Skipped]) -> Iterator[Line]:
    if not skipped:
        return
    yield _line(f"{counted(len(skipped), 'source')} skipped", "yellow")
    for source in skipped[:_MAX_SKIPPED]:
        yield (INDENT, (f"{plain(source.path)}: {plain(source.reason)}", ""))
    if len(skipped) > _MAX_SKIPPED:
        yield _line(f"  … and {len(skipped) - _MAX_SKIPPED:,} more, which the JSON report lists", "dim")
