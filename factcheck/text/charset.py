"""The charsets that files declare, by any of their labels."""

import codecs

from msgspec import Struct


class Charset(Struct, frozen=True):
    """A charset and the Python codec that reads it."""

    name: str
    codec: str


UTF_8 = Charset("UTF-8", "utf-8")
WESTERN = Charset("Windows-1252", "cp1252")

# As browsers do (WHATWG, Encoding), a label of a part stands for the whole: Latin-1 and ASCII for Windows-1252, …
# UTF-16 and UTF-32 are not here, as such data has a byte order mark or NULs; UTF-7 neither, which hides attacks.
_BY_CODEC = {
    "utf-8": UTF_8,
    **dict.fromkeys(("ascii", "iso8859-1", "cp1252"), WESTERN),
    **{f"cp125{i}": Charset(f"Windows-125{i}", f"cp125{i}") for i in (0, 1, 3, 4, 5, 6, 7, 8)},
    "iso8859-9": Charset("Windows-1254", "cp1254"),
    **{f"iso8859-{i}": Charset(f"ISO-8859-{i}", f"iso8859-{i}") for i in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **dict.fromkeys(("tis-620", "iso8859-11", "cp874"), Charset("Windows-874", "cp874")),
    "koi8-r": Charset("KOI8-R", "koi8-r"),
    "koi8-u": Charset("KOI8-U", "koi8-u"),
    "mac-roman": Charset("Macintosh", "mac-roman"),
    "mac-cyrillic": Charset("Macintosh Cyrillic", "mac-cyrillic"),
    **{f"cp{i}": Charset(f"IBM {i}", f"cp{i}") for i in (437, 850, 852, 866)},
    **dict.fromkeys(("gb2312", "gbk", "gb18030"), Charset("GB18030", "gb18030")),
    **dict.fromkeys(("big5", "big5hkscs", "cp950"), Charset("Big5", "big5hkscs")),
    **dict.fromkeys(("shift_jis", "cp932"), Charset("Shift_JIS", "cp932")),
    "euc_jp": Charset("EUC-JP", "euc_jp"),
    "iso2022_jp": Charset("ISO-2022-JP", "iso2022_jp"),
    **dict.fromkeys(("euc_kr", "cp949"), Charset("EUC-KR", "cp949")),
}


def charset(label: str) -> Charset | None:
    """The charset of a label, in whatever case and spelling; None for what is none that texts are written in."""
    try:
        return _BY_CODEC.get(codecs.lookup(label.strip()).name)
    except (LookupError, ValueError):
        return None
