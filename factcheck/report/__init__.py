"""Output formats: reports, mentions and explanations as text for people or for programs.

A format is one module in `factcheck.report.formats`, found by its name, that has the function `report`, and `mentions`
and `explanations` if it has a use for them; adding one touches no other file.
"""

from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Literal, cast

from factcheck.errors import FactcheckError
from factcheck.model import Explanation, Mention, Report
from factcheck.plugins import plugin_names
from factcheck.report import formats
from factcheck.report.style import Style

__all__ = [
    "Content",
    "Style",
    "format_names",
    "render",
    "render_explanations",
    "render_mentions",
    "require_format",
    "schema",
]

Content = Literal["report", "mentions", "explanations"]


@cache
def format_names(content: Content = "report") -> tuple[str, ...]:
    """The names of the output formats for that, sorted; all of them can hold a report."""
    names = plugin_names(formats)
    # The modules are imported only if their names do not tell.
    return tuple(name for name in names if content == "report" or hasattr(_module(name), content))


def require_format(name: str, content: Content = "report") -> None:
    """Raises FactcheckError if there is no such format, or none of it for that."""
    _renderer(name, content)


def render(report: Report, format_name: str, style: Style) -> str:
    """The report in that format, ending in a newline. Raises FactcheckError for an unknown format."""
    return cast(Callable[[Report, Style], str], _renderer(format_name, "report"))(report, style)


def render_mentions(mentions: Sequence[Mention], format_name: str, style: Style) -> str:
    """The mentions in that format; empty where there are none and the format is line by line.

    Raises FactcheckError for an unknown format, or one that does not list mentions.
    """
    return cast(Callable[[Sequence[Mention], Style], str], _renderer(format_name, "mentions"))(mentions, style)


def render_explanations(explanations: Sequence[Explanation], format_name: str, style: Style) -> str:
    """Why the claims of each pair were compared, or were not, in that format.

    Raises FactcheckError for an unknown format, or one that does not explain.
    """
    renderer = cast(Callable[[Sequence[Explanation], Style], str], _renderer(format_name, "explanations"))
    return renderer(explanations, style)


def schema() -> str:
    """The JSON Schema (draft 2020-12) of the JSON report; its `$defs` hold the lines of the jsonl outputs too."""
    return Path(__file__).with_name("schema.json").read_text(encoding="utf-8")


def _renderer(name: str, content: Content) -> object:
    if name not in format_names():
        raise FactcheckError(f'no output format "{name}"; choose one of {", ".join(format_names(content))}')
    renderer: object = getattr(_module(name), content, None)
    if renderer is None:
        raise FactcheckError(f'"{name}" is no format for {content}; choose one of {", ".join(format_names(content))}')
    return renderer


def _module(name: str) -> object:
    return import_module(f"{formats.__name__}.{name}")
