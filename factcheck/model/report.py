"""The report of an audit."""

from msgspec import Struct

from factcheck.model.claim import Claim
from factcheck.model.finding import Finding
from factcheck.model.rule import Rule
from factcheck.model.source import Skipped, Source


class Summary(Struct, frozen=True):
    """Counts over a report. `coverage` is claims per mention: what share of the mentions could be compared at all.

    `independent` counts the sources, copies of one text as one.
    """

    sources: int
    mentions: int
    claims: int
    findings: dict[str, int]
    coverage: float
    independent: int


class Report(Struct, frozen=True):
    """All that an audit found; sources, claims and findings are sorted, and nothing depends on order or clock.

    `doubtful` are differences between claims that are less likely than not about one fact; they count nowhere.
    `rules` is the hash of the rules that were reported, `judged_by` all rules under which the claims were compared.
    """

    version: str
    rules: str
    sources: tuple[Source, ...]
    skipped: tuple[Skipped, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    summary: Summary
    doubtful: tuple[Finding, ...] = ()
    judged_by: tuple[Rule, ...] = ()
