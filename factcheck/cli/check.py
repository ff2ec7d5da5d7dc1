"""`factcheck check`: new sources against those that are there already."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

import factcheck
from factcheck.cli import options
from factcheck.cli.config import project
from factcheck.cli.exit_status import after_comparing
from factcheck.cli.messages import print_error, print_note
from factcheck.cli.progress import progress_bar
from factcheck.cli.results import targets, write_report
from factcheck.cli.settling import settle
from factcheck.cli.staged import staged_files
from factcheck.errors import FactcheckError
from factcheck.model import Report, Skipped, Source
from factcheck.read import STANDARD_INPUT, Reading, SourceFile, discover, reader_for


def check(
    new: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NEW]...", help="New or changed sources; what is staged in git by default."),
    ] = None,
    against: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CORPUS", help="The sources to check against; repeatable. The settings' corpus by default."
        ),
    ] = None,
    output_format: options.OutputFormat = "table",
    output: options.Output = None,
    reports: options.Reports = None,
    fail_on: options.FailOnOption = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    rules: options.RuleFolders = None,
    config: options.Config = None,
    baseline: options.Baseline = None,
    show_decided: options.ShowDecided = False,
    today: options.Today = None,
    published: options.Published = None,
    max_size: options.MaxSize = None,
    timeout: options.Timeout = None,
    spacy: options.Spacy = None,
    jobs: options.Jobs = 1,
    color: options.ColorOption = "auto",
    pedantic: options.Pedantic = False,
    quiet: options.Quiet = False,
) -> int:
    """Show where new sources agree and conflict with those that are there.

    It finds what an audit of all would find, as far as it touches the new sources. What was read before is kept in
    .factcheck/ beside the settings, a cache that can be removed at any time.

    Exit status: 0 no open conflict, 1 one at or above --fail-on, 2 wrong use or a source that could not be read.
    """
    from factcheck.checking import check as compare
    from factcheck.extraction import Extracted, extract_all
    from factcheck.store import Contents, used
    from factcheck.store.version import program, store_name

    wanted = targets(output_format, output, reports)
    day, now = options.day(published, "--published"), options.day(today, "--today")
    where = project(config)
    rule_set = where.rule_set(rules)
    reported = options.reported(rule_set, select, ignore, where.settings)
    limits = options.limits(max_size, timeout, where)
    asked = _asked(new, against)
    corpus = options.sources(against, where, everything=True)
    # Of what is staged only files of the corpus are new sources, unless the corpus is given along.
    paths = [*corpus, *asked] if new or against else corpus
    found, found_new = discover(paths), discover(asked)
    names = _ids_in(found.files, found_new.files)
    if not names and not found_new.errors:
        if not quiet:
            print_note("there is no new source to check")
        return 0
    listed = [found.files]

    def extract(sources: Sequence[Source]) -> "tuple[Extracted | FactcheckError, ...]":
        with progress_bar(len(sources), quiet) as progress:
            return extract_all(sources, limits, jobs, progress, spacy)

    def files() -> Sequence[SourceFile]:
        return listed.pop() if listed else discover(paths).files

    def answer(contents: Contents, unread: tuple[FactcheckError, ...]) -> tuple[Report, tuple[FactcheckError, ...]]:
        errors = (*found.errors, *unread)
        report = compare(
            contents,
            [source for name in sorted(names) for source in contents.ids_of(name)],
            rule_set.rules,
            rules_hash=reported.hash,
            version=factcheck.__version__,
            reported=reported.ids,
            skipped=[*found_new.skipped, *(Skipped(error.path or "", error.message, failed=True) for error in errors)],
            pedantic=pedantic,
        )
        return report, errors

    # Names of sources begin at the working folder, so each has a store of its own.
    store = where.cache / store_name(where.from_here(""), published, limits, spacy)
    with Reading(day, limits) as reading:
        report, failures = used(store, program(factcheck.__version__), files, reading, extract, answer, print_note)
    for error in failures:
        print_error(str(error))
    report = settle(report, where, baseline=baseline, today=now)
    failing = fail_on or where.settings.fail_on
    write_report(report, wanted, color=color, show_decided=show_decided, fail_on=failing)
    return after_comparing(report, failing)


def _asked(new: Sequence[str] | None, against: Sequence[str] | None) -> list[str]:
    """The paths of the new sources: those named, or those staged that have a reader."""
    if STANDARD_INPUT in (*(new or ()), *(against or ())):
        raise FactcheckError("check reads files: use factcheck audit for standard input")
    return list(new) if new else [path for path in staged_files() if reader_for(Path(path))]


def _ids_in(files: Sequence[SourceFile], wanted: Sequence[SourceFile]) -> frozenset[str]:
    """The ids under which files stand among others, by which path they may be named there."""
    places = {file.place for file in wanted}
    return frozenset(file.id for file in files if file.place in places)
