"""Where the results of a command go, each in its format: standard output or files."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from factcheck.cli.config import FailOn
from factcheck.cli.messages import emit, style
from factcheck.cli.settling import mildest_failing
from factcheck.errors import FactcheckError
from factcheck.model import Report
from factcheck.report import render, require_format


class Target(Struct, frozen=True):
    """A format and the file that takes it, None for standard output."""

    format_name: str
    file: Path | None


def targets(output_format: str, output: Path | None, reports: Sequence[str] | None) -> tuple[Target, ...]:
    """The target of --output-format and --output, then those that --report gives as FORMAT=FILE.

    Raises FactcheckError for one of another form, an unknown format, and a file that two of them would write.
    """
    asked = (Target(output_format, output), *map(_target, reports or ()))
    _refuse_same_file(target.file for target in asked if target.file is not None)
    return asked


def write_report(report: Report, wanted: Iterable[Target], *, color: str, show_decided: bool, fail_on: FailOn) -> None:
    """Writes the report to each target. Raises FactcheckError if a file cannot be written."""
    for target in wanted:
        laid_out = replace(style(color, target.file), show_decided=show_decided, fail_on=mildest_failing(fail_on))
        emit(render(report, target.format_name, laid_out), target.file)


def _target(given: str) -> Target:
    name, _, file = given.partition("=")
    if not name or not file:
        raise FactcheckError(f"--report {given!r}: give a format and a file: --report json=report.json")
    try:
        require_format(name)
    except FactcheckError as error:
        raise FactcheckError(f"--report {given!r}: {error.message}") from error
    return Target(name, Path(file))


def _refuse_same_file(files: Iterator[Path]) -> None:
    seen: set[str] = set()
    for file in files:
        place = os.path.realpath(file)
        if place in seen:
            raise FactcheckError("two reports would go to this file: give each its own", path=str(file))
        seen.add(place)
