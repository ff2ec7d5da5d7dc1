"""`factcheck explain`: why claims were compared, or were not."""

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer
from msgspec.structs import replace

from factcheck.cli import options
from factcheck.cli.config import project
from factcheck.cli.exit_status import after_reading
from factcheck.cli.found import finding_of
from factcheck.cli.messages import emit, style
from factcheck.cli.reading import read_for
from factcheck.errors import FactcheckError
from factcheck.model import Source
from factcheck.read import Limits
from factcheck.report import render_explanations
from factcheck.rulebook import RuleSet

_CURE = "the ids stand in the output of factcheck audit --output-format json, for the same paths"


def explain(
    arguments: Annotated[
        list[str],
        typer.Argument(
            metavar="FINDING|CLAIM CLAIM [PATH]...",
            help="The id of a finding, or of two claims, then the paths that were audited; the corpus by default.",
        ),
    ],
    output_format: options.ExplanationFormat = "table",
    output: options.Output = None,
    rules: options.RuleFolders = None,
    config: options.Config = None,
    published: options.Published = None,
    max_size: options.MaxSize = None,
    timeout: options.Timeout = None,
    spacy: options.Spacy = None,
    color: options.ColorOption = "auto",
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show all that was weighed, and all rivals, not the heaviest only.")
    ] = False,
) -> int:
    """Show why claims were, or were not, compared.

    Both passages with their context, what speaks for and against their being about the same fact, which other claims
    compete with them, and the verdict with its arithmetic.
    """
    from factcheck.pipeline import explain as why

    ids, paths = _split(arguments)
    day = options.day(published, "--published")
    where = project(config)
    rule_set = where.rule_set(rules)
    limits = options.limits(max_size, timeout, where)
    read = read_for(options.sources(paths, where), day, limits)
    reported = options.reported(rule_set, None, None, where.settings).ids
    pairs = _pairs(ids, read.sources, rule_set, reported, limits, spacy)
    explanations = why(read.sources, rule_set.rules, pairs, limits=limits, spacy_model=spacy)
    emit(render_explanations(explanations, output_format, replace(style(color, output), verbose=verbose)), output)
    return after_reading(read.skipped)


def _split(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """The leading one or two ids, and the paths after them. Raises FactcheckError if there is no id."""
    count = 0
    while count < min(2, len(arguments)) and _is_id(arguments[count]):
        count += 1
    if not count:
        raise FactcheckError(f"{arguments[0]!r} is no id of a finding or claim: {_CURE}")
    return list(arguments[:count]), list(arguments[count:])


def _is_id(argument: str) -> bool:
    return re.fullmatch("[0-9a-f]{8,40}", argument) is not None and not Path(argument).exists()


def _pairs(
    ids: Sequence[str],
    sources: Sequence[Source],
    rules: RuleSet,
    reported: Collection[str],
    limits: Limits,
    spacy_model: str | None,
) -> Iterator[tuple[str, str]]:
    if len(ids) == 2:
        yield ids[0], ids[1]
        return
    from factcheck.pipeline import audit

    report = audit(sources, rules.rules, reported=reported, limits=limits, spacy_model=spacy_model)
    yield from ((comparison.a, comparison.b) for comparison in finding_of(ids[0], report, _CURE).comparisons)
