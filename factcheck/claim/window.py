"""The words around a mention: its sentence, or the part of a very long one that stands near it."""

from msgspec import Struct

from factcheck.claim.fold import fold
from factcheck.model import Mention
from factcheck.tokens import Tokens

REACH = 40


class Window(Struct, frozen=True):
    """Tokens [first, past) around the mention's own tokens [start, end), all of one sentence."""

    first: int
    start: int
    end: int
    past: int

    def distance(self, index: int) -> int:
        """Signed distance of a token from the mention, in tokens; 0 inside it."""
        if index < self.start:
            return index - self.start
        return max(0, index - self.end + 1)


def window(tokens: Tokens, mention: Mention) -> Window:
    """The sentence around a mention, cut to REACH tokens on either side."""
    start = tokens.index_at(mention.start)
    end = max(tokens.index_at(mention.end - 1) + 1, start + 1)
    first, past = tokens.sentence_at(start)
    return Window(max(first, start - REACH), start, end, max(end, min(past, end + REACH)))


def stems(tokens: Tokens, at: Window) -> tuple[tuple[str, int], ...]:
    """Folded content words of the window outside the mention, with their distance from it."""
    found = []
    for i in (*range(at.first, at.start), *range(at.end, at.past)):
        folded = fold(tokens.lower[i])
        if folded is not None:
            found.append((folded, at.distance(i)))
    return tuple(found)
