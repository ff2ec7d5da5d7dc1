"""Marks the characters in which two names differ."""

from rich.text import Text

_MARK = "underline"


def marked_differences(a: str, b: str) -> tuple[Text, Text]:
    """Both names, the characters that only one of them has underlined."""
    from rapidfuzz.distance import Levenshtein

    marked_a, marked_b = Text(a), Text(b)
    for edit in Levenshtein.opcodes(a, b):
        if edit.tag != "equal":
            marked_a.stylize(_MARK, edit.src_start, edit.src_end)
            marked_b.stylize(_MARK, edit.dest_start, edit.dest_end)
    return marked_a, marked_b
