"""What the properties of a file, filled in by a program mostly unasked, are worth."""

import re
from functools import cache

_LONGEST_TITLE = 400


@cache
def _no_title() -> re.Pattern[str]:
    return re.compile(
        r"(?:title|microsoft (?:word|powerpoint|excel)\b.*|untitled.*|no title|\(anonymous\)"
        r"|document\s?\d*|doc\d*|new document|print"
        r"|(?:slide|page|powerpoint presentation|presentation|template)\s?\d*"
        r"|.*\.(?:docx?|docm|dotx?|odt|rtf|pdf|indd|qx[dp]|pages|html?|txt|tex|dvi|e?ps|pptx?|xlsx?)"
        r"|(?:https?|file)://.*|about:.*)",
        re.IGNORECASE,
    )


def title_of_property(text: str | None) -> str | None:
    """A file's title property if somebody gave it one: no name of a file or program, nothing that stands in for one."""
    title = " ".join((text or "").split())
    if len(title) > _LONGEST_TITLE or not any(c.isalpha() for c in title) or _no_title().fullmatch(title):
        return None
    return title
