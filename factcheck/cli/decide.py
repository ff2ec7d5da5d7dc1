"""`factcheck decide`: record a person's judgement of a finding."""

from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.config import Project, project
from factcheck.cli.exit_status import after_reading
from factcheck.cli.found import finding_of
from factcheck.cli.messages import emit
from factcheck.cli.reading import read_for, tell_of_skipped
from factcheck.cli.settling import decisions_file, judge, settle
from factcheck.errors import FactcheckError
from factcheck.model import Choice, Finding, Report
from factcheck.report.plain import plain
from factcheck.rulebook import suggestion

_ONE_OF = "give one of --accept, --prefer SOURCE and --not-comparable"


def decide(
    finding: Annotated[str, typer.Argument(metavar="FINDING", help="The id of a finding, as audit and check show it.")],
    because: Annotated[str, typer.Option("--because", metavar="TEXT", help="Why, for those who read it later.")],
    paths: options.CorpusPaths = None,
    accept: Annotated[bool, typer.Option("--accept", help="The difference may stand.")] = False,
    prefer: Annotated[
        str | None, typer.Option("--prefer", metavar="SOURCE", help="What this source says holds.")
    ] = None,
    not_comparable: Annotated[
        bool, typer.Option("--not-comparable", help="The passages are not about the same fact.")
    ] = False,
    expires: Annotated[
        str | None, typer.Option("--expires", metavar="DATE", help="The last day on which the decision applies.")
    ] = None,
    rules: options.RuleFolders = None,
    config: options.Config = None,
    published: options.Published = None,
    max_size: options.MaxSize = None,
    timeout: options.Timeout = None,
    spacy: options.Spacy = None,
) -> int:
    """Record a judgement of a finding, so that it no longer fails.

    It goes to factcheck-decisions.toml at the project's root, and applies until a value that it judged changes.
    """
    from factcheck.pipeline import audit

    choice = _choice(accept, prefer, not_comparable)
    last_day = options.day(expires, "--expires")
    if not because.strip():
        raise FactcheckError("--because: the reason is empty: say why")
    where = project(config)
    paths = options.sources(paths, where, everything=True)
    day, limits = options.day(published, "--published"), options.limits(max_size, timeout, where)
    read = read_for(paths, day, limits, quiet=True)
    rule_set = where.rule_set(rules)
    reported = options.reported(rule_set, None, None, where.settings).ids
    report = audit(read.sources, rule_set.rules, reported=reported, limits=limits, spacy_model=spacy)
    tell_of_skipped(report, read)
    report = settle(report, where)
    found = finding_of(finding, report, "audit the same paths, or those of the settings, and take the id from there")
    preferred = _preferred(prefer, found, report, where) if prefer is not None else None
    judge(found, report, where, choice, because, preferred=preferred, expires=last_day)
    emit(f"{found.id}: {choice}, recorded in {decisions_file(where).name}: {plain(found.message)}\n", None)
    return after_reading((*read.skipped, *report.skipped))


def _choice(accept: bool, prefer: str | None, not_comparable: bool) -> Choice:
    asked = ((accept, Choice.ACCEPT), (prefer is not None, Choice.PREFER), (not_comparable, Choice.NOT_COMPARABLE))
    choices = [choice for given, choice in asked if given]
    if len(choices) != 1:
        raise FactcheckError(f"{'no' if not choices else 'more than one'} decision is given: {_ONE_OF}")
    return choices[0]


def _preferred(source: str, finding: Finding, report: Report, where: Project) -> str:
    """The id of a source that the finding contests, given by that or by its name from the root."""
    names, contested = where.names(report.sources), {i for c in finding.contested for i in (c.a, c.b)}
    sources = sorted({claim.mention.source for claim in report.claims if claim.id in contested})
    ids = {names.get(i, i): i for i in sources}
    if source in ids.values():
        return source
    if source not in ids:
        raise FactcheckError(f"--prefer: {source!r} is no source of this finding{suggestion(source, ids)}")
    return ids[source]
