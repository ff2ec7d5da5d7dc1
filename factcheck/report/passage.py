"""A claim's words in their sentence, made harmless and cut to a length."""

from textwrap import wrap

from msgspec import Struct

from factcheck.model import Claim, Mention
from factcheck.report.plain import plain

_ELLIPSIS = "…"
_MAX_WORDS = 600


class Passage(Struct, frozen=True):
    """What stands before the claim's words, the words, and what stands after them, each ready to print."""

    before: str
    words: str
    after: str


def passage(claim: Claim, room: int) -> Passage:
    """The sentence around the claim in about `room` characters, cut at words, with an ellipsis where it is cut."""
    text, mention, context = claim.context.passage, claim.mention, claim.context
    start, end = mention.start - context.start, mention.end - context.start
    words = shortened(mention.text, max(room, _MAX_WORDS))
    before, after = _joined(plain(text[:start]), text[:start]), plain(text[end:])
    after = f" {after}" if text[end : end + 1].isspace() and after else after
    left, right = _shares(len(before), len(after), max(0, room - len(words)))
    return Passage(_cut_start(before, left), words, _cut_end(after, right))


def passage_in_lines(claim: Claim, lines: int, width: int) -> Passage:
    """The sentence around the claim, cut so that it fills at most that many lines of that width."""
    room = lines * width
    while True:
        shown = passage(claim, room)
        text = f"{shown.before}{shown.words}{shown.after}"
        if room <= width or len(wrap(text, width, break_on_hyphens=False)) <= lines:
            return shown
        room -= width // 8


def place(claim: Claim) -> str:
    """Where the claim stands, as editors and terminals link it: path:line:column, or its page or block (¶) instead."""
    return f"{plain(claim.mention.source)}:{spot(claim.mention)}"


def spot(mention: Mention) -> str:
    """Where the mention stands in its source: line:column, or its page or block."""
    return line_text(mention) if mention.page or mention.block else f"{mention.line}:{mention.column}"


def line_text(mention: Mention) -> str:
    """The line that the mention stands on, or its page or block, as extracted text has no lines of the file."""
    if mention.page:
        return f"p{mention.page}"
    return f"¶{mention.block}" if mention.block else str(mention.line)


def shortened(text: str, room: int) -> str:
    """The text ready to print, cut at a word with an ellipsis if it has more than `room` characters."""
    return _cut_end(plain(text), room)


def _joined(cleaned: str, original: str) -> str:
    return f"{cleaned} " if cleaned and original[-1:].isspace() else cleaned


def _shares(left: int, right: int, room: int) -> tuple[int, int]:
    """How much of each side to show: half the room each, and what one side does not need to the other."""
    half = room // 2
    if left <= half:
        return left, min(right, room - left)
    if right <= half:
        return min(left, room - right), right
    return half, half


def _cut_start(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    first = len(text) - room
    kept = text[first:]
    if text[first - 1] != " ":
        _, space, rest = kept.partition(" ")
        if not space:
            return f"{_ELLIPSIS}{kept}"
        kept = rest
    return f"{_ELLIPSIS} {kept}"


def _cut_end(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    kept = text[:room]
    if text[room] != " ":
        rest, space, _ = kept.rpartition(" ")
        if not space:
            return f"{kept}{_ELLIPSIS}"
        kept = rest
    return f"{kept} {_ELLIPSIS}"
