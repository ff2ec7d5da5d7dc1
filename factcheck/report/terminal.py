"""Text for people: signs, colours, and lines as wide as the terminal. No markup is ever interpreted."""

from collections.abc import Iterable

from factcheck.model import Severity, Verdict
from factcheck.report.style import Style
from factcheck.report.styled import Text, folded, styled

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


def laid_out(lines: Iterable[Text], style: Style) -> str:
    """The lines as text, without trailing white space, with escape sequences only if colour may be used."""
    width = usable_width(style)
    shown = (part.escaped() if style.color else part.words for line in lines for part in folded(line, width))
    return "".join(f"{line.rstrip()}\n" for line in shown)


def verdict_text(verdict: Verdict, words: str) -> Text:
    """The verdict's sign and words in its colour."""
    return styled(f"{SIGNS[verdict]} {words}", COLORS[verdict])


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
