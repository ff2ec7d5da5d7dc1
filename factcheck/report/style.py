"""How text for people is laid out."""

from msgspec import Struct


class Style(Struct, frozen=True):
    """Line width in terminal cells, and whether colour may be used. Formats for programs ignore both."""

    width: int = 80
    color: bool = False
