"""The words before, between and after the mentions of one sentence."""

from factcheck.model import Claim
from factcheck.tokens import tokenize

_REACH = 120


def text_before(claim: Claim) -> str:
    """What stands directly before the mention in its sentence."""
    return claim.context.passage[: claim.mention.start - claim.context.start][-_REACH:]


def text_after(claim: Claim) -> str:
    """What stands directly after the mention in its sentence."""
    start = claim.mention.end - claim.context.start
    return claim.context.passage[start : start + _REACH]


def words_before(claim: Claim) -> tuple[str, ...]:
    """The last words before the mention in its sentence, as written."""
    return tokenize(text_before(claim)).words


def words_after(claim: Claim) -> tuple[str, ...]:
    """The first words after the mention in its sentence, as written."""
    return tokenize(text_after(claim)).words


def words_between(first: Claim, second: Claim) -> tuple[str, ...] | None:
    """The words between two mentions, as written; None unless the second follows, near, in the same sentence."""
    gap = second.mention.start - first.mention.end
    context = first.context
    if first.mention.source != second.mention.source or not 0 <= gap <= _REACH or second.mention.end > context.end:
        return None
    return tokenize(context.passage[first.mention.end - context.start : second.mention.start - context.start]).words


def lowered(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words in lower case."""
    return tuple([word.lower() for word in words])
