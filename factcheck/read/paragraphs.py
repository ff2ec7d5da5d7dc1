"""The paragraphs of a text, whether a blank line parts them or each stands on a line of its own."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

# In characters: lines of a text that was wrapped are no longer.
_MAX_WRAP = 120
# In hard-wrapped prose a line so much shorter than its neighbours was not wrapped: a paragraph ends there.
_SHORT = 0.6
_BULLETS = ("- ", "* ", "• ", "– ", "+ ")


class Paragraph(Struct, frozen=True, gc=False):
    """A paragraph and where it stands, [start, end), in code points."""

    text: str
    start: int
    end: int

    def sentence_end(self, offset: int) -> int:
        """Where the sentence ends that begins at an offset in the paragraph, the blanks behind it included."""
        found = _sentence_end_pattern().search(self.text, offset)
        return found.end() if found else len(self.text)

    def last_sentences(self, reach: int) -> Iterator[int]:
        """Where the sentences begin that lie in the last so many characters, the last one first."""
        ends = [m.end() for m in _sentence_end_pattern().finditer(self.text, max(0, len(self.text) - reach))]
        return reversed(ends)


def paragraphs(text: str, body: int = 0) -> list[Paragraph]:
    """The paragraphs of text[body:] in order, without the blanks around them."""
    lines = [match.span() for match in _line_pattern().finditer(text, body)]
    wrap = _wrap_width([past - first for first, past in lines])
    found: list[Paragraph] = []
    begin = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or _ends_paragraph(text, lines[i - 1], lines[i], wrap):
            first, past = lines[begin][0], lines[i - 1][1]
            found.append(Paragraph(text[first:past], first, past))
            begin = i
    return found


def _ends_paragraph(text: str, line: tuple[int, int], following: tuple[int, int], wrap: int) -> bool:
    first, past = line
    gap = text[past : following[0]]
    if wrap > _MAX_WRAP or past - first < _SHORT * wrap or text.startswith(_BULLETS, following[0]):
        return True
    return gap.count("\n") > 1 or gap.count("\r") > 1


def _wrap_width(lengths: list[int]) -> int:
    """The width to which a text was wrapped: nine tenths of its lines are no longer."""
    filled = sorted(lengths)
    return filled[len(filled) * 9 // 10] if filled else 0


@cache
def _line_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\s](?:[^\r\n]*[^\s])?")


@cache
def _sentence_end_pattern() -> re.Pattern[str]:
    return re.compile(r"""[.!?]["”’)\]]{0,3}\s+(?=["“‘(\[]?[A-Z0-9©])""")
