"""factcheck, a diff for facts: finds where documents about the same events agree and where they conflict.

import factcheck

report = factcheck.audit(["articles/"])
for finding in report.findings:
    print(finding.verdict, finding.message)

mentions = factcheck.extract("About 8,000 soldiers arrived on Monday.", published="2024-10-31")
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from os import PathLike, fspath
from pathlib import Path

from factcheck.errors import FactcheckError

# The stage is imported before the function of its name is defined: a later first import would put it in its place.
from factcheck.extract import extract as _mentions
from factcheck.model import Mention, Report, Source
from factcheck.read import read_sources, required_date, source_from_text

__all__ = ["FactcheckError", "Mention", "Report", "Source", "__version__", "audit", "extract"]

__version__ = "0.1.0"

Day = datetime.date | str


def audit(
    sources: Iterable[Source | str | PathLike[str]] | str | PathLike[str],
    *,
    published: Day | None = None,
    rules: Sequence[str | PathLike[str]] = (),
    jobs: int = 1,
) -> Report:
    """Compares sources with each other and reports where they agree and where they conflict.

    `sources` are Source values or paths of files and folders, which are read; a single path may stand alone.
    `published` is the day of publication (a date, or YYYY-MM-DD) of the files whose front matter gives none.
    `rules` are folders of rules besides the shipped ones. `jobs` is the number of processes. What could not be read
    stands in the report's `skipped`. Raises FactcheckError if a rule file is faulty, a day is no day of the
    calendar, two sources have one id, or no source could be read.
    """
    from factcheck.pipeline import audit as compare
    from factcheck.rulebook import load_rules

    given = [sources] if isinstance(sources, str | PathLike) else list(sources)
    read = read_sources([fspath(s) for s in given if not isinstance(s, Source)], _day(published))
    ready = (*(s for s in given if isinstance(s, Source)), *read.sources)
    if not ready:
        raise read.errors[0] if read.errors else FactcheckError("there is no source to audit: give files or folders")
    repeated = sorted(source_id for source_id, count in Counter(s.id for s in ready).items() if count > 1)
    if repeated:
        raise FactcheckError("two sources have this id: give each its own", path=repeated[0])
    rule_set = load_rules([Path(folder) for folder in rules])
    return compare(
        ready,
        rule_set.rules,
        rules_hash=rule_set.hash,
        version=__version__,
        skipped=read.skipped,
        jobs=jobs,
    )


def extract(text: str, *, published: Day | None = None) -> tuple[Mention, ...]:
    """The quantities, dates, durations, names, titles and quotations in a text, in the order of their places.

    Offsets count Unicode code points. `published` (a date, or YYYY-MM-DD) is the day that "Monday" and the like are
    reckoned from. Raises FactcheckError if it is no day of the calendar.
    """
    return _mentions(source_from_text(text, _day(published)))


def _day(value: Day | None) -> datetime.date | None:
    if value is None or isinstance(value, datetime.date):
        return value
    try:
        return required_date(value)
    except ValueError as error:
        raise FactcheckError(f"published: {error}") from error
