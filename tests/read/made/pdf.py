"""An article as a PDF, written here; the pieces serve tests of other layouts and of files made to break readers.

All type is Courier, whose characters are 0.6 of its size wide, so that where a line ends is known.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence

from made.article import Article

WIDTH, HEIGHT = 420, 380
CHARACTER = 0.6
_SIZE, _PITCH = 9, 11
_COLUMN_CHARACTERS = 32
_COLUMNS = (40, 230)
_TOP, _BOTTOM = 320, 50
_INDENT = 2

Font = str
REGULAR, BOLD = "F1", "F2"


def made(article: Article) -> bytes:
    """Title over two columns of hyphenated lines, a dated line, a running head with the page, a page number below."""
    title = wrapped(article.title, 28)
    day = article.published
    dated = f"Published on {day.day} {day:%B} {day.year}" if day else ""
    head = [show(line, 40, _TOP - 22 * i, size=18, font=BOLD) for i, line in enumerate(title)]
    head += [show(dated, 40, _TOP - 22 * len(title))] if dated else []
    lines = [line for text in article.paragraphs for line in set_in(divided(text, _COLUMN_CHARACTERS, _INDENT))]
    pages: list[list[str]] = []
    while lines:
        top = _TOP - 22 * len(title) - 24 if not pages else _TOP
        room = (top - _BOTTOM) // _PITCH + 1
        # The last page's columns are of one length.
        room = min(room, -(-len(lines) // 2))
        number = len(pages) + 1
        page = [] if pages else head
        page = [show(f"{article.publisher or 'An article'} - {number}", 250, HEIGHT - 30, size=7), *page]
        for column in _COLUMNS:
            page += column_of(lines[:room], column, top)
            lines = lines[room:]
        pages.append([*page, show(str(number), WIDTH / 2, 20, size=7)])
    made_on = day + datetime.timedelta(days=40) if day else None
    return packed(pages, title=article.title, author=article.author, made_on=made_on)


def show(text: str, x: float, y: float, *, size: float = _SIZE, font: Font = REGULAR, matrix: str = "1 0 0 1") -> str:
    """The operators that draw a text with its baseline's beginning at a point, in points from below left."""
    return f"BT /{font} {size} Tf {matrix} {x} {y} Tm <{text.encode('cp1252').hex()}> Tj ET"


def column_of(lines: Iterable[str], x: float, top: float, *, size: float = _SIZE, pitch: float = _PITCH) -> list[str]:
    """Lines below each other; spaces that they begin with set them in."""
    indents = ((line, len(line) - len(line.lstrip(" "))) for line in lines)
    return [
        show(line.lstrip(" "), x + spaces * CHARACTER * size, top - pitch * i, size=size)
        for i, (line, spaces) in enumerate(indents)
    ]


def wrapped(text: str, characters: int) -> list[str]:
    """Lines of whole words."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= characters:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def divided(text: str, characters: int, indent: int = 0) -> list[str]:
    """Lines, words divided wherever a part more fits: after a vowel, and behind the hyphens that they have."""
    lines: list[str] = [""]
    for word in text.split(" "):
        rest = word
        while rest:
            space = 1 if lines[-1] else 0
            room = characters - (indent if len(lines) == 1 else 0) - len(lines[-1]) - space
            if len(rest) <= room:
                lines[-1] += " " * space + rest
                break
            part = next((part for part in _beginnings(rest) if len(part) <= room), "")
            if part or not lines[-1]:
                part = part or rest[:room]
                lines[-1] += " " * space + part
                rest = rest[len(part.removesuffix("-")) :].removeprefix("-")
            lines.append("")
    return lines


def _beginnings(word: str) -> Iterator[str]:
    """The ways to end a line with a word's first part, the longest first."""
    for at in range(len(word) - 3, 1, -1):
        if re.fullmatch(r"[A-Za-z]*[aeiou]", word[:at]) and re.match(r"[b-df-hj-np-tv-z][a-z]{2}", word[at:]):
            yield word[:at] + "-"
        elif re.search(r"[a-z]-$", word[:at]) and word[at].isalpha():
            yield word[:at]


def set_in(lines: Sequence[str]) -> list[str]:
    """The lines of a paragraph, the first of them set in."""
    return [" " * _INDENT + lines[0], *lines[1:]]


def packed(
    pages: Iterable[Sequence[str]],
    *,
    title: str | None = None,
    author: str | None = None,
    made_on: datetime.date | None = None,
    page: str = "",
    properties: str = "",
    more: Iterable[bytes] = (),
) -> bytes:
    """A PDF of pages, each given by its operators; `page` and `properties` go into the dictionaries of these, `more`
    are objects beside them, the first of one page's numbered 8."""
    contents = ["\n".join(operators).encode("latin-1") for operators in pages]
    kids = " ".join(f"{6 + 2 * i} 0 R" for i in range(len(contents)))
    info = f"/Title {hexadecimal(title)}" if title else ""
    info += f"/Author {hexadecimal(author)}" if author else ""
    info += f"/CreationDate (D:{made_on:%Y%m%d}120000Z)" if made_on else ""
    objects: list[bytes] = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        f"<</Type /Pages /Kids [{kids}] /Count {len(contents)}>>".encode(),
        _font("Courier"),
        _font("Courier-Bold"),
        f"<<{info}{properties}>>".encode(),
    ]
    for i, content in enumerate(contents):
        resources = "/Resources <</Font <</F1 3 0 R /F2 4 0 R>>>>" if "/Resources" not in page else ""
        box = "" if "/MediaBox" in page else f"/MediaBox [0 0 {WIDTH} {HEIGHT}]"
        objects.append(f"<</Type /Page /Parent 2 0 R {box} {resources} /Contents {7 + 2 * i} 0 R {page}>>".encode())
        objects.append(stream(content))
    return of_objects([*objects, *more])


def stream(content: bytes, dictionary: str = "") -> bytes:
    """A stream object."""
    return b"<<%s /Length %d>>\nstream\n%s\nendstream" % (dictionary.encode(), len(content), content)


def hexadecimal(text: str) -> str:
    """A text string of the file."""
    return f"<feff{text.encode('utf-16-be', 'surrogatepass').hex()}>"


def of_objects(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """A PDF of objects numbered from 1, of which the first is its catalogue and the fifth holds its properties."""
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    data += f"trailer\n<</Size {size} /Root 1 0 R /Info 5 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)


def _font(name: str) -> bytes:
    return f"<</Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding>>".encode()
