"""The command line: one file a command."""

import gc
import os
import sys

import typer

from factcheck.cli.app import application
from factcheck.cli.messages import print_error
from factcheck.errors import FactcheckError

__all__ = ["main"]

_RARELY = 100_000
_INTERRUPTED = 130
_FAILED = 2


def main() -> None:
    """The console script. Ends the process with 0: no conflict, 1: a conflict, 2: wrong use or a source not read."""
    # Values are immutable trees: looking for cycles among them takes 7 % of a short run and finds nothing.
    gc.set_threshold(_RARELY)
    if not sys.stdout.isatty():
        # Programs that read a pipe or a file expect UTF-8 whatever the terminal's encoding is.
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.exit(_run())


def _run() -> int:
    try:
        return application()(prog_name="factcheck", standalone_mode=False) or 0
    except FactcheckError as error:
        print_error(str(error))
    except typer.TyperException as error:
        print_error(f"{error.format_message().rstrip('.')}: see factcheck --help")
    except (typer.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except Exception as error:
        if "FACTCHECK_TRACEBACK" in os.environ:
            raise
        # Without this the interpreter would exit with 1, which means "there is a conflict".
        fault = f"{type(error).__name__}: {error}"
        print_error(f"internal: {fault}: please report what FACTCHECK_TRACEBACK=1 factcheck … prints")
    return _FAILED
