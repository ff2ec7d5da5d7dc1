"""Makes untrusted text harmless to print: nothing in it can move the cursor, change colours or turn the text around.

What would do so is shown, as a picture or its code point; what only cannot be seen (soft hyphens, zero-width
characters) is left out, so that the words read as on their page. JSON keeps all of it, as escapes.
"""

from functools import cache

from factcheck.normalized import invisible_characters

_BIDI_CONTROLS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SURROGATES = range(0xD800, 0xE000)


@cache
def _visible() -> dict[int, str]:
    """Replacements by code point: control pictures for C0, escapes for C1 and bidi controls, U+FFFD for surrogates."""
    table = dict.fromkeys(invisible_characters(), "")
    table |= {code: chr(0x2400 + code) for code in range(0x20)}
    table[0x7F] = "␡"
    table |= {code: f"\\x{code:02x}" for code in range(0x80, 0xA0)}
    table |= {code: f"<U+{code:04X}>" for code in _BIDI_CONTROLS}
    table |= dict.fromkeys(_SURROGATES, "�")
    return table


@cache
def _visible_in_lines() -> dict[int, str]:
    return _visible() | dict.fromkeys(map(ord, "\n\r\u2028\u2029"), "\n") | {ord("\t"): "    "}


@cache
def _json_escapes() -> dict[int, str]:
    codes = (0x7F, *range(0x80, 0xA0), 0x2028, 0x2029, *invisible_characters())
    units = ((code, chr(code).encode("utf-16-be").hex()) for code in codes)
    return {code: "".join(f"\\u{hexed[at : at + 4]}" for at in range(0, len(hexed), 4)) for code, hexed in units}


def plain(text: str) -> str:
    """The text on one line, white space collapsed, control characters made visible."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    # Split again, as white space may have been parted by what is left out.
    return " ".join(" ".join(text.split()).translate(_visible()).split())


def plain_lines(text: str) -> str:
    """The text in its own lines, all other control characters made visible."""
    if text.isascii() and text.isprintable():
        return text
    return text.replace("\r\n", "\n").translate(_visible_in_lines())


def plain_json(encoded: str) -> str:
    """Encoded JSON with the control characters that JSON lets through (DEL, C1, what cannot be seen) as escapes."""
    return encoded if encoded.isascii() and "\x7f" not in encoded else encoded.translate(_json_escapes())


def without_surrogates(text: str) -> str:
    """The text with lone surrogates, which no UTF-8 output can hold, replaced by U+FFFD, pairs by their character."""
    return text.encode("utf-16", errors="surrogatepass").decode("utf-16", errors="replace")
