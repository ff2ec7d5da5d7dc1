"""Folders of rule files to one rule set."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from factcheck.data import rules_folder
from factcheck.errors import FactcheckError
from factcheck.model import Rule
from factcheck.rulebook.kept import KeptRules
from factcheck.rulebook.problem import Problem, error_of
from factcheck.rulebook.ruleset import RuleSet

_SUFFIXES = (".yaml", ".yml")
_MAX_BYTES = 1_000_000


def load_rules(folders: Sequence[Path] = (), *, cases: bool = False, kept: Path | None = None) -> RuleSet:
    """The shipped rules and those of the folders; a later rule replaces an earlier one of the same id.

    Without `cases` the rules come without their test cases, whose part of a file is not even parsed, and are taken from
    the file `kept`, if one is given and they are there as the files now have them.
    Raises FactcheckError that tells every problem of every file, or that a folder does not exist.
    """
    files = tuple(_files(folders))
    if kept is None or cases:
        return RuleSet(_parsed(files, cases))
    try:
        before = KeptRules(kept, files)
    except OSError:
        return RuleSet(_parsed(files, cases))  # it tells which file cannot be read
    rules = before.read()
    if rules is None:
        rules = _parsed(files, cases)
        before.write(rules)
    return RuleSet(rules)


def _parsed(files: Iterable[Path], cases: bool) -> tuple[Rule, ...]:
    rules: dict[str, Rule] = {}
    problems: list[Problem] = []
    for file in files:
        rule, faults = _read(file, cases)
        problems.extend(faults)
        if rule is not None:
            rules[rule.id] = rule
    if problems:
        raise error_of(problems)
    return tuple(rules[rule_id] for rule_id in sorted(rules))


def check_rules(folders: Sequence[Path] = ()) -> tuple[Problem, ...]:
    """Every problem of every rule file, cases included, in the order of the files.

    Raises FactcheckError where a folder does not exist.
    """
    return tuple(problem for file in _files(folders) for problem in _read(file, cases=True)[1])


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    yield from _rule_files(rules_folder())
    for folder in folders:
        files = _rule_files(folder) if folder.is_dir() else []
        if not files:
            raise FactcheckError("no folder of rules: name a folder that holds .yaml files", path=str(folder))
        yield from files


def _rule_files(folder: Path) -> list[Path]:
    return sorted((f for f in folder.iterdir() if f.name.endswith(_SUFFIXES)), key=lambda f: f.name)


def _read(file: Path, cases: bool) -> tuple[Rule | None, list[Problem]]:
    from factcheck.rulebook.schema import RuleReader  # it imports yaml, which most runs do not need

    path = str(file)
    try:
        data = file.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        return None, [Problem(path, 1, 1, f"cannot be read ({(error.strerror or '').lower()}); name a file of YAML")]
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [Problem(path, line, 1, "not UTF-8; save the file in that encoding")]
    if len(data) > _MAX_BYTES:
        return None, [Problem(path, 1, 1, "larger than a megabyte; a rule file holds one rule")]
    rule_id = file.stem
    if not cases:
        reader = RuleReader(path, rule_id, _without_cases(text))
        if (rule := reader.read()) is not None:
            return rule, []
    # Problems are told from the whole file, so that their lines and words are those that the user sees.
    reader = RuleReader(path, rule_id, text)
    return reader.read(), reader.problems


def _without_cases(text: str) -> str:
    kept = []
    inside = False
    for line in text.split("\n"):
        if line.startswith("cases:"):
            inside = True
        elif line and line[0] not in " -#\t\r":
            inside = False
        kept.append("" if inside else line)
    return "\n".join(kept)
