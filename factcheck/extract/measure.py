"""A number phrase with the unit that belongs to it: "$5 million", "9 kilometres or more", "500 barrels a day"."""

from msgspec import Struct
from msgspec.structs import replace

from factcheck.extract.age import Age
from factcheck.extract.currency import code_scale, currency_name
from factcheck.extract.digits import feet_and_inches
from factcheck.extract.hedge import hedge_after
from factcheck.extract.noun import ends_noun_phrase
from factcheck.extract.number import NumberPhrase
from factcheck.extract.pound import pound_sense
from factcheck.extract.rate import rate_at
from factcheck.extract.rounding import allowed, last_place, tidy
from factcheck.extract.unit import CURRENCY, POUND, Unit, currency_word, dimension_of, unit_at
from factcheck.model import Hedge, Number
from factcheck.tokens import Tokens

_SHORTEST_AND_PART = len(("a", "mile", "and", "a", "half"))
_LARGE_SUM = 1000
# "Against the dollar 2,000 traders", "10 per euro 4,000": the currency is no unit of what follows.
_NOT_BEFORE_CURRENCY = frozenset(("the", "a", "an", "per", "each", "every", "/", "-", "million", "billion", "thousand"))
_NO_RATE_AFAR = ("currency", "dimensionless")


class Measured(Struct, frozen=True, gc=False):
    """A number phrase and its unit at tokens [first, past)."""

    phrase: NumberPhrase
    first: int
    past: int
    unit: str | None = None
    dimension: str | None = None


def aged(phrase: NumberPhrase, age: Age) -> Measured:
    """The phrase as the age that it states."""
    return Measured(phrase, age.first, age.past, age.unit, "age")


def measured(tokens: Tokens, phrase: NumberPhrase) -> Measured:
    """The phrase with the unit after it or the currency before it, where there is one."""
    if phrase.ordinal:
        return Measured(phrase, phrase.first, phrase.past)
    unit = unit_at(tokens, phrase.past, abs(phrase.high)) or _inner_unit(tokens, phrase)
    name, dimension, past = (unit.name, unit.dimension, unit.past) if unit else (None, None, phrase.past)
    if phrase.currency:
        repeated = unit is not None and dimension == "currency"
        name, dimension, past = currency_name(phrase.currency), "currency", past if repeated else phrase.past
    if unit is not None and dimension == "currency" and code_scale(tokens.words[unit.past - 1]) != 1:
        phrase = _times(phrase, code_scale(tokens.words[unit.past - 1]))
    if name == POUND:
        name = pound_sense(tokens, phrase)
        dimension = dimension_of(name)
    if name is None:
        money = _currency_word_before(tokens, phrase)
        if money is not None:
            return Measured(phrase, phrase.first - 1, phrase.past, money, CURRENCY)
        share = phrase.words and 0 < phrase.low < 1 and _is_share(tokens, phrase.past)
        return Measured(phrase, phrase.first, phrase.past, *(("fraction", "dimensionless") if share else ()))
    rate = rate_at(tokens, past, distant=dimension not in _NO_RATE_AFAR)
    if rate is not None:
        name, past = f"{name} per {rate[0]}", rate[1]
        dimension = dimension_of(name) or dimension
    item = Measured(phrase, phrase.first, past, name, dimension)
    return _with_trailing_hedge(tokens, item)


def _inner_unit(tokens: Tokens, phrase: NumberPhrase) -> Unit | None:
    """The unit inside the phrase, whose past is then the phrase's own: "a mile and a half", 6'2"."""
    if any(feet_and_inches(tokens, at) for at in range(max(phrase.number, phrase.past - 2), phrase.past)):
        return Unit("foot", "length", phrase.past)
    if tokens.lower[phrase.number] not in ("a", "an") or phrase.past - phrase.number < _SHORTEST_AND_PART:
        return None
    unit = unit_at(tokens, phrase.number + 1, 1.0)
    return replace(unit, past=phrase.past) if unit and tokens.lower[unit.past] == "and" else None


def _currency_word_before(tokens: Tokens, phrase: NumberPhrase) -> str | None:
    """The currency named before a large number that nothing is counted by: "naira 20 million", "Euro 4,500"."""
    at = phrase.first - 1
    if at < 0 or phrase.first != phrase.number or phrase.words or phrase.high < _LARGE_SUM:
        return None
    scaled = phrase.past > phrase.number + 1 or "," in tokens.words[phrase.number]
    follows = tokens.lower[phrase.past] if phrase.past < len(tokens) else "."
    before = tokens.lower[at - 1] if at else "."
    if not scaled or before in _NOT_BEFORE_CURRENCY or before[0].isdigit():
        return None
    return currency_word(tokens.lower[at]) if not follows[0].isalpha() or ends_noun_phrase(follows) else None


def _is_share(tokens: Tokens, past: int) -> bool:
    """Whether the words for a part that end before token `past` ("two-thirds") wait for no unit ("half a")."""
    word = tokens.lower[past - 1]
    whole = past < len(tokens) and tokens.lower[past] in ("of", "the", "its", "their", "his", "her", "these", "those")
    return whole or word not in ("a", "an", "-", "half", "quarter")


def _times(phrase: NumberPhrase, scale: Number) -> NumberPhrase:
    low, high = tidy(phrase.low * scale), tidy(phrase.high * scale)
    return replace(phrase, low=low, high=high, interval=allowed(low, high, last_place(low), phrase.hedge))


def _with_trailing_hedge(tokens: Tokens, item: Measured) -> Measured:
    after = hedge_after(tokens, item.past) if item.phrase.hedge is Hedge.EXACT else None
    if after is None:
        return item
    low, high = item.phrase.low, item.phrase.high
    interval = allowed(low, high, last_place(low) if isinstance(low, int) else 0.1, after.hedge)
    return replace(item, phrase=replace(item.phrase, hedge=after.hedge, interval=interval), past=after.edge)
