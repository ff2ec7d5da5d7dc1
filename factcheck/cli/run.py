"""Runs the application and turns what went wrong into a message and an exit status."""

import os
import sys

import typer

from factcheck.cli.app import application
from factcheck.cli.messages import make_output_encodable, print_error
from factcheck.errors import FactcheckError

_INTERRUPTED = 130
_FAILED = 2


def run() -> int:
    """The exit status of the command that the arguments name: 0 no conflict, 1 a conflict, 2 wrong use or a fault."""
    _open_closed_streams()
    make_output_encodable()
    try:
        return application(sys.argv[1:])(prog_name="factcheck", standalone_mode=False) or 0
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


def _open_closed_streams() -> None:
    """Lets the standard streams that a process was started without, as some schedulers do, lead nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))
