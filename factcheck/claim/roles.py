"""What happened to those counted: killed, injured, missing, arrested … A count of one role is no count of another."""

from functools import cache

from factcheck.claim.fold import fold
from factcheck.claim.window import Window
from factcheck.data import lexicon
from factcheck.model import Mention
from factcheck.tokens import Tokens

_REACH = 7
_JOINED = 3


@cache
def _role_classes() -> frozenset[str]:
    return frozenset("@" + name for name in lexicon("roles"))


def roles(tokens: Tokens, at: Window, numbers: tuple[Mention, ...]) -> tuple[str, ...]:
    """The role word nearest to a count, not beyond the counts around it; both where "killed or wounded" joins two."""
    low, high = _bounds(tokens, at, numbers)
    found = []
    for i in range(low, high):
        folded = fold(tokens.lower[i])
        if folded in _role_classes() and (at.distance(i) != 0 or at.end - at.start > 1):
            found.append((abs(at.distance(i)), -at.distance(i), i, folded))
    if not found:
        return ()
    nearest = min(found)
    return tuple(
        sorted({r for _, _, i, r in found if abs(i - nearest[2]) < _JOINED and _is_joined(tokens, i, nearest[2])})
    )


def _bounds(tokens: Tokens, at: Window, numbers: tuple[Mention, ...]) -> tuple[int, int]:
    """Tokens near the count that are nearer to it than the next count on either side."""
    low, high = max(at.first, at.start - _REACH), min(at.past, at.end + _REACH)
    for number in numbers:
        index = tokens.index_at(number.start)
        if index < at.start:
            low = max(low, tokens.index_at(number.end - 1) + 1)
        elif index >= at.end:
            high = min(high, index)
    return low, high


def _is_joined(tokens: Tokens, a: int, b: int) -> bool:
    """Whether nothing but "or", "and" stands between two role words, or they are one and the same."""
    low, high = sorted((a, b))
    return a == b or all(tokens.lower[i] in {"or", "and", "/"} for i in range(low + 1, high))
