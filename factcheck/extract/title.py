"""Titles and roles that stand beside a person's name."""

from factcheck.extract.found import Found
from factcheck.tokens import Tokens


def titles(tokens: Tokens, names: tuple[Found, ...]) -> tuple[Found, ...]:
    """All titles of the text, in order; `names` are the names found in it."""
    return ()
