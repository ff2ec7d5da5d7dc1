"""Runs of capitalised words: where names can stand, before anything is said of what they name."""

from collections.abc import Iterator

from factcheck.extract.gazetteer import (
    CALENDAR,
    COMPOUND,
    DEMONYM,
    FUNCTION,
    GIVEN,
    HONORIFIC,
    INNER_PARTICLE,
    ORG,
    ORG_HEAD,
    ORG_OPENER,
    ORG_SUFFIX,
    PARTICLE,
    PLACE,
    PLACE_OF,
    POSSESSED,
    RANK,
    SURNAME,
    Gazetteer,
)
from factcheck.tokens import Tokens

_DOTTED = frozenset({"Jr", "Sr", "Inc", "Corp", "Co", "Ltd", "Bros"})
_BEFORE_DOT = frozenset(
    {"St", "Ste", "Mt", "Ft", "Mr", "Mrs", "Ms", "Dr", "Prof", "Rev", "Gen", "Lt", "Col", "Maj", "Capt"}
)
_NICKNAME_MARKS = {'"': '"', "“": "”", "‘": "’", "(": ")"}
_MAX_RUN = 14


def runs(tokens: Tokens, gazetteer: Gazetteer) -> Iterator[tuple[int, int, bool]]:
    """(first, past-last, initial) of each run, in order; `initial` says that it begins its sentence."""
    words, known = tokens.words, gazetteer.words
    sentences = iter(tokens.sentences)
    first = end = opening = stop = 0
    for index in tokens.places(lambda word, _: word[0].isupper()):
        if index < stop:
            continue
        while index >= end:
            first, end = next(sentences)
            opening = -1
        if opening < 0:
            opening = _first_word(words, first, end)
        if known.get(words[index], 0) & (FUNCTION | CALENDAR) and not _phrase(gazetteer, words, index, end):
            continue
        stop = _extend(tokens, gazetteer, index, end)
        yield _back_over_particles(tokens, gazetteer, index, first), stop, index == opening


def _phrase(gazetteer: Gazetteer, words: tuple[str, ...], index: int, end: int) -> bool:
    return gazetteer.phrase(words, index, end)[0] > index


def _first_word(words: tuple[str, ...], first: int, end: int) -> int:
    while first < end and not words[first][0].isalpha():
        first += 1
    return first


def _back_over_particles(tokens: Tokens, gazetteer: Gazetteer, index: int, first: int) -> int:
    start = index
    while start > first:
        before = start - 1
        if tokens.words[before] == "-" and before > first and tokens.touches(start) and tokens.touches(before):
            before -= 1
        word = tokens.words[before]
        if not (word.islower() and gazetteer.words.get(word, 0) & PARTICLE):
            break
        start = before
    return start


def _extend(tokens: Tokens, gazetteer: Gazetteer, index: int, end: int) -> int:
    """The end of the run that begins at `index`: hops from one capitalised word to the next over what may join them."""
    end = min(end, index + _MAX_RUN)
    stop, phrase = gazetteer.phrase(tokens.words, index, end)
    if not phrase:
        stop = index + 1
    while stop < end:
        following = _join(tokens, gazetteer, index, stop, end)
        if following == stop:
            break
        after, phrase = gazetteer.phrase(tokens.words, following - 1, end)
        stop = after if phrase else following
    return stop


def _join(tokens: Tokens, gazetteer: Gazetteer, start: int, stop: int, end: int) -> int:
    """The end after taking in the next capitalised word, or `stop` when the run ends here."""
    word = tokens.words[stop]
    if word[0].isupper():
        return stop + 1 if _continues(tokens, gazetteer, stop) else stop
    if word == "-":
        return _over_hyphen(tokens, gazetteer, start, stop, end)
    if word == ".":
        return _over_dot(tokens, gazetteer, stop, end)
    if stop + 1 >= end:
        return stop
    if word == "&":
        return stop + 2 if tokens.words[stop + 1][0].isupper() else stop
    if word in ("'s", "’s"):
        return _over_possessive(tokens, gazetteer, stop)
    if word in _NICKNAME_MARKS:
        return _over_nickname(tokens, gazetteer, stop, end)
    if word in ("of", "for", "and"):
        return _over_link(tokens, gazetteer, start, stop, end)
    return _over_particles(tokens, gazetteer, stop, end)


def _continues(tokens: Tokens, gazetteer: Gazetteer, index: int) -> bool:
    word = tokens.words[index]
    if gazetteer.words.get(word, 0) & (FUNCTION | CALENDAR):
        return gazetteer.phrase(tokens.words, index, len(tokens))[0] > index
    return "\n\n" not in tokens.text[tokens.ends[index - 1] : tokens.starts[index]]


def _over_hyphen(tokens: Tokens, gazetteer: Gazetteer, start: int, stop: int, end: int) -> int:
    if not (tokens.touches(stop) and stop + 1 < end and tokens.touches(stop + 1)):
        return stop
    word = tokens.words[stop + 1]
    if word[0].isupper():
        return stop + 2
    if not word.isalpha() or len(word) > 6 or gazetteer.words.get(word, 0) & (COMPOUND | FUNCTION):
        return (
            stop if not gazetteer.words.get(word, 0) & PARTICLE else _over_particles(tokens, gazetteer, stop + 1, end)
        )
    before = gazetteer.classes(tokens.words[stop - 1])
    if before & (PLACE | DEMONYM | ORG) or tokens.words[stop - 1].isupper():
        return stop
    return stop + 2 if stop - 1 > start or before & (GIVEN | SURNAME) else stop


def _over_dot(tokens: Tokens, gazetteer: Gazetteer, stop: int, end: int) -> int:
    before = tokens.words[stop - 1]
    if not tokens.touches(stop):
        return stop
    if before in _DOTTED:
        return stop + 1
    if stop + 1 < end and tokens.words[stop + 1][0].isupper():
        short = len(before) == 1 or before in _BEFORE_DOT or gazetteer.words.get(before, 0) & (HONORIFIC | RANK)
        if short and _continues(tokens, gazetteer, stop + 1):
            return stop + 2
    return stop


def _over_nickname(tokens: Tokens, gazetteer: Gazetteer, stop: int, end: int) -> int:
    """William "Bill" Carver is one name."""
    words = tokens.words
    if (
        stop + 3 >= end
        or words[stop + 2] != _NICKNAME_MARKS[words[stop]]
        or not gazetteer.words.get(words[stop - 1], 0) & GIVEN
    ):
        return stop
    return stop + 4 if words[stop + 1][0].isupper() and words[stop + 3][0].isupper() else stop


def _over_possessive(tokens: Tokens, gazetteer: Gazetteer, stop: int) -> int:
    """ "Sheriff's Office" is one name, "Russia's Ministry" two."""
    owner, owned = tokens.words[stop - 1], tokens.words[stop + 1]
    if gazetteer.words.get(owner, 0) & POSSESSED and owned[0].isupper():
        return stop + 2
    saint = stop >= 2 and tokens.words[stop - 2] in ("St", "Saint", ".")
    return stop + 2 if saint and gazetteer.words.get(owned, 0) & ORG_HEAD else stop


def _over_link(tokens: Tokens, gazetteer: Gazetteer, start: int, stop: int, end: int) -> int:
    words, known = tokens.words, gazetteer.words
    inside = range(start, stop)
    after = stop + 2 if words[stop + 1] == "the" else stop + 1
    if after >= end or not words[after][0].isupper() or known.get(words[after], 0) & (FUNCTION | CALENDAR):
        return stop
    if words[stop] == "and":
        linked = any(words[i] in ("of", "for") for i in inside) or known.get(words[stop - 1], 0) & ORG_SUFFIX
        joins = linked and after == stop + 1 and any(known.get(words[i], 0) & (ORG_OPENER | ORG_HEAD) for i in inside)
        return after + 1 if joins else stop
    head = known.get(words[stop - 1], 0)
    opens = head & ORG_OPENER or (words[stop] == "of" and head & PLACE_OF)
    within = any(known.get(words[i], 0) & ORG_OPENER for i in inside) and words[stop] == "for"
    return after + 1 if opens or within else stop


def _over_particles(tokens: Tokens, gazetteer: Gazetteer, stop: int, end: int) -> int:
    index = stop
    while index < end and index < stop + 4:
        word = tokens.words[index]
        if word[0].isupper():
            return index + 1 if index > stop and _continues(tokens, gazetteer, index) else stop
        particle = gazetteer.words.get(word, 0) & (PARTICLE | INNER_PARTICLE)
        if not particle and not (word == "-" and index > stop and tokens.touches(index)):
            return stop
        index += 1
    return stop
