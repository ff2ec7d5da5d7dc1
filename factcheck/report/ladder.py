"""An explanation as text: both passages, what spoke for and against their being about one fact, rivals, the verdict."""

import math
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.model import Claim, Date, Duration, Explanation, Quantity, Rival
from factcheck.report.account import LEGEND, SUM, account, rounded, signed
from factcheck.report.evidence_words import reason_words
from factcheck.report.passage import passage_in_lines, place, shortened
from factcheck.report.plain import plain
from factcheck.report.signs import counted, sureness
from factcheck.report.style import Style, usable_width
from factcheck.report.terminal import verdict_text
from factcheck.report.values import anchor_text, value_text, witness_text
from factcheck.report.wrapping import filled, hanging

_INDENT = (0, 0, 0, 2)
_PASSAGE_LINES = 6
# The words of a claim are marked by signs as well, since colour may be missing.
_MARKS = ("»", "«")
_HEAVIEST = 3
_RIVALS, _MOST_RIVALS = 2, 20
_MAX_WORDS = 60
_MORE = " -v shows all that was weighed."


def explanation_lines(explanations: Sequence[Explanation], style: Style) -> Iterator[RenderableType]:
    """The explanations one below the other, then what their numbers mean."""
    for number, explanation in enumerate(explanations):
        if number:
            yield ""
        yield from _lines(explanation, style)
    if any(explanation.evidence for explanation in explanations):
        yield ""
        yield Text(LEGEND if style.verbose else LEGEND + _MORE, "dim")


def _lines(explanation: Explanation, style: Style) -> Iterator[RenderableType]:
    width = usable_width(style)
    yield from _claim("a", explanation.a, width)
    if explanation.b.id != explanation.a.id:
        yield from _claim("b", explanation.b, width)
    if explanation.evidence:
        yield _account(explanation, style)
        yield ""
    if explanation.rivals:
        yield _rivals(explanation, style)
        yield ""
    yield from _outcome(explanation, width)


def _claim(letter: str, claim: Claim, width: int) -> Iterator[RenderableType]:
    head = Text(f"{plain(claim.subject)}: {_value(claim)}").append(f"  {claim.id}", "dim")
    yield hanging(Text(f"{letter}  ", "bold"), head, width)
    yield Padding(Text(filled([place(claim)], width - 2), "dim"), _INDENT)
    shown = passage_in_lines(claim, _PASSAGE_LINES, width - 2)
    text = Text(shown.before)
    text.append(f"{_MARKS[0]}{shown.words}{_MARKS[1]}", "bold")
    text.append(shown.after)
    yield Padding(text, _INDENT)
    yield Padding(Text(filled(_context(claim), width - 2), "dim"), _INDENT)
    yield ""


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


def _account(explanation: Explanation, style: Style) -> Table:
    table = _table()
    most = None if style.verbose else _HEAVIEST
    for entry in account(explanation.evidence, explanation.weight, explanation.threshold, most):
        weight, words = Text(signed(entry.weight)), Text(entry.words)
        if entry.label == SUM:
            weight.stylize("bold")
            words.stylize("bold")
        elif math.isfinite(entry.weight):
            weight.stylize("green" if entry.weight > 0 else "yellow" if entry.weight < 0 else "")
        if style.verbose and entry.level:
            words.append(f"  {entry.level}", "dim")
        table.add_row(entry.label, weight, words)
    return table


def _table() -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    return table


def _rivals(explanation: Explanation, style: Style) -> Table:
    """Who else could be paired with either side, and how well; before rivals are weighed, as the pair itself."""
    table = _table()
    own = explanation.unranked or 0.0
    table.add_row("rivals", signed(own), Text("a with b, before their rivals are weighed"))
    most = _MOST_RIVALS if style.verbose else _RIVALS
    for letter, side in (("a", explanation.a), ("b", explanation.b)):
        rivals = [rival for rival in explanation.rivals if rival.beside == side.id]
        for rival in rivals[:most]:
            table.add_row("", signed(rival.weight), _rival(letter, rival, own))
        if len(rivals) > most:
            table.add_row("", "", Text(f"{letter} with {counted(len(rivals) - most, 'further claim')}", "dim"))
    return table


def _rival(letter: str, rival: Rival, own: float) -> Text:
    words = f"{letter} with “{shortened(rival.claim.mention.text, _MAX_WORDS)}”"
    margin = rounded(rival.weight - own)
    standing = "as good" if not margin else f"{'better' if margin > 0 else 'worse'} by {abs(margin):.1f}"
    return Text(f"{words}, {standing}  ").append(place(rival.claim), "dim")


def _outcome(explanation: Explanation, width: int) -> Iterator[RenderableType]:
    comparison = explanation.comparison
    if comparison is None:
        yield Text(_sentence(explanation.outcome))
        return
    if not explanation.evidence or explanation.weight < explanation.threshold:
        yield Text(_sentence(explanation.outcome))
    label = verdict_text(comparison.verdict, f"{comparison.verdict.value.upper()}  ")
    text = Text(witness_text(comparison.witness)).append(f" ({comparison.reason}) · {comparison.rule}", "dim")
    yield hanging(label, text, width)
    sure = f"{sureness(comparison.confidence)} sure that both are about one fact"
    yield Padding(Text(filled([w for w in (reason_words(comparison.reason), sure) if w], width - 2), "dim"), _INDENT)


def _sentence(words: str) -> str:
    said = plain(words)
    return f"{said[:1].upper()}{said[1:]}."
