"""Quantities: number phrases with their unit or counted noun."""

from factcheck.extract.found import Found
from factcheck.extract.number import NumberPhrase
from factcheck.tokens import Tokens


def quantities(
    tokens: Tokens, phrases: tuple[NumberPhrase, ...], taken: tuple[tuple[int, int], ...]
) -> tuple[Found, ...]:
    """All quantities of the text, in order, outside the spans `taken` by dates and durations."""
    return ()
