"""Text for people, on a terminal or in a log file."""

from collections.abc import Sequence
from textwrap import wrap

from factcheck.model import Explanation, Mention, Report
from factcheck.report.style import Style, usable_width
from factcheck.report.summary_lines import summary_lines

# rich's console takes a third as long to import as a check may take: it is imported where there is something to draw.


def report(report: Report, style: Style) -> str:
    """A block a finding, severest first, then the summary."""
    if not (report.findings or report.doubtful or report.skipped or style.color):
        return _summary_alone(report, usable_width(style))
    from factcheck.report.finding_blocks import FindingBlocks
    from factcheck.report.terminal import laid_out

    return laid_out(FindingBlocks(report, style).lines(), style)


def mentions(mentions: Sequence[Mention], style: Style) -> str:
    """The mentions of each source in the order of their places."""
    from factcheck.report.mention_lines import mention_lines
    from factcheck.report.terminal import laid_out

    return laid_out(mention_lines(mentions, style), style)


def explanations(explanations: Sequence[Explanation], style: Style) -> str:
    """Both passages, the ladder and the outcome of each pair."""
    from factcheck.report.ladder import explanation_lines
    from factcheck.report.terminal import laid_out

    return laid_out(explanation_lines(explanations, style), style)


def _summary_alone(report: Report, width: int) -> str:
    """The summary of a report that holds nothing else, which is our own words in letters of one cell each."""
    lines = ("".join(words for words, _ in line) for line in summary_lines(report))
    return "".join(f"{part}\n" for line in lines for part in wrap(line, width, break_on_hyphens=False))
