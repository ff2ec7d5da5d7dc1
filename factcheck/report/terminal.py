"""The console that lays text for people out. No markup is ever interpreted."""

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType
from rich.text import Text

from factcheck.model import Verdict
from factcheck.report.signs import COLORS, SIGNS
from factcheck.report.style import Style, usable_width


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
