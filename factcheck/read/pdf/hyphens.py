"""Joins the lines of a paragraph: a word divided at a line's end becomes whole again, a compound keeps its hyphen."""

import re
from collections.abc import Iterable
from functools import cache

from factcheck.data import lexicon, lexicon_classes
from factcheck.read.pdf.word import Page

_HYPHENS = "-\u2010"
_DASHES = "–—"
_MAX_WORD = 60
# What other words are compounded with has as many letters; what ends with them in one word is shorter: "un-", "cal-".
_COMPOUNDED = 4


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


def vocabulary_of(pages: Iterable[Page]) -> frozenset[str]:
    """The words of a document in lower case, compounds as one, without those that are divided at the end of a line."""
    words: set[str] = set()
    for page in pages:
        divided = False
        for segment in page.segments:
            found = _word().findall(segment.text)
            from_next = 1 if divided else 0
            divided = segment.text.endswith(tuple(_HYPHENS))
            words.update(word.lower() for word in found[from_next : len(found) - 1 if divided else len(found)])
    return frozenset(words)


def joined(lines: Iterable[str], vocabulary: frozenset[str]) -> str:
    """The lines as one."""
    parts: list[str] = []
    for line in lines:
        if parts:
            parts[-1:] = seam(parts[-1], line, vocabulary)
        parts.append(line)
    return "".join(parts)


def is_divided(line: str) -> bool:
    """Whether a line ends within a word or number, by a hyphen."""
    return line[-1] in _HYPHENS and len(line) > 1 and line[-2].isalnum()


def seam(line: str, following: str, vocabulary: frozenset[str]) -> tuple[str, str]:
    """The end of a paragraph so far, as it stays when a line follows, and what comes between the two."""
    if line[-1] in _DASHES and len(line) > 1 and not line[-2].isspace():
        # A dash without spaces around it; after a digit it is a range: "2022–" and "2023".
        return line, ""
    if not is_divided(line) or not following[0].isalnum():
        return line, " "
    return (line if _keeps_hyphen(line, following, vocabulary) else line[:-1]), ""


def _keeps_hyphen(text: str, line: str, vocabulary: frozenset[str]) -> bool:
    """Whether the hyphen at the end of a line belongs to the word, as in "three-year-" and "old".

    What the document itself writes elsewhere decides; else only compounds that are known keep it.
    """
    if not (text[-2].isalpha() and line[0].islower()):
        return True
    # A text without spaces is not searched again for every line.
    surname, first = (["", *_part().split(text[-_MAX_WORD:-1])])[-2:]
    second = _part().split(line[:_MAX_WORD])[0]
    if (first + second).lower() in vocabulary:
        return False
    compound = f"{first}-{second}".lower()
    if compound in vocabulary or compound in _known("whole") or _is_compound(first):
        return True
    if _is_compound(second) and first in vocabulary:
        return True
    if first.lower() in _number_words():
        return second not in _known("in-one")
    if first.lower() in _known("before-e"):
        return second[0] == "e"
    in_one = lexicon_classes("hyphenated").get(f"begins-{first.lower()}")
    if in_one is not None:
        return not second.startswith(in_one)
    if len(first) >= _COMPOUNDED and second in _known("ends"):
        return True
    # "Kyiv-based", "Kim Jong-un".
    return first[:1].isupper() and (second in _known("after-name") or surname in _korean_surnames())


def _is_compound(word: str) -> bool:
    return any(hyphen in word for hyphen in _HYPHENS)


@cache
def _part() -> re.Pattern[str]:
    return re.compile(r"[^\w\u2010-]+")


@cache
def _known(name: str) -> frozenset[str]:
    return frozenset(lexicon_classes("hyphenated")[name])


@cache
def _number_words() -> frozenset[str]:
    """Number words that compounds begin with; "ten" begins other words, too: "ten-" and "sion"."""
    classes = lexicon_classes("number-words")
    return frozenset(entry.split()[0] for name in ("units", "tens") for entry in classes[name]) - {"ten"}


@cache
def _korean_surnames() -> frozenset[str]:
    """Surnames, after which a given name may have a hyphen, but for those that are common words, too."""
    classes = lexicon_classes("korean-surnames")
    names = {name.title() for key, forms in classes.items() for name in (key, *forms)}
    return frozenset(names.difference(map(str.title, lexicon("stop-words"))))
