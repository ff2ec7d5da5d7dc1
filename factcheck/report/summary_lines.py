"""The last lines of a report: how much was compared, what was found, and what was skipped."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from factcheck.model import VERDICTS_BY_SEVERITY, Report, Skipped, Verdict
from factcheck.report.plain import plain
from factcheck.report.terminal import counted, verdict_text
from factcheck.report.wrapping import hanging

_MAX_SKIPPED = 20

_NOUNS = {
    Verdict.CONFLICT: "conflict",
    Verdict.UPDATE: "update",
    Verdict.COMPATIBLE: "compatible finding",
    Verdict.AGREE: "agreement",
}


def summary_lines(report: Report, width: int) -> Iterator[RenderableType]:
    """The summary in lines of that width."""
    summary = report.summary
    if not report.findings:
        yield Text("Nothing was compared: no two sources speak of the same fact. That is not agreement.")
    yield Text(
        f"{counted(summary.sources, 'source')} · {counted(summary.mentions, 'mention')} · "
        f"{counted(summary.claims, 'claim')} · {round(100 * summary.coverage)} % of the mentions could be compared"
    )
    yield _totals(summary.findings)
    yield from _skipped(report.skipped, width)


def _totals(findings: Mapping[str, int]) -> Text:
    text = Text()
    for verdict in reversed(VERDICTS_BY_SEVERITY):
        text.append(" · " if text else "")
        number = findings.get(verdict.value, 0)
        text.append_text(verdict_text(verdict, counted(number, _NOUNS[verdict])))
    return text


def _skipped(skipped: Sequence[Skipped], width: int) -> Iterator[RenderableType]:
    if not skipped:
        return
    yield Text(f"{counted(len(skipped), 'source')} skipped", "yellow")
    for source in skipped[:_MAX_SKIPPED]:
        yield hanging(Text("  "), Text(f"{plain(source.path)}: {plain(source.reason)}"), width)
    if len(skipped) > _MAX_SKIPPED:
        yield Text(f"  … and {len(skipped) - _MAX_SKIPPED:,} more, which the JSON report lists", "dim")
