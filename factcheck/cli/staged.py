"""The files that are staged in git."""

import os
import subprocess
from pathlib import Path

from factcheck.errors import FactcheckError


def staged_files() -> list[str]:
    """The files that the next commit adds or changes, as paths from here.

    Raises FactcheckError outside of a git repository, or where there is no git.
    """
    root = Path(_git("rev-parse", "--show-toplevel").removesuffix("\n"))
    names = _git("diff", "--cached", "--name-only", "--diff-filter=ACMR", "-z").split("\0")
    return [Path(os.path.relpath(root / name)).as_posix() for name in names if name]


def _git(*arguments: str) -> str:
    cure = "name the new sources: factcheck check NEW…"
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except OSError as error:
        raise FactcheckError(f"git cannot be run to find what is staged: {cure}") from error
    if done.returncode:
        raise FactcheckError(f"there is no git repository here to find what is staged in: {cure}")
    return os.fsdecode(done.stdout)
