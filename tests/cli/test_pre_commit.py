"""The hooks of .pre-commit-hooks.yaml, run by pre-commit itself in a repository of its own."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from factcheck.read import readers

pytest.importorskip("pre_commit")
if shutil.which("git") is None:
    pytest.skip("there is no git", allow_module_level=True)

_HOOKS = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
_RIGHT = "The storm destroyed 340 houses in Port Halle, Mayor Ruth Almond said.\n"
_WRONG = "The storm destroyed 430 houses in Port Halle, Mayor Ruth Almond said.\n"
_MANY = 300

Git = Callable[..., "subprocess.CompletedProcess[str]"]


def test_the_hook_looks_at_all_that_has_a_reader() -> None:
    (hook,) = (hook for hook in yaml.safe_load(_HOOKS.read_text(encoding="utf-8")) if hook["id"] == "factcheck")
    names = [f"news/a{suffix}{end}" for suffix in readers() for end in ("", ".gz")]
    assert [name for name in names if not re.search(hook["files"], name)] == []
    assert not re.search(hook["files"], "news/a.py")


@pytest.fixture
def git(command: str, tmp_path: Path) -> Git:
    """Runs git in a new repository in which pre-commit is installed, the factcheck of this environment at hand."""
    home, repository = tmp_path / "home", tmp_path / "repository"
    home.mkdir()
    repository.mkdir()
    places = [str(Path(command).parent), str(Path(sys.executable).parent), os.environ["PATH"]]
    environment = {
        "PATH": os.pathsep.join(places),
        "HOME": str(home),
        "PRE_COMMIT_HOME": str(home / "cache"),
        "GIT_CONFIG_NOSYSTEM": "1",
        **{name: os.environ[name] for name in ("PYTHONPATH", "TMPDIR") if name in os.environ},
    }

    def run(*arguments: str, tool: tuple[str, ...] = ("git",)) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [*tool, *arguments],
            cwd=repository,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=300,
            check=False,
        )

    run("init", "-q")
    run("config", "user.name", "A")
    run("config", "user.email", "a@example.org")
    # The hooks as they are published, but for the environment that pre-commit would install them into.
    hooks = [{**hook, "language": "system"} for hook in yaml.safe_load(_HOOKS.read_text(encoding="utf-8"))]
    config = yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]})
    (repository / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    (repository / "pyproject.toml").write_text('[tool.factcheck]\ncorpus = ["articles"]\n', encoding="utf-8")
    installed = run("install", tool=(sys.executable, "-m", "pre_commit"))
    assert installed.returncode == 0, installed.stdout
    return run


def _write(tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / "repository" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _commit(git: Git) -> "subprocess.CompletedProcess[str]":
    git("add", ".")
    return git("commit", "-m", "more")


def test_a_clean_addition_passes_a_conflicting_one_fails_and_a_decided_one_passes(git: Git, tmp_path: Path) -> None:
    _write(tmp_path, "articles/one.txt", _RIGHT)
    clean = _commit(git)
    assert clean.returncode == 0, clean.stdout
    _write(tmp_path, "articles/two.txt", _WRONG)
    conflicting = _commit(git)
    assert conflicting.returncode == 1, conflicting.stdout
    assert "340 houses" in conflicting.stdout
    assert "430 houses" in conflicting.stdout
    assert "do not meet" in conflicting.stdout
    finding = next(line for line in conflicting.stdout.splitlines() if "CONFLICT" in line).split()[-1]
    decided = git(finding, "--accept", "--because", "Both were said.", tool=("factcheck", "decide"))
    assert decided.returncode == 0, decided.stdout
    passed = _commit(git)
    assert passed.returncode == 0, passed.stdout
    assert ".factcheck" not in git("ls-files").stdout


def test_many_files_at_once_over_several_processes(git: Git, tmp_path: Path) -> None:
    for i in range(_MANY):
        _write(tmp_path, f"articles/{i:03}.txt", f"Item {i}: " + (_WRONG if i == _MANY - 1 else _RIGHT))
    failed = _commit(git)
    assert failed.returncode == 1, failed.stdout
    assert f"articles/{_MANY - 1}.txt" in failed.stdout
    assert "made anew" not in failed.stdout
    _write(tmp_path, f"articles/{_MANY - 1}.txt", _RIGHT)
    passed = _commit(git)
    assert passed.returncode == 0, passed.stdout


def test_a_faulty_rule_fails(git: Git, tmp_path: Path) -> None:
    _write(tmp_path, "rules/storm.yaml", "title: Storm\nmesure: count\n")
    _write(tmp_path, "pyproject.toml", '[tool.factcheck]\ncorpus = ["articles"]\nrules = ["rules"]\n')
    result = _commit(git)
    assert result.returncode == 1, result.stdout
    assert "storm.yaml" in result.stdout
