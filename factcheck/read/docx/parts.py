"""The small parts around the text: relationships, styles and the properties of the document."""

import datetime
from collections.abc import Mapping

from msgspec import Struct

from factcheck.read.dates import parse_date
from factcheck.read.docx.package import Package, relationships_part, resolved
from factcheck.read.docx.story import Styles
from factcheck.read.docx.xml import Handlers, is_on, stream

_LONGEST_PROPERTY = 2_000


class Relationship(Struct, frozen=True):
    """What a part leads to: `kind` is the last word of its type's name, `part` the name of a part of the package."""

    kind: str
    part: str


def relationships(package: Package, part: str) -> list[Relationship]:
    """The relationships of a part to other parts, of the package for "", in the order of the file."""
    found: list[Relationship] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name == "r:Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            found.append(Relationship(kind, resolved(part, attributes.get("Target", ""))))

    stream(package, relationships_part(part), Handlers(start, _nothing, _nothing))
    return found


def styles(package: Package, part: str | None) -> Styles:
    """The names of the styles, and which hide text, themselves or by the style that they are based on."""
    names: dict[str, str] = {}
    base: dict[str, str] = {}
    hides: dict[str, bool] = {}
    current = [""]

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name == "w:style":
            current[0] = attributes.get("w:styleId", "")
        elif name == "w:name":
            names.setdefault(current[0], attributes.get("w:val", "").lower())
        elif name == "w:basedOn":
            base[current[0]] = attributes.get("w:val", "")
        elif name == "w:vanish":
            hides[current[0]] = is_on(attributes)

    if part is not None:
        stream(package, part, Handlers(start, _nothing, _nothing))
    return Styles(names, frozenset(style for style in names if _hidden(style, base, hides)))


def _hidden(style: str, base: Mapping[str, str], hides: dict[str, bool]) -> bool:
    """Whether a style hides its text; what is found is kept in `hides`, so that long chains are walked once."""
    walked: list[str] = []
    while style not in hides and style in base and len(walked) <= len(base):
        walked.append(style)
        style = base[style]
    answer = hides.get(style, False)
    hides.update(dict.fromkeys(walked, answer))
    return answer


class Properties(Struct, frozen=True):
    """What the document says of itself; its program fills it in, mostly unasked."""

    title: str = ""
    description: str = ""
    created: datetime.date | None = None
    modified: datetime.date | None = None


def properties(package: Package, part: str | None) -> Properties:
    """The core properties; days that the calendar does not have are passed over."""
    texts: dict[str, str] = {}
    path: list[str] = []

    def start(name: str, _attributes: Mapping[str, str]) -> None:
        path.append(name)

    def end(_name: str) -> None:
        path.pop()

    def text(data: str) -> None:
        if len(path) == 2 and len(texts.get(path[1], "")) < _LONGEST_PROPERTY:
            texts[path[1]] = texts.get(path[1], "") + data

    if part is not None:
        stream(package, part, Handlers(start, end, text))
    return Properties(
        " ".join(texts.get("dc:title", "").split()),
        texts.get("dc:description", ""),
        _day(texts.get("dcterms:created", "")),
        _day(texts.get("dcterms:modified", "")),
    )


def _day(text: str) -> datetime.date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _nothing(*_: object) -> None:
    """Takes what a part's reader has no use for."""
