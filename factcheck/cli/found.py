"""Findings by the ids that audits and checks print."""

from collections.abc import Iterator

from factcheck.cli.staged import staged_files
from factcheck.errors import FactcheckError
from factcheck.model import Finding, Report


def finding_of(finding_id: str, report: Report, cure: str) -> Finding:
    """The finding of an id in an audit's report, or as a check of one source, or of what is staged in git, finds it.

    An id is that of the claims compared, and a check compares those of new sources only. Raises FactcheckError, with
    the `cure`, for an id that nothing has.
    """
    found = next((f for f in report.findings if f.id == finding_id), None)
    found = found or next((f for f in _of_checks(report) if f.id == finding_id), None)
    if found is None:
        raise FactcheckError(f"no finding has the id {finding_id!r}: {cure}")
    return found


def _of_checks(report: Report) -> Iterator[Finding]:
    from factcheck.align.voices import Voices  # with all of alignment, which other commands do not need
    from factcheck.judge.findings import restricted

    claims = {claim.id: claim for claim in report.claims}
    rules = {rule.id: rule for rule in report.judged_by}
    voices, staged = Voices(report.sources), _staged()
    for finding in report.findings:
        sources = sorted({claims[i].mention.source for i in finding.claims})
        if len(sources) > 2:
            for new in (*({source} for source in sources), staged):
                yield from restricted(finding, new, claims, rules, voices)


def _staged() -> set[str]:
    try:
        return set(staged_files())
    except FactcheckError:
        return set()
