"""What stands in a source without being a statement of it: the dates of datelines."""

from factcheck.claim.window import Window
from factcheck.model import Date, Mention
from factcheck.tokens import Tokens

_HEAD_SENTENCES = 6
_DATELINE_TOKENS = 12
_OPENERS = frozenset("([")
_DASHES = frozenset("-–—")


def is_furniture(tokens: Tokens, mention: Mention, at: Window) -> bool:
    """Whether a mention belongs to the furniture of its source and so says nothing that could be compared."""
    return isinstance(mention.value, Date) and _in_dateline(tokens, at)


def _in_dateline(tokens: Tokens, at: Window) -> bool:
    """Whether a date stands before the dash of "RIGA, March 5 (Wire) - …", or fills a line at the head of the text."""
    if at.first > (tokens.sentences[_HEAD_SENTENCES][0] if len(tokens.sentences) > _HEAD_SENTENCES else at.first):
        return False
    if at.past - at.first <= _DATELINE_TOKENS and not any(w.islower() for w in _outside(tokens, at) if w.isalpha()):
        return True
    before = tokens.words[at.first : at.start]
    after = tokens.words[at.end : min(at.past, at.end + _DATELINE_TOKENS)]
    if not before:  # "March 5 (Wire) - …"
        return bool(after) and after[0] in _OPENERS and any(w in _DASHES for w in after)
    capitals = (before[0].isupper() or before[0] == "*") and not any(w.islower() for w in before)
    return capitals and len(before) <= _DATELINE_TOKENS and any(w in _DASHES or w == "*" for w in after)


def _outside(tokens: Tokens, at: Window) -> tuple[str, ...]:
    return tokens.words[at.first : at.start] + tokens.words[at.end : at.past]
