"""How text for people is laid out."""

from msgspec import Struct


class Style(Struct, frozen=True):
    """Line width in terminal cells, whether colour may be used, and whether all details are wanted.

    Formats for programs ignore all three.
    """

    width: int = 80
    color: bool = False
    verbose: bool = False
