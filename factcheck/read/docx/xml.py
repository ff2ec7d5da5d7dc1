"""Streams the XML of a part to handlers: no tree, no recursion, and no entities, which need a DTD."""

from collections.abc import Callable, Mapping
from xml.parsers import expat

from msgspec import Struct

from factcheck.errors import FactcheckError
from factcheck.read.docx.package import Package

MAX_DEPTH = 500

_WORD, _MATH, _COMPATIBILITY = "w:", "m:", "mc:"
_RELATIONSHIPS, _CORE, _DUBLIN_CORE, _TERMS = "r:", "cp:", "dc:", "dcterms:"
_OPC = "http://schemas.openxmlformats.org/package/2006"
# Both the transitional names and the strict ones of ISO/IEC 29500.
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": _WORD,
    "http://purl.oclc.org/ooxml/wordprocessingml/main": _WORD,
    "http://schemas.openxmlformats.org/officeDocument/2006/math": _MATH,
    "http://purl.oclc.org/ooxml/officeDocument/math": _MATH,
    "http://schemas.openxmlformats.org/markup-compatibility/2006": _COMPATIBILITY,
    f"{_OPC}/relationships": _RELATIONSHIPS,
    f"{_OPC}/metadata/core-properties": _CORE,
    "http://purl.org/dc/elements/1.1/": _DUBLIN_CORE,
    "http://purl.org/dc/terms/": _TERMS,
}


class Handlers(Struct, frozen=True):
    """Called for each element's begin and end, and for the text between. Names are `w:p`, `dc:title`; of namespaces
    that this package does not know, `:name`."""

    start: Callable[[str, Mapping[str, str]], None]
    end: Callable[[str], None]
    text: Callable[[str], None]


def stream(package: Package, part: str, handlers: Handlers) -> None:
    """Parses a part; does nothing where there is none.

    Raises FactcheckError for broken XML, a DTD, and elements nested beyond MAX_DEPTH.
    """
    names: dict[str, str] = {}
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            message = f"its XML is nested more than {MAX_DEPTH} deep: save its text as .txt"
            raise FactcheckError(message, path=package.path)
        handlers.start(short(name), {short(key): value for key, value in attributes.items()} if attributes else {})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handlers.end(short(name))

    def short(name: str) -> str:
        if name not in names:
            namespace, _, local = name.rpartition(" ")
            names[name] = (_PREFIXES.get(namespace, ":") if namespace else "") + local
        return names[name]

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handlers.text
    parser.StartDoctypeDeclHandler = lambda *_: _refuse_dtd(package.path)
    seen = False
    try:
        for piece in package.pieces(part):
            seen = True
            parser.Parse(piece, False)
        if seen:
            parser.Parse(b"", True)
    except expat.ExpatError as error:
        message = f"broken XML in {part} ({error}): save it anew from the word processor"
        raise FactcheckError(message, path=package.path) from error


def _refuse_dtd(path: str) -> None:
    message = "its XML declares a DTD, which no word processor writes: save it anew from one, or its text as .txt"
    raise FactcheckError(message, path=path)


def is_on(attributes: Mapping[str, str]) -> bool:
    """The value of an on/off property, which is on if none is given."""
    return attributes.get("w:val", "true") not in {"0", "false", "off"}
