"""Conversion between units of one dimension, by exact factors. Currencies never convert: a rate is not in the text."""

from collections.abc import Callable
from functools import cache

from factcheck.data import lexicon_classes
from factcheck.model import Number

_KELVIN: dict[str, Callable[[float], float]] = {
    "kelvin": lambda v: v,
    "degree celsius": lambda v: v + 273.15,
    "degree fahrenheit": lambda v: (v + 459.67) * 5 / 9,
}
_FROM_KELVIN: dict[str, Callable[[float], float]] = {
    "kelvin": lambda v: v,
    "degree celsius": lambda v: v - 273.15,
    "degree fahrenheit": lambda v: v * 9 / 5 - 459.67,
}


@cache
def _factors() -> dict[str, tuple[str, float]]:
    """Unit → its dimension and its factor to the first unit of the dimension."""
    table: dict[str, tuple[str, float]] = {}
    for dimension, entries in lexicon_classes("unit-factors").items():
        for entry in entries:
            name, _, factor = entry.rpartition(" ")
            table[name] = (dimension, float(factor))
    return table


def in_base_unit(value: Number, unit: str) -> Number:
    """`value` of `unit` in the first unit of its dimension; of rates only the numerator is converted."""
    factor = _factors().get(unit) or _factors().get(unit.partition(" per ")[0])
    return value * factor[1] if factor else value


def convert(value: Number, unit: str, to: str) -> Number | None:
    """`value` of `unit` in the unit `to`; None where no fixed factor leads there.

    Rates convert in their numerator: dollars per day do not become dollars per month.
    """
    if unit == to:
        return value
    numerator, per, denominator = unit.partition(" per ")
    if unit not in _factors() and per and to.partition(" per ")[2] == denominator:
        return convert(value, numerator, to.partition(" per ")[0])
    if unit in _KELVIN and to in _KELVIN:
        return round(_FROM_KELVIN[to](_KELVIN[unit](value)), 9)
    here, there = _factors().get(unit), _factors().get(to)
    if here is None or there is None or here[0] != there[0]:
        return None
    return value * here[1] / there[1]
