"""Marks the characters in which two names differ."""

from rich.text import Text

_MARK = "underline"

Span = tuple[int, int]


def differing_spans(a: str, b: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The characters only one of two names has, as half-open spans; an empty one stands where some are left out."""
    from rapidfuzz.distance import Levenshtein

    edits = [edit for edit in Levenshtein.opcodes(a, b) if edit.tag != "equal"]
    return (
        tuple((edit.src_start, edit.src_end) for edit in edits),
        tuple((edit.dest_start, edit.dest_end) for edit in edits),
    )


def marked_differences(a: str, b: str) -> tuple[Text, Text]:
    """Both names, the characters that only one of them has underlined."""
    marked_a, marked_b = Text(a), Text(b)
    for marked, spans in zip((marked_a, marked_b), differing_spans(a, b), strict=True):
        for start, end in spans:
            marked.stylize(_MARK, start, end)
    return marked_a, marked_b
