"""TOML files that people edit: read with errors that name the line."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from factcheck.errors import FactcheckError

_CONFLICT_MARKERS = ("<<<<<<< ", ">>>>>>> ")


class TomlFile(Struct, frozen=True):
    """A parsed file. `path` is its path as messages show it."""

    path: str
    text: str
    data: dict[str, Any]

    def error(self, message: str, table: Sequence[str], key: str = "") -> FactcheckError:
        """An error that names the line of a key, or of its table where the key stands in no line of its own."""
        return FactcheckError(message, path=self.path, line=self._line(table, key))

    def _line(self, table: Sequence[str], key: str) -> int:
        found = 1
        inside = not table
        for number, line in enumerate(self.text.splitlines(), 1):
            words = line.strip()
            if words.startswith("["):
                header = _header(words)
                inside = header == list(table)
                if key and header[: len(table) + 1] == [*table, key]:
                    return number
                found = number if inside else found
            elif inside and key and _header(words.partition("=")[0])[:1] == [key]:
                return number
        return found


def _header(words: str) -> list[str]:
    return [part.strip(" \t\"'") for part in words.partition("#")[0].strip(" \t[]").split(".")]


def parse_toml(text: str, path: str) -> TomlFile:
    """The file of that text. Raises FactcheckError with the line for what is no TOML, or holds a merge conflict."""
    import tomllib  # slow to import, and most runs read no such file

    for place, line in enumerate(text.splitlines(), 1):
        if line.startswith(_CONFLICT_MARKERS):
            message = "an unresolved merge conflict: keep the tables of both sides, without the marker lines"
            raise FactcheckError(message, path=path, line=place)
    try:
        return TomlFile(path, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        reason, _, at = str(error).removesuffix(")").partition(" (at ")
        digits = [int(word) for word in at.replace(",", " ").split() if word.isdecimal()]
        number = digits[0] if digits else text.count("\n") + 1
        column = digits[1] if len(digits) > 1 else None
        fault = f"{reason[:1].lower()}{reason[1:]}: mend this line"
        raise FactcheckError(f"no valid TOML: {fault}", path=path, line=number, column=column) from error
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits, or as many brackets.
        raise FactcheckError("no valid TOML: a value is too long or nested too deeply", path=path) from error


def read_text(file: Path) -> str:
    """The text of a file in UTF-8. Raises FactcheckError if it cannot be read."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise FactcheckError("not UTF-8: save the file in that encoding", path=str(file)) from error
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise FactcheckError(f"{reason}: check the file and its permissions", path=str(file)) from error
