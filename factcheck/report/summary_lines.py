"""The last lines of a report: how much was compared, what was found, and what was skipped."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from factcheck.model import VERDICTS_BY_SEVERITY, Finding, Report, Skipped, Verdict
from factcheck.report.plain import plain
from factcheck.report.terminal import counted, counted_sources, verdict_text
from factcheck.report.wrapping import hanging

_MAX_SKIPPED = 20

NOUNS = {
    Verdict.CONFLICT: "conflict",
    Verdict.UPDATE: "update",
    Verdict.COMPATIBLE: "compatible finding",
    Verdict.AGREE: "agreement",
}


def summary_lines(report: Report, width: int, *, show_decided: bool = False) -> Iterator[RenderableType]:
    """The summary in lines of that width; it counts the findings that are shown, and tells of those that are not."""
    summary = report.summary
    if not report.findings:
        yield Text("Nothing was compared: no two sources speak of the same fact. That is not agreement.")
    yield Text(
        f"{counted_sources(summary.sources, summary.independent)} · {counted(summary.mentions, 'mention')} · "
        f"{counted(summary.claims, 'claim')} · {round(100 * summary.coverage)} % of the mentions could be compared"
    )
    if left_out := sum(len(source.left_out) for source in report.sources):
        yield Text(
            f"{counted(left_out, 'passage')} left out: captions, bylines, links and notices make no claims", "dim"
        )
    yield _totals(Counter(f.verdict.value for f in report.findings if f.open or show_decided))
    if report.doubtful:
        yield Text(f"? {counted(len(report.doubtful), 'doubtful difference')} besides", "dim")
    yield from _settled(report.findings, show_decided)
    yield from _skipped(report.skipped, width)


def _totals(findings: Mapping[str, int]) -> Text:
    text = Text()
    for verdict in reversed(VERDICTS_BY_SEVERITY):
        text.append(" · " if text else "")
        number = findings.get(verdict.value, 0)
        text.append_text(verdict_text(verdict, counted(number, NOUNS[verdict])))
    return text


def _settled(findings: Sequence[Finding], shown: bool) -> Iterator[Text]:
    decided, known = sum(f.decided for f in findings), sum(f.known and not f.decided for f in findings)
    told = [
        f"{number:,} {word}" for number, word in ((decided, "decided"), (known, "known from the baseline")) if number
    ]
    if told:
        yield Text(f"{' · '.join(told)}{'' if shown else ' (--show-decided shows them)'}", "dim")


def _skipped(skipped: Sequence[Skipped], width: int) -> Iterator[RenderableType]:
    if not skipped:
        return
    yield Text(f"{counted(len(skipped), 'source')} skipped", "yellow")
    for source in skipped[:_MAX_SKIPPED]:
        yield hanging(Text("  "), Text(f"{plain(source.path)}: {plain(source.reason)}"), width)
    if len(skipped) > _MAX_SKIPPED:
        yield Text(f"  … and {len(skipped) - _MAX_SKIPPED:,} more, which the JSON report lists", "dim")
