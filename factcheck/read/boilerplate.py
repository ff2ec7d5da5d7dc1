"""Finds what stands in an article's text without being its prose: captions, bylines, stamps, links, notices.

It goes by paragraph and, at either end of one, by sentence. When in doubt it is prose: a claim that is left out is
never compared, whereas a caption that stays is compared as any other sentence is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from factcheck.data import lexicon, lexicon_classes
from factcheck.read.paragraphs import Paragraph, paragraphs

# In characters: longer ones are no captions, links or credits, whatever they begin or end with.
_CAPTION, _HEADLINE, _SENTENCE = 500, 160, 400
# A longer text is a book or a report, not a page of news; to look through millions of paragraphs takes minutes.
_LONGEST = 200_000
_LISTED = 15
_NAME_WORDS, _BYLINE_WORDS, _ADDRESS_WORDS, _STAMP_WORDS, _SOCIAL_WORDS = 8, 14, 10, 20, 16
_AFTER_HEADING = 3
# In paragraphs: a byline stands at the beginning of an article or at its end.
_HEAD, _FOOT = 8, 5
# In characters: what may follow the bracket of a credit, such as "Buy Photo".
_AFTER_CREDIT = 15
_STRIPPED = " \t*_#>•·|-–—[]().:"


def boilerplate(text: str, body: int = 0) -> tuple[tuple[int, int], ...]:
    """The stretches of text[body:] that are no prose, [from, past), in order and apart. Linear in its length."""
    if len(text) - body > _LONGEST:
        return ()
    found: list[tuple[int, int]] = []
    listed = 0
    all_of_it = paragraphs(text, body)
    for number, paragraph in enumerate(all_of_it):
        at_an_end = number < _HEAD or number >= len(all_of_it) - _FOOT
        if _opens_list(paragraph):
            listed = _LISTED
        elif listed and _is_headline(paragraph):
            listed -= 1
        elif not _is_boilerplate(paragraph, at_an_end):
            listed = 0
            found += _parts(paragraph)
            continue
        found.append((paragraph.start, paragraph.end))
    return tuple(found)


def _is_boilerplate(paragraph: Paragraph, at_an_end: bool) -> bool:
    text = paragraph.text
    if len(text) > _CAPTION:
        return False
    lower = _bare(text)
    return (
        lower.rstrip(_STRIPPED) in _phrases("whole")
        or _begins_with_label(lower)
        or _is_caption(text)
        or _is_address(text)
        or _is_social(lower)
        or (at_an_end and _is_byline(text))
    )


def _parts(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """The sentences at either end of a paragraph that are no prose, and the stamps inside it."""
    text, start = paragraph.text, paragraph.start
    first, last = 0, len(text)
    while first < last and _is_notice(text[first : (end := paragraph.sentence_end(first))]):
        first = end
    if first == last:
        yield start, start + last
        return
    for begin in paragraph.last_sentences(_SENTENCE):
        if begin <= first or not _is_notice(text[begin:last]):
            break
        last = begin
    if first:
        yield start, start + first
    yield from ((start + a, start + b) for a, b in _stamps(text, first, last))
    if last < len(text):
        yield start + last, start + len(text)


def _bare(text: str) -> str:
    return text.lstrip(_STRIPPED).lower().replace("\n", " ")


@cache
def _phrases(place: str) -> tuple[str, ...]:
    return lexicon_classes("boilerplate")[place]


def _opening(lower: str, place: str) -> str | None:
    """What follows the longest phrase that words begin with, None if they begin with none."""
    if not lower.startswith(_phrases(place)):
        return None
    phrase = max((p for p in _phrases(place) if lower.startswith(p)), key=len)
    after = lower[len(phrase) :]
    return None if after[:1].isalnum() else after


def _begins_with_label(lower: str) -> bool:
    after = _opening(lower, "label")
    return after is not None and after.lstrip(" *_").startswith(":")


def _is_notice(sentence: str) -> bool:
    """Whether a sentence tells of the page, its rights, its readers or its writers, not of what happened."""
    if len(sentence) > _SENTENCE:
        return False
    lower = _bare(sentence)
    if _opening(lower, "opening") is not None or _begins_with_label(lower) or _is_copyright(sentence):
        return True
    if _opening(lower, "signed") is not None and _is_names(sentence.split()):
        return True
    told = lower.replace(",", "")
    return any(phrase in told for phrase in _phrases("inside")) or _is_stamp(sentence.strip(" ()[]"))


def _is_copyright(text: str) -> bool:
    """Whether words begin with or hold a copyright sign, or "Copyright" before a year or a name alone."""
    lower = _bare(text)
    if "©" in text or lower.startswith("copyright (c)"):
        return True
    words = text.split()
    if not lower.startswith("copyright ") or len(words) < 2:
        return False
    return words[1][:1].isdigit() or (len(words) <= _NAME_WORDS and not text.rstrip().endswith("."))


def _stamps(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """ "(Updated Monday, 3 March 2025)" anywhere in a text, and what follows "Posted: " if it is nothing but a time."""
    for match in _stamp_pattern().finditer(text, first, last):
        if _is_stamp(match.group().strip(" ()[]")):
            yield match.span()


@cache
def _stamp_pattern() -> re.Pattern[str]:
    words = "|".join(word.capitalize() for word in _phrases("stamp") if " " not in word)
    return re.compile(rf"[(\[](?:{words})\b[^()\[\]]{{1,80}}[)\]]|(?<= )(?:{words}): [^.;!?()]{{4,120}}$")


def _is_stamp(text: str) -> bool:
    """Whether words are "Updated" or the like with a time and nothing else: "Updated 3 March 2025 at 09:30"."""
    after = _opening(text.lower(), "stamp")
    if after is None or text.count(" ") > _STAMP_WORDS or not any(c.isdigit() for c in after):
        return False
    return not any(word.islower() and word not in _phrases("between names") for word in re.findall(r"[^\W\d_]+", text))


def _is_caption(text: str) -> bool:
    """Whether a paragraph ends with the credit of a picture."""
    lower = text.rstrip(" .").lower()
    if "view full caption" in lower or lower.endswith(("getty images", "file photo")):
        return True
    opened = lower.rfind("(")
    closed = lower.find(")", opened) if opened >= 0 else -1
    if (
        closed >= 0
        and len(lower) - closed <= _AFTER_CREDIT
        and _opening(lower[opened + 1 : closed], "credit") is not None
    ):
        return True
    before, _, after = lower.rpartition("/")
    is_name = before.strip() and "." not in before.split()[-1]  # and no address of a page
    if is_name and after.strip(" )]") in _phrases("agency"):
        return True
    told, bar, name = text.rpartition("|")
    return bool(bar) and told.rstrip().endswith((".", "”", '"')) and _is_name(name.replace("/", " ").split())


def _is_name(words: Sequence[str]) -> bool:
    return 1 < len(words) <= _NAME_WORDS and all(word[:1].isupper() for word in words)


def _is_address(text: str) -> bool:
    """Whether a short paragraph gives an address, a telephone number or a handle and nothing happens in it."""
    words = text.split()
    if len(words) > _ADDRESS_WORDS:
        return False
    return bool(_address_pattern().search(text)) and not any(
        w.islower() and w.isalpha() and w not in _phrases("beside address") for w in words
    )


@cache
def _address_pattern() -> re.Pattern[str]:
    return re.compile(
        r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}|(?<!\S)@\w{3,30}\b"
        r"|(?<![\d-])(?:\(\d{3}\) ?|\d{3}-)\d{3}-\d{4}(?![\d-])"
    )


def _is_social(lower: str) -> bool:
    """Whether a short paragraph is a link to an account or an application, and not a sentence."""
    if _opening(lower, "follow") is None or lower.count(" ") > _SOCIAL_WORDS or lower.endswith("."):
        return False
    return not {word.strip(".,:|@") for word in lower.split()}.isdisjoint(_phrases("account"))


def _is_byline(text: str) -> bool:
    """Whether a paragraph is "By Jane Doe, Staff Writer": a name with what its bearer is, and no sentence."""
    lower = _bare(text).rstrip(_STRIPPED)
    signed = lower.startswith("by ")
    if not signed and not lower.endswith(_phrases("writer")):
        return False
    words = text.strip(_STRIPPED).split()
    if len(words) > _BYLINE_WORDS or any(c.isdigit() for c in text) or text.rstrip(" *_").endswith((".", ":")):
        return False
    if not signed:
        return len(words) <= _NAME_WORDS and _is_names(words)
    return len(words) > 2 and words[1][:1].isupper() and words[1].lower() not in _no_names() and _is_names(words)


def _is_names(words: Iterable[str]) -> bool:
    """Whether all words have capitals, but for those that stand between names and before offices."""
    bare = (word.strip("()[],|;.*_") for word in words)
    small = _phrases("between names")
    return all(word[:1].isupper() or word in small or not word[:1].isalpha() for word in bare)


@cache
def _no_names() -> frozenset[str]:
    days = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    return frozenset((*lexicon("month-words"), *days, "the", "a", "an", "our", "his", "her", "land", "sea", "air"))


def _opens_list(paragraph: Paragraph) -> bool:
    lower = _bare(paragraph.text[:_HEADLINE])
    if len(paragraph.text) > _HEADLINE or paragraph.text.endswith((".", ",")):
        return False
    after = _opening(lower, "heading")
    return lower.rstrip(_STRIPPED) in _phrases("list") or (after is not None and len(after.split()) <= _AFTER_HEADING)


def _is_headline(paragraph: Paragraph) -> bool:
    """Whether a paragraph under a heading of links may be one of them: short, and no sentence that a stop ends."""
    text = paragraph.text.rstrip(" \"”’'")
    return len(text) <= _HEADLINE and not text.endswith((".", "!", ",", ":", ";")) and "\n" not in text.strip()
