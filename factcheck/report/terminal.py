"""Text for people: signs, colours and the console that lays text out. No markup is ever interpreted."""

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType
from rich.text import Text

from factcheck.model import Severity, Verdict
from factcheck.report.style import Style

_MIN_WIDTH = 40

SIGNS = {Verdict.AGREE: "=", Verdict.COMPATIBLE: "≈", Verdict.UPDATE: "→", Verdict.CONFLICT: "✗"}

COLORS = {
    Verdict.AGREE: "green",
    Verdict.COMPATIBLE: "cyan",
    Verdict.UPDATE: "yellow",
    Verdict.CONFLICT: "bold red",
}

SEVERITY_COLORS = {Severity.NOTE: "dim", Severity.WARNING: "yellow", Severity.ERROR: "red"}


def usable_width(style: Style) -> int:
    """The width to lay text out in; a terminal narrower than this wraps by itself."""
    return max(_MIN_WIDTH, style.width)


def laid_out(lines: Iterable[RenderableType], style: Style) -> str:
    """The lines as text, without trailing white space, with escape sequences only if colour may be used.

    A line that is a string is taken as it is: printing it through the console would cost a hundred times as much.
    """
    stream = StringIO()
    console = Console(
        file=stream,
        width=usable_width(style),
        force_terminal=style.color,
        color_system="standard" if style.color else None,
        no_color=not style.color,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    for line in lines:
        if isinstance(line, str):
            stream.write(f"{line}\n")
        else:
            console.print(line)
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().split("\n")[:-1])


def verdict_text(verdict: Verdict, words: str) -> Text:
    """The verdict's sign and words in its colour."""
    return Text().append(f"{SIGNS[verdict]} {words}", COLORS[verdict])


def sureness(confidence: float) -> str:
    """A confidence in per cent, ready to print; nothing that words say is wholly sure."""
    return f"{min(confidence, 0.99):.0%}"


def counted(number: int, noun: str) -> str:
    """A number and its noun, plural where it needs one: "1 source", "2,100 sources"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def counted_sources(number: int, independent: int) -> str:
    """So many sources and, where some are copies of one text, how many are independent: "3 sources, 2 independent"."""
    sources = counted(number, "source")
    return sources if independent == number else f"{sources}, {independent:,} independent"
