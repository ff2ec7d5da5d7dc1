"""`factcheck audit`: compare sources with each other."""

from typing import Annotated

import typer

import factcheck
from factcheck.cli import options
from factcheck.cli.browser import show
from factcheck.cli.config import project
from factcheck.cli.exit_status import after_comparing
from factcheck.cli.progress import progress_bar
from factcheck.cli.reading import read_for, tell_of_skipped
from factcheck.cli.results import targets, write_report
from factcheck.cli.settling import settle
from factcheck.errors import FactcheckError


def audit(
    paths: options.CorpusPaths = None,
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
    warn_unused: options.WarnUnused = False,
    today: options.Today = None,
    published: options.Published = None,
    max_size: options.MaxSize = None,
    timeout: options.Timeout = None,
    spacy: options.Spacy = None,
    jobs: options.Jobs = 1,
    color: options.ColorOption = "auto",
    pedantic: options.Pedantic = False,
    open_page: Annotated[bool, typer.Option("--open", help="Show the HTML report in the browser.")] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Audit again when a source, rule or setting changes, until Ctrl-C.")
    ] = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> int:
    """Show where sources agree and conflict.

    Each finding comes with both passages and the arithmetic, conflicts first.

    Exit status: 0 no open conflict, 1 one at or above --fail-on, 2 wrong use or a source that could not be read;
    with --watch always 0 once Ctrl-C ends it.
    """
    from factcheck.pipeline import audit as compare

    if watch and open_page:
        raise FactcheckError("--open: with --watch each change would open it again: write it with --report html=FILE")
    wanted = targets(output_format, output, reports)
    day, now = options.day(published, "--published"), options.day(today, "--today")

    def once() -> int:
        where = project(config)
        rule_set = where.rule_set(rules)
        reported = options.reported(rule_set, select, ignore, where.settings)
        limits = options.limits(max_size, timeout, where)
        read = read_for(options.sources(paths, where), day, limits, quiet=quiet, verbose=verbose)
        with progress_bar(len(read.sources), quiet) as progress:
            report = compare(
                read.sources,
                rule_set.rules,
                rules_hash=reported.hash,
                reported=reported.ids,
                version=factcheck.__version__,
                skipped=read.skipped,
                limits=limits,
                jobs=jobs,
                progress=progress,
                spacy_model=spacy,
                pedantic=pedantic,
            )
        tell_of_skipped(report, read)
        report = settle(report, where, baseline=baseline, today=now, warn_unused=warn_unused)
        failing = fail_on or where.settings.fail_on
        write_report(report, wanted, color=color, show_decided=show_decided, fail_on=failing)
        if open_page:
            show(report, wanted)
        return after_comparing(report, failing)

    if not watch:
        return once()
    from factcheck.cli.watching import repeat, watched

    files = [target.file for target in wanted]
    return repeat(once, lambda: watched(paths, rules, config, baseline, files), quiet=quiet)
