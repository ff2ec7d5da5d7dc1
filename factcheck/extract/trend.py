"""Whether a number states a change: "rose 5 %", "fell by 300", "an 8 percent increase", "cut 1,800 jobs".

A word of change must govern this figure as its amount; where that is in doubt the figure is a level.
"""

from functools import cache

from factcheck.data import lexicon_classes
from factcheck.model import Trend
from factcheck.tokens import Tokens

_REACH = 6
_ADVERBS = frozenset(
    ("sharply", "slightly", "only", "just", "steadily", "again", "further", "another", "additional", "some")
)
_ARTICLES = frozenset(("a", "an", "the", "this", "that", "its", "their", "his", "her", "and", "or", ","))
_PARTICLES = {"up": Trend.UP, "down": Trend.DOWN}
_STOPS = frozenset((",", ";", ":", ".", "(", ")", "and", "but", "when", "while", "after", "who", "which", "that"))
# "Up 300" is a change after a comma; after most verbs it is the verb's particle: "brought up three".
_OPENS = frozenset((",", "(", ";", ":", "–", "—", "and", "or"))
# "Fell below 90" tells where it fell to.
_LEVELS = frozenset(("below", "above", "beyond", "under", "north", "south", "exceeding", "exceeded"))


@cache
def _words(name: str) -> dict[str, Trend]:
    """Word → direction, for the words of the classes `up` and `down`, with the ending `name` if it has any."""
    classes = lexicon_classes("trends")
    return {word: trend for trend in Trend for word in classes[f"{trend}-{name}" if name else str(trend)]}


@cache
def _class(name: str) -> frozenset[str]:
    return frozenset(lexicon_classes("trends")[name])


def trend_before(
    tokens: Tokens, index: int, *, share: bool, dimension: str | None = None, counted: str | None = None
) -> Trend | None:
    """The trend that the words before token `index`, where a quantity begins, give it.

    With `share` (percentages and points) verbs count that else take an object: "lost 5 %", but "lost 5 men".
    """
    first = max(0, index - _REACH, tokens.sentence_at(index)[0] if index < len(tokens) else 0)
    before = tokens.lower[first:index]
    if not before:
        return None
    if before[-1] == "by":
        return _after_by(before[:-1], counted=counted is not None)
    if index < len(tokens) and tokens.lower[index] in _LEVELS:
        return None
    last = len(before) - 1
    while last > 0 and before[last] in _ADVERBS:
        last -= 1
    if before[last] == "of":
        return _of_noun(before[:last], share=share)
    if last > 0 and before[last] in ("a", "an"):
        last -= 1
    return _governing(tokens, first + last, before[: last + 1], share, dimension, counted)


def _governing(
    tokens: Tokens, place: int, before: tuple[str, ...], share: bool, dimension: str | None, counted: str | None
) -> Trend | None:
    """The direction of the word at token `place`, the last of `before`, if the figure is its amount."""
    word = before[-1]
    stock = counted in _class("stock")
    if word in _PARTICLES:
        if counted is not None and not stock and before[-2:-1] and before[-2] not in _OPENS:
            return None
        return _PARTICLES[word] if _is_direction(tokens, place, before[:-1], share=share) else None
    if word in _words(""):
        amount = share or stock or (counted is None and dimension not in _class("spatial"))
        return _words("")[word] if amount else None
    return _words("object").get(word) if share or stock else None


def _is_direction(tokens: Tokens, place: int, before: tuple[str, ...], *, share: bool) -> bool:
    """Whether "up" or "down" tells a direction: not "start-up", "make up", "brought down"."""
    if not before:
        return True
    if before[-1] == "-" and tokens.touches(place):
        return False
    return before[-1] in _OPENS or before[-1] in _class("moving") or (share and before[-1] not in _class("phrasal"))


def _after_by(before: tuple[str, ...], *, counted: bool) -> Trend | None:
    """The nearest direction before "by"; what is counted may be the agent of a verb: "cut by three rivers"."""
    last = len(before) - (before[-1:] == (",",))
    for i in range(last - 1, -1, -1):
        word = before[i]
        if word in _STOPS:
            return None
        if word in _words(""):
            return _words("")[word]
        if word in _PARTICLES:
            return _PARTICLES[word] if _moves(before[:i], counted=counted) else None
        if word in _words("object") and not counted:
            return _words("object")[word]
    return None


def _moves(before: tuple[str, ...], *, counted: bool) -> bool:
    verb = before[-1] if before else ""
    return verb in _class("moving") or not (counted or verb in _class("phrasal"))


def _of_noun(before: tuple[str, ...], *, share: bool) -> Trend | None:
    """The direction of "an increase of"; after another noun only a share is one: "a capital increase of" is a sum."""
    if not before:
        return None
    trend = _words("noun").get(before[-1])
    if share:
        return trend
    known = len(before) < 2 or before[-2] in _ARTICLES or before[-2] in _class("degree")
    return trend if known and before[-1] in _class("figure-noun") else None


def trend_after(tokens: Tokens, past: int) -> Trend | None:
    """The trend that the word after a share gives it: "an 8 percent increase", "5 % lower"."""
    word = tokens.lower[past] if past < len(tokens) else ""
    return _words("noun").get(word) or _words("beside").get(word)
