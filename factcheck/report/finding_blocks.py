"""A report as blocks of text, one a finding: what it is about, who says what, and why that is the verdict."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.model import Claim, Finding, Kind, Report, Standing, Verdict
from factcheck.report.deciding import arithmetic, deciding, severest_first
from factcheck.report.passage import line_text, passage_in_lines, place, shortened
from factcheck.report.plain import plain
from factcheck.report.ruling_lines import ruling_lines
from factcheck.report.signs import COLORS, SEVERITY_COLORS, counted, counted_sources, sureness
from factcheck.report.spelling import marked_differences
from factcheck.report.style import Style, usable_width
from factcheck.report.summary_lines import INDENT, summary_lines
from factcheck.report.terminal import verdict_text
from factcheck.report.values import witness_text
from factcheck.report.wrapping import filled, hanging

_INDENT = 2
_GAP = 2
_MIN_VALUE_WIDTH = 10
_PASSAGE_LINES = 3
_VALUE_LINES = 3
_MAX_WITNESSES = 6
_MAX_LISTED = 6
_DOUBTFUL = (
    "Doubtful: more likely than not, the claims below are of different facts, so their differences count for nothing. "
    "factcheck explain shows what speaks for and against each pair."
)
_MAX_OTHER_WORDS = 40


class FindingBlocks:
    """Lays out the findings of one report, severest first, and its summary."""

    def __init__(self, report: Report, style: Style) -> None:
        self._report = report
        self._all = style.show_decided
        self._width = usable_width(style)
        self._claims = {claim.id: claim for claim in report.claims}
        self._sources = {source.id: source for source in report.sources}

    def lines(self) -> Iterator[RenderableType]:
        """All blocks, then the summary."""
        findings = sorted((f for f in self._report.findings if f.open or self._all), key=severest_first)
        for finding in findings:
            yield from self._line(finding) if finding.verdict is Verdict.AGREE else self._block(finding)
        if any(finding.verdict is Verdict.AGREE for finding in findings):
            yield ""
        if self._report.doubtful:
            yield Text(_DOUBTFUL, "dim")
            yield ""
            for finding in self._report.doubtful:
                yield from self._block(finding, "DOUBTFUL ")
        yield from self._summary()

    def _summary(self) -> Iterator[RenderableType]:
        for first, *rest in summary_lines(self._report, show_decided=self._all):
            if first == INDENT:
                yield hanging(Text(*first), Text.assemble(*rest), self._width)
            else:
                yield Text.assemble(first, *rest)

    def _block(self, finding: Finding, marking: str = "") -> Iterator[RenderableType]:
        shown = deciding(finding)
        numbers = {claim_id: number for number, standing in enumerate(shown, 1) for claim_id in standing.claims}
        yield self._head(finding, marking)
        yield from ruling_lines(finding, self._width)
        yield Padding(self._grid(finding, shown), (0, 0, 0, _INDENT))
        if len(shown) < len(finding.standings):
            further = counted(len(finding.standings) - len(shown), "further value")
            yield Padding(Text(f"… and {further}, which the JSON report lists", "dim"), (0, 0, 0, _INDENT))
        yield from self._witnesses(finding, numbers, len(shown))
        yield ""

    def _head(self, finding: Finding, marking: str) -> RenderableType:
        label = verdict_text(finding.verdict, marking + finding.verdict.value.upper()).append(" " * _GAP)
        text = Text(plain(finding.subject), "bold").append("  ")
        if finding.verdict is Verdict.CONFLICT:
            text.append(finding.severity, f"not bold {SEVERITY_COLORS[finding.severity]}").append(" · ", "not bold dim")
        if marking or finding.verdict is Verdict.CONFLICT:
            text.append(f"{sureness(finding.confidence)} sure · ", "not bold dim")
        text.append(f"{self._copied(finding, ' · ')}{finding.rule} · {finding.id}", "not bold dim")
        return hanging(label, text, self._width)

    def _copied(self, finding: Finding, after: str) -> str:
        """How many sources a finding has and how many are independent, where some are copies of others."""
        sources = len({self._claims[claim_id].mention.source for claim_id in finding.claims})
        return counted_sources(sources, finding.independent) + after if finding.independent < sources else ""

    def _grid(self, finding: Finding, standings: Sequence[Standing]) -> Table:
        numbered = len(standings) > 2
        room = self._width - _INDENT - _GAP - (len(str(len(standings))) + _GAP if numbered else 0)
        widest = max(cell_len(plain(standing.text)) for standing in standings)
        value_width = max(_MIN_VALUE_WIDTH, min(widest, room // 3))
        grid = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
        if numbered:
            grid.add_column(justify="right", style="dim", no_wrap=True)
        grid.add_column(width=value_width, overflow="fold", style=COLORS[finding.verdict])
        grid.add_column(width=room - value_width, overflow="fold")
        values = self._values(standings, value_width * _VALUE_LINES)
        for number, (standing, value) in enumerate(zip(standings, values, strict=True), 1):
            row = (value, self._words(finding, standing, room - value_width))
            grid.add_row(Text(str(number)), *row) if numbered else grid.add_row(*row)
        return grid

    def _values(self, standings: Sequence[Standing], room: int) -> list[Text]:
        words = [shortened(standing.text, room) for standing in standings]
        if len(standings) == 2 and self._claims[standings[0].claims[0]].mention.kind is Kind.NAME:
            return list(marked_differences(*words))
        return [Text(w) for w in words]

    def _words(self, finding: Finding, standing: Standing, width: int) -> Text:
        """The first claim in its passage, and where the others stand."""
        claim, *others = (self._claims[claim_id] for claim_id in standing.claims)
        several = len(standing.sources) > 1 or standing.outlier
        told = [counted_sources(len(standing.sources), standing.independent)] if several else []
        text = Text().append(filled([*told, *self._where(claim)], width), "dim")
        if finding.verdict is not Verdict.COMPATIBLE:
            shown = passage_in_lines(claim, _PASSAGE_LINES, width)
            text.append("\n")
            text.append(shown.before).append(shown.words, "bold").append(shown.after)
        if others:
            places = _first_of([_place_and_more(other, standing.text) for other in others])
            text.append("\n" + filled([f"also {places[0]}", *places[1:]], width), "dim")
        return text

    def _where(self, claim: Claim) -> list[str]:
        source = self._sources[claim.mention.source]
        published = source.published.isoformat() if source.published else ""
        according_to = f"according to {plain(claim.said_by)}" if claim.said_by else ""
        parts = (place(claim), published, plain(source.publisher or ""), according_to)
        return [part for part in parts if part]

    def _witnesses(self, finding: Finding, numbers: Mapping[str, int], rows: int) -> Iterator[RenderableType]:
        """The arithmetic between the rows, what decides first."""
        steps = arithmetic(finding, numbers, rows)
        for step in steps[:_MAX_WITNESSES]:
            label = verdict_text(step.verdict, f"{', '.join(_first_of(step.pairs))}  " if rows > 2 else "")
            text = Text(f"{witness_text(step.witness)} ").append(f"({step.reason})", "dim")
            yield hanging(label, text, self._width, indent=_INDENT)
        if len(steps) > _MAX_WITNESSES:
            further = counted(len(steps) - _MAX_WITNESSES, "further comparison")
            yield Padding(Text(f"… and {further}", "dim"), (0, 0, 0, _INDENT))

    def _line(self, finding: Finding) -> Iterator[RenderableType]:
        claims = [self._claims[claim_id] for claim_id in finding.claims]
        label = verdict_text(finding.verdict, finding.verdict.value.upper()).append(" " * _GAP)
        subject = plain(finding.subject)
        values = list(dict.fromkeys(shortened(claim.mention.text, self._width) for claim in claims))
        text = Text(subject if values == [subject] else f"{subject}: {', '.join(_first_of(values))}")
        by_source = groupby(claims, key=lambda claim: claim.mention.source)
        places = [f"{plain(source)}:{','.join(_lines_of(group))}" for source, group in by_source]
        text.append(f"  {self._copied(finding, ' · ')}{finding.id}", "dim")
        where = Text(filled(_first_of(places), self._width - _INDENT), "dim")
        if label.cell_len + text.cell_len + _GAP + where.cell_len <= self._width:
            yield label + text + Text(" " * _GAP) + where
        else:
            yield hanging(label, text, self._width)
            yield Padding(where, (0, 0, 0, _INDENT))


def _place_and_more(claim: Claim, text: str) -> str:
    """Where a claim stands, with its words if they are not those shown for it, and who says so."""
    words = plain(claim.mention.text)
    more = [] if words == plain(text) else [shortened(words, _MAX_OTHER_WORDS)]
    if claim.said_by:
        more.append(f"according to {shortened(claim.said_by, _MAX_OTHER_WORDS)}")
    return f"{place(claim)} ({', '.join(more)})" if more else place(claim)


def _first_of(words: Sequence[str]) -> list[str]:
    """The words, of very many the first ones and how many there are besides."""
    further = len(words) - _MAX_LISTED
    return [*words[:_MAX_LISTED], f"… and {further:,} more"] if further > 0 else list(words)


def _lines_of(claims: Iterator[Claim]) -> Iterator[str]:
    return (line_text(claim.mention) for claim in claims)
