"""A store is of one program: all that reads sources counts, and nothing that comes later."""

import ast
import os
import shutil
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

import factcheck


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the program's code."""
    return Path(
        shutil.copytree(
            Path(factcheck.__file__).parent, tmp_path / "factcheck", ignore=shutil.ignore_patterns("__pycache__")
        )
    )


def _version_of(package: Path) -> ModuleType:
    loader = SourceFileLoader("version_of_a_copy", str(package / "store" / "version.py"))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


def _touch(file: Path) -> None:
    found = file.stat()
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns + 10**9))


def test_a_change_of_what_reads_sources_makes_another_program(package: Path) -> None:
    version = _version_of(package)
    seen = [version.program("1")]
    for changed in (
        "extraction.py",
        "model/source.py",
        "text/charset.py",
        "read/html/article.py",
        "extract/unit.py",
        "claim/as_of.py",
    ):
        _touch(package / changed)
        assert version.program("1") not in seen, changed
        seen.append(version.program("1"))


def test_a_change_of_what_comes_later_does_not(package: Path) -> None:
    version = _version_of(package)
    before = version.program("1")
    for changed in ("cli/check.py", "report/plain.py", "judge/findings.py", "rulebook/loader.py"):
        _touch(package / changed)
    assert version.program("1") == before
    assert version.program("2") != before


def test_another_version_of_what_we_read_with_makes_another_program(package: Path, tmp_path: Path, monkeypatch) -> None:
    version = _version_of(package)
    assert _third_parties(package) <= {*version._READ_WITH, "msgspec", "pathspec"}
    before = version.program("1")
    parser = tmp_path / "parser.py"
    parser.write_text("")
    monkeypatch.setattr(
        version, "find_spec", lambda name: ModuleSpec(name, None, origin=str(parser)) if name == "lxml" else None
    )
    other = version.program("1")
    _touch(parser)
    assert len({before, other, version.program("1")}) == 3


def _third_parties(package: Path) -> set[str]:
    """What is imported by the packages that read sources and is neither Python's nor ours."""
    found = set[str]()
    for folder in ("text", "read", "extract", "claim"):
        for file in (package / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    found |= {name.name.partition(".")[0] for name in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module:
                    found.add(node.module.partition(".")[0])
    return found - sys.stdlib_module_names - {"factcheck"}
