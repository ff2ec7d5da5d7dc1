"""A report as blocks of text, one a finding: what it is about, who says what, and why that is the verdict."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.model import VERDICTS_BY_SEVERITY, Claim, Comparison, Finding, Report, Verdict
from factcheck.report.passage import passage, place, shortened
from factcheck.report.plain import plain
from factcheck.report.style import Style
from factcheck.report.terminal import COLORS, counted, usable_width, verdict_text

_INDENT = 2
_GAP = 2
_MIN_VALUE_WIDTH = 10
_PASSAGE_LINES = 3
_VALUE_LINES = 3
_MAX_PASSAGES = 8
_MAX_WITNESSES = 6

_PLURALS = {
    Verdict.CONFLICT: "conflict",
    Verdict.UPDATE: "update",
    Verdict.COMPATIBLE: "compatible finding",
    Verdict.AGREE: "agreement",
}


class FindingBlocks:
    """Lays out the findings of one report, severest first, and its summary."""

    def __init__(self, report: Report, style: Style) -> None:
        self._report = report
        self._width = usable_width(style)
        self._claims = {claim.id: claim for claim in report.claims}
        self._sources = {source.id: source for source in report.sources}

    def lines(self) -> Iterator[RenderableType]:
        """All blocks, then the summary."""
        by_verdict = {verdict: [f for f in self._report.findings if f.verdict is verdict] for verdict in Verdict}
        for verdict in reversed(VERDICTS_BY_SEVERITY):
            for finding in by_verdict[verdict]:
                yield from self._line(finding) if verdict is Verdict.AGREE else self._block(finding)
        if by_verdict[Verdict.AGREE]:
            yield ""
        yield from self._summary()

    def _block(self, finding: Finding) -> Iterator[RenderableType]:
        claims = [self._claims[claim_id] for claim_id in finding.claims]
        yield self._head(finding)
        yield Padding(self._grid(finding, claims), (0, 0, 0, _INDENT))
        for line in _witnesses(finding):
            yield Padding(line, (0, 0, 0, _INDENT))
        yield ""

    def _head(self, finding: Finding) -> Text:
        text = verdict_text(finding.verdict, finding.verdict.value.upper())
        text.append(f"  {plain(finding.subject)}", "bold")
        severity = f"{finding.severity} · " if finding.verdict is Verdict.CONFLICT else ""
        text.append(f"  {severity}{finding.rule} · {finding.id}", "dim")
        return text

    def _grid(self, finding: Finding, claims: Sequence[Claim]) -> Table:
        numbered = len(claims) > 2
        room = self._width - _INDENT - _GAP - (len(str(len(claims))) + _GAP if numbered else 0)
        widest = max(cell_len(plain(claim.mention.text)) for claim in claims)
        value_width = max(_MIN_VALUE_WIDTH, min(widest, room // 3))
        grid = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
        if numbered:
            grid.add_column(justify="right", style="dim", no_wrap=True)
        grid.add_column(width=value_width, overflow="fold", style=COLORS[finding.verdict])
        grid.add_column(width=room - value_width, overflow="fold")
        for number, claim in enumerate(claims, 1):
            words = self._words(finding, claim, number, room - value_width)
            row = (Text(shortened(claim.mention.text, value_width * _VALUE_LINES)), words)
            grid.add_row(Text(str(number)), *row) if numbered else grid.add_row(*row)
        return grid

    def _words(self, finding: Finding, claim: Claim, number: int, width: int) -> Text:
        text = Text().append(self._where(claim), "dim")
        if finding.verdict is not Verdict.COMPATIBLE and number <= _MAX_PASSAGES:
            shown = passage(claim, width * _PASSAGE_LINES - _GAP)
            text.append("\n")
            text.append(shown.before).append(shown.words, "bold").append(shown.after)
        return text

    def _where(self, claim: Claim) -> str:
        source = self._sources[claim.mention.source]
        said_by = f"says {plain(claim.attribution)}" if claim.attribution else None
        parts = (place(claim), _day(source.published), plain(source.publisher or ""), said_by)
        return " · ".join(part for part in parts if part)

    def _line(self, finding: Finding) -> Iterator[RenderableType]:
        claims = [self._claims[claim_id] for claim_id in finding.claims]
        text = verdict_text(finding.verdict, finding.verdict.value.upper())
        subject = plain(finding.subject)
        values = list(dict.fromkeys(shortened(claim.mention.text, self._width) for claim in claims))
        text.append(f"  {subject}" if values == [subject] else f"  {subject}: {', '.join(values)}")
        by_source = groupby(claims, key=lambda claim: claim.mention.source)
        places = "  ".join(
            f"{plain(source)}:{','.join(str(c.mention.line) for c in group)}" for source, group in by_source
        )
        where = Text(f"{places} · {finding.id}", "dim")
        if text.cell_len + where.cell_len + _GAP <= self._width:
            yield text.append(" " * _GAP).append_text(where)
        else:
            yield text
            yield Padding(where, (0, 0, 0, _INDENT))

    def _summary(self) -> Iterator[RenderableType]:
        summary = self._report.summary
        if not self._report.findings:
            yield Text("Nothing was compared: no two sources speak of the same fact. That is not agreement.")
        yield Text(
            f"{counted(summary.sources, 'source')} · {counted(summary.mentions, 'mention')} · "
            f"{counted(summary.claims, 'claim')} · {_percent(summary.coverage)} of the mentions could be compared"
        )
        yield _totals(summary.findings)
        if self._report.skipped:
            yield Text(f"{counted(len(self._report.skipped), 'source')} skipped", "yellow")
            for skipped in self._report.skipped:
                yield Padding(Text(f"{plain(skipped.path)}: {plain(skipped.reason)}"), (0, 0, 0, _INDENT))


def _witnesses(finding: Finding) -> Iterator[Text]:
    """The arithmetic of the pairs, those that decide first; pairs with the same words share a line."""
    ranked = sorted(finding.comparisons, key=lambda c: -VERDICTS_BY_SEVERITY.index(c.verdict))
    shared: dict[tuple[Verdict, str, str], list[Comparison]] = {}
    for comparison in ranked:
        key = (comparison.verdict, comparison.reason, plain(comparison.witness))
        shared.setdefault(key, []).append(comparison)
    numbers = {claim_id: number for number, claim_id in enumerate(finding.claims, 1)}
    for (verdict, reason, witness), pairs in list(shared.items())[:_MAX_WITNESSES]:
        text = verdict_text(verdict, _pairs(pairs, numbers) if len(finding.claims) > 2 else "")
        text.append(f"{witness} ").append(f"({reason})", "dim")
        yield text
    if len(shared) > _MAX_WITNESSES:
        yield Text(f"… and {counted(len(shared) - _MAX_WITNESSES, 'further comparison')}", "dim")


def _pairs(comparisons: Sequence[Comparison], numbers: Mapping[str, int]) -> str:
    shown = ", ".join(f"{numbers[c.a]}–{numbers[c.b]}" for c in comparisons[:_MAX_WITNESSES])
    return f"{shown}{' …' if len(comparisons) > _MAX_WITNESSES else ''}  "


def _totals(findings: Mapping[str, int]) -> Text:
    text = Text()
    for verdict in reversed(VERDICTS_BY_SEVERITY):
        text.append(" · " if text else "")
        number = findings.get(verdict.value, 0)
        text.append_text(verdict_text(verdict, counted(number, _PLURALS[verdict])))
    return text


def _percent(share: float) -> str:
    return f"{round(100 * share)} %"


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
