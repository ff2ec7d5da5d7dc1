"""Markdown for the comment on a pull request. What sources say stands in code spans, where nothing is interpreted."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from factcheck.model import VERDICTS_BY_SEVERITY, Claim, Finding, Report, Skipped, Standing, Verdict
from factcheck.report.deciding import arithmetic, deciding, severest_first
from factcheck.report.passage import place, shortened
from factcheck.report.signs import SIGNS, counted, counted_sources, sureness
from factcheck.report.style import Style
from factcheck.report.values import witness_text

# GitHub refuses comments of more than 65,536 characters.
_ROOM = 60_000
_MAX_PLACES = 4
_MAX_STEPS = 6
_MAX_WORDS = 100
_MAX_PASSAGE = 240
_MAX_SKIPPED = 20
_SHOWN = (Verdict.CONFLICT, Verdict.UPDATE)
_TABLE = "| | says | at |\n|---|---|---|"


def report(report: Report, style: Style) -> str:
    """What was compared, then conflicts and updates with their claims, as many as a comment of GitHub can hold."""
    claims = {claim.id: claim for claim in report.claims}
    shown = [f for f in report.findings if f.verdict in _SHOWN and (f.open or style.show_decided)]
    parts, room = [_heading(report)], _ROOM
    for number, finding in enumerate(sorted(shown, key=severest_first)):
        block = "\n".join(_finding(finding, claims))
        room -= len(block)
        if room < 0:
            parts.append(f"… and {counted(len(shown) - number, 'finding')} more.")
            break
        parts.append(block)
    return "\n\n".join((*parts, *_skipped(report.skipped))) + "\n"


def _heading(report: Report) -> str:
    summary, opened = report.summary, [finding.verdict for finding in report.findings if finding.open]
    told = " · ".join(f"{SIGNS[v]} {v}: {opened.count(v):,}" for v in reversed(VERDICTS_BY_SEVERITY))
    settled = len(report.findings) - len(opened)
    besides = f" · decided or known: {settled:,}" if settled else ""
    share = f"{round(100 * summary.coverage)} % of {counted(summary.mentions, 'mention')}"
    compared = (
        f"{counted_sources(summary.sources, summary.independent)}, {share} could be compared. Silence is not agreement."
    )
    return f"## factcheck\n\n{told}{besides}\n\n{compared}"


def _finding(finding: Finding, claims: Mapping[str, Claim]) -> Iterator[str]:
    state = "" if finding.open else " · decided" if finding.decided else " · known from the baseline"
    rows = deciding(finding)
    yield f"### {SIGNS[finding.verdict]} {finding.verdict.capitalize()} on {_code(finding.subject, _MAX_WORDS)}\n"
    yield (
        f"{finding.severity} · {sureness(finding.confidence)} sure · rule {_code(finding.rule, _MAX_WORDS)} · "
        f"finding {_code(finding.id, _MAX_WORDS)}{state}\n"
    )
    yield _TABLE
    for number, standing in enumerate(rows, start=1):
        yield f"| {number} | {_cell(_says(claims[standing.claims[0]]))} | {_cell(_places(standing, claims))} |"
    yield ""
    if len(rows) < len(finding.standings):
        yield f"… and {counted(len(finding.standings) - len(rows), 'further value')}\n"
    numbers = {claim_id: number for number, standing in enumerate(rows, start=1) for claim_id in standing.claims}
    for step in arithmetic(finding, numbers, len(rows))[:_MAX_STEPS]:
        told = _code(witness_text(step.witness), _MAX_PASSAGE)
        yield f"- {SIGNS[step.verdict]} {', '.join(step.pairs)} {told} ({step.reason})"


def _says(claim: Claim) -> str:
    return f"**{_code(claim.mention.text, _MAX_WORDS)}** in {_code(claim.context.passage, _MAX_PASSAGE)}"


def _places(standing: Standing, claims: Mapping[str, Claim]) -> str:
    listed = ", ".join(_code(place(claims[claim_id]), _MAX_PASSAGE) for claim_id in standing.claims[:_MAX_PLACES])
    more = len(standing.claims) - _MAX_PLACES
    told = f"{listed}, … and {more:,} more" if more > 0 else listed
    copied = standing.independent < len(standing.sources)
    return f"{told} ({counted_sources(len(standing.sources), standing.independent)})" if copied else told


def _skipped(skipped: tuple[Skipped, ...]) -> Iterator[str]:
    if skipped:
        listed = (f"- {_code(s.path, _MAX_WORDS)}: {_code(s.reason, _MAX_WORDS)}" for s in skipped[:_MAX_SKIPPED])
        more = [f"- … and {len(skipped) - _MAX_SKIPPED:,} more"] if len(skipped) > _MAX_SKIPPED else []
        yield "\n".join((f"{counted(len(skipped), 'source')} skipped:\n", *listed, *more))


def _code(text: str, room: int) -> str:
    """The text as a code span: fenced by more backticks than any run in it has."""
    shown = shortened(text, room) or " "
    longest = max((len(list(run)) for mark, run in groupby(shown) if mark == "`"), default=0)
    fence = "`" * (longest + 1)
    pad = " " if longest else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def _cell(text: str) -> str:
    """The text for a table, where a bar ends the cell even in a code span, unless a backslash stands before it."""
    # Whether a backslash before that one escapes it is told differently by different readers of Markdown.
    return text.replace("\\|", "\\ |").replace("|", "\\|")
