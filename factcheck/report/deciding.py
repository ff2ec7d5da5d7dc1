"""What decides a finding, first: the order of findings, the standings to show of very many, and the arithmetic."""

from collections.abc import Mapping

from msgspec import Struct

from factcheck.model import VERDICTS_BY_SEVERITY, Comparison, Finding, Severity, Standing, Verdict

_MAX_STANDINGS = 8


class Step(Struct, frozen=True):
    """A verdict with its arithmetic; `pairs` are the rows that it holds between, as "1↔2", `first` is one of them."""

    verdict: Verdict
    reason: str
    witness: str
    pairs: tuple[str, ...]
    first: Comparison


def severest_first(finding: Finding) -> tuple[int, int]:
    """The order in which findings are shown."""
    return -VERDICTS_BY_SEVERITY.index(finding.verdict), -list(Severity).index(finding.severity)


def deciding(finding: Finding) -> tuple[Standing, ...]:
    """The standings to show, in their order: all, or of very many those whose comparisons decide the verdict."""
    row_of = {claim_id: row for row, standing in enumerate(finding.standings) for claim_id in standing.claims}
    kept = list(dict.fromkeys(row_of[claim_id] for c in _ranked(finding) for claim_id in (c.a, c.b)))[:_MAX_STANDINGS]
    return tuple(finding.standings[row] for row in sorted(kept))


def arithmetic(finding: Finding, numbers: Mapping[str, int], rows: int) -> list[Step]:
    """The arithmetic between rows, once for each two, what decides first; the same words share a step.

    `numbers` gives the row that a claim's id stands in, counted from 1.
    """
    shared: dict[tuple[Verdict, str, str], tuple[Comparison, list[str]]] = {}
    told: set[tuple[int, int, Verdict]] = set()
    for c in _ranked(finding):
        first, second = sorted((numbers.get(c.a, 0), numbers.get(c.b, 0)))
        inside = first == second and rows > 1
        if not first or inside or (first, second, c.verdict) in told:
            continue
        told.add((first, second, c.verdict))
        shared.setdefault((c.verdict, c.reason, c.witness), (c, []))[1].append(f"{first}↔{second}")
    return [Step(*key, tuple(pairs), first) for key, (first, pairs) in shared.items()]


def _ranked(finding: Finding) -> list[Comparison]:
    return sorted(finding.comparisons, key=lambda c: -VERDICTS_BY_SEVERITY.index(c.verdict))
