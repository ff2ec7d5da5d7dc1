"""A finding as the page shows it: its values side by side, each in its passage, the picture and the arithmetic."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from factcheck.model import Claim, Date, Duration, Finding, Quantity, Standing, Verdict
from factcheck.report.deciding import arithmetic, deciding
from factcheck.report.html.differences import Piece, marked
from factcheck.report.html.lines import LinePicture, line_picture
from factcheck.report.html.rows import rows, severest, verdicts_on
from factcheck.report.html.steps import Steps, shown_steps
from factcheck.report.html.timeline import Timeline, timeline
from factcheck.report.passage import Passage, passage, place, shortened
from factcheck.report.plain import plain
from factcheck.report.ruling_lines import ruling_status, ruling_words
from factcheck.report.signs import counted_sources
from factcheck.report.values import anchor_text, read_text

_PASSAGE_ROOM = 360
_MAX_VALUE = 400
_MAX_BRIEF = 120
_MAX_OTHERS = 8
_MAX_WORDS = 40


class Other(Struct, frozen=True):
    """Another claim of a standing: where it stands, and its words if they are not those shown."""

    claim: str
    place: str
    words: str


class Side(Struct, frozen=True):
    """A standing: its value in pieces, what that was read as, and the passage of the claim that shows it best."""

    number: int
    verdict: Verdict
    pieces: tuple[Piece, ...]
    read_as: str
    claim: Claim
    source: int
    said_by: str
    passage: Passage
    sources: str
    outlier: bool
    others: tuple[Other, ...]
    further: int


class Card(Struct, frozen=True):
    """A finding with all that is shown of it. `sources` are the places of its sources in the report."""

    finding: Finding
    number: int
    subject: str
    message: str
    brief: str
    kind: str
    sources: tuple[int, ...]
    picture: LinePicture | Timeline | None
    sides: tuple[Side, ...]
    further: int
    steps: Steps
    status: str
    decision: str
    changes: tuple[str, ...]
    doubtful: bool = False


class Cards:
    """Makes the cards of one report's findings."""

    def __init__(self, claims: Mapping[str, Claim], source_of: Mapping[str, int]) -> None:
        self._claims = claims
        self._source_of = source_of

    def card(self, finding: Finding, number: int, *, doubtful: bool = False) -> Card:
        """The card of a finding, `number` its place on the page."""
        shown = deciding(finding)
        kind = self._claims[finding.claims[0]].mention.kind
        numbers = {claim_id: place for place, standing in enumerate(shown, 1) for claim_id in standing.claims}
        steps = arithmetic(finding, numbers, len(shown))
        values = marked([shortened(standing.text, _MAX_VALUE) for standing in shown], kind)
        verdicts = verdicts_on(finding)
        ruling = finding.ruling
        return Card(
            finding,
            number,
            shortened(finding.subject, _MAX_BRIEF),
            shortened(finding.message, _MAX_VALUE),
            shortened(", ".join(dict.fromkeys(plain(standing.text) for standing in shown)), _MAX_BRIEF),
            kind.value,
            tuple(sorted({self._source_of[claim_id] for claim_id in finding.claims})),
            self._picture(finding, shown, verdicts),
            tuple(self._side(n, s, p, verdicts) for n, (s, p) in enumerate(zip(shown, values, strict=True), 1)),
            len(finding.standings) - len(shown),
            shown_steps(steps, shown, self._claims),
            ruling_status(ruling) if ruling else "",
            ruling_words(ruling) if ruling else "",
            tuple(plain(change) for change in ruling.changes) if ruling else (),
            doubtful,
        )

    def _picture(
        self, finding: Finding, shown: Sequence[Standing], verdicts: Mapping[str, Verdict]
    ) -> LinePicture | Timeline | None:
        drawn = rows(finding, shown, self._claims, verdicts)
        return (timeline(drawn) if finding.verdict is Verdict.UPDATE else None) or line_picture(drawn)

    def _side(
        self, number: int, standing: Standing, pieces: tuple[Piece, ...], verdicts: Mapping[str, Verdict]
    ) -> Side:
        claim, *others = (self._claims[claim_id] for claim_id in standing.claims)
        return Side(
            number,
            severest(verdicts[claim_id] for claim_id in standing.claims),
            pieces,
            _read_as(claim),
            claim,
            self._source_of[claim.id],
            plain(claim.said_by or ""),
            passage(claim, _PASSAGE_ROOM),
            counted_sources(len(standing.sources), standing.independent) if others else "",
            standing.outlier,
            tuple(_other(other, standing.text) for other in others[:_MAX_OTHERS]),
            max(0, len(others) - _MAX_OTHERS),
        )


def _read_as(claim: Claim) -> str:
    """What the words were taken for, where that does not go without saying."""
    value = claim.mention.value
    if not isinstance(value, Quantity | Date | Duration):
        return ""
    read, anchor = read_text(value), anchor_text(value)
    if anchor:
        return f"{read}, counted from {anchor}"
    return "" if read == plain(claim.mention.text) else read


def _other(claim: Claim, text: str) -> Other:
    words = plain(claim.mention.text)
    return Other(claim.id, place(claim), "" if words == plain(text) else shortened(words, _MAX_WORDS))
