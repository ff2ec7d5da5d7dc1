"""An explanation as text: both passages, what spoke for and against their being about one fact, rivals, the verdict."""

import math
from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Date, Duration, Explanation, Quantity, Rival
from factcheck.report.account import LEGEND, SUM, Entry, account, rounded, signed
from factcheck.report.evidence_words import reason_words
from factcheck.report.passage import passage_in_lines, place, shortened
from factcheck.report.plain import plain
from factcheck.report.style import Style
from factcheck.report.styled import Column, Text, folded, grid, indented, styled
from factcheck.report.terminal import counted, sureness, usable_width, verdict_text
from factcheck.report.values import anchor_text, value_text, witness_text
from factcheck.report.wrapping import filled, hanging

_INDENT = 2
_GAP = 2
_PASSAGE_LINES = 6
# The words of a claim are marked by signs as well, since colour may be missing.
_MARKS = ("»", "«")
_HEAVIEST = 3
_RIVALS, _MOST_RIVALS = 2, 20
_MAX_WORDS = 60
_MORE = " -v shows all that was weighed."


def explanation_lines(explanations: Sequence[Explanation], style: Style) -> Iterator[Text]:
    """The explanations one below the other, then what their numbers mean."""
    for number, explanation in enumerate(explanations):
        if number:
            yield Text()
        yield from _lines(explanation, style)
    if any(explanation.evidence for explanation in explanations):
        yield Text()
        yield styled(LEGEND if style.verbose else LEGEND + _MORE, "dim")


def _lines(explanation: Explanation, style: Style) -> Iterator[Text]:
    width = usable_width(style)
    yield from _claim("a", explanation.a, width)
    if explanation.b.id != explanation.a.id:
        yield from _claim("b", explanation.b, width)
    if explanation.evidence:
        yield from _account(explanation, style)
        yield Text()
    if explanation.rivals:
        yield from _rivals(explanation, style)
        yield Text()
    yield from _outcome(explanation, width)


def _claim(letter: str, claim: Claim, width: int) -> Iterator[Text]:
    head = styled(f"{plain(claim.subject)}: {_value(claim)}").append(f"  {claim.id}", "dim")
    yield from hanging(styled(f"{letter}  ", "bold"), head, width)
    yield from _below(styled(filled([place(claim)], width - _INDENT), "dim"), width)
    shown = passage_in_lines(claim, _PASSAGE_LINES, width - _INDENT)
    text = styled(shown.before).append(f"{_MARKS[0]}{shown.words}{_MARKS[1]}", "bold").append(shown.after)
    yield from _below(text, width)
    yield from _below(styled(filled(_context(claim), width - _INDENT), "dim"), width)
    yield Text()


def _value(claim: Claim) -> str:
    value, words = claim.mention.value, shortened(claim.mention.text, _MAX_WORDS)
    return (
        f"{words}, read as {value_text(value)}" if isinstance(value, Quantity | Date | Duration) else value_text(value)
    )


def _context(claim: Claim) -> list[str]:
    as_of = claim.as_of and (
        claim.as_of[0] if claim.as_of[0] == claim.as_of[1] else f"{claim.as_of[0]}/{claim.as_of[1]}"
    )
    parts = (
        ("place", claim.scope.place),
        ("scope", ", ".join(claim.scope.cues)),
        ("roles", ", ".join(role.lstrip("@") for role in claim.roles)),
        ("as of", as_of),
        ("counted from", anchor_text(claim.mention.value)),
        ("according to", claim.attribution),
        ("stated as", claim.factuality.value),
    )
    return [f"{label} {plain(str(words))}" for label, words in parts if words]


def _account(explanation: Explanation, style: Style) -> Iterator[Text]:
    most = None if style.verbose else _HEAVIEST
    rows = []
    for entry in account(explanation.evidence, explanation.weight, explanation.threshold, most):
        emphasis = _emphasis(entry)
        words = styled(entry.words, "bold" if entry.label == SUM else "")
        if style.verbose and entry.level:
            words = words.append(f"  {entry.level}", "dim")
        rows.append((styled(entry.label), styled(signed(entry.weight), emphasis), words))
    return _table(rows, style)


def _emphasis(entry: Entry) -> str:
    if entry.label == SUM:
        return "bold"
    if not math.isfinite(entry.weight) or not entry.weight:
        return ""
    return "green" if entry.weight > 0 else "yellow"


def _table(rows: Sequence[tuple[Text, Text, Text]], style: Style) -> Iterator[Text]:
    """Labels, weights and words below each other, the words in what room the others leave."""
    labels, weights = (max(row[column].cells for row in rows) for column in (0, 1))
    words = usable_width(style) - labels - weights - 2 * _GAP
    return grid(rows, (Column(labels, "bold"), Column(weights, right=True), Column(words)), _GAP)


def _rivals(explanation: Explanation, style: Style) -> Iterator[Text]:
    """Who else could be paired with either side, and how well; before rivals are weighed, as the pair itself."""
    own = explanation.unranked or 0.0
    rows = [(styled("rivals"), styled(signed(own)), styled("a with b, before their rivals are weighed"))]
    most = _MOST_RIVALS if style.verbose else _RIVALS
    for letter, side in (("a", explanation.a), ("b", explanation.b)):
        rivals = [rival for rival in explanation.rivals if rival.beside == side.id]
        rows += [(Text(), styled(signed(rival.weight)), _rival(letter, rival, own)) for rival in rivals[:most]]
        if len(rivals) > most:
            further = styled(f"{letter} with {counted(len(rivals) - most, 'further claim')}", "dim")
            rows.append((Text(), Text(), further))
    return _table(rows, style)


def _rival(letter: str, rival: Rival, own: float) -> Text:
    words = f"{letter} with “{shortened(rival.claim.mention.text, _MAX_WORDS)}”"
    margin = rounded(rival.weight - own)
    standing = "as good" if not margin else f"{'better' if margin > 0 else 'worse'} by {abs(margin):.1f}"
    return styled(f"{words}, {standing}  ").append(place(rival.claim), "dim")


def _outcome(explanation: Explanation, width: int) -> Iterator[Text]:
    comparison = explanation.comparison
    if comparison is None:
        yield styled(_sentence(explanation.outcome))
        return
    if not explanation.evidence or explanation.weight < explanation.threshold:
        yield styled(_sentence(explanation.outcome))
    label = verdict_text(comparison.verdict, f"{comparison.verdict.value.upper()}  ")
    text = styled(witness_text(comparison.witness)).append(f" ({comparison.reason}) · {comparison.rule}", "dim")
    yield from hanging(label, text, width)
    sure = f"{sureness(comparison.confidence)} sure that both are about one fact"
    told = filled([w for w in (reason_words(comparison.reason), sure) if w], width - _INDENT)
    yield from _below(styled(told, "dim"), width)


def _below(text: Text, width: int) -> Iterator[Text]:
    return indented(folded(text, width - _INDENT), _INDENT)


def _sentence(words: str) -> str:
    said = plain(words)
    return f"{said[:1].upper()}{said[1:]}."
