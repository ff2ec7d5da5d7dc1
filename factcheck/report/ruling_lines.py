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
        color = "green" if finding.decided else "yellow"
        label = Text(f"{ruling_status(finding.ruling)}  ", color)
        yield hanging(label, Text(ruling_words(finding.ruling), "dim"), width, indent=_INDENT)
        for change in finding.ruling.changes[:_MAX_CHANGES]:
            yield hanging(Text("- "), Text(plain(change), "dim"), width, indent=_INDENT)
        if len(finding.ruling.changes) > _MAX_CHANGES:
            yield Text(f"  … and {len(finding.ruling.changes) - _MAX_CHANGES:,} more", "dim")
    if finding.known:
        yield Text("  known from the baseline", "dim")


def ruling_status(ruling: Ruling) -> str:
    """Whether the decision still covers its finding, in a few words."""
    match ruling.status:
        case DecisionStatus.APPLIES:
            expires = ruling.decision.expires
            return f"decided until {expires}" if expires else "decided"
        case DecisionStatus.EXPIRED:
            return f"the decision expired on {ruling.decision.expires}"
        case DecisionStatus.STALE:
            return "the decision no longer applies"


def ruling_words(ruling: Ruling) -> str:
    """What was decided and why, ready to print."""
    decision = ruling.decision
    choice = f"prefer {plain(decision.prefer or '')}" if decision.choice is Choice.PREFER else decision.choice
    return f"{choice}: {plain(decision.because)}"
