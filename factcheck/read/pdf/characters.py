"""The characters of a page as pdfium gives them; each question is a call into it, and most of what reading costs."""

import ctypes
import math
import re
from collections import defaultdict, deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

# Left, bottom, right and top, with `y` upwards as in the file.
Box = tuple[float, float, float, float]

_QUARTER = math.pi / 2
_MAX_TILT = math.radians(10)
# In heights of the font.
_SAME_PLACE = 0.2
_SPACE = 0.05
_LATEST = 3


class Characters:
    """The characters of one page, in the order of the file; `text` has one for each, white space included.

    What is drawn over itself, as bold type, shadows and halos are by some programs, is there once.
    """

    def __init__(self, text_page: "PdfTextPage") -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._page = text_page.raw
        self._rectangle = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self.text = self._text()
        self._places: range | list[int] = range(len(self.text))
        if self._is_overprinted():
            self._places = self._printed_once()
            self.text = "".join([self.text[i] for i in self._places])

    def box(self, index: int) -> Box:
        """From the font's descent to its ascent, and as wide as the character's advance."""
        if not self._pdfium.FPDFText_GetLooseCharBox(self._page, self._places[index], self._rectangle):
            return 0.0, 0.0, 0.0, 0.0
        box = self._rectangle
        return box.left, box.bottom, box.right, box.top

    def origin(self, index: int) -> tuple[float, float]:
        """Where the character begins on its baseline."""
        self._pdfium.FPDFText_GetCharOrigin(self._page, self._places[index], self._x, self._y)
        return self._x.value, self._y.value

    def turns(self, index: int) -> int | None:
        """The direction in which a character's line runs, in quarter turns to the left; None if it runs askew."""
        angle = self._pdfium.FPDFText_GetCharAngle(self._page, self._places[index])
        if angle <= 0:  # less where there is none
            return 0
        turns = round(angle / _QUARTER)
        # pdfium counts to the right.
        return -turns % 4 if abs(angle - turns * _QUARTER) <= _MAX_TILT else None

    def _text(self) -> str:
        count = self._pdfium.FPDFText_CountChars(self._page)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = self._pdfium.FPDFText_GetText(self._page, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "surrogatepass")
        if len(text) != count:
            # It leaves characters out that have no Unicode value, and so shifts the others.
            codes = (self._pdfium.FPDFText_GetUnicode(self._page, i) for i in range(count))
            text = "".join([chr(code) if code <= 0x10FFFF else "\ufffd" for code in codes])
        return re.sub("[\ud800-\udfff\0]", "\ufffd", text)

    def _is_overprinted(self) -> bool:
        """Whether somewhere two like characters that follow each other are drawn at one place."""
        doubled = (match.start() for match in re.finditer(r"(\S)\1", self.text))
        return any(self._overlap(self._drawn(index), self._drawn(index + 1)) for index in doubled)

    def _drawn(self, index: int) -> tuple[Box, int]:
        """The box of a character, and what tells the object of the page to which it belongs."""
        shown = self._pdfium.FPDFText_GetTextObject(self._page, index)
        return self.box(index), ctypes.addressof(shown.contents) if shown else 0

    @staticmethod
    def _overlap(a: tuple[Box, int], b: tuple[Box, int]) -> bool:
        """Whether two like characters are at one place; the letters of a ligature are, too, but in one object."""
        (box, of), (other, of_other) = a, b
        near = _SAME_PLACE * (box[3] - box[1] + box[2] - box[0]) / 2
        return of != of_other and all(abs(p - q) < near for p, q in zip(box, other, strict=True))

    def _printed_once(self) -> list[int]:
        """The characters without those that stand where a like one does already, and without the spaces that they make.

        pdfium takes such text for one line and puts spaces where it steps back.
        """
        kept: list[int] = []
        latest: defaultdict[str, deque[tuple[Box, int]]] = defaultdict(lambda: deque(maxlen=_LATEST))
        last: Box | None = None
        space: int | None = None
        for index, character in enumerate(self.text):
            if character.isspace() and self._pdfium.FPDFText_IsGenerated(self._page, index):
                space = index
                continue
            drawn = self._drawn(index)
            if any(self._overlap(drawn, before) for before in latest[character]):
                continue
            latest[character].append(drawn)
            box, size = drawn[0], drawn[0][3] - drawn[0][1]
            if space is not None and last and not -size < box[0] - last[2] <= _SPACE * size:
                kept.append(space)
            kept.append(index)
            last, space = box, None
        return kept
