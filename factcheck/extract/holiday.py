"""Holidays that have a date: "Christmas Eve", "Good Friday 2018", "Thanksgiving"."""

import datetime
from functools import cache

from factcheck.data import lexicon_classes
from factcheck.extract.calendar_date import with_determiner
from factcheck.extract.date_numbers import year_at
from factcheck.extract.moment import Expression, Moment, Scan
from factcheck.extract.timex import Fields, easter, make_day, nth_weekday, shift_day
from factcheck.tokens import tokenize


@cache
def _names() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word → (all words, key) of the holidays that begin with it, longest first."""
    names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key, phrases in lexicon_classes("holidays").items():
        for phrase in phrases:
            words = tokenize(phrase).lower
            names.setdefault(words[0], []).append((words, key))
    return {first: tuple(sorted(found, key=lambda n: (-len(n[0]), n))) for first, found in names.items()}


def holiday_triggers() -> frozenset[str]:
    """The first words of all holidays."""
    return frozenset(_names())


def holiday_expression(scan: Scan, index: int, limit: int) -> Expression | None:
    """The holiday that begins at token `index`, with its year; not "Easter Island"."""
    for words, key in _names().get(scan.at(index), ()):
        past = index + len(words)
        here = tuple("'s" if word == "’s" else word for word in scan.tokens.lower[index:past])
        if here == words:
            return _holiday(scan, index, past, key, limit)
    return None


def _holiday(scan: Scan, index: int, past: int, key: str, limit: int) -> Expression | None:
    year = year_at(scan, past + 1 if scan.at(past) in ("of", ",") else past)
    if scan.at(past) == "weekend":
        year = year_at(scan, past + 1)
        fields = Fields(year=year[1] if year else None, weekend=True)
        return Expression(index, year[0] if year else past + 1, Moment(fields, holiday=key))
    if year and scan.at(year[0]) == "weekend":
        return Expression(index, year[0] + 1, Moment(Fields(year=year[1], weekend=True), holiday=key))
    if year:
        return Expression(index, year[0], Moment(Fields(year=year[1]), holiday=key))
    named = scan.capital(past) and scan.at(past).isalpha() and scan.capital(index)
    if named or not (
        scan.capital(index) or past - index > 1 or scan.at(index) in ("easter", "halloween", "thanksgiving")
    ):
        return None
    return with_determiner(scan, Expression(index, past, Moment(holiday=key)), limit)


def holiday_date(key: str, year: int) -> datetime.date | None:
    """The day of a holiday, by its key in the lexicon, in a year of the Gregorian calendar."""
    if not 1583 <= year <= 9998:
        return None
    if key.startswith("easter"):
        return shift_day(easter(year), int(key.removeprefix("easter")))
    if "/" in key:
        rule, _, later = key.partition("+")
        month, weekday, nth = (int(part) for part in rule.split("/"))
        day = nth_weekday(year, month, weekday, nth)
        return shift_day(day, int(later or 0)) if day else None
    month, day_of_month = (int(part) for part in key.split("-"))
    return make_day(year, month, day_of_month)
