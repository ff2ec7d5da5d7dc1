"""`factcheck review`: walk through the findings that nobody has judged."""

import sys
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.config import project
from factcheck.cli.exit_status import after_reading
from factcheck.cli.messages import style
from factcheck.cli.reading import read_for, tell_of_skipped
from factcheck.cli.settling import settle
from factcheck.errors import FactcheckError
from factcheck.model import Verdict


def review(
    paths: options.CorpusPaths = None,
    updates: Annotated[bool, typer.Option("--updates", help="Go through updates too, after the conflicts.")] = False,
    rules: options.RuleFolders = None,
    config: options.Config = None,
    baseline: options.Baseline = None,
    published: options.Published = None,
    max_size: options.MaxSize = None,
    timeout: options.Timeout = None,
    spacy: options.Spacy = None,
    color: options.ColorOption = "auto",
) -> int:
    """Walk through the findings that nobody has judged, at the terminal.

    One at a time, the passages side by side, one key an answer; each decision is recorded as decide records it.
    """
    from factcheck.cli.questions import ask  # lays text out, which the other commands need not load
    from factcheck.pipeline import audit

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise FactcheckError("review asks questions: run it at a terminal, or use factcheck decide")
    where = project(config)
    day, limits = options.day(published, "--published"), options.limits(max_size, timeout, where)
    read = read_for(options.sources(paths, where, everything=True), day, limits)
    rule_set = where.rule_set(rules)
    reported = options.reported(rule_set, None, None, where.settings).ids
    report = audit(read.sources, rule_set.rules, reported=reported, limits=limits, spacy_model=spacy)
    tell_of_skipped(report, read)
    asked = (Verdict.CONFLICT, Verdict.UPDATE) if updates else (Verdict.CONFLICT,)
    ask(lambda: settle(report, where, baseline=baseline), where, asked, style(color, None))
    return after_reading((*read.skipped, *report.skipped))
