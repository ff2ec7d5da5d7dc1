"""Marks the characters in which two names differ."""

from collections.abc import Iterable

from factcheck.report.styled import Text

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
    spans_a, spans_b = differing_spans(a, b)
    return _marked(a, spans_a), _marked(b, spans_b)


def _marked(name: str, spans: Iterable[Span]) -> Text:
    text, shown = Text(), 0
    for start, end in spans:
        text = text.append(name[shown:start]).append(name[start:end], _MARK)
        shown = end
    return text.append(name[shown:])
