"""How text for people is laid out."""

from msgspec import Struct


class Style(Struct, frozen=True):
    """Line width in terminal cells, whether colour may be used, whether all details are wanted, and whether decided
    and known findings are shown too. Formats for programs ignore all of it.
    """

    width: int = 80
    color: bool = False
    verbose: bool = False
    show_decided: bool = False
