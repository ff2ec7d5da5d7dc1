"""Names of persons, organisations and places, chained within the document."""

from factcheck.extract.found import Found
from factcheck.tokens import Tokens


def names(tokens: Tokens) -> tuple[Found, ...]:
    """All names of the text, in order."""
    return ()
