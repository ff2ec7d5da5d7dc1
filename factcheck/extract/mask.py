"""Numbers that are no quantities: years, labels, addresses, scores, codes, list numbers and "one" as a pronoun."""

from functools import cache

from factcheck.data import lexicon, lexicon_classes
from factcheck.extract.noun import elided_nouns
from factcheck.extract.number import NumberPhrase
from factcheck.extract.numbering import is_list_number, is_section_number
from factcheck.model import Hedge
from factcheck.tokens import Tokens

_JOINTS = frozenset("-–—‑/:.")
_YEARS = range(1900, 2036)
_STREET_REACH = 5
_ZIP = 5
_DAYS = range(1, 32)
_HOURS = range(1, 13)
_EMERGENCY = (911, 999, 112)
_CALLS = frozenset(
    (
        "call",
        "calls",
        "called",
        "calling",
        "dial",
        "dialed",
        "dialled",
        "operator",
        "dispatcher",
        "dispatchers",
        "caller",
        "phone",
        "phoned",
        "ring",
        "rang",
    )
)
# "11 News", "7 Eyewitness News": the number is the station's channel.
_BROADCASTS = frozenset(("News", "NEWS"))
_BEFORE_HOUR = frozenset(("quarter", "half", "five", "ten", "twenty", "minutes"))
_DEGREES = frozenset(("°", "º"))
_COMPASS = frozenset("NSEW")
_ARC_SIGNS = frozenset(("′", "″"))
# Four decimals of a degree are ten metres.
_FINE = 4
_BEFORE_LABEL = frozenset(
    ("the", "a", "an", "at", "by", "of", "his", "her", "its", "my", "your", "world", "shirt", "case")
)


@cache
def _labels() -> frozenset[str]:
    return frozenset(lexicon("number-labels"))


@cache
def _weapons() -> frozenset[str]:
    return frozenset(lexicon("calibre-words"))


@cache
def _bare_labels(letters: str) -> frozenset[str]:
    return frozenset(lexicon_classes("bare-number-labels")[letters])


@cache
def _streets() -> frozenset[str]:
    return frozenset(lexicon("street-words"))


@cache
def _pronoun_one(place: str) -> frozenset[str]:
    return frozenset(lexicon_classes("one-as-pronoun")[place])


@cache
def _person_nouns() -> frozenset[str]:
    return frozenset(lexicon("person-nouns"))


def is_masked(tokens: Tokens, phrase: NumberPhrase, *, bare: bool, measured: bool) -> bool:
    """Whether a number is part of a name, code or address. `bare`: nothing is counted; `measured`: a unit follows."""
    if phrase.ordinal or _is_joined(tokens, phrase, measured=measured) or _is_confidence_interval(tokens, phrase):
        return True
    if measured or phrase.currency:
        return measured and (
            _is_coordinate(tokens, phrase)
            or _is_road(tokens, phrase.past)
            or (_has_letter(tokens, phrase.past) and _is_labelled(tokens, phrase, bare=True))
            or (phrase.words and _is_in_name(tokens, phrase, bare=False))
        )
    if phrase.words:
        return (
            _is_pronoun(tokens, phrase)
            or _is_in_name(tokens, phrase, bare=bare)
            or (bare and _is_no_count(tokens, phrase))
        )
    return (
        _is_calibre(tokens, phrase)
        or _is_labelled(tokens, phrase, bare=bare)
        or _is_page_of(tokens, phrase)
        or _is_year(tokens, phrase)
        or _is_day(tokens, phrase)
        or is_list_number(tokens, phrase)
        or is_section_number(tokens, phrase)
        or _is_address(tokens, phrase)
        or _is_emergency_call(tokens, phrase)
        or (bare and (_is_clock(tokens, phrase) or _is_telephone(tokens, phrase)))
        or (bare and (_is_bare_pair(tokens, phrase) or _is_before_name(tokens, phrase)))
        or (bare and (_is_thing(tokens, phrase) or _is_coordinate(tokens, phrase)))
    )


def _has_letter(tokens: Tokens, past: int) -> bool:
    """Whether one letter touches a number, which after a label is part of the name: Runway 28L, Gate 14C."""
    return past < len(tokens) and len(tokens.words[past]) == 1 and tokens.words[past].isupper() and tokens.touches(past)


def _is_joined(tokens: Tokens, phrase: NumberPhrase, *, measured: bool) -> bool:
    """Whether the number touches a word or number of which it is a part: K-2, 3-1, 24/7, 10:30, 3D, 1990s."""
    first, past = phrase.first, phrase.past
    if _is_tail(tokens, first):
        return True
    if first and tokens.words[first - 1] in ("#", "№", "§", "@", "_", "/"):
        return True
    if measured or past >= len(tokens) or not tokens.touches(past):
        return False
    after = tokens.words[past]
    if (after[0].isalnum() or after in ("'s", "’s")) and not phrase.words:
        return True
    followed = past + 1 < len(tokens) and tokens.touches(past + 1) and tokens.words[past + 1][0].isdigit()
    return after in _JOINTS and followed


def _is_confidence_interval(tokens: Tokens, phrase: NumberPhrase) -> bool:
    """Whether a range is where another figure may lie, or a level how sure that is: "95% CI 63.2-77.8"."""
    if not {"ci", "confidence"}.isdisjoint(tokens.lower[phrase.past : phrase.past + 2]):
        return True
    at = phrase.first - 1
    if at > 0 and tokens.lower[at] in (":", ",", "=", "(", "[", "of"):
        at -= 1
    return at >= 0 and phrase.low != phrase.high and tokens.lower[at] in ("ci", "interval")


def _is_tail(tokens: Tokens, first: int) -> bool:
    """Whether a joint ties the number to a word or number before it; a long dash after a word is punctuation."""
    joint = tokens.words[first - 1] if first > 1 else ""
    if joint not in _JOINTS or not tokens.touches(first) or not tokens.touches(first - 1):
        return False
    dash = joint in ("–", "—") and tokens.words[first - 2][-1].isalpha()
    return not dash and tokens.lower[first - 2] != "magnitude"


def _is_pronoun(tokens: Tokens, phrase: NumberPhrase) -> bool:
    if tokens.lower[phrase.number] != "one" or phrase.past != phrase.number + 1:
        return False
    before = tokens.lower[phrase.first - 1] if phrase.first else ""
    after = tokens.lower[phrase.past] if phrase.past < len(tokens) else ""
    if before == "that" and after in _person_nouns():
        return False  # "said that one man"
    return phrase.hedge is Hedge.EXACT and (
        before in _pronoun_one("before") or after in _pronoun_one("after") or not after[:1].isalpha()
    )


def _is_in_name(tokens: Tokens, phrase: NumberPhrase, *, bare: bool) -> bool:
    """Whether a number word with a capital inside a sentence is part of a name: "the Big Ten", "the Seven Sisters"."""
    at = phrase.number
    first, past = tokens.sentence_at(at)
    inside = at > first and tokens.words[at - 1][0].isalpha() and tokens.words[at][0].isupper()
    after = tokens.words[phrase.past] if phrase.past < len(tokens) else "."
    part = after.istitle() or (bare and after.lower() not in elided_nouns())
    return inside and part and tokens.lower[at] not in ("a", "an") and not _is_headline(tokens, first, past)


def _is_telephone(tokens: Tokens, phrase: NumberPhrase) -> bool:
    """Whether more groups of digits stand beside the number: "0161 496 0123", "+44 20 7946"."""
    before, after = phrase.first - 1, phrase.past
    grouped = before >= 0 and tokens.words[before].isdigit() and tokens.words[before][0] == "0"
    called = before >= 0 and tokens.words[before] == "+" and tokens.touches(phrase.first)
    return (
        grouped or called or (after < len(tokens) and tokens.words[after].isdigit() and tokens.words[after][0] == "0")
    )


def _is_no_count(tokens: Tokens, phrase: NumberPhrase) -> bool:
    """Whether a spelt number is a part without unit, half of a compound (two-way, one-on-one) or an hour."""
    past = phrase.past
    joined = past < len(tokens) and tokens.words[past] == "-" and tokens.touches(past)
    return phrase.low < 1 or joined or _is_clock(tokens, phrase)


def _is_calibre(tokens: Tokens, phrase: NumberPhrase) -> bool:
    """Whether the number names a weapon by its bore: "a .45 handgun", ".22 caliber"."""
    after = tokens.lower[phrase.past] if phrase.past < len(tokens) else ""
    return tokens.words[phrase.number] == "." and after in _weapons()


def _is_clock(tokens: Tokens, phrase: NumberPhrase) -> bool:
    """Whether a small number that counts nothing is an hour: "at ten", "at 10, 1 and 3"."""
    before = tokens.lower[max(0, phrase.first - 2) : phrase.first]
    to_the_hour = len(before) == 2 and before[1] in ("to", "past") and before[0] in _BEFORE_HOUR
    return phrase.low in _HOURS and (before[-1:] == ("at",) or to_the_hour)


def _is_labelled(tokens: Tokens, phrase: NumberPhrase, *, bare: bool) -> bool:
    """Whether the word before names the number: Boeing 737, Section 427, No. 7; in headlines every word is capital."""
    if not phrase.first or phrase.hedge is not Hedge.EXACT or "," in tokens.words[phrase.number]:
        return False
    at = phrase.first - 1
    if tokens.words[at] == "." and at and (tokens.spaced or tokens.touches(at)):
        at -= 1
        if tokens.lower[at] not in _labels() and tokens.lower[at] != "no":
            return False
    word, lower = tokens.words[at], tokens.lower[at]
    if (
        lower in _labels()
        or (lower == "no" and at < phrase.first - 1)
        or (bare and _is_bare_label(tokens, phrase, word))
    ):
        return True
    if len(word) == 2 and word.isupper() and len(tokens.words[phrase.number]) == _ZIP:
        return True
    first, past = tokens.sentence_at(phrase.first)
    if not bare or not word[0].isupper() or at == first or not word.isalpha():
        return False
    return not _is_headline(tokens, first, past)


def _is_page_of(tokens: Tokens, phrase: NumberPhrase) -> bool:
    """Whether the number is the last of a labelled series: "Image 1 of 5", "page 3 of 12"."""
    at = phrase.first - 1
    if at < 2 or tokens.lower[at] != "of" or not tokens.words[at - 1].isdigit():
        return False
    return tokens.lower[at - 2] in _labels() and tokens.ends[phrase.past - 1] - tokens.starts[phrase.first] <= _ZIP


def _is_thing(tokens: Tokens, phrase: NumberPhrase) -> bool:
    """Whether the number is a thing's name: "the 486 is", "a 401(k)"."""
    past = phrase.past
    letter = tokens.words[past + 1 : past + 3]
    if past < len(tokens) and tokens.words[past] == "(" and tokens.touches(past):
        return len(letter) == 2 and len(letter[0]) == 1 and letter[0].isalpha() and letter[1] == ")"
    single = past < len(tokens) and tokens.lower[past] in ("is", "was", "has")
    before = tokens.lower[phrase.first - 1] if phrase.first else ""
    return single and before == "the" and tokens.words[phrase.number].isdigit() and past == phrase.number + 1


def _is_coordinate(tokens: Tokens, phrase: NumberPhrase) -> bool:
    """Whether the number is a part of a place on the globe: 51.5°N, 26′ 46″, "51.5074, -0.1278"."""
    after = tokens.words[phrase.past - 1 : phrase.past + 2]
    if any(sign in _DEGREES for sign in after):
        return not _COMPASS.isdisjoint(after)
    if after[1:2] and after[1] in _ARC_SIGNS and tokens.touches(phrase.past):
        return True
    return _has_fine_decimals(tokens, phrase.past - 1) and (
        _has_fine_decimals(tokens, phrase.past + 1)
        or _has_fine_decimals(tokens, phrase.past + 2)
        or _has_fine_decimals(tokens, phrase.first - 2)
    )


def _has_fine_decimals(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index] if 0 <= index < len(tokens) else ""
    return word[:1].isdigit() and len(word.partition(".")[2]) >= _FINE


def _is_bare_label(tokens: Tokens, phrase: NumberPhrase, word: str) -> bool:
    after = tokens.lower[phrase.past] if phrase.past < len(tokens) else ""
    if after in elided_nouns() or after in ("are", "were", "strong", "of"):
        return False
    label = word.lower()
    if label == "number":
        # "The rebels number 340" counts; a noun's number stands behind a determiner or another label.
        before = tokens.lower[phrase.first - 2] if phrase.first > 1 else "the"
        return before in _BEFORE_LABEL or before in _labels() or before in _bare_labels("any case")
    return label in _bare_labels("any case") or (word[0].isupper() and label in _bare_labels("capital"))


def _is_headline(tokens: Tokens, first: int, past: int) -> bool:
    words = [w for w in tokens.words[first : min(past, first + 40)] if len(w) > 3 and w[0].isalpha()]
    return bool(words) and sum(w[0].isupper() for w in words) * 4 >= len(words) * 3


def _is_year(tokens: Tokens, phrase: NumberPhrase) -> bool:
    return (
        phrase.hedge is Hedge.EXACT
        and phrase.low in _YEARS
        and phrase.high in _YEARS
        and phrase.low % 100 != 0
        and len(tokens.words[phrase.past - 1]) == 4
    )


def _is_day(tokens: Tokens, phrase: NumberPhrase) -> bool:
    """Whether the number is a day beside its month, in whatever letter case: "dec. 12", "1 may that year"."""
    if phrase.low not in _DAYS:
        return False
    at = phrase.first - 1
    if at > 0 and tokens.words[at] == "." and (tokens.spaced or tokens.touches(at)):
        at -= 1
    after = tokens.lower[phrase.past] if phrase.past < len(tokens) else ""
    return (at >= 0 and tokens.lower[at] in _months()) or after in _months()


@cache
def _months() -> frozenset[str]:
    return frozenset(lexicon("month-words"))


def _is_address(tokens: Tokens, phrase: NumberPhrase) -> bool:
    """Whether a street's name follows: "123 Random Street", "the 1900 block of"."""
    past = phrase.past
    if tokens.lower[past : past + 1] == ("block",):
        return True
    if past >= len(tokens) or not tokens.words[past][0].isupper():
        return False
    for word in tokens.words[past + 1 : past + _STREET_REACH]:
        if not (word[0].isupper() or word[0].isdigit() or word == "."):
            return False
        if word.lower() in _streets():
            return True
    return False


def _is_road(tokens: Tokens, index: int) -> bool:
    """Whether the unit at token `index` is part of a road's name: "12 Mile Road"."""
    named = index + 1 < len(tokens) and tokens.words[index][0].isupper() and tokens.words[index + 1][0].isupper()
    return named and tokens.lower[index + 1] in _streets()


def _is_emergency_call(tokens: Tokens, phrase: NumberPhrase) -> bool:
    after = tokens.lower[phrase.past] if phrase.past < len(tokens) else ""
    before = tokens.lower[phrase.first - 1] if phrase.first else ""
    return phrase.low in _EMERGENCY and (before in _CALLS or after in _CALLS)


def _is_before_name(tokens: Tokens, phrase: NumberPhrase) -> bool:
    """Whether a name follows that the number belongs to: "3500 Fannin", "10 On Your Side"; not in a headline."""
    past = phrase.past
    if past >= len(tokens) or phrase.hedge is not Hedge.EXACT or "," in tokens.words[phrase.number]:
        return False
    if any(word in _BROADCASTS for word in tokens.words[past : past + 2]):
        return True
    first, end = tokens.sentence_at(past - 1)
    word = tokens.words[past]
    return past < end and word.istitle() and word.isalpha() and not _is_headline(tokens, first, end)


def _is_bare_pair(tokens: Tokens, phrase: NumberPhrase) -> bool:
    """Whether two numbers joined by a dash stand alone, as scores and telephone numbers do."""
    words = tokens.words[phrase.number : phrase.past]
    if phrase.hedge is not Hedge.EXACT or any("," in word for word in words):
        return False
    dashed = any(word in _JOINTS for word in words)
    follows = tokens.lower[phrase.past] if phrase.past < len(tokens) else ""
    return dashed and phrase.low != phrase.high and follows not in elided_nouns()
