"""One finding for a person who judges it: the values that differ two abreast, each with its passage."""

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from factcheck.model import Claim, Finding, Report, Standing
from factcheck.report.passage import passage_in_lines, place, shortened
from factcheck.report.plain import plain
from factcheck.report.ruling_lines import ruling_lines
from factcheck.report.signs import COLORS, counted, counted_sources
from factcheck.report.style import Style, usable_width
from factcheck.report.terminal import laid_out, verdict_text
from factcheck.report.values import witness_text
from factcheck.report.wrapping import filled, hanging

_ABREAST = 2
_GAP = 3
_PASSAGE_LINES = 8
_VALUE_LINES = 3
_MAX_WITNESSES = 3


def side_by_side(report: Report, finding: Finding, style: Style) -> str:
    """The finding as text: its subject, the contested values, numbered from 1, with their passages, the arithmetic."""
    return laid_out(_lines(report, finding, usable_width(style)), style)


def contested_standings(finding: Finding) -> tuple[Standing, ...]:
    """The standings that have a part in what gives the finding its verdict, in their order."""
    contested = {claim for c in finding.contested for claim in (c.a, c.b)}
    return tuple(standing for standing in finding.standings if contested.intersection(standing.claims))


def first_contested(standing: Standing, finding: Finding) -> str:
    """The id of the claim that stands for the others of a contested standing."""
    contested = {claim for c in finding.contested for claim in (c.a, c.b)}
    return next(claim for claim in standing.claims if claim in contested)


def _lines(report: Report, finding: Finding, width: int) -> Iterator[RenderableType]:
    label = verdict_text(finding.verdict, f"{finding.verdict.value.upper()}  ")
    details = f"  {finding.severity} · {finding.rule} · {finding.id}"
    yield hanging(label, Text(plain(finding.subject), "bold").append(details, "not bold dim"), width)
    yield from ruling_lines(finding, width)
    yield ""
    claims = {claim.id: claim for claim in report.claims}
    standings = contested_standings(finding)
    column = (width - _GAP) // _ABREAST if len(standings) > 1 else width
    cells = [_cell(number, standing, finding, claims, column) for number, standing in enumerate(standings, 1)]
    for first in range(0, len(cells), _ABREAST):
        grid = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
        for _ in cells[first : first + _ABREAST]:
            grid.add_column(width=column, overflow="fold")
        grid.add_row(*cells[first : first + _ABREAST])
        yield grid
        yield ""
    for witness in list(dict.fromkeys(c.witness for c in finding.contested))[:_MAX_WITNESSES]:
        yield Text(witness_text(witness))


def _cell(number: int, standing: Standing, finding: Finding, claims: Mapping[str, Claim], width: int) -> Text:
    claim = claims[first_contested(standing, finding)]
    text = Text().append(f"{number}  ", "dim")
    text.append(shortened(standing.text, width * _VALUE_LINES), COLORS[finding.verdict])
    text.append("\n" + filled([place(claim), *_where(claim)], width), "dim")
    if len(standing.sources) > 1:
        text.append(f"\nand {counted(len(standing.sources) - 1, 'other source')}", "dim")
    if standing.independent < len(standing.sources):
        text.append(f"\n{counted_sources(len(standing.sources), standing.independent)}", "dim")
    shown = passage_in_lines(claim, _PASSAGE_LINES, width)
    return text.append("\n" + shown.before).append(shown.words, "bold").append(shown.after)


def _where(claim: Claim) -> Iterator[str]:
    if claim.published:
        yield claim.published.isoformat()
    if claim.said_by:
        yield f"according to {plain(claim.said_by)}"
