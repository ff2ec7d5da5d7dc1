"""The options that several commands share."""

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from factcheck.cli.config import project_folders
from factcheck.errors import FactcheckError
from factcheck.read import required_date
from factcheck.report import format_names
from factcheck.rulebook import RuleSet, load_rules


def published_date(value: str | None) -> datetime.date | None:
    """The day that --published gives. Raises FactcheckError for what is no day of the calendar."""
    if value is None:
        return None
    try:
        return required_date(value)
    except ValueError as error:
        raise FactcheckError(f"--published: {error}") from error


def rule_set(folders: Sequence[Path] | None, *, cases: bool = False) -> RuleSet:
    """The shipped rules, the project's and those of the folders.

    Raises FactcheckError for a faulty rule file and a folder without one.
    """
    return load_rules(rule_folders(folders), cases=cases)


def rule_folders(folders: Sequence[Path] | None) -> tuple[Path, ...]:
    """The folders of rules besides the shipped ones: the project's, then those of --rules."""
    return (*project_folders(), *(folders or ()))


def reported(rules: RuleSet, select: Sequence[str] | None, ignore: Sequence[str] | None) -> RuleSet:
    """The rules whose findings --select and --ignore leave. Raises FactcheckError for an id that no rule has."""
    selected, ignored = _ids(select or ()), _ids(ignore or ())
    rules.require((*selected, *ignored))
    return RuleSet(tuple(r for r in rules.rules if (not selected or r.id in selected) and r.id not in ignored))


def _ids(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _known_format(name: str) -> str:
    if name not in format_names():
        raise FactcheckError(f"--output-format: there is no {name!r}: choose {', '.join(format_names())}")
    return name


def _format_names() -> list[str]:
    return list(format_names())


def rule_ids() -> list[str]:
    """The ids of the rules, for shells to complete."""
    return list(rule_set(None).ids)


Color = Literal["auto", "always", "never"]

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files (.txt, .md, .jsonl), folders, or - for standard input."),
]
OutputFormat = Annotated[
    str,
    typer.Option(
        "--output-format",
        metavar="FORMAT",
        help="table, json or jsonl.",
        callback=_known_format,
        autocompletion=_format_names,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write the result to a file instead of standard output."),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Day of publication (YYYY-MM-DD) of the sources whose front matter gives none."),
]
Spacy = Annotated[
    str | None,
    typer.Option("--spacy", metavar="MODEL", help="Take the entities of an installed spaCy model for names."),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULE",
        help="Report these rules only; repeatable, or a comma list.",
        autocompletion=rule_ids,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(metavar="RULE", help="Leave these rules out; repeatable, or a comma list.", autocompletion=rule_ids),
]
RuleFolders = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="FOLDER", help="Add a folder of rules; one of a shipped rule's id replaces it."),
]
ColorOption = Annotated[Color, typer.Option(help="When to colour. NO_COLOR is respected.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No notes and no progress, errors only.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Tell how each source was read.")]
