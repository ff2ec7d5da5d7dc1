"""Cold start: an audit of the seeds against the bare import of the libraries that any such program needs.

python benchmarks/start.py [FOLDER] [--pairs N]

Prints each pair of wall times and the ratio of the medians; run it in a fresh environment (`pip install .`), since the
finder of an editable install slows every import.
"""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

_SEEDS = Path(__file__).parent.parent / "seeds"


def seconds(command: Sequence[str]) -> float:
    """The wall time of a command in seconds; its output is thrown away and its exit status does not matter."""
    begin = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - begin


def main() -> None:
    """Runs the pairs, one after the other so that both commands meet the same load."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=str(_SEEDS))
    parser.add_argument("--pairs", type=int, default=5)
    options = parser.parse_args()
    script = str(Path(sys.executable).with_name("factcheck"))
    imports, audit = [sys.executable, "-c", "import typer, rich"], [script, "audit", options.folder]
    for warm_up in (imports, audit):
        seconds(warm_up)
    pairs = [(seconds(imports), seconds(audit)) for _ in range(options.pairs)]
    for imported, audited in pairs:
        print(f"import {imported * 1000:6.0f} ms   audit {audited * 1000:6.0f} ms   ratio {audited / imported:.2f}")
    base, ours = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(f"median import {base * 1000:.0f} ms, audit {ours * 1000:.0f} ms: {ours / base:.2f} x")


if __name__ == "__main__":
    main()
