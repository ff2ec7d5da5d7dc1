"""One number, in digits, in words or mixed, without hedge and range: "10 000", "3 1/2", "$1.6 million"."""

from functools import cache

from msgspec import Struct

from factcheck.data import lexicon_classes
from factcheck.extract.currency import code_scale, currency_before, is_currency_token
from factcheck.extract.digits import (
    VULGAR_FRACTIONS,
    feet_and_inches,
    fraction_at,
    join_groups,
    join_spaced,
    parse_digits,
)
from factcheck.extract.rounding import last_place, tidy
from factcheck.extract.spelled import Spelled, scales, spelled_at, starters
from factcheck.model import Number
from factcheck.tokens import Tokens

_MAX_VALUE = 10**30
_ORDINAL_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_MINUS_SIGNS = frozenset("-−–")
_OPENERS = frozenset("([{\"'“‘=:,")
# Between spaces a dash is a sign only where a temperature is sure to follow; elsewhere it parts clauses.
_TEMPERATURES = frozenset(("degrees", "degree", "°", "°c", "°f", "celsius", "fahrenheit"))
_BEFORE_SIGN = frozenset(
    ("of", "to", "at", "is", "was", "were", "from", "and", "or", "between", "around", "about", "near", "reached", "hit")
)
# An inch in feet.
_INCH = 1 / 12
_ESCAPE = "\x1b"
_MAX_PARAMETERS = 8


class Numeral(Struct, frozen=True, gc=False):
    """A number at tokens [first, past), its currency sign included; its digits or words begin at `number`.

    `place` is the unit of its last significant place, `coefficient` the number without its `scale`; `loose` marks
    wordings that round by themselves.
    """

    first: int
    number: int
    past: int
    low: Number
    high: Number
    place: Number
    coefficient: Number
    scale: Number = 1
    currency: str | None = None
    ordinal: bool = False
    vague: bool = False
    words: bool = False
    loose: bool = False


@cache
def _glued_scales() -> dict[str, int]:
    return {w: 10 ** int(power) for w, _, power in (e.partition(" ") for e in lexicon_classes("number-words")["glued"])}


def numerals(tokens: Tokens) -> list[Numeral]:
    """All numbers of the text, in order, not overlapping."""
    words = starters()
    found: list[Numeral] = []
    past = 0
    for i in tokens.places(lambda _, lower: lower in words or "0" <= lower[0] <= "9"):
        if i < past:
            continue
        numeral = _in_digits(tokens, i) if tokens.words[i][0].isdecimal() else _in_words(tokens, i)
        if numeral is not None:
            found.append(numeral)
            past = numeral.past
    return found


def _in_words(tokens: Tokens, index: int) -> Numeral | None:
    spelled = spelled_at(tokens, index)
    if spelled is None:
        return None
    first = currency_before(tokens, spelled.first)
    return _numeral(tokens, spelled, spelled.first if first is None else first)


def _numeral(tokens: Tokens, spelled: Spelled, first: int) -> Numeral:
    low, high = spelled.low, spelled.high
    sign = _joined(tokens, first, spelled.first)
    if not sign and _minus_word(tokens, first):
        low, high, first = -high, -low, first - 1
    place = spelled.place or last_place(low)
    coefficient = low / spelled.scale if spelled.scale != 1 else low
    return Numeral(
        first,
        spelled.first if sign else first,
        spelled.past,
        low,
        high,
        place,
        coefficient,
        spelled.scale,
        sign,
        spelled.ordinal,
        spelled.vague,
        True,
        spelled.loose,
    )


def _in_digits(tokens: Tokens, index: int) -> Numeral | None:
    start = index
    first = currency_before(tokens, index)
    if _is_control_sequence(tokens, index):
        return None
    if first is None:
        first = index
        if (
            tokens.touches(index)
            and tokens.words[index - 1][-1].isalnum()
            and tokens.words[index - 1] not in VULGAR_FRACTIONS
        ):
            return None
    parsed = _digits_at(tokens, index)
    if parsed is None:
        return None
    value, place, past = parsed
    if first == index and _is_leading_point(tokens, index) and tokens.words[index].isdigit():
        start = first = index - 1
        value, place = float(f"0.{tokens.words[index]}"), 10.0 ** -len(tokens.words[index])
    if past < len(tokens) and tokens.lower[past] in _ORDINAL_SUFFIXES and tokens.touches(past):
        return Numeral(first, start, past + 1, value, value, 1, value, ordinal=True)
    sign = _joined(tokens, first, start)
    scale, past, sign = _scale_after(tokens, past, value, sign)
    if _is_negative(tokens, first) or _is_below_zero(tokens, first, past):
        first, value = first - 1, -value
        start = start if sign else first
    total = tidy(value * scale)
    unit = place * scale if place < 1 else last_place(total)
    return Numeral(first, start, past, total, total, unit, value, scale, sign)


def _digits_at(tokens: Tokens, index: int) -> tuple[Number, Number, int] | None:
    """Value, unit of the last decimal and past-last token of digits, with the fraction that may follow."""
    fraction = fraction_at(tokens, index)
    if fraction is not None:
        return fraction[0], 0.01, fraction[1]
    joined = join_groups(tokens, index)
    if joined is not None:
        return joined[0], 1, joined[1]
    spaced = join_spaced(tokens, index)
    if spaced is not None:
        return spaced[0], 10.0 ** -spaced[1] if spaced[1] else 1, spaced[2]
    height = feet_and_inches(tokens, index)
    if height is not None:
        return height[0], _INCH, height[1]
    parsed = parse_digits(tokens.words[index])
    if parsed is None:
        return None
    value, decimals = parsed
    fraction = fraction_at(tokens, index + 1) if not decimals else None
    if fraction is not None:
        return value + fraction[0], 0.01, fraction[1]
    return value, 10.0**-decimals if decimals else 1, index + 1


def _scale_after(tokens: Tokens, past: int, value: Number, sign: str | None) -> tuple[Number, int, str | None]:
    """The scale of a number that ends before token `past`, where it ends with it, and its currency's sign."""
    scale: Number = code_scale(sign) if sign else 1
    if past < len(tokens) and tokens.touches(past):
        glued = _glued_scale(tokens, past, sign)
        if glued != 1:
            return scale * glued, past + 1, sign
    if (
        sign is None
        and past + 1 < len(tokens)
        and is_currency_token(tokens.words[past])
        and tokens.lower[past + 1] in scales()
    ):
        sign, past = tokens.words[past], past + 1
    while past < len(tokens) and abs(value) * scale < _MAX_VALUE:
        word = past
        if tokens.words[past] == "-" and past + 1 < len(tokens) and tokens.touches(past) and tokens.touches(past + 1):
            word = past + 1
        factor = scales().get(tokens.lower[word])
        if factor is None:
            break
        scale, past = scale * factor, word + 1
    return scale, past, sign


def _glued_scale(tokens: Tokens, index: int, sign: str | None) -> Number:
    word = tokens.words[index]
    if word in ("t", "T") and sign:
        return 10**12
    scale = _glued_scales().get(word.lower(), 1)
    if sign or word.lower() not in ("m", "b") or word == "M":
        return scale
    # Without a currency "50m" may be metres and "5b" a number of a house: only a plural noun shows that it is a count.
    following = tokens.lower[index + 1] if index + 1 < len(tokens) else ""
    plural = following == "people" or (len(following) > 3 and following.endswith("s") and not following.endswith("ss"))
    return scale if plural else 1


def _joined(tokens: Tokens, first: int, past: int) -> str | None:
    return "".join(tokens.words[first:past]) or None


def _is_leading_point(tokens: Tokens, index: int) -> bool:
    return index > 0 and tokens.words[index - 1] == "." and tokens.touches(index) and not tokens.touches(index - 1)


def _minus_word(tokens: Tokens, first: int) -> bool:
    if not first or tokens.lower[first - 1] != "minus":
        return False
    subtracts = first > 1 and tokens.words[first - 2][0].isdigit()
    return not subtracts and tokens.lower[max(0, first - 3) : first - 1] not in (("plus", "or"), ("plus", "and"))


def _is_negative(tokens: Tokens, first: int) -> bool:
    if not first:
        return False
    if _minus_word(tokens, first):
        return True
    if tokens.words[first - 1] not in _MINUS_SIGNS or not tokens.touches(first):
        return False
    before = tokens.words[first - 2] if first > 1 else ""
    if tokens.touches(first - 1):
        return before in _OPENERS
    return not before[:1].isdigit() and tokens.words[first - 1] != "–"


def _is_below_zero(tokens: Tokens, first: int, past: int) -> bool:
    """Whether a dash between spaces is the sign of a temperature: "fell to - 20 degrees"."""
    if first < 2 or tokens.words[first - 1] not in _MINUS_SIGNS or tokens.lower[first - 2] not in _BEFORE_SIGN:
        return False
    return past < len(tokens) and tokens.lower[past] in _TEMPERATURES


def _is_control_sequence(tokens: Tokens, index: int) -> bool:
    """Whether the digits are a parameter of a terminal's control sequence (ECMA-48), its escape perhaps lost: "[0m"."""
    at = index
    for _ in range(_MAX_PARAMETERS):
        if at < 2 or tokens.words[at - 1] != ";" or not tokens.words[at - 2].isdigit() or not tokens.touches(at):
            break
        at -= 2
    if not at or tokens.words[at - 1] != "[" or not tokens.touches(at):
        return False
    if at > 1 and tokens.words[at - 2] == _ESCAPE and tokens.touches(at - 1):
        return True
    after = tokens.words[index + 1] if index + 1 < len(tokens) and tokens.touches(index + 1) else ""
    return after == ";" or (after == "m" and tokens.words[index + 2 : index + 3] != ("]",))
