"""Sources × sources: how often each two agree, differ with time or conflict."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from factcheck.model import VERDICTS_BY_SEVERITY, Finding, Verdict

_MAX_SOURCES = 40


class Cell(Struct, frozen=True):
    """How two sources stand to each other: findings by verdict, severest first, and the first of those."""

    counts: tuple[tuple[Verdict, int], ...]
    finding: str


class Matrix(Struct, frozen=True):
    """`sources` are the places in the report of the sources shown; `rows[i][j]` is None where two share no finding.

    `left_out` counts the sources with findings that are not shown.
    """

    sources: tuple[int, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    left_out: int


def matrix(findings: Sequence[Finding], source_of: Mapping[str, int]) -> Matrix:
    """The matrix of findings in their order; `source_of` gives the place of a claim's source. Of very many sources it
    shows those with most conflicts.
    """
    between: dict[tuple[int, int], dict[str, Verdict]] = {}
    for finding in findings:
        for c in finding.comparisons:
            first, second = sorted((source_of[c.a], source_of[c.b]))
            told = between.setdefault((first, second), {})
            told[finding.id] = max(told.get(finding.id, c.verdict), c.verdict, key=VERDICTS_BY_SEVERITY.index)
    cells = {pair: _cell(told) for pair, told in between.items() if pair[0] != pair[1]}
    shown, left_out = _most_conflicting(cells)
    rows = tuple(tuple(cells.get((min(a, b), max(a, b))) if a != b else None for b in shown) for a in shown)
    return Matrix(shown, rows, left_out)


def _cell(told: Mapping[str, Verdict]) -> Cell:
    counts = Counter(told.values())
    ordered = tuple((v, counts[v]) for v in reversed(VERDICTS_BY_SEVERITY) if counts[v])
    return Cell(ordered, next(finding for finding, verdict in told.items() if verdict is ordered[0][0]))


def _most_conflicting(cells: Mapping[tuple[int, int], Cell]) -> tuple[tuple[int, ...], int]:
    weights: dict[int, list[int]] = {}
    for pair, cell in sorted(cells.items()):
        for source in pair:
            totals = weights.setdefault(source, [0] * len(VERDICTS_BY_SEVERITY))
            for verdict, number in cell.counts:
                totals[-1 - VERDICTS_BY_SEVERITY.index(verdict)] += number
    ranked = sorted(weights, key=lambda source: ([-n for n in weights[source]], source))
    return tuple(sorted(ranked[:_MAX_SOURCES])), max(0, len(ranked) - _MAX_SOURCES)
