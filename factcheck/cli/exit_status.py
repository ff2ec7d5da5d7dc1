"""The exit status of a command: 0 nothing wrong, 1 an open conflict, 2 a source that could not be read."""

from collections.abc import Iterable

from factcheck.cli.config import FailOn
from factcheck.cli.settling import mildest_failing
from factcheck.model import Report, Skipped

_CONFLICT, _NOT_READ = 1, 2


def after_reading(skipped: Iterable[Skipped]) -> int:
    """The status of a command that only reads, by what it skipped."""
    return _NOT_READ if any(source.failed for source in skipped) else 0


def after_comparing(report: Report, fail_on: FailOn) -> int:
    """The status of a command that compares; an open conflict fails if it is at least as severe as `fail_on`."""
    fails = any(finding.fails(mildest_failing(fail_on)) for finding in report.findings)
    return after_reading(report.skipped) or (_CONFLICT if fails else 0)
