"""A baseline that is no report is told apart from one."""

import json
from pathlib import Path

import pytest

from factcheck.decisions import read_baseline
from factcheck.errors import FactcheckError

EMPTY = {"format": 1, "claims": [], "findings": []}
LOST = {"comparisons": [{"a": "1", "b": "2", "verdict": "agree"}]}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("not json", "no report (JSON is malformed"),
        (json.dumps({"format": 1}), "no report (Object missing required field"),
        (json.dumps(EMPTY | {"format": 2}), "a report of format 2"),
        (json.dumps(EMPTY | {"findings": [LOST]}), "no report ("),
        ("\udcff", "no report ("),
        ('{"x": ' + "[" * 100_000, "no report ("),
    ],
)
def test_what_is_no_report(tmp_path: Path, content, message) -> None:
    file = tmp_path / "b.json"
    file.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(FactcheckError) as caught:
        read_baseline(file, {})
    assert str(caught.value).startswith(f"{file}: {message}")
    assert (
        str(caught.value).endswith("give the output of factcheck audit --output-format json") or "format 2" in message
    )


def test_a_baseline_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match="no such file or directory"):
        read_baseline(tmp_path / "b.json", {})
