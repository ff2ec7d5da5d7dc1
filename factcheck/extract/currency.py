"""Signs and codes of currencies beside a number: "$", "US$", "EUR", "Rs.", "MUSD"."""

from functools import cache

from factcheck.data import lexicon_classes
from factcheck.model import Number
from factcheck.tokens import Tokens

_CODE_SCALES: dict[str, Number] = {"M": 1_000_000, "k": 1000, "K": 1000}
_PART_MAX = 4
_HUNDREDTHS = frozenset(("cent", "cents", "pence", "p"))
_PARTS_DIGITS = 2
_YEAR_DIGITS = 4
_GLUED = "glued "


@cache
def _signs() -> dict[str, str]:
    """Sign or code in lower case → name of the currency."""
    return {
        sign: name
        for name, signs in lexicon_classes("currencies").items()
        if name not in ("lower-case-codes", "spaced") and not name.startswith(_GLUED)
        for sign in signs
    }


@cache
def _lower_case_codes() -> frozenset[str]:
    return frozenset(lexicon_classes("currencies")["lower-case-codes"])


@cache
def _spaced() -> frozenset[str]:
    return frozenset(lexicon_classes("currencies")["spaced"])


@cache
def _glued() -> dict[str, str]:
    return {
        sign: name.removeprefix(_GLUED)
        for name, signs in lexicon_classes("currencies").items()
        if name.startswith(_GLUED)
        for sign in signs
    }


def currency_name(sign: str) -> str | None:
    """The name of the currency that a sign or code stands for ("US$" → "dollar"), None if it stands for none."""
    name = _signs().get(sign.lower()) or _glued().get(sign.lower())
    if name is None and sign[:1] in _CODE_SCALES:
        return _signs().get(sign[1:].lower())
    return name


def code_scale(sign: str) -> Number:
    """What a code multiplies its number by: 1,000,000 for "MUSD", else 1."""
    if len(sign) == _PART_MAX and sign[1:].isupper() and sign.lower() not in _signs():
        return _CODE_SCALES.get(sign[0], 1)
    return 1


def is_currency_token(word: str) -> bool:
    """Whether a token alone is a currency's sign or code, in the letter case that it takes as one."""
    if len(word) > _PART_MAX:
        return False
    lower = word.lower()
    if lower in _signs():
        return (
            not word[0].isalpha()
            or word.isupper()
            or word in _lower_case_codes()
            or (len(word) == 2 and word.istitle())
        )
    return code_scale(word) != 1 and lower[1:] in _signs()


def currency_before(tokens: Tokens, index: int) -> int | None:
    """The first token of the currency sign or code that ends just before token `index`, None if there is none."""
    last = index - 1
    if last < 0:
        return None
    word = tokens.words[last]
    if is_currency_token(word) and is_suffix_between(tokens, last):
        return None
    if word == "." and last and tokens.lower[last - 1] == "rs" and tokens.touches(last):
        return last - 1
    if not is_currency_token(word):
        return last if _is_glued(tokens, index) else None
    if word[0].isalpha() or not last:
        # A code that touches letters or digits before it is part of some name.
        return last if not tokens.touches(last) or not tokens.words[last - 1][-1].isalnum() else None
    prefix = tokens.lower[last - 1]
    if prefix + word in _signs() and (tokens.touches(last) or prefix in _spaced()):
        return last - 1
    return last


def is_suffix_between(tokens: Tokens, index: int) -> bool:
    """Whether a sign or code between two numbers belongs to the first: "10 $ 30 $", "10 $ 30 cents", "17 USD 25"."""
    number = index + 1
    if not 0 < index < len(tokens) - 1 or tokens.touches(number):
        return False
    if index > 1 and is_currency_token(tokens.words[index - 2]):
        return False
    before, small = tokens.words[index - 1], tokens.words[number]
    if not (before[0].isdigit() and small[0].isdigit()) or number + 1 >= len(tokens):
        return _is_sum(before, tokens.words[index], small)
    after = tokens.words[number + 1]
    if after.lower() in _HUNDREDTHS:
        return True
    prefix = tokens.words[number + 2 : number + 3]
    if is_currency_token(after):
        return not (prefix and prefix[0][0].isdigit() and tokens.touches(number + 2))
    return not after[0].isalnum() and _is_sum(before, tokens.words[index], small)


def _is_sum(whole: str, code: str, parts: str) -> bool:
    """Whether two numbers with a code between them can be one sum; a year before a code is none."""
    digits = whole.isdigit() and parts.isdigit()
    return digits and code.isalpha() and len(parts) == _PARTS_DIGITS and len(whole) < _YEAR_DIGITS


def _is_glued(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index - 1]
    apart = index == 1 or not tokens.touches(index - 1)
    return (
        tokens.lower[index - 1] in _glued()
        and word.isupper()
        and tokens.touches(index)
        and apart
        and "," in tokens.words[index]
    )
