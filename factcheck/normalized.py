"""A text in one form, whatever forms of its characters were typed, and where each character stood as written.

Characters that cannot be seen go (soft hyphens, zero-width and bidi controls, variation selectors); letters with their
accents apart are composed (NFC); wide, mathematical and circled letters, ligatures, Roman numerals, squared units,
digits of other scripts, hyphens and spaces of a fixed width become the plain ones; line ends become newlines. What
means something else than its plain look stays: superscripts, fractions, circled numbers.
"""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate

from msgspec import Struct

# Unicode's Default_Ignorable_Code_Point without the fillers, which are as wide as a letter, and interlinear marks.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# What composes with the letter before it: accents, Korean vowels and finals, the voicing marks of kana.
_MARKS = "\u0300-\u034e\u0350-\u036f\u1161-\u1175\u11a8-\u11c2\u3099\u309a"
# Characters whose Unicode decomposition is what they look like: letterlike signs, Roman numerals, circled letters,
# squared units, Latin ligatures, wide forms, mathematical and squared letters.
_DECOMPOSED = (
    "\u2103\u2109\u2113\u2126\u212a\u212b\u2160-\u217f\u24b6-\u24e9\u3380-\u33df\ufb00-\ufb06\uff01-\uff5e\uffe0-\uffe6"
    "\U0001d400-\U0001d7ff\U0001f130-\U0001f149"
)
_REPLACED = {
    "\u0085": "\n", "\u2028": "\n", "\u2029": "\n",
    "\u2000": " ", "\u2001": " ", "\u2002": " ", "\u2003": " ", "\u205f": " ", "\u3000": " ",
    # As wide as a digit or narrower: they part the groups of a number, as the no-break and the thin space do.
    "\u2004": "\u2009", "\u2005": "\u2009", "\u2006": "\u2009", "\u2008": "\u2009", "\u200a": "\u2009",
    "\u2007": "\u00a0",
    "\u2010": "-", "\u2011": "-", "\u2012": "–", "\ufe58": "—", "\ufe63": "-",
    "\u02bc": "’", "\u066b": ".", "\u066c": ",",
}  # fmt: skip
# A text of these alone holds nothing of the above; a negated class of few ranges is tested twice as fast as a long one.
_PLAIN = (
    "\x00-\x84\x86-\xac\xae-\u02bb\u02bd-\u02ff\u0370-\u058f"
    "\u2009\u2013-\u2027\u202f-\u205e\u20a0-\u20bf\u2114-\u2125\u212c-\u215f\u2190-\u23ff"
)
# UAX 15, stream-safe text: no writing puts more marks on a letter, and to order many takes quadratic time.
_MOST_MARKS = 30
_FULL_WIDTH_COMMA = "，"


class Normalized(Struct, frozen=True):
    """A normalised text and its edits, in parallel arrays in text order (of a long text there may be millions).

    Edit k made text[starts[k]:ends[k]] of written[written_starts[k]:written_ends[k]]; all offsets are code points.
    """

    text: str
    starts: Sequence[int] = ()
    ends: Sequence[int] = ()
    written_starts: Sequence[int] = ()
    written_ends: Sequence[int] = ()

    def as_written(self, start: int, end: int) -> tuple[int, int]:
        """Where text[start:end], which is not empty, stands in the text as written, invisible edges left out."""
        return self._written(start)[0], self._written(end - 1)[1]

    def _written(self, at: int) -> tuple[int, int]:
        """Where the character at an offset stands as written, [start, end)."""
        past = bisect_right(self.ends, at)
        if past < len(self.ends) and self.starts[past] <= at:
            return self.written_starts[past], self.written_ends[past]
        written = at - self.ends[past - 1] + self.written_ends[past - 1] if past else at
        return written, written + 1

    def offset_of(self, written: int) -> int:
        """Where the character that stands at an offset as written is in the normalised text, or the next one left."""
        past = bisect_right(self.written_ends, written)
        if past < len(self.ends) and self.written_starts[past] <= written:
            return self.starts[past]
        return written - self.written_ends[past - 1] + self.ends[past - 1] if past else written


def normalized(text: str) -> Normalized:
    """The text in one form; the same string where it is in that form already. Linear in its length."""
    text = _with_newlines(text)
    plain = text.isascii() or not _unusual().search(text)
    if plain and "\r" not in text:
        return Normalized(text)
    replacements = {"\r": ""}
    if not plain:
        replacements |= {c: new for c in sorted(set(text)) if not c.isascii() and (new := _replacement(c)) != c}
        text = _replaced_in_place(text, replacements)
    going = "".join(c for c, new in replacements.items() if not new)
    becoming = "".join(c for c, new in replacements.items() if len(new) > 1)
    if not becoming and (plain or not _marks().search(text)):
        return _without(text, going)
    pattern = re.compile(f"[{_MARKS}{going}]+" + (f"|[{becoming}]" if becoming else ""))
    return _edited(text, (edit for match in pattern.finditer(text) for edit in _edits(text, match, replacements)))


def line_starts(text: str) -> list[int]:
    r"""The offsets at which the lines of a text begin, as editors number them: after \n, \r\n and a \r alone."""
    if "\r" not in text:
        return [0, *accumulate(len(line) + 1 for line in text.split("\n"))][:-1]
    return [0, *(match.end() for match in re.finditer(r"\r\n?|\n", text))]


def invisible_characters() -> Iterator[int]:
    """The code points that cannot be seen, bidi controls among them."""
    ranges = re.findall("(.)(?:-(.))?", _INVISIBLE)
    return (code for first, last in ranges for code in range(ord(first), ord(last or first) + 1))


@cache
def _unusual() -> re.Pattern[str]:
    return re.compile(f"[^{_PLAIN}]")


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(f"[{_MARKS}]")


@cache
def _invisible() -> re.Pattern[str]:
    return re.compile(f"[{_INVISIBLE}]+")


@cache
def _decomposed() -> re.Pattern[str]:
    return re.compile(f"[{_DECOMPOSED}]")


def _with_newlines(text: str) -> str:
    r"""The text, as long as it was, with \n for each \r alone and each \v or \f that stands at no line end."""
    if "\r" in text and text.count("\r") > text.count("\r\n"):
        text = re.sub(r"\r(?!\n)", "\n", text)
    if "\f" in text or "\v" in text:
        text = re.sub(r"(?<![\r\n])[\f\v](?![\r\n])", "\n", text)
    return text


def _replacement(character: str) -> str:
    """What a character becomes, "" if it goes."""
    if character in _REPLACED:
        return _REPLACED[character]
    if _invisible().match(character):
        return ""
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    if not _decomposed().match(character):
        return character
    codes = [code for code in unicodedata.decomposition(character).split() if not code.startswith("<")]
    return "".join(chr(int(code, 16)) for code in codes) or character


def _replaced_in_place(text: str, replacements: Mapping[str, str]) -> str:
    """The text with each character replaced that becomes one other."""
    kept = {ord(c): new for c, new in replacements.items() if len(new) == 1}
    if _FULL_WIDTH_COMMA in replacements:
        # Between plain digits it parts clauses, "in 2024，500 of them", as this mark does and a comma there would not.
        text = re.sub(f"(?<=[0-9]){_FULL_WIDTH_COMMA}(?=[0-9])", "、", text)
    return text.translate(kept) if kept else text


def _without(text: str, going: str) -> Normalized:
    """The text without these characters: what the edits of them would make of it, in a fraction of the time."""
    # A single character is searched for at the speed of memory: \r, in every text from Windows.
    spans = [match.span() for match in re.finditer(f"[{going}]+" if len(going) > 1 else going, text)]
    if not spans:
        return Normalized(text)
    written_starts, written_ends = (array("q", side) for side in zip(*spans, strict=True))
    gone = accumulate(end - start for start, end in spans)
    places = array("q", (end - before for end, before in zip(written_ends, gone, strict=True)))
    kept = zip((0, *written_ends), (*written_starts, len(text)), strict=True)
    return Normalized("".join([text[start:end] for start, end in kept]), places, places, written_starts, written_ends)


_Edit = tuple[int, int, str]


def _edits(text: str, match: re.Match[str], replacements: Mapping[str, str]) -> Iterator[_Edit]:
    """What becomes of a character that is several, or of a run of marks and of characters that go."""
    start, end = match.span()
    if replacements.get(text[start]):
        yield start, end, replacements[text[start]]
        return
    marks = [at for at in range(start, end) if text[at] not in replacements]
    if 0 < len(marks) <= _MOST_MARKS and start and text[start - 1] not in replacements:
        past = marks[-1] + 1
        composed = unicodedata.normalize("NFC", text[start - 1] + "".join(text[at] for at in marks))
        if composed != text[start - 1 : past]:
            yield start - 1, past, composed
        start, marks = past, []
    for at in (*marks, end):
        if start < at:
            yield start, at, ""
        start = at + 1


def _edited(text: str, edits: Iterator[_Edit]) -> Normalized:
    pieces: list[str] = []
    starts, ends, written_starts, written_ends = (array("q") for _ in range(4))
    past = length = 0
    for start, end, new in edits:
        pieces += (text[past:start], new)
        starts.append(length + start - past)
        length = starts[-1] + len(new)
        ends.append(length)
        written_starts.append(start)
        written_ends.append(end)
        past = end
    if not pieces:
        return Normalized(text)
    pieces.append(text[past:])
    return Normalized("".join(pieces), starts, ends, written_starts, written_ends)
