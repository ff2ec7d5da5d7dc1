"""Reads sources for a command and tells on standard error what went wrong."""

import datetime
from collections.abc import Sequence

from factcheck.cli.messages import print_error, print_note
from factcheck.errors import FactcheckError
from factcheck.model import Report
from factcheck.read import Limits, ReadResult, read_sources


def read_for(
    paths: Sequence[str],
    published: datetime.date | None,
    limits: Limits,
    *,
    quiet: bool = False,
    verbose: bool = False,
) -> ReadResult:
    """What the paths lead to. Prints each error, and what was assumed. Raises FactcheckError if no source is left."""
    result = read_sources(paths, published, limits)
    errors = list(result.errors)
    if not result.sources and not errors:
        reasons = "".join(f" ({s.path}: {s.reason})" for s in result.skipped[:1])
        cure = "give files of text as .txt, .html, .pdf or .docx, or a folder of them"
        errors = [FactcheckError(f"there is no source{reasons}: {cure}")]
    last = None if result.sources else errors.pop()
    for error in errors:
        print_error(str(error))
    if last:
        raise last
    for source in result.sources:
        if source.note and not quiet:
            print_note(f"{source.path}: {source.note}")
        if verbose:
            dated = f"published {source.published} ({source.published_from})" if source.published else "no date"
            print_note(f"{source.id}: {source.words} words, {dated}")
    return result


def tell_of_skipped(report: Report, read: ReadResult) -> None:
    """Prints an error for each source that was read, and then skipped because it goes beyond the limits."""
    before = frozenset(read.skipped)
    for skipped in report.skipped:
        if skipped.failed and skipped not in before:
            print_error(f"{skipped.path}: {skipped.reason}")
