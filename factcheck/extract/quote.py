"""Quotations and their speakers."""

from factcheck.extract.found import Found
from factcheck.tokens import Tokens


def quotes(tokens: Tokens, names: tuple[Found, ...]) -> tuple[Found, ...]:
    """All quotations of the text, in order; `names` are the names found in it."""
    return ()
