"""The YAML block at the head of a Markdown file, as fields."""

from collections.abc import Iterator

import yaml

from factcheck.errors import FactcheckError
from factcheck.read.document import Field

_MAX_DEPTH = 20


def fields_of(block: str, path: str) -> dict[str, Field]:
    """The scalar fields of the top level, keys in lower case, words joined by an underscore.

    Raises FactcheckError with the line where the block is no YAML, or no list of fields.
    """
    try:
        nodes = list(_top_nodes(block, path))
    except yaml.YAMLError as error:
        raise _invalid(error, path) from error
    if nodes and not isinstance(nodes[0], yaml.MappingStartEvent):
        message = "front matter is no list of fields: write each line as `key: value`"
        raise FactcheckError(message, path=path, line=2)
    pairs = zip(nodes[1::2], nodes[2::2], strict=False)
    return {
        "_".join(key.value.lower().split()): Field(" ".join(value.value.split()), _line(value.start_mark))
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
