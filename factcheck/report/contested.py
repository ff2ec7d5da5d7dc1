"""What a conflict is about in a line, and where its claims stand in their files, for programs that point at them."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from msgspec import Struct

from factcheck.model import Claim, Finding, Report, Source, Verdict
from factcheck.normalized import line_starts
from factcheck.report.deciding import severest_first
from factcheck.report.passage import shortened
from factcheck.report.values import witness_text

STANDARD_INPUT = "-"

# Of other files the text is extracted, so that its lines are not theirs.
_READ_AS_THEY_ARE = ("", ".txt", ".md", ".markdown")
_MAX_MESSAGE = 400
_MAX_WORDS = 120


class Region(Struct, frozen=True):
    """Where a claim stands in its file. All count from 1, columns in Unicode code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


def conflicts(report: Report) -> list[Finding]:
    """The conflicts of the report, severest first, decided and known ones too."""
    found = (finding for finding in report.findings if finding.verdict is Verdict.CONFLICT)
    return sorted(found, key=severest_first)


def contested_claims(finding: Finding, claims: Mapping[str, Claim]) -> tuple[Claim, ...]:
    """The claims that give the finding its verdict, by id, in the order of the finding."""
    contested = {claim_id for c in finding.contested for claim_id in (c.a, c.b)}
    return tuple(claims[claim_id] for claim_id in finding.claims if claim_id in contested)


def region_in_file(claim: Claim, source: Source) -> Region | None:
    """Where the claim stands in the source's file; None where the text read is not that of the file as it is."""
    if not is_file(source) or PurePosixPath(source.path).suffix.lower() not in _READ_AS_THEY_ARE:
        return None
    mention = claim.mention
    starts = line_starts(mention.text)
    lines, last = len(starts) - 1, len(mention.text) - starts[-1]
    end_column = last + 1 if lines else mention.column + last
    return Region(mention.line, mention.column, mention.line + lines, end_column)


def is_file(source: Source) -> bool:
    """Whether the source is a whole file: no document among several, and not standard input."""
    return source.id == source.path != STANDARD_INPUT


def message_text(finding: Finding) -> str:
    """The finding's message and the arithmetic of its first contested pair, on one line, ready to print."""
    message = shortened(finding.message, _MAX_MESSAGE)
    witness = next((shortened(witness_text(c.witness), _MAX_MESSAGE) for c in finding.contested), "")
    # Of names, titles and quotations it holds the words that the message has already.
    return message if not witness or witness.startswith("“") or witness in message else f"{message}: {witness}"


def words_text(claim: Claim) -> str:
    """The claim's words and who says so, ready to print."""
    words = shortened(claim.mention.text, _MAX_WORDS)
    return f"{words} (according to {shortened(claim.said_by, _MAX_WORDS)})" if claim.said_by else words
