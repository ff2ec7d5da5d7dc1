"""Text for people, on a terminal or in a log file."""

from collections.abc import Sequence

from factcheck.model import Explanation, Mention, Report
from factcheck.report.finding_blocks import FindingBlocks
from factcheck.report.ladder import explanation_lines
from factcheck.report.mention_lines import mention_lines
from factcheck.report.style import Style
from factcheck.report.terminal import laid_out


def report(report: Report, style: Style) -> str:
    """A block a finding, severest first, then the summary."""
    return laid_out(FindingBlocks(report, style).lines(), style)


def mentions(mentions: Sequence[Mention], style: Style) -> str:
    """The mentions of each source in the order of their places."""
    return laid_out(mention_lines(mentions, style), style)


def explanations(explanations: Sequence[Explanation], style: Style) -> str:
    """Both passages, the ladder and the outcome of each pair."""
    return laid_out(explanation_lines(explanations, style), style)
