"""Numbers written in digits: separators of thousands, decimal marks, groups parted by spaces and vulgar fractions."""

from functools import cache

from factcheck.data import lexicon
from factcheck.model import Number
from factcheck.tokens import Tokens

# Longer runs of digits are identifiers, and Python refuses to convert very long ones.
_MAX_DIGITS = 30
_GROUP = 3
_INCHES = 12
_DOUBLE_PRIMES = frozenset(('"', "″", "”"))
_MAX_DECIMALS = 6
_DENOMINATORS = frozenset(("2", "3", "4", "5", "6", "7", "8", "10", "16", "32"))
VULGAR_FRACTIONS: dict[str, float] = {
    "¼": 1 / 4, "½": 1 / 2, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip


def parse_digits(word: str) -> tuple[Number, int] | None:
    """The value of a digit token and how many decimals it states; None for what is no number: 1.2.3, 007, 31 digits."""
    if len(word) > _MAX_DIGITS:
        return None
    if word.isdigit():
        return (int(word), 0) if word[0] != "0" or len(word) == 1 else None
    separators = [c for c in word if not c.isdigit()]
    groups = word.translate({ord(c): " " for c in separators}).split(" ")
    if len(set(separators)) == 1:
        if _grouped(groups, separators[0]) and (separators[0] != "." or len(groups) > 2):
            return int("".join(groups)), 0
        return _decimal(groups, separators) if len(groups) == 2 else None
    if separators[-1] in ".," and separators.count(separators[-1]) == 1 and _grouped(groups[:-1], separators[0]):
        return _decimal(["".join(groups[:-1]), groups[-1]], separators[-1:])
    return None


def _grouped(groups: list[str], separator: str) -> bool:
    """Whether the groups are thousands: 1,234 and 12,34,567."""
    first, last = groups[0], groups[-1]
    if len(groups) < 2 or len(last) != _GROUP or len(first) > _GROUP or first[0] == "0":
        return False
    middle = {len(g) for g in groups[1:-1]}
    return middle <= {_GROUP} or (separator == "," and middle == {2} and len(first) <= 2)


def _decimal(groups: list[str], separators: list[str]) -> tuple[Number, int] | None:
    whole, fraction = groups
    if separators[0] not in ".,":
        return None
    if separators[0] == "," and len(fraction) >= _GROUP:
        return None
    return float(f"{whole}.{fraction}"), len(fraction)


def join_groups(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The value and past-last token of groups parted by single spaces ("10 000"), or by comma and space before 000."""
    first = tokens.words[index]
    if len(first) > _GROUP or not first.isdigit() or first[0] == "0":
        return None
    digits, past = first, index + 1
    while past < len(tokens) and len(digits) < _MAX_DIGITS:
        if tokens.words[past] == "," and tokens.touches(past) and _word(tokens, past + 1) == "000":
            digits, past = digits + "000", past + 2
        elif _is_group(tokens, past):
            digits, past = digits + tokens.words[past], past + 1
        else:
            break
    return (int(digits), past) if past > index + 1 else None


def _is_group(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    gap = tokens.text[tokens.ends[index - 1] : tokens.starts[index]]
    glued = index + 1 < len(tokens) and tokens.touches(index + 1) and tokens.words[index + 1][0].isalpha()
    return len(word) == _GROUP and word.isdigit() and len(gap) == 1 and gap in " \u00a0\u2009\u202f" and not glued


def join_spaced(tokens: Tokens, index: int) -> tuple[Number, int, int] | None:
    """Value, decimals and past-last token of a number whose marks stand apart as all marks do: "6 . 2", "1 , 118"."""
    first = tokens.words[index]
    if not tokens.spaced or not first.isdigit() or len(first) > _GROUP or _is_day_of_month(tokens, index):
        return None
    digits, past = first, index + 1
    while len(digits) < _MAX_DIGITS and first != "0" and _spaced_digits(tokens, past, ",", _GROUP):
        digits, past = digits + tokens.words[past + 1], past + 2
    decimals = _spaced_digits(tokens, past, ".", _MAX_DECIMALS)
    if decimals:
        past += 2
    chained = index > 1 and tokens.words[index - 2].isdigit() and _spaced_digits(tokens, index - 1, ".", _GROUP)
    if past == index + 1 or chained or _spaced_digits(tokens, past, ".", _MAX_DIGITS):
        return None
    if first[0] == "0" and first != "0":
        return None
    return (float(f"{digits}.{decimals}"), len(decimals), past) if decimals else (int(digits), 0, past)


def _spaced_digits(tokens: Tokens, index: int, mark: str, length: int) -> str:
    """The digits after a `mark` at token `index` that stands between single spaces: three after ",", some after "."."""
    if _word(tokens, index) != mark or not _is_spaced(tokens, index) or not _is_spaced(tokens, index + 1):
        return ""
    digits = _word(tokens, index + 1)
    fits = len(digits) == length if mark == "," else len(digits) <= length
    return digits if fits and digits.isdigit() else ""


def _is_spaced(tokens: Tokens, index: int) -> bool:
    return 0 < index < len(tokens) and tokens.text[tokens.ends[index - 1] : tokens.starts[index]] == " "


def _is_day_of_month(tokens: Tokens, index: int) -> bool:
    at = index - 2 if index > 1 and tokens.words[index - 1] == "." else index - 1
    return at >= 0 and tokens.lower[at] in _months()


@cache
def _months() -> frozenset[str]:
    return frozenset(lexicon("month-words"))


def feet_and_inches(tokens: Tokens, index: int) -> tuple[float, int] | None:
    """The feet and past-last token of a height at token `index`: 6'2", 5’11 tall."""
    feet, _, inches = _word(tokens, index).replace("’", "'").partition("'")
    if not (feet.isdigit() and inches.isdigit() and len(feet) < _GROUP and len(inches) < _GROUP):
        return None
    after = _word(tokens, index + 1)
    if int(inches) >= _INCHES or not (after == "tall" or (after in _DOUBLE_PRIMES and tokens.touches(index + 1))):
        return None
    return int(feet) + int(inches) / _INCHES, index + (1 if after == "tall" else 2)


def fraction_at(tokens: Tokens, index: int) -> tuple[float, int] | None:
    """The value and past-last token of a fraction below one at token `index`: "¾", "1/2"."""
    word = _word(tokens, index)
    if word in VULGAR_FRACTIONS:
        return VULGAR_FRACTIONS[word], index + 1
    if _word(tokens, index + 1) != "/":
        return None
    denominator = _word(tokens, index + 2)
    if denominator not in _DENOMINATORS or not word.isdigit() or len(word) > 2:
        return None
    chained = _word(tokens, index + 3) == "/" and tokens.touches(index + 3)
    parted = not (tokens.touches(index + 1) and tokens.touches(index + 2))
    if parted and tokens.spaced:
        parted = not (_is_spaced(tokens, index + 1) and _is_spaced(tokens, index + 2))
    if parted or chained or not 0 < int(word) < int(denominator):
        return None
    return int(word) / int(denominator), index + 3


def _word(tokens: Tokens, index: int) -> str:
    return tokens.words[index] if index < len(tokens) else ""
