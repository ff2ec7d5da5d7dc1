"""How text for people is laid out."""

from msgspec import Struct

from factcheck.model import Severity

_MIN_WIDTH = 40


class Style(Struct, frozen=True):
    """Line width in terminal cells, whether colour may be used, whether all details are wanted, whether decided and
    known findings are shown too, and from which severity on a conflict fails (None: never).

    Formats for programs ignore all but the last.
    """

    width: int = 80
    color: bool = False
    verbose: bool = False
    show_decided: bool = False
    fail_on: Severity | None = Severity.WARNING


def usable_width(style: Style) -> int:
    """The width to lay text out in; a terminal narrower than this wraps by itself."""
    return max(_MIN_WIDTH, style.width)
