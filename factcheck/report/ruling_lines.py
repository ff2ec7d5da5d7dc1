"""What a person decided about a finding, and what the baseline knows of it, as lines below its heading."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from factcheck.model import Choice, DecisionStatus, Finding, Ruling
from factcheck.report.plain import plain
from factcheck.report.wrapping import hanging

_INDENT = 2
_MAX_CHANGES = 6


def ruling_lines(finding: Finding, width: int) -> Iterator[RenderableType]:
    """The decision with its reason, what it does not cover, and whether the finding is known; none without."""
    if finding.ruling is not None:
        label, color = _label(finding.ruling)
        told = Text(f"{_choice(finding.ruling)}: {plain(finding.ruling.decision.because)}", "dim")
        yield hanging(Text(f"{label}  ", color), told, width, indent=_INDENT)
        for change in finding.ruling.changes[:_MAX_CHANGES]:
            yield hanging(Text("- "), Text(plain(change), "dim"), width, indent=_INDENT)
        if len(finding.ruling.changes) > _MAX_CHANGES:
            yield Text(f"  … and {len(finding.ruling.changes) - _MAX_CHANGES:,} more", "dim")
    if finding.known:
        yield Text("  known from the baseline", "dim")


def _label(ruling: Ruling) -> tuple[str, str]:
    match ruling.status:
        case DecisionStatus.APPLIES:
            expires = ruling.decision.expires
            return (f"decided until {expires}" if expires else "decided"), "green"
        case DecisionStatus.EXPIRED:
            return f"the decision expired on {ruling.decision.expires}", "yellow"
        case DecisionStatus.STALE:
            return "the decision no longer applies", "yellow"


def _choice(ruling: Ruling) -> str:
    if ruling.decision.choice is Choice.PREFER:
        return f"prefer {plain(ruling.decision.prefer or '')}"
    return ruling.decision.choice
