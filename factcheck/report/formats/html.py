"""One HTML page that needs nothing else: for people, in a browser, on paper or with a screen reader."""

from collections.abc import Sequence

from factcheck.model import Explanation, Mention, Report
from factcheck.report.style import Style


def report(report: Report, _style: Style) -> str:
    """The findings with pictures and passages, who agrees with whom, and the sources in full. Nothing is left out."""
    from factcheck.report.html.page import report_page

    return report_page(report)


def mentions(mentions: Sequence[Mention], _style: Style) -> str:
    """The mentions as a table."""
    from factcheck.report.html.page import mentions_page

    return mentions_page(mentions)


def explanations(explanations: Sequence[Explanation], _style: Style) -> str:
    """Both passages, the ladder and the outcome of each pair."""
    from factcheck.report.html.page import explanations_page

    return explanations_page(explanations)
