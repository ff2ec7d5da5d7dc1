"""Halves of characters outside Unicode's first plane: JSON and callers let them through, and no file can hold one."""

import re
from functools import cache


def without_surrogates(text: str) -> str:
    """The text with the substitute U+FFFD in place of each lone surrogate, so that offsets stay."""
    return text if text.isascii() else _surrogate().sub("\ufffd", text)


@cache
def _surrogate() -> re.Pattern[str]:
    return re.compile("[\ud800-\udfff]")
