"""factcheck, a diff for facts: finds where documents about the same events agree and where they conflict.

import factcheck

report = factcheck.audit(["articles/"])
for finding in report.findings:
    print(finding.verdict, finding.message)

mentions = factcheck.extract("About 8,000 soldiers arrived on Monday.", published="2024-10-31")

factcheck.compare_names("Bill Clinton", "William J. Clinton", "person").sameness  # same
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from os import PathLike, fspath
from pathlib import Path

from factcheck.errors import FactcheckError

# The stage is imported before the function of its name is defined: a later first import would put it in its place.
from factcheck.extract import extract as _mentions
from factcheck.extract.as_written import as_read, mentions_as_written
from factcheck.model import Category, Mention, NameComparison, Report, Sameness, Source
from factcheck.read import read_sources, required_date, source_from_text

__all__ = [
    "Category",
    "FactcheckError",
    "Mention",
    "NameComparison",
    "Report",
    "Sameness",
    "Source",
    "__version__",
    "audit",
    "compare_names",
    "extract",
]

__version__ = "0.1.0"

Day = datetime.date | str


def audit(
    sources: Iterable[Source | str | PathLike[str]] | str | PathLike[str],
    *,
    published: Day | None = None,
    rules: Sequence[str | PathLike[str]] = (),
    jobs: int = 1,
    spacy_model: str | None = None,
    pedantic: bool = False,
) -> Report:
    """Compares sources with each other and reports where they agree and where they conflict.

    `sources` are Source values or paths of files and folders, which are read; a single path may stand alone.
    `published` is the day of publication (a date, or YYYY-MM-DD) of the files whose front matter gives none.
    `rules` are folders of rules besides the shipped ones. `jobs` is the number of processes. `spacy_model` names an
    installed spaCy pipeline, or the folder of one, whose entities are taken for names (it needs `factcheck[spacy]`).
    `pedantic` adds the report's `doubtful`: differences between claims that are less likely than not about one fact.
    What could not be read stands in the report's `skipped`. Raises FactcheckError if a rule file is faulty, a day is no
    day of the calendar, two sources have one id, no source could be read, or there is no such pipeline.
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
        spacy_model=spacy_model,
        pedantic=pedantic,
    )


def extract(text: str, *, published: Day | None = None, spacy_model: str | None = None) -> tuple[Mention, ...]:
    """The quantities, dates, durations, names, titles and quotations in a text, in the order of their places.

    Offsets count Unicode code points. `published` (a date, or YYYY-MM-DD) is the day that "Monday" and the like are
    reckoned from. `spacy_model` is that of `audit`. Raises FactcheckError if the day is none of the calendar, or there
    is no such pipeline.
    """
    source = source_from_text(text, _day(published))
    return mentions_as_written(source, _mentions(as_read(source), spacy_model=spacy_model))


def compare_names(a: str, b: str, category: Category | str) -> NameComparison:
    """Whether two names name one person, organisation or place: same, different or unsure, with the reason.

    `category` is a Category, its value ("PER", "ORG", "LOC") or its name ("person", "organisation", "place").

    >>> compare_names("Volodymyr Zelensky", "Vladimir Zelenskyy", "person").sameness
    <Sameness.SAME: 'same'>
    >>> compare_names("Kim Jong Un", "Kim Jong Il", "person").sameness
    <Sameness.DIFFERENT: 'different'>
    >>> compare_names("Michael Flynn", "Michael Glynn", "person").sameness
    <Sameness.UNSURE: 'unsure'>
    >>> compare_names("Sudan", "South Sudan", "place").reason
    'direction'

    The form decides first: accents, case, word order, initials, missing middle names, nicknames, aliases, acronyms and
    romanisations; the likeness of letters comes last, and never joins two known names that differ. Both names are
    compared without their context: "Bush" and "George W. Bush" are the same as far as the names say. Symmetric. Raises
    FactcheckError if there is no such category.
    """
    from factcheck.align.names import compare_names as compare

    return compare(a, b, _category(category))


def _category(value: Category | str) -> Category:
    for category in Category:
        if value.casefold() in (category.value.casefold(), category.name.casefold()):
            return category
    names = ", ".join(category.name.lower() for category in Category)
    raise FactcheckError(f"{value!r} is no category of names: give one of {names}")


def _day(value: Day | None) -> datetime.date | None:
    if value is None or isinstance(value, datetime.date):
        return value
    try:
        return required_date(value)
    except ValueError as error:
        raise FactcheckError(f"published: {error}") from error
