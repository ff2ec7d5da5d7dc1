"""`factcheck decide`: record a person's judgement of a finding."""

from collections.abc import Mapping
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.config import project
from factcheck.cli.messages import emit
from factcheck.cli.reading import read_for
from factcheck.cli.settling import decisions_file, settle
from factcheck.errors import FactcheckError
from factcheck.model import Choice, Finding
from factcheck.report.plain import plain
from factcheck.rulebook import suggestion

_NOT_READ = 2
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
    spacy: options.Spacy = None,
) -> int:
    """Record a judgement of a finding, so that it no longer fails.

    It goes to factcheck-decisions.toml at the project's root, and applies until a value that it judged changes.
    """
    from factcheck.decisions import decision_about, record
    from factcheck.pipeline import audit

    choice = _choice(accept, prefer, not_comparable)
    last_day = options.day(expires, "--expires")
    if not because.strip():
        raise FactcheckError("--because: the reason is empty: say why")
    where = project(config)
    paths = options.sources(paths, where, everything=True)
    read = read_for(paths, options.day(published, "--published"), quiet=True)
    report = settle(audit(read.sources, where.rule_set(rules).rules, spacy_model=spacy), where)
    found = next((f for f in report.findings if f.id == finding), None)
    if found is None:
        cure = "audit the same paths, or those of the settings, and take the id from there"
        raise FactcheckError(f"no finding has the id {finding!r}: {cure}")
    names = {source.id: where.names(report.sources).get(source.id, source.id) for source in report.sources}
    preferred = _preferred(prefer, found, names) if prefer is not None else None
    reason = " ".join(because.split())
    made = decision_about(found, report.claims, names, choice, reason, prefer=preferred, expires=last_day)
    file = decisions_file(where)
    record(file, made, replaces=superseded(found))
    emit(f"{found.id}: {choice}, recorded in {file.name}: {plain(found.message)}\n", None)
    return _NOT_READ if read.errors else 0


def superseded(finding: Finding) -> str | None:
    """The id of the decision that a new one takes the place of: one that no longer covers the finding."""
    return finding.ruling.decision.finding if finding.ruling and not finding.decided else None


def _choice(accept: bool, prefer: str | None, not_comparable: bool) -> Choice:
    asked = ((accept, Choice.ACCEPT), (prefer is not None, Choice.PREFER), (not_comparable, Choice.NOT_COMPARABLE))
    choices = [choice for given, choice in asked if given]
    if len(choices) != 1:
        raise FactcheckError(f"{'no' if not choices else 'more than one'} decision is given: {_ONE_OF}")
    return choices[0]


def _preferred(source: str, finding: Finding, names: Mapping[str, str]) -> str:
    """The name from the root of a source of the finding, given by that or by its id."""
    ids = {i for standing in finding.standings for i in standing.sources}
    if source in ids:
        return names[source]
    known = sorted(names[i] for i in ids)
    if source not in known:
        raise FactcheckError(f"--prefer: {source!r} is no source of this finding{suggestion(source, known)}")
    return source
