"""YAML text to a tree of strings with their places.

Built from parser events, not by yaml.compose: the C composer recurses without a limit and ends the process on deeply
nested input, and events let aliases be refused before anything is multiplied.
"""

from collections.abc import Iterator

import yaml
from msgspec import Struct

_MAX_DEPTH = 6


class Scalar(Struct, frozen=True):
    """One string; whatever YAML would make of it (`no`, `1e3`, a date) it stays the string that was written."""

    text: str
    line: int
    column: int


class Items(Struct, frozen=True):
    """A sequence."""

    items: "tuple[Node, ...]"
    line: int
    column: int


class Mapping(Struct, frozen=True):
    """A mapping as the pairs that were written, duplicates included."""

    pairs: "tuple[tuple[Scalar, Node], ...]"
    line: int
    column: int


Node = Scalar | Items | Mapping


class DocumentError(Exception):
    """The text is not YAML, or YAML of a kind that rule files do not use. Line and column count from 1."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column


def parse(text: str) -> Node:
    """The one document that the text holds. Raises DocumentError."""
    try:
        return _document(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = f"not valid YAML: {error.problem or error.context}"
        raise DocumentError(problem, mark.line + 1 if mark else 1, mark.column + 1 if mark else 1) from error
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        raise DocumentError("not valid YAML: it holds a character that YAML does not allow", 1, 1) from error


def _document(events: Iterator[yaml.Event]) -> Node:
    root: Node | None = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            if root is not None:
                raise _error("a second document begins here; a rule file holds one", event)
            root = _node(events, next(events), 0)
    if root is None:
        raise DocumentError("the file is empty", 1, 1)
    return root


def _node(events: Iterator[yaml.Event], event: yaml.Event, depth: int) -> Node:
    if depth > _MAX_DEPTH:
        raise _error("nested too deeply", event)
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise _error("anchors and aliases are not used in rule files; write the value out", event)
    place = _place(event)
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(event.value, *place)
    if isinstance(event, yaml.SequenceStartEvent):
        return Items(tuple(_items(events, depth)), *place)
    return Mapping(tuple(_pairs(events, depth)), *place)


def _items(events: Iterator[yaml.Event], depth: int) -> Iterator[Node]:
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        yield _node(events, event, depth + 1)


def _pairs(events: Iterator[yaml.Event], depth: int) -> Iterator[tuple[Scalar, Node]]:
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key = _node(events, event, depth + 1)
        if not isinstance(key, Scalar):
            raise DocumentError("a key must be a word", key.line, key.column)
        yield key, _node(events, next(events), depth + 1)


def _error(message: str, event: yaml.Event) -> DocumentError:
    return DocumentError(message, *_place(event))


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
