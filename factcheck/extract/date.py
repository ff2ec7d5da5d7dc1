"""Dates, times of day, durations and sets as TIMEX3 values."""

import datetime
from functools import cache

from factcheck.extract.anchor import Resolver
from factcheck.extract.calendar_date import month_expressions, season_expression, weekday_expression
from factcheck.extract.clock import clock_expression, named_time, o_clock_expression, past_expression
from factcheck.extract.date_numbers import year_words_at
from factcheck.extract.date_parts import join
from factcheck.extract.day_word import (
    day_expression,
    part_expression,
    reference_adjective,
    reference_expression,
    reference_noun,
    repetition_expression,
)
from factcheck.extract.edge import extended
from factcheck.extract.found import Found
from factcheck.extract.holiday import holiday_expression, holiday_triggers
from factcheck.extract.moment import Expression, Moment, Scan, scan
from factcheck.extract.number import NumberPhrase
from factcheck.extract.numeric_date import business_period, numeric_expressions
from factcheck.extract.relative_date import unit_expression
from factcheck.extract.time_words import time_words
from factcheck.extract.timex import Fields
from factcheck.tokens import Tokens

_DIGITS = frozenset("0123456789")


def dates(tokens: Tokens, phrases: tuple[NumberPhrase, ...], anchor: datetime.date | None) -> tuple[Found, ...]:
    """All time expressions of the text, in order; `anchor` is the day of publication."""
    reading = scan(tokens, phrases)
    expressions = join(reading, _expressions(reading))
    resolver = Resolver(reading, expressions, anchor)
    found = []
    for expression in expressions:
        value = resolver.resolve(expression)
        if value is not None:
            found.append(Found(tokens.starts[expression.first], tokens.ends[expression.past - 1], value))
    return tuple(found)


@cache
def _triggers() -> frozenset[str]:
    return time_words().triggers | holiday_triggers()


def _expressions(reading: Scan) -> list[Expression]:
    triggers = _triggers()
    found: list[Expression] = []
    limit = 0
    for index in reading.tokens.places(lambda _, lower: lower in triggers or lower[0] in _DIGITS):
        if index < limit:
            continue
        for expression in _at(reading, index, limit):
            if expression.first >= limit:
                whole = extended(reading, expression, limit)
                found.append(whole)
                limit = whole.past
    return found


def _at(reading: Scan, index: int, limit: int) -> tuple[Expression, ...]:
    """The expressions around the trigger at token `index`."""
    word = reading.at(index)
    if word[0] in _DIGITS:
        clock = clock_expression(reading, index)
        return (clock,) if clock else numeric_expressions(reading, index)
    holiday = holiday_expression(reading, index, limit)
    if holiday:
        return (holiday,)
    if word in reading.words.months:
        return month_expressions(reading, index, limit)
    one = _word_expression(reading, index, word, limit)
    return (one,) if one else ()


def _word_expression(reading: Scan, index: int, word: str, limit: int) -> Expression | None:
    words = reading.words
    if word in words.weekdays:
        return weekday_expression(reading, index, limit)
    if word in words.seasons:
        return season_expression(reading, index, limit)
    if word in words.parts or word == "tonight":
        return part_expression(reading, index, limit)
    if word in words.units:
        return unit_expression(reading, index, limit)
    if word in words.days:
        return day_expression(reading, index)
    if word in words.repetitions:
        return repetition_expression(reading, index)
    if word in words.references:
        return reference_expression(reading, index)
    return _odd_word(reading, index, word, limit)


def _odd_word(reading: Scan, index: int, word: str, limit: int) -> Expression | None:
    if word in ("noon", "midday", "midnight"):
        return named_time(reading, index)
    if word in ("o'clock", "o’clock"):
        return o_clock_expression(reading, index, limit)
    if word == "past" and (clock := past_expression(reading, index, limit)):
        return clock
    if word in ("q", "fy", "cy", "fiscal"):
        return business_period(reading, index, word)
    if word in ("past", "future", "present") and (noun := reference_noun(reading, index, limit)):
        return noun
    if word in ("recent", "current", "future"):
        return reference_adjective(reading, index)
    first = index - 1 if word == "thousand" else index
    year = year_words_at(reading, first) if word in ("thousand", "nineteen", "eighteen") and first >= limit else None
    if year and reading.at(first - 1) in reading.words.classes["before-a-date"] and year[0] > index + 1:
        return Expression(first, year[0], Moment(Fields(year=year[1])))
    return None
