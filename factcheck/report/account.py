"""What spoke for and against two claims being about one fact, line by line as it is told."""

import math
from collections.abc import Iterator, Sequence

from msgspec import Struct

from factcheck.model import Evidence
from factcheck.report.evidence_words import evidence_words
from factcheck.report.plain import plain
from factcheck.report.signs import counted

LEGEND = "Each +1 doubles the odds that both claims are about one fact, each -1 halves them; 0 is even odds."
SUM = "sum"
_START = "claims of this kind, before anything is known of these two"
_SHORT_ODDS, _LONG_ODDS = 2, 1000


class Entry(Struct, frozen=True):
    """A line, ready to print; `label` is empty where it is that of the line above, `level` that of a single rung."""

    label: str
    weight: float
    words: str
    level: str = ""


def account(evidence: Sequence[Evidence], weight: float, threshold: float, most: int | None = None) -> Iterator[Entry]:
    """Where the sum starts, what spoke for one fact and what against it, heaviest first, and what it comes to.

    With `most`, so many rungs on either side are told one by one, and the lesser ones are one line.
    """
    silent = [rung for rung in evidence if not evidence_words(rung).telling]
    vetoes = [rung for rung in evidence if math.isinf(rung.weight)]
    told = [rung for rung in evidence if rung not in silent and rung not in vetoes]
    yield from _entries("veto", vetoes)
    if silent:
        yield Entry("start", _total(silent), _START)
        yield from _entries("made of", silent if most is None else ())
    ahead = sorted((rung for rung in told if rounded(rung.weight) > 0), key=lambda rung: -rung.weight)
    behind = sorted((rung for rung in told if rounded(rung.weight) < 0), key=lambda rung: rung.weight)
    yield from _entries("for", ahead[:most])
    yield from _entries("against", behind[:most])
    rest = [rung for rung in told if rung not in (*ahead[:most], *behind[:most])]
    if most is None:
        yield from _entries("neither", rest)
    elif rest:
        yield Entry("rest", _total(rest), counted(len(rest), "lesser sign"))
    yield Entry(SUM, weight, _sum(weight, threshold))


def rounded(weight: float) -> float:
    """The weight as it is shown."""
    # Adding zero turns a rounded -0.0 into 0.0.
    return round(weight, 1) + 0.0


def signed(weight: float) -> str:
    """The weight with its sign; empty for that of a veto."""
    if math.isinf(weight):
        return ""
    return f"{rounded(weight):+.1f}" if rounded(weight) else "0.0"


def _entries(label: str, rungs: Sequence[Evidence]) -> Iterator[Entry]:
    for number, rung in enumerate(rungs):
        level = "" if math.isinf(rung.weight) else f"{plain(rung.attribute)}: {plain(rung.level)}"
        yield Entry("" if number else label, rung.weight, plain(evidence_words(rung).text), level)


def _total(rungs: Sequence[Evidence]) -> float:
    return sum(rung.weight for rung in rungs)


def _sum(weight: float, threshold: float) -> str:
    if math.isinf(weight):
        return "not the same fact: the veto decides, whatever speaks for it"
    reached = weight >= threshold
    decided = "taken for the same fact" if reached else "not enough to compare them"
    words = f"{'reaches' if reached else 'stays below'} the threshold {signed(threshold)}: {decided}"
    return f"{_odds(weight)}; {words}"


def _odds(weight: float) -> str:
    odds = 2 ** min(abs(weight), 60.0)
    if f"{odds:.1f}" == "1.0":
        return "even odds"
    number = (
        f"more than {_LONG_ODDS:,}" if odds > _LONG_ODDS else f"{odds:.0f}" if odds >= _SHORT_ODDS else f"{odds:.1f}"
    )
    return f"odds of {number} to 1 {'for' if weight >= 0 else 'against'} it"
