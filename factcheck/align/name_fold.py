"""Names brought to one form before they are compared: case, accents, scripts, hyphens, titles."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from factcheck.data import lexicon_classes

_APOSTROPHES = "['’‘`ʼʹʾʿ\u0027\u02bb]"
_WORD = r"[^\W_]+"
_KANA_DIGRAPH = "(sh|ch|j)iy(?=[auo])|(?<=[kgnhbpmr])iy(?=[auo])"
_SYLLABLE = "([\uac00-\ud7a3])(?=[\uac00-\ud7a3])"
_KANA = "[\u3041-\u30ff]"


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled when the first name needs it."""
    return re.compile(pattern)


def rewritten(word: str, rewrites: Iterable[tuple[str, str]]) -> str:
    """The word with what each pattern in turn matches replaced."""
    for pattern, replacement in rewrites:
        word = compiled(pattern).sub(replacement, word)
    return word


@cache
def _letters() -> dict[int, str]:
    """Letters that decomposition leaves alone, and Cyrillic and Greek letters, as Latin ones."""
    table = {}
    for latin, letters in lexicon_classes("transliteration").items():
        table.update({ord(letter): "" if latin == "-" else latin for letter in letters})
    return table


def fold(name: str) -> str:
    """Lower case Latin letters without accents; apostrophes inside words go, other signs stay.

    Cyrillic, Greek, Georgian, Armenian, Arabic, Hebrew, Japanese kana and Korean letters become Latin ones; Chinese
    characters, whose reading no table of letters tells, stay.
    """
    if name.isascii():
        return name.lower().replace("'", "").replace("`", "")
    if compiled(_KANA).search(name):
        return compiled(_KANA_DIGRAPH).sub(lambda match: match.group(1) or "y", _in_latin(name))
    return _in_latin(name)


def _in_latin(name: str) -> str:
    lowered = compiled(_APOSTROPHES).sub("", name.casefold()).translate(_letters())
    if lowered.isascii():
        return lowered
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_letters())


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name; hyphens and dots part words, but dotted letters become one word ("u.s." → "us"),
    and each Korean syllable is a word.
    """
    return tuple(
        compiled(_WORD).findall(
            _joined_initials(fold(name if name.isascii() else compiled(_SYLLABLE).sub(r"\1 ", name)))
        )
    )


def in_syllables(name: str) -> bool:
    """Whether the name as written has Korean syllables."""
    return bool(compiled(_SYLLABLE).search(name))


def _joined_initials(name: str) -> str:
    """ "u.s. army" → "us army": runs of dotted letters become one word, but a lone "j." stays an initial."""
    return re.sub(r"\b(?:[a-z]\.){2,}", lambda match: match.group().replace(".", "") + " ", name)


@cache
def title_words() -> frozenset[str]:
    """Folded words of titles and forms of address, which are no part of a person's name."""
    classes = lexicon_classes("titles")
    listed = [*classes["honorific"], *classes["rank"], *classes["office"]]
    return frozenset(word for entry in listed for word in words_of(entry))
