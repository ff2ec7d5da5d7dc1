"""The project a command runs in: its root, and its settings in `[tool.factcheck]` of the nearest pyproject.toml."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct, ValidationError, convert

from factcheck.errors import FactcheckError
from factcheck.model import Source
from factcheck.read import STANDARD_INPUT, Limits, corpus_files
from factcheck.rulebook import RuleSet, load_rules, suggestion
from factcheck.toml_file import TomlFile, parse_toml, read_text

FailOn = Literal["note", "warning", "error", "never"]

_SETTINGS = "pyproject.toml"
_TABLE = ("tool", "factcheck")
_SHOWN = "[tool.factcheck]"
_KEPT_RULES = "rules"


_EXPECTED = {
    "corpus": 'a list of files, folders and patterns: corpus = ["articles/**/*.md"]',
    "rules": 'a list of folders: rules = ["facts/rules"]',
    "select": 'a list of ids of rules: select = ["money"]',
    "ignore": 'a list of ids of rules: ignore = ["money"]',
    "fail-on": 'one of "note", "warning", "error", "never"',
    "baseline": 'a JSON report: baseline = "factcheck-baseline.json"',
    "max-size": "millions of characters that a source may have: max-size = 50",
    "timeout": "seconds that reading a file, and looking through a long one, may take: timeout = 30",
    "tolerances": "relative differences that still agree, by rule, between 0 and 1: money = 0.01",
}

Tolerance = Annotated[float, Meta(ge=0, lt=1)]
# No source is as large, and no clock of a system counts much longer than twice so many seconds.
MAX_LIMIT = 1e6
Limit = Annotated[float, Meta(gt=0, le=MAX_LIMIT)]


class Settings(Struct, frozen=True, rename="kebab"):
    """What `[tool.factcheck]` may say; paths begin at the folder of its file."""

    corpus: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn = "warning"
    baseline: str | None = None
    max_size: Limit = Limits().text / 1_000_000
    timeout: Limit = Limits().seconds
    tolerances: dict[str, Tolerance] = {}


class Project(Struct, frozen=True):
    """Where a command runs: `root` is the folder that the names of sources begin at; `file` holds the settings."""

    root: Path
    settings: Settings = Settings()
    file: TomlFile | None = None

    def paths(self) -> list[str]:
        """The corpus of the settings, as paths from here; empty without one.

        Raises FactcheckError for a pattern that no file matches.
        """
        found: list[str] = []
        for pattern in self.settings.corpus:
            matching = corpus_files(self.root, pattern)
            if not matching:
                raise self.error(f'no file matches "{pattern}": name what holds the sources', "corpus")
            found += (self.from_here(path) for path in matching)
        return found

    @property
    def cache(self) -> Path:
        """The folder for what can be made again; who fills it with sources makes it."""
        return self.root / ".factcheck"

    @property
    def baseline(self) -> Path | None:
        """The baseline of the settings."""
        return self.root / self.settings.baseline if self.settings.baseline else None

    def from_here(self, path: str | Path) -> str:
        """A path of the project as seen from the working folder."""
        return Path(os.path.relpath(self.root / path)).as_posix()

    def names(self, sources: Iterable[Source]) -> dict[str, str]:
        """Source id → its name as seen from the root, where that is another."""
        named = ((s.id, self.name(s.path) + s.id[len(s.path) :]) for s in sources if s.path != STANDARD_INPUT)
        return {source_id: name for source_id, name in named if name != source_id}

    def name(self, path: str) -> str:
        """A path as seen from the root, wherever the command runs."""
        return Path(os.path.relpath(path, self.root)).as_posix()

    def rule_folders(self, further: Sequence[Path] | None) -> tuple[Path, ...]:
        """The folders of rules besides the shipped ones: the project's, then these."""
        return (*(self.root / name for name in self.settings.rules), *(further or ()))

    def rule_set(self, further: Sequence[Path] | None, *, cases: bool = False) -> RuleSet:
        """The shipped rules, the project's and those of these folders.

        With `cases` they are as their files say, since a case is true of these; else with the project's tolerances.
        Raises FactcheckError for a faulty rule file, a folder without one, and a tolerance of no rule.
        """
        kept, given = self.cache / _KEPT_RULES, self.settings
        rules = load_rules(self.rule_folders(further), cases=cases, kept=kept)
        for key, ids in (("select", given.select), ("ignore", given.ignore), ("tolerances", given.tolerances)):
            try:
                rules.require(ids)
            except FactcheckError as error:
                raise self.error(error.message, key) from error
        return rules.with_tolerances(given.tolerances) if given.tolerances and not cases else rules

    def error(self, message: str, key: str) -> FactcheckError:
        """What is wrong with a setting, with its place."""
        told = f"{_SHOWN} {key}: {message}"
        return self.file.error(told, _TABLE, key) if self.file else FactcheckError(told)


def project(config: Path | None = None) -> Project:
    """The project of the working folder, or that of a settings file.

    Without settings its root is that of the git repository, or else the working folder. Raises FactcheckError for a
    file that is no TOML, has no [tool.factcheck], or holds another setting or a wrong value.
    """
    if config is not None:
        file = parse_toml(read_text(config), str(config))
        if not isinstance(file.data.get("tool"), dict) or "factcheck" not in file.data["tool"]:
            raise FactcheckError(f"there is no {_SHOWN} in it: factcheck init writes one", path=str(config))
        return _project(config.absolute().parent, file)
    here = Path.cwd()
    folders = (here, *here.parents)
    for folder in folders:
        if (settings := settings_in(folder)) is not None:
            return _project(folder, settings)
    return Project(next((folder for folder in folders if (folder / ".git").exists()), here))


def settings_in(folder: Path) -> TomlFile | None:
    """The pyproject.toml of a folder, if it has a [tool.factcheck]. Raises FactcheckError if it is no TOML then."""
    path = folder / _SETTINGS
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    # Parsing each pyproject.toml would cost more than most settings save.
    if "tool.factcheck" not in text and not ("[tool]" in text and "factcheck" in text):
        return None
    file = parse_toml(text, str(path))
    tools = file.data.get("tool")
    return file if isinstance(tools, dict) and "factcheck" in tools else None


def _project(root: Path, file: TomlFile) -> Project:
    table = file.data["tool"]["factcheck"]
    if not isinstance(table, dict):
        raise file.error(f"{_SHOWN} has to be a table", _TABLE[:1], _TABLE[1])
    for key, value in table.items():
        if key not in _EXPECTED:
            raise file.error(f'{_SHOWN}: there is no setting "{key}"{suggestion(key, _EXPECTED)}', _TABLE, key)
        try:
            convert({key: value}, Settings)
        except ValidationError as error:
            raise file.error(f"{_SHOWN} {key}: it takes {_EXPECTED[key]}", _TABLE, key) from error
    return Project(root, convert(table, Settings), file)
