"""An explanation as text: both passages, the ladder of evidence, the sum against the threshold, and the outcome."""

import math
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.model import Claim, Evidence, Explanation
from factcheck.report.passage import passage_in_lines, place
from factcheck.report.plain import plain
from factcheck.report.style import Style
from factcheck.report.terminal import usable_width, verdict_text
from factcheck.report.values import anchor_text, value_text, witness_text
from factcheck.report.wrapping import filled, hanging

_INDENT = (0, 0, 0, 2)
_PASSAGE_LINES = 6
# The words of a claim are marked by signs as well, since colour may be missing.
_MARKS = ("»", "«")


def explanation_lines(explanations: Sequence[Explanation], style: Style) -> Iterator[RenderableType]:
    """The explanations one below the other."""
    for number, explanation in enumerate(explanations):
        if number:
            yield ""
        yield from _lines(explanation, style)


def _lines(explanation: Explanation, style: Style) -> Iterator[RenderableType]:
    width = usable_width(style)
    yield from _claim("a", explanation.a, width)
    if explanation.b.id != explanation.a.id:
        yield from _claim("b", explanation.b, width)
    if explanation.evidence:
        yield _ladder(explanation)
        yield ""
        yield _sum(explanation)
    yield from _outcome(explanation, width)


def _claim(letter: str, claim: Claim, width: int) -> Iterator[RenderableType]:
    head = Text(f"{plain(claim.subject)}: {value_text(claim.mention.value)}").append(f"  {claim.id}", "dim")
    yield hanging(Text(f"{letter}  ", "bold"), head, width)
    yield Padding(Text(filled([place(claim)], width - 2), "dim"), _INDENT)
    shown = passage_in_lines(claim, _PASSAGE_LINES, width - 2)
    text = Text(shown.before)
    text.append(f"{_MARKS[0]}{shown.words}{_MARKS[1]}", "bold")
    text.append(shown.after)
    yield Padding(text, _INDENT)
    yield Padding(Text(filled(_context(claim), width - 2), "dim"), _INDENT)
    yield ""


def _context(claim: Claim) -> list[str]:
    as_of = claim.as_of and (
        claim.as_of[0] if claim.as_of[0] == claim.as_of[1] else f"{claim.as_of[0]}/{claim.as_of[1]}"
    )
    parts = (
        ("place", claim.scope.place),
        ("scope", ", ".join(claim.scope.cues)),
        ("roles", ", ".join(claim.roles)),
        ("as of", as_of),
        ("counted from", anchor_text(claim.mention.value)),
        ("according to", claim.attribution),
        ("stated as", claim.factuality.value),
    )
    return [f"{label} {plain(str(words))}" for label, words in parts if words]


def _ladder(explanation: Explanation) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(overflow="fold", style="bold")
    table.add_column(overflow="fold")
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold", style="dim")
    table.add_row(*(Text(word, "dim") for word in ("attribute", "level", "weight", "")))
    for rung in explanation.evidence:
        table.add_row(Text(plain(rung.attribute)), Text(plain(rung.level)), _weight(rung), Text(plain(rung.note)))
    return table


def _weight(rung: Evidence) -> Text:
    if math.isinf(rung.weight):
        return Text("veto", "red")
    return Text(_signed(rung.weight), "green" if rung.weight > 0 else "yellow" if rung.weight < 0 else "")


def _sum(explanation: Explanation) -> Text:
    if math.isinf(explanation.weight):
        return Text("Not the same fact: a veto decides.", "bold")
    reached = _reached(explanation)
    words = f"The sum {_signed(explanation.weight)} {'reaches' if reached else 'stays below'} the threshold "
    decided = "taken for the same fact" if reached else "not enough to compare them"
    return Text(f"{words}{_signed(explanation.threshold)}: {decided}.", "bold")


def _reached(explanation: Explanation) -> bool:
    return explanation.weight >= explanation.threshold


def _outcome(explanation: Explanation, width: int) -> Iterator[RenderableType]:
    comparison = explanation.comparison
    if comparison is None:
        yield Text(plain(explanation.outcome))
        return
    if not explanation.evidence or not _reached(explanation):
        yield Text(plain(explanation.outcome).capitalize() + ".")
    label = verdict_text(comparison.verdict, f"{comparison.verdict.value.upper()}  ")
    text = Text(witness_text(comparison.witness)).append(f" ({comparison.reason}) · {comparison.rule}", "dim")
    yield hanging(label, text, width)


def _signed(weight: float) -> str:
    # Adding zero turns a rounded -0.0 into 0.0.
    return f"{round(weight, 1) + 0.0:+.1f}"
