"""Numbers that count nothing but the items of a list, the notes or the sections of a document."""

from factcheck.extract.number import NumberPhrase
from factcheck.tokens import Tokens

_BULLETS = frozenset("-*•–")
# In characters: "12.34" is the longest number of a section.
_MAX_SECTION = 5


def is_list_number(tokens: Tokens, phrase: NumberPhrase) -> bool:
    """Whether the number heads a list item or refers to a note: "1. ", "2) ", "(3)", "[4]"."""
    at, past = phrase.first, phrase.past
    if past >= len(tokens) or tokens.words[past] not in (".", ")", "]") or past != at + 1:
        return False
    if not tokens.touches(past):
        return tokens.words[past] == ")" and len(tokens.words[at]) < 3 and "(" not in tokens.words[max(0, at - 10) : at]
    before = tokens.words[at - 1] if at else "\n"
    if tokens.words[past] != ".":
        return before in ("(", "[") or at == tokens.sentence_at(at)[0] or len(tokens.words[at]) < 3
    head = at - 1 if at and tokens.words[at - 1] in _BULLETS and not tokens.touches(at) else at
    return _begins_line(tokens, head) and len(tokens.words[at]) < 3


def is_section_number(tokens: Tokens, phrase: NumberPhrase) -> bool:
    """Whether the number heads a line with a title: "3.2 Wounded". What is counted there is no decimal fraction."""
    at, past = phrase.first, phrase.past
    if past != at + 1 or past >= len(tokens) or not tokens.words[past][0].isupper():
        return False
    chapter, point, section = tokens.words[at].partition(".")
    is_number = point and chapter.isdigit() and section.isdigit() and len(tokens.words[at]) <= _MAX_SECTION
    between = tokens.text[tokens.ends[at] : tokens.starts[past]]
    return bool(is_number and between) and "\n" not in between and _begins_line(tokens, at)


def _begins_line(tokens: Tokens, at: int) -> bool:
    return at == 0 or "\n" in tokens.text[tokens.ends[at - 1] : tokens.starts[at]]
