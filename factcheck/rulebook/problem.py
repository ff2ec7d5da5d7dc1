"""A fault in a rule file, shown as compilers show theirs: place, message, the line and a caret."""

from collections.abc import Iterable

from msgspec import Struct

from factcheck.errors import FactcheckError

_SHOWN_WIDTH = 100


class Problem(Struct, frozen=True):
    """One fault of a rule file. Line and column count from 1; `excerpt` is the whole line it is on."""

    path: str
    line: int
    column: int
    message: str
    excerpt: str = ""

    def __str__(self) -> str:
        head = f"{self.path}:{self.line}:{self.column}: {self.message}"
        if not self.excerpt.strip():
            return head
        first = max(0, self.column - _SHOWN_WIDTH // 2)
        shown = "".join(c if c.isprintable() else " " for c in self.excerpt[first : first + _SHOWN_WIDTH])
        return f"{head}\n    {shown}\n    {' ' * (self.column - 1 - first)}^"


def error_of(problems: Iterable[Problem]) -> FactcheckError:
    """One error that tells all the problems, in the order of their places."""
    ordered = sorted(problems, key=lambda p: (p.path, p.line, p.column, p.message))
    return FactcheckError("\n".join(map(str, ordered)))


def suggestion(word: str, known: Iterable[str]) -> str:
    """`; did you mean "…"?` where one of the known words is near, else `; known: …`."""
    from rapidfuzz import fuzz, process

    choices = sorted(known)
    nearest = process.extractOne(word, choices, scorer=fuzz.ratio, score_cutoff=60)
    return f'; did you mean "{nearest[0]}"?' if nearest else f"; known: {', '.join(choices)}"
