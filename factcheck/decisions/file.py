"""The file of decisions: one table a decision, sorted by the finding's id; comments and order of others stay."""

import datetime
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import takewhile
from pathlib import Path
from typing import Any

from msgspec import ValidationError, convert

from factcheck.errors import FactcheckError
from factcheck.model import Choice, Decision, JudgedClaim
from factcheck.rulebook.problem import suggestion
from factcheck.toml_file import TomlFile, parse_toml, read_text
from factcheck.whole_file import write_whole

_TABLE = "finding"
_HEADER = f"[{_TABLE}."
_FIRST_LINES = """\
# What people decided about findings of factcheck, one table each, by `factcheck decide` and `factcheck review`.
# A decision applies as long as the sources say what was judged. To take it back, remove its table.
"""
_REQUIRED = ("choice", "because", "judged")
_KNOWN = (*_REQUIRED, "prefer", "expires")


def read_decisions(file: Path) -> tuple[Decision, ...]:
    """The decisions of the file, sorted by id; none where there is no such file.

    Raises FactcheckError with the line for what is no decision, or an unresolved merge conflict.
    """
    return _parsed(read_text(file), str(file)) if file.exists() else ()


def record(file: Path, decision: Decision, *, replaces: str | None = None) -> None:
    """Writes the decision in its place among the others, instead of the one of its id, and of the id that it replaces.

    The file is written aside and then put in its place, so that no reader sees half of it; processes that record at the
    same time do so one after the other. Raises FactcheckError for a faulty file, which stays as it is, and where it
    cannot be written.
    """
    with _alone(file):
        _record(file, decision, replaces)


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Waits for whoever else records a decision there: of two who change what both have read, one would be lost."""
    try:
        import fcntl
    except ImportError:  # Windows locks no folders
        yield
        return
    try:
        # The folder, since the file is replaced by another and a lock of its own would have to be ignored and removed.
        folder = os.open(file.parent, os.O_RDONLY)
    except OSError as error:
        raise _unwritable(file, error) from error
    try:
        with suppress(OSError):  # some network file systems have no locks
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _record(file: Path, decision: Decision, replaces: str | None) -> None:
    text = read_text(file) if file.exists() else _FIRST_LINES
    others = [d for d in _parsed(text, str(file)) if d.finding not in (decision.finding, replaces)]
    first, tables = _split(text)
    kept = {finding: table for finding, table in tables.items() if finding not in (decision.finding, replaces)}
    kept[decision.finding] = _written(decision)
    written = "\n".join(part.strip("\n") + "\n" for part in (first, *(kept[finding] for finding in sorted(kept))))
    if not _holds(written, (*others, decision)):
        raise FactcheckError("another layout than factcheck writes: give each decision its own table", path=str(file))
    try:
        write_whole(file, written)
    except OSError as error:
        raise _unwritable(file, error) from error


def _holds(text: str, decisions: Iterable[Decision]) -> bool:
    try:
        return _parsed(text, "") == tuple(sorted(decisions, key=lambda d: d.finding))
    except FactcheckError:
        return False


def _parsed(text: str, path: str) -> tuple[Decision, ...]:
    file = parse_toml(text, path)
    for key in file.data:
        if key != _TABLE:
            raise file.error(f'there is no "{key}" here: each decision is a table [{_TABLE}.ID]', (), key)
    tables = file.data.get(_TABLE, {})
    if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
        raise file.error(f"each decision is a table [{_TABLE}.ID]", (), _TABLE)
    return tuple(_decision(file, finding, tables[finding]) for finding in sorted(tables))


def _decision(file: TomlFile, finding: str, table: dict[str, Any]) -> Decision:
    where = (_TABLE, finding)
    for key in table:
        if key not in _KNOWN:
            raise file.error(f'there is no key "{key}"{suggestion(key, _KNOWN)}', where, key)
    for key in _REQUIRED:
        if key not in table:
            raise file.error(f'"{key}" is missing: add it, or decide the finding again', where)
    made = Decision(
        finding,
        _value(file, where, table, "choice", Choice, f"one of {', '.join(Choice)}"),
        _value(file, where, table, "because", str, "a reason in quotes"),
        _value(file, where, table, "judged", tuple[JudgedClaim, ...], "a list of {source, subject, text}"),
        _value(file, where, table, "prefer", str | None, "a source in quotes"),
        _value(file, where, table, "expires", datetime.date | None, "a day, as expires = 2026-12-31"),
    )
    judged_sources = {judged.source for judged in made.judged}
    if (made.prefer is not None) != (made.choice is Choice.PREFER):
        raise file.error('"prefer" goes with choice = "prefer", and with no other', where, "prefer")
    if made.prefer is not None and made.prefer not in judged_sources:
        message = f'"{made.prefer}" is no source that was judged{suggestion(made.prefer, judged_sources)}'
        raise file.error(message, where, "prefer")
    return made


def _value(file: TomlFile, where: Sequence[str], table: dict[str, Any], key: str, kind: Any, expected: str) -> Any:
    value = table.get(key)
    # A time of day would be cut off in silence.
    if not isinstance(value, datetime.datetime):
        try:
            return convert(value, kind)
        except ValidationError:
            pass
    raise file.error(f'"{key}" has to be {expected}', where, key)


def _split(text: str) -> tuple[str, dict[str, str]]:
    """What stands before the first table, and each decision's table with the comment lines above it."""
    parts: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.startswith(_HEADER):
            above = _comments_at_end(parts[-1])
            # Comments that begin the file are about all of it.
            if above and (len(parts) > 1 or len(above) < len(parts[0])):
                del parts[-1][-len(above) :]
                parts.append([*above, line])
            else:
                parts.append([line])
        else:
            parts[-1].append(line)
    tables = {_id_of(part): "\n".join(part) for part in parts[1:]}
    return "\n".join(parts[0]), tables


def _comments_at_end(lines: Sequence[str]) -> list[str]:
    return list(takewhile(lambda line: line.startswith("#"), reversed(lines)))[::-1]


def _id_of(lines: Sequence[str]) -> str:
    header = next(line for line in lines if line.startswith(_HEADER))
    return header.partition("#")[0].strip().removeprefix(_HEADER).removesuffix("]").strip("\"'")


def _written(decision: Decision) -> str:
    lines = [f"[{_TABLE}.{decision.finding}]", f"choice = {_quoted(decision.choice)}"]
    if decision.prefer is not None:
        lines.append(f"prefer = {_quoted(decision.prefer)}")
    lines.append(f"because = {_quoted(decision.because)}")
    if decision.expires is not None:
        lines.append(f"expires = {decision.expires.isoformat()}")
    lines.append("judged = [")
    for judged in decision.judged:
        pairs = (("source", judged.source), ("subject", judged.subject), ("text", judged.text))
        lines.append(f"    {{ {', '.join(f'{key} = {_quoted(value)}' for key, value in pairs)} }},")
    # A last line like no other keeps git from taking the end of one new table for that of another in a merge.
    return "\n".join((*lines, f"]  # {decision.finding}"))


def _quoted(text: str) -> str:
    """A basic string of TOML, which escapes as JSON does; what cannot be seen, such as a change of direction, too."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in quoted)


def _unwritable(file: Path, error: OSError) -> FactcheckError:
    reason = (error.strerror or type(error).__name__).lower()
    return FactcheckError(f"{reason}: a decision has to be written there", path=str(file))
