"""Files made to break the program: each is told or read, beside a good source, under a bound on address space.

None of the tests looks at a clock; what hangs runs into the limit of the subprocess. benchmarks/hostile_samples.py
prints times.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hostile_samples import GOOD, SAMPLES, bounded_command

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("bash"), reason="needs a bound on address space"
)

_STUCK = 120


@pytest.mark.parametrize("name", SAMPLES)
def test_a_hostile_file_is_told_or_read_and_the_good_one_beside_it_is_compared(
    command: str, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(SAMPLES[name]())
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    done = subprocess.run(
        bounded_command(command, name, "good.txt", "--timeout", "2"),
        cwd=tmp_path,
        capture_output=True,
        timeout=_STUCK,
        check=False,
    )
    told = done.stderr.decode()
    assert done.returncode in {0, 1, 2} and "internal" not in told and "Traceback" not in told
    assert not {character for character in told if not character.isprintable() and character != "\n"}
    report = json.loads(done.stdout)
    assert "good.txt" in {source["id"] for source in report["sources"]}
    named = {entry["path"].split("#")[0] for entry in (*report["sources"], *report["skipped"])}
    assert named == {name, "good.txt"}
    if done.returncode == 2:
        assert "error: " in told
