"""Numbers in words: "two hundred and five", "half a million", "twenty-first", and vague ones: several, thousands.

A vague word has the range that it stands for: several [3, 9], a few [2, 9], a couple [2, 3], dozens [24, 199], scores
[40, 399], hundreds [200, 1999], thousands [2000, 99999], tens of thousands [20000, 99999], millions
[2000000, 99999999], several hundred [300, 999].
"""

from functools import cache

from msgspec import Struct

from factcheck.data import lexicon_classes
from factcheck.extract.digits import VULGAR_FRACTIONS
from factcheck.extract.noun import ends_noun_phrase, is_plural
from factcheck.extract.rounding import tidy
from factcheck.extract.unit import unit_at
from factcheck.model import Number
from factcheck.tokens import Tokens

_DOZEN = 12
_HUNDRED = 100
_TEN = 10
_MAX_DECIMALS = 6
_WHOLES = frozenset(("the", "its", "their", "his", "her", "these", "those"))
_NOUN_REACH = 5
_UNIT_REACH = 4
# What may follow a length that ends in "and a half": "a mile and a half upstream", but not "… and a half marathon".
_AFTER_MEASURE = frozenset(("long", "wide", "deep", "high", "tall", "thick", "across", "away", "off", "upstream"))
_MAX_VALUE = 10**30
_PARTS: dict[str, float] = {
    "half": 1 / 2,
    "halves": 1 / 2,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 1 / 4,
    "quarters": 1 / 4,
    "fifths": 1 / 5,
    "fourths": 1 / 4,
    "sixths": 1 / 6,
    "eighths": 1 / 8,
    "tenths": 1 / 10,
}
_SHARES: dict[str, float] = {
    "third": 1 / 3,
    "fourth": 1 / 4,
    "fifth": 1 / 5,
    "sixth": 1 / 6,
    "eighth": 1 / 8,
    "tenth": 1 / 10,
}
# A share in words is round: it allows two and a half hundredths either side.
_SHARE_PLACE = 0.05
_FEW: dict[str, tuple[int, int]] = {"several": (3, 9), "multiple": (2, 99), "few": (2, 9), "couple": (2, 3)}
_CROWDS: dict[str, tuple[int, int]] = {
    "tens": (20, 99),
    "dozens": (24, 199),
    "scores": (40, 399),
    "hundreds": (200, 1999),
}
_CROWDS_OF: dict[str, tuple[int, int]] = {
    "tens": (20, 100),
    "dozens": (24, 200),
    "scores": (40, 400),
    "hundreds": (200, 1000),
}
_LARGE_CROWD = (2, 100)
_ARTICLES = frozenset(("a", "an"))
_BEFORE_FEW = frozenset(("a", "the", "past", "last", "next", "first", "every", "another", "these", "those"))
_NOT_BEFORE_SCORES = frozenset(("the", "test", "exam", "high", "low", "final", "box", "their", "his", "her", "average"))


class Spelled(Struct, frozen=True, gc=False):
    """A number in words at tokens [first, past).

    `place` is the unit of its last significant place, 0 where its zeros tell it; `scale` what its last words multiply.
    `loose` marks wordings that round by themselves: "a dozen", "a hundred", "half a million".
    """

    first: int
    past: int
    low: Number
    high: Number
    place: Number = 0
    scale: Number = 1
    ordinal: bool = False
    vague: bool = False
    loose: bool = False


@cache
def _values(kind: str) -> dict[str, int]:
    return {word: int(value) for word, _, value in (e.partition(" ") for e in lexicon_classes("number-words")[kind])}


@cache
def scales() -> dict[str, int]:
    """Words that multiply the number before them, with their factors."""
    return {**{word: 10**power for word, power in _values("scales").items()}, "dozen": _DOZEN, "dozens": _DOZEN}


@cache
def _below_hundred() -> dict[str, int]:
    return _values("units") | _values("tens")


@cache
def starters() -> frozenset[str]:
    """Lower-case words with which a number in words can begin."""
    abbreviated = {word for word in scales() if len(word) < 4}
    words = (*_below_hundred(), *scales(), *_values("ordinals"), *VULGAR_FRACTIONS, *_CROWDS, *_FEW, "half", "quarter")
    return frozenset(words) - abbreviated


def spelled_at(tokens: Tokens, index: int) -> Spelled | None:
    """The number in words that begins at token `index`, or at an article before it."""
    word = tokens.lower[index]
    if word in _FEW:
        return _few(tokens, index)
    if word in _CROWDS or (word in scales() and word.endswith("s")):
        return _crowd(tokens, index)
    if word in _SHARES and index and tokens.lower[index - 1] in ("a", "one") and _is_share(tokens, index):
        return Spelled(index - 1, index + 1, _SHARES[word], _SHARES[word], place=_SHARE_PLACE)
    if word in _values("ordinals"):
        return Spelled(index, index + 1, _values("ordinals")[word], _values("ordinals")[word], ordinal=True)
    if word in VULGAR_FRACTIONS:
        return _scaled(tokens, index, index + 1, VULGAR_FRACTIONS[word], 0.01)
    if word in ("half", "quarter"):
        return _part(tokens, index)
    return _cardinal(tokens, index)


def _is_share(tokens: Tokens, index: int) -> bool:
    """Whether a third, a fifth … is a share, not the third of something: "a third of", "by a third"."""
    after = _lower(tokens, index + 1)
    if after == "of":
        return True
    return index > 1 and tokens.lower[index - 2] in ("by", "than") and not after[:1].isalpha()


def _few(tokens: Tokens, index: int) -> Spelled | None:
    word = tokens.lower[index]
    before = tokens.lower[index - 1] if index else ""
    if word in ("few", "couple") and before not in _BEFORE_FEW:
        return None
    first = index - 1 if before in _ARTICLES else index
    past = index + 1
    scale = _scale_at(tokens, past + 1) if word == "couple" and _lower(tokens, past) == "of" else None
    if scale is not None:
        past += 1
    else:
        scale = _scale_at(tokens, past)
    low, high = _FEW[word]
    if word == "couple" and scale is None and (_lower(tokens, past) != "of" or before == "the"):
        return None
    if scale is None:
        return Spelled(first, past, low, high, vague=True)
    return Spelled(first, past + 1, low * scale, (high + 1) * scale - 1, scale=scale, vague=True)


def _crowd(tokens: Tokens, index: int) -> Spelled | None:
    word = tokens.lower[index]
    of = _lower(tokens, index + 1) == "of"
    scale = _scale_at(tokens, index + 2) if of else None
    if scale is not None and scale > _DOZEN:
        low, high = _CROWDS_OF.get(word, _LARGE_CROWD)
        own = 1 if word in _CROWDS_OF else scales()[word]
        return Spelled(index, index + 3, low * own * scale, high * own * scale - 1, scale=scale, vague=True)
    if word in ("tens", "scores") and (not of or (index and tokens.lower[index - 1] in _NOT_BEFORE_SCORES)):
        return None
    if word in _CROWDS:
        return Spelled(index, index + 1, *_CROWDS[word], vague=True)
    own = scales()[word]
    return Spelled(index, index + 1, _LARGE_CROWD[0] * own, _LARGE_CROWD[1] * own - 1, scale=own, vague=True)


def _part(tokens: Tokens, index: int) -> Spelled | None:
    """Half or a quarter of a scale or unit: "half a million", "a quarter of a million", "half a mile", "half-mile"."""
    first = index - 1 if index and tokens.lower[index - 1] in _ARTICLES else index
    share = _PARTS[tokens.lower[index]]
    if first < index and _adds_to_unit(tokens, first, index + 1):
        return _added(tokens, first, index + 1, share)
    if _lower(tokens, index + 1) == "of" and _lower(tokens, index + 2) not in _ARTICLES:
        stated = tokens.lower[index] == "half" or first < index
        return Spelled(first, index + 1, share, share, place=_SHARE_PLACE) if stated else None
    if _lower(tokens, index + 1) in _WHOLES and any(
        is_plural(w) for w in tokens.lower[index + 2 : index + _NOUN_REACH]
    ):
        return Spelled(index, index + 1, share, share, place=_SHARE_PLACE)
    past = _past_of_article(tokens, _past_hyphen(tokens, index + 1))
    if _scale_at(tokens, past) is not None:
        return _scaled(tokens, first, past, share, 0, loose=True)
    follows = past < len(tokens) and tokens.lower[past].isalpha()
    if follows and (past > index + 1 or first < index):
        return Spelled(first, past, share, share, place=0.01)
    return None


def _adds_to_unit(tokens: Tokens, first: int, past: int) -> bool:
    """Whether a part at tokens [first, past) is added to the unit before it: "a mile" and "two miles and a half"."""
    after = _lower(tokens, past)
    closes = not after[:1].isalpha() or after in _AFTER_MEASURE or ends_noun_phrase(after)
    if not closes or _lower(tokens, first - 1) != "and":
        return False
    return _unit_before(tokens, first - 1) is not None


def _unit_before(tokens: Tokens, past: int) -> int | None:
    """Where a unit of measure that ends before token `past` begins; spans of time are the durations' own."""
    for at in range(past - 1, max(-1, past - _UNIT_REACH), -1):
        unit = unit_at(tokens, at, 1.0)
        if unit is not None and unit.past == past and unit.dimension != "time":
            return at
    return None


def _added(tokens: Tokens, first: int, past: int, share: float) -> Spelled:
    """The part alone, or with the one unit that an article before it states: "a mile and a half" is 1.5 from "a" on."""
    unit = _unit_before(tokens, first - 1)
    if unit and tokens.lower[unit - 1] in _ARTICLES:
        return Spelled(unit - 1, past, 1 + share, 1 + share, place=0.1)
    return Spelled(first, past, share, share, place=0.01)


def _cardinal(tokens: Tokens, index: int) -> Spelled | None:
    word = tokens.lower[index]
    first = index
    if word in scales():
        first = index - 1 if index and tokens.lower[index - 1] in _ARTICLES else index
    value, scale, past = _whole(tokens, index)
    if (
        past < len(tokens)
        and tokens.words[past] == "-"
        and _lower(tokens, past + 1) in _values("ordinals")
        and value % 10 == 0
        and value >= 20
    ):
        nth = value + _values("ordinals")[tokens.lower[past + 1]]
        return Spelled(first, past + 2, nth, nth, ordinal=True)
    share = _PARTS.get(_lower(tokens, _past_hyphen(tokens, past)))
    if share is not None and value == 1 and _lower(tokens, past + 1) == "of":
        return Spelled(first, past + 1, share, share, place=_SHARE_PLACE)
    end = _past_hyphen(tokens, past) + 1
    if share is not None and value < _DOZEN and _adds_to_unit(tokens, first, end):
        return _added(tokens, first, end, value * share)
    if share is not None and value < _DOZEN and (value > 1 or tokens.words[past] == "-"):
        return _scaled(tokens, first, _past_of_article(tokens, end), value * share, _SHARE_PLACE)
    if _lower(tokens, past) == "and" and _lower(tokens, past + 1) in _ARTICLES:
        share = _PARTS.get(_lower(tokens, past + 2))
        if share is not None:
            unit = _DOZEN if scale == _DOZEN else _largest_scale(value)
            return _scaled(tokens, first, past + 3, tidy(value + share * unit), 0.1 * unit)
    if _lower(tokens, past) == "point" and _values("units").get(_lower(tokens, past + 1), _TEN) < _TEN:
        return _with_decimals(tokens, first, past + 1, value)
    loose = first < index or scale % _DOZEN == 0
    return Spelled(first, past, value, value, scale=scale, loose=loose)


def _with_decimals(tokens: Tokens, first: int, index: int, whole: int) -> Spelled:
    """The number whose decimals, said digit by digit, begin at token `index`: "six point two five"."""
    digits = ""
    while len(digits) < _MAX_DECIMALS and (digit := _values("units").get(_lower(tokens, index), _TEN)) < _TEN:
        digits, index = digits + str(digit), index + 1
    return _scaled(tokens, first, index, whole + int(digits) / 10 ** len(digits), 10.0 ** -len(digits))


def _largest_scale(value: Number) -> int:
    """The largest scale of which a number from a hundred on is a multiple, else 1."""
    return max((s for s in scales().values() if s <= value and not value % s), default=1) if value >= _HUNDRED else 1


def _whole(tokens: Tokens, index: int) -> tuple[int, int, int]:
    """The value of a whole number in words, the product of the scales that end it, and its past-last token."""
    small, total, group, i = _below_hundred(), 0, -1, index
    smallest, scale = _MAX_VALUE, 1
    while i < len(tokens) and total < _MAX_VALUE:
        at = _past_hyphen(tokens, i) if i > index else i
        if group >= 100 or (group < 0 < total):
            at = _past_and(tokens, at, smallest if group < 0 else 0)
        word = _lower(tokens, at)
        if word in small and _fits(group, small[word]):
            group, scale = max(group, 0) + small[word], 1
        elif word == "hundred" and 0 < abs(group) < 100 and smallest > 100:
            group, scale = abs(group) * 100, 100
        elif word in scales() and scales()[word] < smallest and word not in ("hundred", "hundreds"):
            smallest = scales()[word]
            total, group, scale = total + abs(group) * smallest, -1, scale * smallest
        else:
            break
        i = at + 1
    return total + max(group, 0), scale, i


def _fits(group: int, value: int) -> bool:
    """Whether a number below a hundred may follow in a group: after nothing, after hundreds, or units after tens."""
    if group < 0:
        return True
    if group >= 100 and group % 100 == 0:
        return True
    return value < 10 and group % 10 == 0 and group % 100 >= 20 and value > 0


def _past_and(tokens: Tokens, index: int, largest: int) -> int:
    """Past the "and" of "two hundred and five", but not of "one hundred and two hundred"."""
    if _lower(tokens, index) != "and" or _lower(tokens, index + 1) not in _below_hundred():
        return index
    after = index + 2
    # After a scale a whole smaller number may follow: "one million and three hundred thousand".
    if largest > _HUNDRED and _lower(tokens, after) == "hundred":
        return index + 1
    while _past_hyphen(tokens, after) != after and _lower(tokens, after + 1) in _below_hundred():
        after += 2
    if _lower(tokens, after) in _PARTS:
        return index
    # "Three hundred and fifty thousand" is one number, "one hundred and two hundred" are two.
    scale = scales().get(_lower(tokens, after), 0)
    return index + 1 if not scale or _HUNDRED < scale < (largest or _MAX_VALUE) else index


def _scaled(tokens: Tokens, first: int, past: int, value: Number, place: Number, loose: bool = False) -> Spelled:
    scale = 1
    while abs(value) * scale < _MAX_VALUE:
        factor = _scale_at(tokens, _past_hyphen(tokens, past))
        if factor is None:
            break
        scale, past = scale * factor, _past_hyphen(tokens, past) + 1
    total = tidy(value * scale)
    return Spelled(first, past, total, total, place=place * scale, scale=scale, loose=loose)


def _past_hyphen(tokens: Tokens, index: int) -> int:
    joined = (
        index + 1 < len(tokens) and tokens.words[index] == "-" and tokens.touches(index) and tokens.touches(index + 1)
    )
    return index + 1 if joined else index


def _past_of_article(tokens: Tokens, index: int) -> int:
    """Past "of a", "a" or "a-"; `index` itself where nothing of it stands there."""
    at = index + 1 if _lower(tokens, index) == "of" else index
    return _past_hyphen(tokens, at + 1) if _lower(tokens, at) in _ARTICLES else index


def _scale_at(tokens: Tokens, index: int) -> int | None:
    return scales().get(_lower(tokens, index))


def _lower(tokens: Tokens, index: int) -> str:
    return tokens.lower[index] if index < len(tokens) else ""
