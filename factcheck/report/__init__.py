"""Output formats: reports, mentions and explanations as text for people or JSON for programs.

A format is one module in `factcheck.report.formats`, found by its name, that has the functions `report`, `mentions` and
`explanations`; adding one touches no other file.
"""

import pkgutil
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from factcheck.errors import FactcheckError
from factcheck.model import Explanation, Mention, Report
from factcheck.report import formats
from factcheck.report.style import Style

__all__ = ["Style", "format_names", "render", "render_explanations", "render_mentions", "schema"]


class _Format(Protocol):
    def report(self, report: Report, style: Style) -> str: ...

    def mentions(self, mentions: Sequence[Mention], style: Style) -> str: ...

    def explanations(self, explanations: Sequence[Explanation], style: Style) -> str: ...


@cache
def format_names() -> tuple[str, ...]:
    """The names of all output formats, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(formats.__path__)))


def render(report: Report, format_name: str, style: Style) -> str:
    """The report in that format, ending in a newline. Raises FactcheckError for an unknown format."""
    return _format(format_name).report(report, style)


def render_mentions(mentions: Sequence[Mention], format_name: str, style: Style) -> str:
    """The mentions in that format; empty where there are none and the format is line by line."""
    return _format(format_name).mentions(mentions, style)


def render_explanations(explanations: Sequence[Explanation], format_name: str, style: Style) -> str:
    """Why the claims of each pair were compared, or were not, in that format."""
    return _format(format_name).explanations(explanations, style)


def schema() -> str:
    """The JSON Schema (draft 2020-12) of the JSON report; its `$defs` hold the lines of the jsonl outputs too."""
    return Path(__file__).with_name("schema.json").read_text(encoding="utf-8")


def _format(name: str) -> _Format:
    if name not in format_names():
        raise FactcheckError(f'no output format "{name}"; choose one of {", ".join(format_names())}')
    return cast(_Format, import_module(f"factcheck.report.formats.{name}"))
