"""Markdown with optional YAML front matter. The text stays the whole file; prose begins after the front matter."""

import re
from collections.abc import Iterator
from functools import cache

import yaml
from msgspec import Struct

from factcheck.errors import FactcheckError
from factcheck.read.dates import parse_date
from factcheck.read.document import Document, Origin, Raw, Stated
from factcheck.text import decode

SUFFIXES = (".md", ".markdown")

_MAX_DEPTH = 20

_PUBLISHED_KEYS = ("published", "date", "posted", "issued", "publication_date", "date_published", "pubdate")
_PUBLISHER_KEYS = (
    "publisher",
    "publication",
    "source",
    "organisation",
    "organization",
    "issued_by",
    "issuer",
    "institute",
    "institution",
    "agency",
    "newspaper",
    "magazine",
    "author",
    "by",
)


class _Field(Struct, frozen=True):
    value: str
    line: int


class _FrontMatter(Struct, frozen=True):
    fields: dict[str, _Field]
    end: int


def read(raw: Raw) -> Iterator[Document]:
    """The one document of a Markdown file. Raises FactcheckError for binary data and for broken front matter."""
    decoded = decode(raw.data, raw.path)
    matter = _front_matter(decoded.text, raw.path)
    published, date_note = _published(matter.fields, raw.path)
    notes = [note for note in (decoded.note, date_note) if note]
    title = matter.fields.get("title")
    publisher = _first(matter.fields, _PUBLISHER_KEYS)
    yield Document(
        decoded.text,
        body=matter.end,
        title=title.value if title else None,
        publisher=publisher.value if publisher else None,
        published=published,
        note="; ".join(notes) or None,
    )


def _published(fields: dict[str, _Field], path: str) -> tuple[Stated | None, str | None]:
    field = _first(fields, _PUBLISHED_KEYS)
    if field is None:
        return None, None
    try:
        day = parse_date(field.value)
    except ValueError as error:
        message = f"front matter: {error}: give the day as YYYY-MM-DD"
        raise FactcheckError(message, path=path, line=field.line) from error
    if day is None:
        return None, f"the date {field.value!r} in the front matter names no day"
    return Stated(day, Origin.FRONT_MATTER), None


def _first(fields: dict[str, _Field], keys: tuple[str, ...]) -> _Field | None:
    return next((fields[key] for key in keys if key in fields), None)


@cache
def _fence() -> re.Pattern[str]:
    # A fence that a blank line follows is a thematic break: prose, not front matter.
    return re.compile(r"---[ \t]*(?:\r\n?|\n)(?![ \t]*[\r\n])")


@cache
def _closing_fence() -> re.Pattern[str]:
    return re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)")


def _front_matter(text: str, path: str) -> _FrontMatter:
    opening = _fence().match(text)
    if not opening:
        return _FrontMatter({}, 0)
    closing = _closing_fence().search(text, opening.end())
    if not closing:
        message = "front matter is not closed: add a line --- after it, or a blank line after the first ---"
        raise FactcheckError(message, path=path, line=1)
    return _FrontMatter(_fields(text[opening.end() : closing.start()], path), closing.end())


def _fields(block: str, path: str) -> dict[str, _Field]:
    """The scalar fields of the top level, keys in lower case, words joined by an underscore."""
    try:
        nodes = list(_top_nodes(block, path))
    except yaml.YAMLError as error:
        raise _invalid(error, path) from error
    if nodes and not isinstance(nodes[0], yaml.MappingStartEvent):
        message = "front matter is no list of fields: write each line as `key: value`"
        raise FactcheckError(message, path=path, line=2)
    pairs = zip(nodes[1::2], nodes[2::2], strict=False)
    return {
        "_".join(key.value.lower().split()): _Field(" ".join(value.value.split()), _line(value.start_mark))
        for key, value in pairs
        if isinstance(key, yaml.ScalarEvent) and isinstance(value, yaml.ScalarEvent) and value.value.strip()
    }


def _invalid(error: yaml.YAMLError, path: str) -> FactcheckError:
    problem, line = "it holds a character that YAML does not allow", 1
    if isinstance(error, yaml.MarkedYAMLError):
        problem, line = str(error.problem or error.context), _line(error.problem_mark or error.context_mark)
    message = f"front matter is no valid YAML: {problem}: mend it, or quote the value"
    return FactcheckError(message, path=path, line=line)


def _line(mark: "yaml.error.Mark | yaml._yaml.Mark | None") -> int:
    # The opening fence is line 1 of the file, and marks count from 0.
    return mark.line + 2 if mark else 1


def _top_nodes(block: str, path: str) -> Iterator[yaml.NodeEvent]:
    """The root node, then the keys and values of its first level in turn.

    Read from events: nested nodes cost no recursion and aliases are not expanded. The depth is bounded because the
    scanner's time grows with its square.
    """
    depth = 0
    for event in yaml.parse(block, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.NodeEvent) and depth <= 1:
            yield event
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _MAX_DEPTH:
                message = "front matter is nested too deeply: write each line as `key: value`"
                raise FactcheckError(message, path=path, line=_line(event.start_mark))
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
