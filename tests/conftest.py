"""Runs the installed command as a user does."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

_INHERITED = ("PATH", "HOME", "LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR", "PYTHONPATH")


@pytest.fixture(scope="session")
def command() -> str:
    """The path of the console script of this environment."""
    found = shutil.which("factcheck", path=str(Path(sys.executable).parent)) or shutil.which("factcheck")
    assert found, "install the project first: pip install '.[test]'"
    return found


@pytest.fixture
def run(command: str, tmp_path: Path) -> Run:
    """Runs the command in a folder of its own (`cwd` names another), with no settings of the caller's terminal."""

    def run_command(
        *arguments: str, cwd: Path | None = None, stdin: str = "", env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        inherited = {name: os.environ[name] for name in _INHERITED if name in os.environ}
        return subprocess.run(
            [command, *arguments],
            cwd=cwd or tmp_path,
            input=stdin,
            env=inherited | (env or {}),
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run_command


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], str]:
    """Writes a file below the folder that `run` works in, and gives its relative path."""

    def write_file(path: str, content: str | bytes) -> str:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_file
