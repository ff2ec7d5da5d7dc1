"""The encoding of bytes that nothing declares and that are no UTF-8, as far as the bytes tell it."""

from itertools import chain

from factcheck.text.charset import WESTERN, Charset, charset

# What texts are still found in; each further one makes a mistake about ordinary Western text more likely.
_SOUGHT = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r",
    "cp932", "euc_jp", "gb18030", "big5", "cp949",
)  # fmt: skip
_SAMPLE = 32_768
_LINE = 4_096
# Fewer bytes that are no ASCII, as quotation marks and a name in a short text are, tell nothing.
_ENOUGH_BYTES = 8
# For Latin letters, too: a few foreign names in an English text do not tell these from Windows-1252.
_LATIN = frozenset(("cp1250", "cp1254"))
_SHARE_IN_LATIN = 0.04
# By how much another encoding has to look less like a jumble, or more like a language, than Windows-1252.
_MARGIN = 0.05
_MAX_CHAOS = 0.1
# Text in UTF-16 that has no byte order mark is known by its NULs: half of all bytes where it is ASCII.
_NULS_OF_UTF_16 = 0.25
_STRAY_NULS = 0.01


def guessed(data: bytes, first: int) -> Charset | None:
    """The charset that a text is most likely in, of which data[first] is the first byte that is no UTF-8.

    None where that is not clear, or Windows-1252: then it is read as ordinary Western text.
    """
    sample = _sample(data, first)
    telling = len(sample) - len(sample.decode("ascii", errors="ignore"))
    if telling < _ENOUGH_BYTES:
        return None
    # Heavy, and few sources need it.
    from charset_normalizer import from_bytes

    ranked = list(from_bytes(sample, cp_isolation=list(_SOUGHT), enable_fallback=False))
    if not ranked or ranked[0].chaos > _MAX_CHAOS:
        return None
    best = ranked[0]
    if best.encoding in _LATIN and telling < _SHARE_IN_LATIN * len(sample):
        return None
    western = next((m for m in ranked if WESTERN.codec in chain([m.encoding], m.could_be_from_charset)), None)
    if western is not None and best.coherence - western.coherence < _MARGIN and western.chaos - best.chaos < _MARGIN:
        return None
    return charset(best.encoding)


def _sample(data: bytes, first: int) -> bytes:
    """Some of the text around that byte, cut at ends of lines or words, which part no character; else nothing."""
    start = max(data.rfind(b"\n", max(0, first - _LINE), first), data.rfind(b" ", max(0, first - _LINE), first)) + 1
    end = start + _SAMPLE
    if end < len(data):
        end = max(data.rfind(b"\n", start, end), data.rfind(b" ", start, end))
    return data[start : max(start, end)]


def utf_16_without_mark(data: bytes) -> str | None:
    """The text of data whose NULs stand where UTF-16 has them before or after ASCII characters; None for other data."""
    units = len(data) // 2
    even, odd = data[::2].count(0), data[1::2].count(0)
    for encoding, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if high >= _NULS_OF_UTF_16 * units and low <= _STRAY_NULS * units:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                return None
            return None if "\0" in text else text
    return None
