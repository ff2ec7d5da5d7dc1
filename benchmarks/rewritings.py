"""Documents rewritten so that no verdict may change, or only to a milder one, and what an audit makes of them.

A rewriting keeps track of where each stretch of the text went, so that claims before and after can be told to be one.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from factcheck.extraction import mentions
from factcheck.model import (
    VERDICTS_BY_SEVERITY,
    Claim,
    Date,
    Hedge,
    Kind,
    Mention,
    Quantity,
    Report,
    Rule,
    Source,
    Verdict,
)
from factcheck.pipeline import audit
from factcheck.read import source_from_text

NEUTRAL = "Nobody in the street wanted to say more about it."
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_IN_WORDS = {str(number): word for number, word in enumerate(_WORDS, 2)}
_IN_DIGITS = {word: number for number, word in _IN_WORDS.items()}
_MILLION = 1_000_000
_DIGITS = 3
# Unit → (the other unit, how many of it one makes).
_CONVERTED = {
    "kilometre": ("miles", 0.621371),
    "mile": ("kilometres", 1.609344),
    "kilogram": ("pounds", 2.204623),
    "metre": ("feet", 3.28084),
    "foot": ("metres", 0.3048),
    "hectare": ("acres", 2.471054),
    "acre": ("hectares", 0.404686),
}


class Piece(NamedTuple):
    """A stretch of the original text and what stands for it; a piece of nothing is an addition."""

    start: int
    end: int
    text: str


class Rewritten(NamedTuple):
    """A source and the pieces, in their new order, that it was made of."""

    source: Source
    pieces: tuple[Piece, ...]

    def place(self, start: int) -> int | None:
        """Where a place of the original text went."""
        offsets = (0, *accumulate(len(piece.text) for piece in self.pieces))
        for piece, offset in zip(self.pieces, offsets, strict=False):
            if piece.start <= start < piece.end:
                return offset + min(start - piece.start, len(piece.text) - 1)
        return None


Rewriting = Callable[[Source, Sequence[Mention]], tuple[Piece, ...]]


class Change(NamedTuple):
    """A pair of claims whose verdict changed; None stands for "not compared"."""

    a: Claim
    b: Claim
    before: Verdict | None
    after: Verdict | None

    @property
    def is_raised(self) -> bool:
        """Whether there is a conflict now that was none before."""
        return self.after is Verdict.CONFLICT

    def breaks_the_law_of(self, name: str) -> bool:
        """Whether that rewriting may not change a verdict so."""
        return self.is_raised or name not in MILDER


def whole(source: Source, _found: Sequence[Mention]) -> tuple[Piece, ...]:
    """The text as it is."""
    return (Piece(0, len(source.text), source.text),)


def in_other_format(source: Source, found: Sequence[Mention]) -> tuple[Piece, ...]:
    """1,600,000 ↔ 1.6 million, 8 ↔ eight."""
    return _with_edits(source.text, _edits(source, found, _other_format))


def in_other_unit(source: Source, found: Sequence[Mention]) -> tuple[Piece, ...]:
    """12.4 km → 7.71 miles, where the number has three digits; rounding would move a shorter one."""
    return _with_edits(source.text, _edits(source, found, _other_unit))


def hedged(source: Source, found: Sequence[Mention]) -> tuple[Piece, ...]:
    """An "about" before each number that has no hedge."""
    return _with_edits(source.text, _edits(source, found, _hedged))


def with_a_sentence_before(source: Source, _found: Sequence[Mention]) -> tuple[Piece, ...]:
    """A sentence that says nothing, as a paragraph of its own after the first one."""
    paragraphs = _paragraphs(source)
    at = paragraphs[1].start if len(paragraphs) > 1 else len(source.text)
    return _with_edits(source.text, [Piece(at, at, f"{NEUTRAL}\n\n" if len(paragraphs) > 1 else f"\n\n{NEUTRAL}\n")])


def with_a_sentence_after(source: Source, _found: Sequence[Mention]) -> tuple[Piece, ...]:
    """A sentence that says nothing, at the end."""
    at = len(source.text)
    return (Piece(0, at, source.text), Piece(at, at, f"\n\n{NEUTRAL}\n"))


def with_paragraphs_moved(source: Source, found: Sequence[Mention]) -> tuple[Piece, ...]:
    """The last two paragraphs in the other order, if no date in them is reckoned from another and there are four."""
    paragraphs = _paragraphs(source)
    if len(paragraphs) < 4:
        return whole(source, found)
    one, other = paragraphs[-2:]
    head = Piece(0, one.start, source.text[: one.start])
    relative = [m for m in found if m.start >= one.start and isinstance(m.value, Date) and m.value.anchor]
    opens = re.match(r"(He|She|It|They|This|That|These|Those|His|Her|Its|Their)\b", other.text)
    return whole(source, found) if relative or opens else (head, _closed(other), _closed(one))


REWRITINGS: Mapping[str, Rewriting] = {
    "sources in another order": whole,
    "numbers in another format": in_other_format,
    "units converted": in_other_unit,
    "numbers hedged": hedged,
    "a sentence added": with_a_sentence_before,
    "a sentence added at the end": with_a_sentence_after,
    "paragraphs moved": with_paragraphs_moved,
}
REORDERED = "sources in another order"
# These leave less to compare, so that verdicts may become milder, or pairs be lost; the others may change nothing.
MILDER = frozenset({"numbers hedged", "units converted"})


def changes(
    sources: Sequence[Source], before: Report, name: str, rules: Sequence[Rule], first: int = 1
) -> list[Change]:
    """The pairs whose verdict a rewriting of every second source changed, beginning with the source of that number."""
    rewritten = _rewritten(sources, name, first)
    after = audit([made.source for made in rewritten.values()], rules)
    now_at = {(c.mention.source, c.mention.kind, c.mention.start): c for c in after.claims}
    became: dict[str, str] = {}
    for claim in before.claims:
        made = rewritten[claim.mention.source]
        start = made.place(claim.mention.start)
        now = now_at.get((made.source.id, claim.mention.kind, -1 if start is None else start))
        if now is not None:
            became[now.id] = claim.id
    claims = {claim.id: claim for claim in before.claims}
    old = _verdicts(before)
    new = {
        pair: verdict
        for ids, verdict in _verdicts(after).items()
        if len(pair := frozenset(became[i] for i in ids if i in became)) == len(ids)
    }
    differing = sorted((sorted(pair) for pair in {**old, **new} if old.get(pair) != new.get(pair)), key=str)
    return [
        Change(claims[pair[0]], claims[pair[-1]], old.get(frozenset(pair)), new.get(frozenset(pair)))
        for pair in differing
    ]


def _rewritten(sources: Sequence[Source], name: str, first: int) -> dict[str, Rewritten]:
    """Every second source rewritten, by the ids of the originals."""
    made = {}
    ordered = sorted(sources, key=lambda source: source.id)
    for number, source in enumerate(ordered):
        rewrite = REWRITINGS[name] if number % 2 == first else whole
        pieces = rewrite(source, mentions(source))
        new_id = f"{len(ordered) - number:03}-{source.id}" if name == REORDERED else source.id
        text = "".join(piece.text for piece in pieces)
        made[source.id] = Rewritten(_with_text(source, text, new_id), pieces)
    return made


def _with_text(source: Source, text: str, new_id: str) -> Source:
    plain = source_from_text(text, source.published, new_id)
    return Source(
        id=new_id,
        path=new_id,
        text=plain.text,
        sha256=plain.sha256,
        body=source.body,
        title=source.title,
        publisher=source.publisher,
        published=source.published,
        published_from=source.published_from,
        left_out=plain.left_out,
    )


def _verdicts(report: Report) -> dict[frozenset[str], Verdict]:
    """The severest verdict on each pair of claims."""
    found: dict[frozenset[str], Verdict] = {}
    for c in (c for finding in report.findings for c in finding.comparisons):
        pair = frozenset((c.a, c.b))
        found[pair] = max(found.get(pair, c.verdict), c.verdict, key=VERDICTS_BY_SEVERITY.index)
    return found


def _paragraphs(source: Source) -> list[Piece]:
    """The paragraphs of the body, each with the blank lines after it."""
    starts = [source.body, *(m.end() for m in re.finditer(r"\n[ \t]*\n\s*", source.text) if m.end() > source.body)]
    ends = [*starts[1:], len(source.text)]
    return [Piece(s, e, source.text[s:e]) for s, e in zip(starts, ends, strict=True) if source.text[s:e].strip()]


def _closed(paragraph: Piece) -> Piece:
    return paragraph if paragraph.text.endswith("\n\n") else paragraph._replace(text=f"{paragraph.text.rstrip()}\n\n")


def _edits(source: Source, found: Sequence[Mention], edit: Callable[[Mention, str], str | None]) -> Iterator[Piece]:
    """What `edit` makes of the figures that stand alone: not joined to a word or to another number."""
    past = source.body
    for mention in found:
        if mention.kind is not Kind.QUANTITY or mention.start < past:
            continue
        before, after = source.text[mention.start - 1 : mention.start], source.text[mention.end : mention.end + 1]
        if before not in {"", " ", "\n", "(", "“", '"'} or after not in {"", " ", "\n", ",", ".", ")", ";", ":"}:
            continue
        new = edit(mention, source.text[mention.end : mention.end + 20])
        if new is not None:
            past = mention.end
            yield Piece(mention.start, mention.end, new)


def _with_edits(text: str, edits: Sequence[Piece] | Iterator[Piece]) -> tuple[Piece, ...]:
    pieces, at = [], 0
    for edit in edits:
        pieces += [Piece(at, edit.start, text[at : edit.start]), edit]
        at = edit.end
    return (*pieces, Piece(at, len(text), text[at:]))


def _other_format(mention: Mention, _after: str) -> str | None:
    words = mention.text
    if words in _IN_WORDS or words in _IN_DIGITS:
        return _IN_WORDS.get(words) or _IN_DIGITS[words]
    if re.fullmatch(r"\d{1,3}(,\d{3})*,\d00,000", words):
        return f"{int(words.replace(',', '')) / _MILLION:.10g} million"
    if re.fullmatch(r"\d{1,3}(\.\d)? million", words):
        return f"{round(float(words.split()[0]) * _MILLION):,}"
    return None


def _other_unit(mention: Mention, after: str) -> str | None:
    value = mention.value
    if not isinstance(value, Quantity) or value.unit not in _CONVERTED or value.low != value.high:
        return None
    number = re.fullmatch(r"([\d,]+(?:\.\d+)?)[ \-](?:\w+)", mention.text)
    if number is None or value.hedge is not Hedge.EXACT or re.match(r" (?:\(|an? |per )", after):
        return None
    unit, factor = _CONVERTED[value.unit]
    digits = len(number[1].replace(",", "").replace(".", "").strip("0"))
    if digits < _DIGITS:
        return None
    converted = float(f"{float(number[1].replace(',', '')) * factor:.{digits}g}")
    return f"{converted:,.10g} {unit}"


def _hedged(mention: Mention, after: str) -> str | None:
    value = mention.value
    if not isinstance(value, Quantity) or value.hedge is not Hedge.EXACT or value.vague or value.low != value.high:
        return None
    # Of a count spelled out, and in "about 3 of them", nobody writes so.
    if not re.match(r"\d", mention.text) or re.match(r" (?:of|others|more)\b", after):
        return None
    return f"about {mention.text}"
