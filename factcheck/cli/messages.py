"""What goes to standard error, and results to standard output or a file."""

import codecs
import os
import sys
import unicodedata
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.normalized import invisible_characters
from factcheck.report import Style
from factcheck.whole_file import write_whole

_WIDTH_OF_FILES = 80
_LEGIBLE = "factcheck-legible"
_IN_ASCII = {
    "✗": "x",
    "→": ">",
    "≈": "~",
    "·": "-",
    "–": "-",
    "—": "-",
    "↔": "/",
    "…": "...",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
}


def make_output_encodable() -> None:
    """Lets results be printed whatever the encoding of standard output is."""
    if sys.stdout.isatty():
        codecs.register_error(_LEGIBLE, _legible)
        sys.stdout.reconfigure(errors=_LEGIBLE)  # type: ignore[union-attr]
    else:
        # Programs that read a pipe or a file expect UTF-8 whatever the terminal's encoding is.
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]


def _legible(error: UnicodeError) -> tuple[str, int]:
    """What a terminal shows for characters that its encoding lacks: our signs in ASCII, letters without marks."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    characters = error.object[error.start : error.end]
    return "".join(_IN_ASCII.get(c) or _without_marks(c) or "?" for c in characters), error.end


def _without_marks(character: str) -> str:
    return unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode("ascii")


def print_error(message: str) -> None:
    """One line `error: place: what is wrong: what to do` (more only where it shows the faulty line of a file)."""
    _to_stderr(f"error: {message}")


def print_note(message: str) -> None:
    """One line about something that was assumed."""
    _to_stderr(f"note: {message}")


def _to_stderr(message: str) -> None:
    # Paths and ids are untrusted: their control characters are shown, not sent.
    hidden = frozenset() if message.isascii() else frozenset(map(chr, invisible_characters()))
    shown = "".join(c if (c.isprintable() and c not in hidden) or c == "\n" else ascii(c)[1:-1] for c in message)
    sys.stderr.write(f"{shown}\n")


def emit(text: str, output: Path | None) -> None:
    """Writes a result to a file, as a whole, or to standard output. Raises FactcheckError if it cannot be written."""
    try:
        if output is not None:
            write_whole(output, text)
        else:
            sys.stdout.write(text)
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough.
        _drop_what_is_left()
    except OSError as error:
        if output is None:
            _drop_what_is_left()
        reason = (error.strerror or type(error).__name__).lower()
        place = str(output or "standard output")
        raise FactcheckError(f"{reason}: name a file that can be written", path=place) from error


def _drop_what_is_left() -> None:
    # Python would complain once more when it flushes at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def style(color: str, output: Path | None) -> Style:
    """How to lay out a result: as wide as the terminal, coloured if it goes to one and NO_COLOR is not set."""
    terminal = output is None and sys.stdout.isatty()
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    colored = color == "always" or (color == "auto" and terminal and not plain)
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and 0 < len(columns) < 5:
        return Style(width=int(columns), color=colored)
    measured = os.get_terminal_size(sys.stdout.fileno()).columns if terminal else 0
    return Style(width=measured or _WIDTH_OF_FILES, color=colored)
