"""Negative evidence that nothing outweighs: cues that two figures which do not meet are of different facts."""

from factcheck.model import Claim, Factuality

_UNDONE = frozenset({Factuality.PROMISED, Factuality.DENIED})
_ADDITIONAL = "additional"


def veto(a: Claim, b: Claim) -> str | None:
    """Why two figures that do not meet cannot be about the same fact; None where nothing says so. Symmetric."""
    if (a.factuality in _UNDONE) != (b.factuality in _UNDONE):
        return f"one is {a.factuality}, the other {b.factuality}"
    if a.polarity != b.polarity:
        return "one is negated"
    if (_ADDITIONAL in a.scope.cues) != (_ADDITIONAL in b.scope.cues):
        return "only one is marked as additional"
    return None
