"""Signs, colours and counts as every format for people writes them."""

from factcheck.model import Severity, Verdict

SIGNS = {Verdict.AGREE: "=", Verdict.COMPATIBLE: "≈", Verdict.UPDATE: "→", Verdict.CONFLICT: "✗"}

COLORS = {
    Verdict.AGREE: "green",
    Verdict.COMPATIBLE: "cyan",
    Verdict.UPDATE: "yellow",
    Verdict.CONFLICT: "bold red",
}

SEVERITY_COLORS = {Severity.NOTE: "dim", Severity.WARNING: "yellow", Severity.ERROR: "red"}


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
