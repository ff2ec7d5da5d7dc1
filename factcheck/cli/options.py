"""The options that several commands share."""

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from factcheck.cli.config import MAX_LIMIT, FailOn, Project, Settings, project
from factcheck.errors import FactcheckError
from factcheck.read import Limits, required_date
from factcheck.report import Content, format_names, require_format
from factcheck.rulebook import RuleSet

_MILLION = 1_000_000


def day(value: str | None, option: str) -> datetime.date | None:
    """The day that an option gives. Raises FactcheckError for what is no day of the calendar."""
    if value is None:
        return None
    try:
        return required_date(value)
    except ValueError as error:
        raise FactcheckError(f"{option}: {error}") from error


def limits(max_size: float | None, timeout: float | None, project: Project) -> Limits:
    """How far sources are read: by the options, or else the settings. Raises FactcheckError for what is none."""
    for value, option in ((max_size, "--max-size"), (timeout, "--timeout")):
        if value is not None and not 0 < value <= MAX_LIMIT:
            raise FactcheckError(f"{option}: {value:g} is no limit: give a number above 0 and up to {MAX_LIMIT:,.0f}")
    size, seconds = max_size or project.settings.max_size, timeout or project.settings.timeout
    return Limits(text=max(1, round(size * _MILLION)), seconds=seconds)


def sources(paths: Sequence[str] | None, project: Project, *, everything: bool = False) -> list[str]:
    """The paths, or the corpus of the settings, or, if asked for, everything from the project's root on.

    Raises FactcheckError if there is nothing.
    """
    found = list(paths) if paths else project.paths()
    if not found and everything:
        return [project.from_here("")]
    if not found:
        raise FactcheckError("no path is given: name files or folders, or let factcheck init write settings that do")
    return found


def reported(rules: RuleSet, select: Sequence[str] | None, ignore: Sequence[str] | None, settings: Settings) -> RuleSet:
    """The rules whose findings --select and --ignore leave, each in place of the setting of its name.

    Raises FactcheckError for an id that no rule has.
    """
    selected = _ids(select) if select else settings.select
    ignored = _ids(ignore) if ignore else settings.ignore
    rules.require((*selected, *ignored))
    return RuleSet(tuple(r for r in rules.rules if (not selected or r.id in selected) and r.id not in ignored))


def _ids(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _format_option(content: Content) -> Any:
    """The option --output-format of a command that prints this."""

    def known(name: str) -> str:
        try:
            require_format(name, content)
        except FactcheckError as error:
            raise FactcheckError(f"--output-format: {error.message}") from error
        return name

    # All formats hold a report; to know those that hold the others, each would have to be imported.
    told = f"One of {', '.join(format_names())}" if content == "report" else "table, json, jsonl, or another in README"
    return typer.Option(
        "--output-format",
        metavar="FORMAT",
        help=f"{told}.",
        callback=known,
        autocompletion=lambda: list(format_names(content)),
    )


def rule_ids() -> list[str]:
    """The ids of the rules, for shells to complete."""
    return list(project().rule_set(None).ids)


Color = Literal["auto", "always", "never"]

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...", help="Files (.txt, .md, .html, .pdf, .docx, …), folders, or - for standard input."
    ),
]
CorpusPaths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Files (.txt, .md, .html, .pdf, .docx, …), folders, or - for standard input; else the settings' corpus.",
    ),
]
FailOnOption = Annotated[
    FailOn | None,
    typer.Option("--fail-on", help="Exit with 1 if a conflict is at least that severe: warning by default."),
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", help="Take [tool.factcheck] from FILE, not from the nearest pyproject.toml."
    ),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline", metavar="FILE", help="An earlier JSON report: what it found is known and does not fail."
    ),
]
Today = Annotated[
    str | None,
    typer.Option("--today", metavar="DATE", help="Day on which to look at decisions that expire, if not today."),
]
ShowDecided = Annotated[bool, typer.Option("--show-decided", help="Show decided and known findings too.")]
WarnUnused = Annotated[bool, typer.Option("--warn-unused", help="Tell of decisions that decide nothing any more.")]
OutputFormat = Annotated[str, _format_option("report")]
MentionFormat = Annotated[str, _format_option("mentions")]
ExplanationFormat = Annotated[str, _format_option("explanations")]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write the result to a file instead of standard output."),
]
Reports = Annotated[
    list[str] | None,
    typer.Option("--report", metavar="FORMAT=FILE", help="Write the result to a file in a further format; repeatable."),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Day of publication (YYYY-MM-DD) of the sources whose front matter gives none."),
]
MaxSize = Annotated[
    float | None,
    typer.Option("--max-size", metavar="MB", help="Millions of characters that a source may have: 20 by default."),
]
Timeout = Annotated[
    float | None,
    typer.Option(
        metavar="SECONDS",
        help="Processor time that reading a file, and looking through a long one, may take: 4.5 by default.",
    ),
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
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes for many sources.")]
Pedantic = Annotated[
    bool, typer.Option("--pedantic", help="Show doubtful differences too; they never count for --fail-on.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No notes and no progress, errors only.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Tell how each source was read.")]
