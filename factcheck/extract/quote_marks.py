"""Pairs quotation marks: straight, curly, low, pointed, single; nested and over several paragraphs."""

from bisect import bisect_left

from factcheck.tokens import Tokens

_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›"}
_STRAIGHT = '"'
_MARKS = frozenset({_STRAIGHT, "”", *_PAIRS})
_SINGLE = frozenset({"‘", "’", "'"})
_POINTS = frozenset(".,!?…;")
_MAX_TOKENS = 600


def quoted_spans(tokens: Tokens) -> list[tuple[int, int]]:
    """[first, past-last) tokens inside each outermost pair of marks, in order, empty ones left out.

    Single marks that overlap a pair of double ones are left out. A paragraph that begins with an opening mark goes on
    with the quotation that the paragraph before left open; each of them is a span of its own.
    """
    double = _double_spans(tokens)
    single = [span for span in _single_spans(tokens) if not _overlaps(span, double)]
    return sorted([*double, *single]) if single else double


def _overlaps(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    at = bisect_left(others, (span[1], 0))
    return at > 0 and others[at - 1][1] > span[0]


def _single_spans(tokens: Tokens) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    opened = -1
    for mark in tokens.places(lambda word, _: word in _SINGLE):
        if opened >= 0 and (mark - opened > _MAX_TOKENS or _paragraphs(tokens, opened, mark)):
            opened = -1
        if opened >= 0 and _closes_single(tokens, opened, mark):
            _add(spans, opened + 1, mark)
            opened = -1
        elif opened < 0 and _opens_single(tokens, mark):
            opened = mark
    return spans


def _opens_single(tokens: Tokens, mark: int) -> bool:
    if tokens.words[mark] == "’" or mark + 1 >= len(tokens) or not tokens.touches(mark + 1):
        return False
    apart = mark == 0 or tokens.starts[mark] > tokens.ends[mark - 1]
    return apart and tokens.words[mark + 1][0].isalpha()


def _closes_single(tokens: Tokens, opened: int, mark: int) -> bool:
    """Only beside a point or comma, because elsewhere the mark may be an apostrophe ("the workers’ rights")."""
    if (tokens.words[opened] == "'") != (tokens.words[mark] == "'"):
        return False
    pointed = tokens.words[mark - 1] in _POINTS and tokens.touches(mark)
    followed = tokens.words[mark + 1] if mark + 1 < len(tokens) and tokens.touches(mark + 1) else ""
    return (pointed and not followed[:1].isalpha()) or (followed in _POINTS and followed != "" and opened < mark - 1)


def _double_spans(tokens: Tokens) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    opened = -1
    for mark in tokens.places(lambda word, _: word in _MARKS):
        if opened >= 0 and _closes(tokens, opened, mark):
            _add(spans, opened + 1, mark)
            opened = -1
        elif opened >= 0 and _begins_paragraph(tokens, mark) and _opens(tokens, mark):
            _add(spans, opened + 1, mark)
            opened = mark
        elif opened < 0 or mark - opened > _MAX_TOKENS or _paragraphs(tokens, opened, mark):
            opened = mark if _opens(tokens, mark) else -1
    return spans


def _add(spans: list[tuple[int, int]], first: int, end: int) -> None:
    if end > first and end - first <= _MAX_TOKENS:
        spans.append((first, end))


def _begins_paragraph(tokens: Tokens, mark: int) -> bool:
    return mark == 0 or "\n" in tokens.text[tokens.ends[mark - 1] : tokens.starts[mark]]


def _opens(tokens: Tokens, mark: int) -> bool:
    word = tokens.words[mark]
    if word == "”" or mark + 1 >= len(tokens):
        return False
    if word in _PAIRS:
        return True
    before = mark == 0 or tokens.starts[mark] > tokens.ends[mark - 1] or tokens.words[mark - 1] in "([-–—*_'‘“>:"
    return before and tokens.touches(mark + 1)


def _closes(tokens: Tokens, opened: int, mark: int) -> bool:
    word = tokens.words[mark]
    if tokens.words[opened] != _STRAIGHT:
        return word in _PAIRS.get(tokens.words[opened], "")
    if word != _STRAIGHT or _paragraphs(tokens, opened, mark):
        return False
    return tokens.touches(mark) or not _opens(tokens, mark)


def _paragraphs(tokens: Tokens, opened: int, mark: int) -> bool:
    return "\n\n" in tokens.text[tokens.ends[opened] : tokens.starts[mark]]
