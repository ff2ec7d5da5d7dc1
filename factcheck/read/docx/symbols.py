"""Characters that a document names by a font and a place in it."""

from collections.abc import Mapping

# Of the font Symbol, those that stand beside figures; its Greek letters follow the Latin keyboard.
_SYMBOL_FONT = {
    0x25: "%", 0x2B: "+", 0x2D: "−", 0x3C: "<", 0x3D: "=", 0x3E: ">", 0x6D: "μ",
    0xA2: "′", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×",
    0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…",
}  # fmt: skip
_PRIVATE_USE = range(0xF000, 0xF100)


def symbol(attributes: Mapping[str, str]) -> str:
    """The character of a w:sym, a blank for pictures and for what only its font can tell."""
    try:
        code = int(attributes.get("w:char", ""), 16)
    except ValueError:
        return " "
    if code in _PRIVATE_USE:
        code -= _PRIVATE_USE.start
    if "symbol" in attributes.get("w:font", "").lower():
        return _SYMBOL_FONT.get(code, " ")
    if not 0 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF or not chr(code).isprintable():
        return " "
    # A font of pictures draws something else in the places of letters.
    return " " if "dings" in attributes.get("w:font", "").lower() else chr(code)
