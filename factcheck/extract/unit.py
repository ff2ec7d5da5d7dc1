"""Units of measure: which words name them, their dimension, and conversion.

The names and most surfaces are quantulum3's, read from its unit lexicon without importing the package, which takes
seconds. Its symbols are not used: too many of them are common words ("in", "a", "as"); unit-symbols.txt has ours.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import msgspec
from msgspec import Struct

from factcheck.data import lexicon_classes
from factcheck.extract.conversion import convert
from factcheck.extract.currency import currency_name, is_currency_token, is_suffix_between
from factcheck.extract.temperature import temperature_scale
from factcheck.tokens import Tokens

__all__ = ["POUND", "Unit", "convert", "currency_word", "dimension_of", "unit_at"]

# "Pound" alone is money or mass; who reads the context decides.
POUND = "pound"
CURRENCY = "currency"
_PREFIXED = ("metre", "meter", "watt", "hertz", "ampere", "volt", "farad", "ohm", "gray", "joule", "pascal")
_PREFIXES = ("kilo", "mega", "giga", "tera", "milli", "micro", "nano", "pico")
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_SQUARE = ("square ", "area")
_CUBIC = ("cubic ", "volume")
_POWERS = {"2": _SQUARE, "²": _SQUARE, "squared": _SQUARE, "3": _CUBIC, "³": _CUBIC, "cubed": _CUBIC}
_LONGEST = 4
_LARGE = 100
_FOLLOWS_INCHES = frozenset(("thick", "long", "wide", "tall", "high", "deep", "in", "diameter"))

# First token → (all tokens, name, dimension), the longest first.
_Table = dict[str, list[tuple[tuple[str, ...], str, str]]]


class Unit(Struct, frozen=True, gc=False):
    """A unit of measure that ends before token `past`."""

    name: str
    dimension: str
    past: int


class _Lexeme(Struct):
    entity: str
    surfaces: list[str] = []


def dimension_of(unit: str) -> str | None:
    """The dimension of a unit by its name, that of the numerator for a rate; None for an unknown name."""
    dimensions = _dimensions()
    return dimensions.get(unit) or dimensions.get(unit.partition(" per ")[0])


def unit_at(tokens: Tokens, index: int, value: float) -> Unit | None:
    """The unit of a number that ends before token `index`; a hyphen or an opening bracket may stand between."""
    if index >= len(tokens):
        return None
    word = tokens.words[index]
    if word == "-" and index + 1 < len(tokens) and tokens.touches(index) and tokens.touches(index + 1):
        return _at(tokens, index + 1, value, touching=False)
    if word in _BRACKETS and index + 2 < len(tokens) and tokens.words[index + 2] == _BRACKETS[word]:
        inner = _match(_symbols(), tokens.words, index + 1)
        return Unit(inner.name, inner.dimension, index + 3) if inner and inner.past == index + 2 else None
    return _at(tokens, index, value, touching=tokens.touches(index))


def _at(tokens: Tokens, index: int, value: float, *, touching: bool) -> Unit | None:
    symbol = _match(_symbols(), tokens.words, index)
    words = _match(_words(), tokens.lower, index)
    if symbol is not None and (words is None or words.past <= symbol.past):
        powered = _power(tokens, symbol)
        if powered is not None:
            return powered
        alone = touching or tokens.words[index] not in _touching_only() or _goes_on(tokens, symbol.past)
        if alone and not _runs_on(tokens, symbol.past):
            return symbol
    if _is_currency_suffix(tokens, index):
        return Unit(currency_name(tokens.words[index]) or "", CURRENCY, index + 1)
    if words is None:
        return _cup(tokens, index, value) or _inches(tokens, index) or _temperature(tokens, index)
    cubed = _power(tokens, words)
    if cubed is not None:
        return cubed
    large_only = value < _LARGE and tokens.lower[words.past - 1].removesuffix("s") in _large_only()
    return None if large_only and words.past == index + 1 else words


def _match(table: _Table, words: tuple[str, ...], index: int) -> Unit | None:
    if index >= len(words):
        return None
    for surface, name, dimension in table.get(words[index], ()):
        if words[index : index + len(surface)] == surface:
            return Unit(name, dimension, index + len(surface))
    return None


def _power(tokens: Tokens, unit: Unit) -> Unit | None:
    """The unit squared or cubed: "km2", "m^3", "km squared"; None where no power follows."""
    past = unit.past
    if past < len(tokens) and tokens.words[past] == "^" and tokens.touches(past):
        past += 1
    if unit.dimension != "length" or past >= len(tokens) or tokens.words[past] not in _POWERS:
        return None
    if not tokens.touches(past) and tokens.words[past] not in ("squared", "cubed"):
        return None
    prefix, dimension = _POWERS[tokens.words[past]]
    return Unit(prefix + unit.name, dimension, past + 1)


def _goes_on(tokens: Tokens, past: int) -> bool:
    """Whether what follows a symbol shows that it is one: "278 t of grain", "100 W/m²"."""
    return past < len(tokens) and (tokens.lower[past] == "of" or (tokens.words[past] == "/" and tokens.touches(past)))


def _runs_on(tokens: Tokens, past: int) -> bool:
    """Whether the next token goes on with a code of which the symbol is a part: "L-202", "m212"."""
    if past >= len(tokens) or not tokens.touches(past):
        return False
    joined = past + 1 < len(tokens) and tokens.words[past] == "-" and tokens.touches(past + 1)
    return tokens.words[past][0].isalnum() or (joined and tokens.words[past + 1][0].isdigit())


def _is_currency_suffix(tokens: Tokens, index: int) -> bool:
    """Whether a sign or code after a number belongs to it, not to a number that follows."""
    word = tokens.words[index]
    if not is_currency_token(word) or (len(word) == 2 and word.istitle()):
        return False
    before_number = index + 1 < len(tokens) and tokens.words[index + 1][0].isdigit()
    if not before_number or is_suffix_between(tokens, index):
        return True
    return tokens.touches(index) and not tokens.touches(index + 1)


def _cup(tokens: Tokens, index: int, value: float) -> Unit | None:
    """A part of a cup is a measure ("half a cup of flour"); whole cups are things, and trophies too."""
    part = value != int(value) and tokens.lower[index] in ("cup", "cups")
    return Unit("cup", "volume", index + 1) if part else None


def _temperature(tokens: Tokens, index: int) -> Unit | None:
    scale = temperature_scale(tokens, index)
    return Unit(scale, "temperature", index + 1) if scale else None


def _inches(tokens: Tokens, index: int) -> Unit | None:
    word = tokens.lower[index]
    if word not in ("in", '"', "″", "”"):
        return None
    after = tokens.lower[index + 1] if index + 1 < len(tokens) else "."
    after_feet = index > 1 and tokens.lower[index - 2] in ("ft", "foot", "feet")
    inches = after in _FOLLOWS_INCHES or (word == "in" and (after == "." or after_feet))
    return Unit("inch", "length", index + 1) if inches else None


@cache
def _quantulum() -> dict[str, _Lexeme]:
    spec = find_spec("quantulum3")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("quantulum3")
    units = msgspec.json.decode((Path(spec.origin).parent / "units.json").read_bytes(), type=dict[str, _Lexeme])
    left_out = frozenset(lexicon_classes("units")["leave-out"])
    return {
        name: _Lexeme(unit.entity, [s.lower() for s in unit.surfaces if s.lower() not in left_out])
        for name, unit in units.items()
        if unit.entity != CURRENCY and name not in left_out
    }


@cache
def _words() -> _Table:
    """Units in words, lower case; ours go before quantulum3's."""
    named: dict[tuple[str, ...], tuple[str, str]] = {("pound",): (POUND, CURRENCY), ("pounds",): (POUND, CURRENCY)}
    for name, words in lexicon_classes("currency-words").items():
        if name != "large-only":
            _add(named, words, name, CURRENCY)
    for key, words in lexicon_classes("units").items():
        dimension, _, name = key.partition("/")
        if name:
            _add(named, words, name, dimension)
    for name, unit in _quantulum().items():
        _add(named, tuple(unit.surfaces), name.lower(), unit.entity)
        for stem in [s for s in unit.surfaces if s in _PREFIXED]:
            for prefix in _PREFIXES:
                _add(named, (prefix + stem,), prefix + name, unit.entity)
    return _table(named)


def _add(named: dict[tuple[str, ...], tuple[str, str]], surfaces: tuple[str, ...], name: str, dimension: str) -> None:
    named_so = (name, dimension)
    for surface in surfaces:
        *before, last = words = tuple(surface.replace("-", " - ").split())
        for form in (words, (*before, f"{last}s"), (f"{words[0]}s", *words[1:])):
            named.setdefault(form, named_so)
        if last == "foot":
            named.setdefault((*before, "feet"), named_so)


@cache
def _symbols() -> _Table:
    named: dict[tuple[str, ...], tuple[str, str]] = {}
    for key, symbols in lexicon_classes("unit-symbols").items():
        dimension, _, name = key.partition("/")
        for symbol in symbols if name else ():
            named.setdefault(tuple(symbol.split()), (name, dimension))
    return _table(named)


def _table(named: dict[tuple[str, ...], tuple[str, str]]) -> _Table:
    table: _Table = {}
    for surface, (name, dimension) in named.items():
        table.setdefault(surface[0], []).append((surface, name, dimension))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


@cache
def _touching_only() -> frozenset[str]:
    return frozenset(lexicon_classes("unit-symbols")["touching"])


def currency_word(word: str) -> str | None:
    """The currency that a lower-case word names and that is no other common word: "dollar", "naira"."""
    unit = _match(_words(), (word,), 0)
    return unit.name if unit and unit.dimension == CURRENCY and word not in _large_only() and word != POUND else None


@cache
def _large_only() -> frozenset[str]:
    return frozenset(lexicon_classes("currency-words")["large-only"])


@cache
def _dimensions() -> dict[str, str]:
    tables = (_words(), _symbols())
    return {name: dimension for table in tables for entries in table.values() for _, name, dimension in entries}
