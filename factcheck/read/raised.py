"""Raised text written out in the line: "8,000" with a small 1 beside it is followed by the number of a note."""

import re
from functools import cache

_SUPERSCRIPTS = str.maketrans("0123456789+-\u2212", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
# In characters: as far the unit or the power before it may begin.
BEFORE = 20


def written_out(text: str, before: str) -> str:
    """What a raised text becomes, given the text before it: an exponent, "" for the mark of a note, else itself."""
    stripped = text.strip()
    if _sign().fullmatch(stripped) or (_note().fullmatch(stripped) and not _unit().search(before[-BEFORE:])):
        return ""
    return text.translate(_SUPERSCRIPTS) if _exponent().fullmatch(stripped) else text


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(r"[*†‡§]{1,3}|\[\d{1,3}\]|\(\d{1,3}\)")


@cache
def _note() -> re.Pattern[str]:
    return re.compile(r"\W?\d{1,3}\W?|[a-e]")


@cache
def _unit() -> re.Pattern[str]:
    # "km²", "3 × 10⁶": short letters of a unit, or the base of a power.
    return re.compile(r"(?:(?<![^\W\d_])[^\W\d_]{1,2}|[x×·*]\s?10)$")


@cache
def _exponent() -> re.Pattern[str]:
    return re.compile(r"[-+\u2212]?\d{1,3}")
