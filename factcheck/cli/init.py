"""`factcheck init`: settings to start from."""

import json
from pathlib import Path

from factcheck.cli.config import settings_in
from factcheck.cli.messages import emit
from factcheck.errors import FactcheckError
from factcheck.read import source_folders
from factcheck.toml_file import read_text

_FILE = "pyproject.toml"
_NO_FOLDER = ["sources"]
_SETTINGS = """\
[tool.factcheck]
# What `factcheck audit` compares when it is given no path: files, folders, and patterns such as "articles/**/*.md".
corpus = {corpus}

# The mildest conflict that ends with exit status 1: "note", "warning", "error" or "never".
fail-on = "warning"

# An earlier report; what it found does not fail. factcheck audit --output-format json -o factcheck-baseline.json
# baseline = "factcheck-baseline.json"

# Folders with rules of your own, and the rules to report, or not to; factcheck rules list shows them.
# rules = ["facts/rules"]
# select = []
# ignore = ["quotations"]

# Millions of characters that a source may have; seconds that reading a file, and looking through a long one, may take.
# max-size = 20
# timeout = 4.5

# Relative differences that still agree, by rule: 0.02 is 2 %.
# [tool.factcheck.tolerances]
# money = 0.02
"""


def init() -> None:
    """Write a commented start of the settings, [tool.factcheck], to pyproject.toml in this folder.

    What stands in the file stays; settings that are there are not touched.
    """
    here = Path.cwd()
    file = here / _FILE
    if settings_in(here) is not None:
        raise FactcheckError("there is a [tool.factcheck] already: edit it", path=_FILE)
    before = read_text(file).rstrip("\n") + "\n\n" if file.exists() else ""
    folders = source_folders(here) or _NO_FOLDER
    settings = _SETTINGS.format(corpus=json.dumps(folders, ensure_ascii=False))
    emit(before.lstrip("\n") + settings, file)
    emit(f"{'extended' if before else 'wrote'} {_FILE}: check its corpus, then run factcheck audit\n", None)
