"""The command line: one file a command."""

import gc
import sys

__all__ = ["main"]

_RARELY = 100_000


def main() -> None:
    """The console script. Ends the process with 0: no conflict, 1: a conflict, 2: wrong use or a source not read."""
    # Values are immutable trees: looking for cycles among them, and among what imports make, takes 15 % of a short run.
    gc.set_threshold(_RARELY)
    from factcheck.cli.run import run

    status = run()
    # At exit the interpreter would look through all that is left, which the system frees anyway.
    gc.freeze()
    sys.exit(status)
