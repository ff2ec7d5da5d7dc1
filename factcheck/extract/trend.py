"""Whether a number states a change: "rose 5 %", "cut by 300", "an 8 percent increase"."""

from functools import cache

from factcheck.data import lexicon_classes
from factcheck.model import Trend
from factcheck.tokens import Tokens

_REACH = 6
_LINKS = frozenset(("by", "an", "a", "of", "another", "further", "additional", "as", "much", "some", "the"))
_ADVERBS = frozenset(("sharply", "slightly", "only", "just", "steadily", "again"))


# "Up 300" is a change after a comma or "was"; after another verb it is that verb's particle: "brought up three".
_PARTICLES = frozenset(("up", "down"))
_BEFORE_FREE = frozenset((",", "(", ";", ":", "-", "–", "—", "is", "was", "were", "are", "and", "or"))


def _is_free(before: tuple[str, ...]) -> bool:
    return not before or before[-1] in _BEFORE_FREE


@cache
def _directions() -> dict[str, Trend]:
    return _words("up") | _words("down")


@cache
def _by_directions() -> dict[str, Trend]:
    return _directions() | _words("up-by") | _words("down-by")


@cache
def _nouns() -> dict[str, Trend]:
    return _words("up-noun") | _words("down-noun")


def _words(key: str) -> dict[str, Trend]:
    return dict.fromkeys(lexicon_classes("trends")[key], Trend(key.partition("-")[0]))


def trend_before(tokens: Tokens, index: int, *, share: bool) -> Trend | None:
    """The trend that the words before token `index`, where a quantity begins, give it.

    With `share` (percentages and points) verbs count that else take an object: "lost 5 %", but "lost 5 men".
    """
    before = tokens.lower[max(0, index - _REACH) : index]
    if not before:
        return None
    if before[-1] == "by":
        directions = _by_directions()
        return next((directions[word] for word in reversed(before) if word in directions), None)
    directions = _by_directions() if share else _directions()
    for i in range(len(before) - 1, -1, -1):
        word = before[i]
        if word in directions:
            return directions[word] if share or word not in _PARTICLES or _is_free(before[:i]) else None
        if word not in _LINKS and word not in _ADVERBS:
            break
    return None


def trend_after(tokens: Tokens, past: int) -> Trend | None:
    """The trend that a noun after a quantity gives it: "an 8 percent increase"."""
    return _nouns().get(tokens.lower[past]) if past < len(tokens) else None
