"""When a source was published: by what its file states, the caller says, its name holds, or its dateline reads."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from pathlib import PurePath

from factcheck.data import lexicon_classes
from factcheck.normalized import normalized
from factcheck.read.dates import MONTH, find_dates, month_number
from factcheck.read.document import Document, Origin, Stated

_HEAD_CHARACTERS = 2000
_HEAD_LINES = 6
_MAX_WORDS_BEFORE = 10
_MAX_DAYS_APART = 60
# In days: as far may a companion be from a dateline whose weekday only that year has.
_MAX_DAYS_WITH_WEEKDAY = 183
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def publication_date(document: Document, path: str, option: datetime.date | None) -> Stated | None:
    """The publication date of a document: of all places that state one the most trusted (the order of Origin)."""
    stated = document.published
    if option is not None and (stated is None or stated.origin is not Origin.FRONT_MATTER):
        return Stated(option, Origin.OPTION)
    if stated is None or stated.origin is Origin.FILE_PROPERTY:
        return _from_file_name(path) or _from_dateline(document, path) or _property(document)
    return stated


def _property(document: Document) -> Stated | None:
    """The date among the file's properties, unless a dateline without a year says that it is another day."""
    return None if dateline_without_year(document.text, document.body) else document.published


@cache
def _iso_in_name() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")


def _from_file_name(path: str) -> Stated | None:
    for year, _, month, day in _iso_in_name().findall(PurePath(path).stem):
        try:
            return Stated(datetime.date(int(year), int(month), int(day)), Origin.FILE_NAME)
        except ValueError:
            continue
    return None


def _from_dateline(document: Document, path: str) -> Stated | None:
    lines = _head(document.text, document.body)
    dates = [(line, date) for line in lines for date in find_dates(line)]
    for line, date in dates:
        if _is_dateline(line[: date.start], line[date.end :]):
            return Stated(date.day, Origin.DATELINE)
    named = [int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", PurePath(path).stem)]
    near = [date.day for _, date in dates] + ([document.published.day] if document.published else [])
    yearless = (_month_and_day_of(line) for line in lines)
    day = next((_with_year(*found, near, named) for found in yearless if found), None)
    return Stated(day, Origin.DATELINE) if day else None


def companion_date(text: str, body: int, companions: Sequence[datetime.date]) -> datetime.date | None:
    """The day of a dateline without a year, in the year that brings it nearest to the sources read along with it.

    `companions` are the days of those sources, in order.
    "MANILA, Feb. 12 (Wire)" beside reports of 13 and 14 February 2025 is of 2025. None without a dateline, or where
    every year leaves it far from all companions. A wire tells of its own day or the day before, so a year in which the
    first weekday that it names is neither gives way to one in which it is the day itself.
    """
    found = dateline_without_year(text, body)
    if found is None or not companions:
        return None
    years = range(companions[0].year - 1, companions[-1].year + 2)
    days = (day for year in years if (day := _day(year, *found)))
    distances = sorted((_days_apart(day, companions), day) for day in days)
    if not distances or distances[0][0] > _MAX_DAYS_APART:
        return None
    nearest, told = distances[0][1], _first_weekday(text, body)
    if told is None or (nearest.weekday() - told) % 7 <= 1:
        return nearest
    fitting = (day for apart, day in distances if apart <= _MAX_DAYS_WITH_WEEKDAY and day.weekday() == told)
    return next(fitting, nearest)


def _days_apart(day: datetime.date, companions: Sequence[datetime.date]) -> int:
    """How many days the nearest of the companions, which are in order, is from a day."""
    at = bisect_left(companions, day)
    return min(abs((day - c).days) for c in companions[max(0, at - 1) : at + 1])


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"(?<!last )(?<!next )(?<!black )(?<!good )\b({'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)


def _first_weekday(text: str, body: int) -> int | None:
    """The first weekday that the head of a text names, Monday is 0; None where it names none."""
    named = _weekday().search(" ".join(_head(text, body)))
    return _WEEKDAYS.index(named[1].lower()) if named else None


def dateline_without_year(text: str, body: int) -> tuple[int, int] | None:
    """The month and day of a dateline that leaves out the year; None without such a dateline."""
    return next((day for day in map(_month_and_day_of, _head(text, body)) if day), None)


def _head(text: str, body: int) -> list[str]:
    lines = normalized(text[body : body + _HEAD_CHARACTERS]).text.splitlines()
    # Marks of emphasis and headings are no part of a dateline: "*Riga, 5 March 2026.* The airline …".
    return [line.strip(" \t#*_>") for line in lines if line.strip(" \t#*_>")][:_HEAD_LINES]


def _is_dateline(before: str, after: str) -> bool:
    """Whether a date with these words of its line around it dates the text, rather than stands in a sentence of it.

    A dateline names places, papers or issues, then the day, then ends or is set off: "Quito, 20 September 2025",
    "RIGA, March 5, 2026 (Wire) - …", "Published on 4 March 2025".
    """
    publishing, prose, small = (lexicon_classes("dateline-words")[name] for name in ("publishing", "prose", "small"))
    words = re.findall(r"[^\W_]+", before)
    if len(words) > _MAX_WORDS_BEFORE or not re.match(r"[\s.]*(?:$|[*_(|·\-–—/:;\]])", after):
        return False
    if words and words[0].lower() in publishing:
        return True
    # Behind a dash stands who is quoted, and when that was said: "— Ana Ruiz, Lima, April 3, 2024".
    if words and re.match(r"\s*[-–—―]", before):
        return False
    if words and (words[0].lower() in prose or not re.search(r"[,|·\-–—/:(\[]\s*$|\bof\s*$", before)):
        return False
    plain = any(word.islower() and word not in small for word in words)
    return not plain or not after.strip(" .*_")


@cache
def _month_and_day() -> re.Pattern[str]:
    month = MONTH.format("m")
    tail = r"(?=\s*(?:\(|-|–|—|/|$))"
    return re.compile(rf"(?<!\w)(?:{month} (?P<d>\d{{1,2}})|(?P<e>\d{{1,2}}) {MONTH.format('n')}){tail}", re.IGNORECASE)


def _month_and_day_of(line: str) -> tuple[int, int] | None:
    """Month and day of a dateline that states no year, like "MANILA, Feb. 12 (Wire) -"."""
    match = _month_and_day().search(line)
    if not match or not _is_dateline(line[: match.start()], line[match.end() :]):
        return None
    return month_number(match["m"] or match["n"]), int(match["d"] or match["e"])


def _with_year(month: int, day: int, near: Sequence[datetime.date], named: Sequence[int]) -> datetime.date | None:
    """The day in the year that a full date close by, or the file name, lends it."""
    for close in near:
        for year in range(close.year - 1, close.year + 2):
            dated = _day(year, month, day)
            if dated and abs((dated - close).days) <= _MAX_DAYS_APART:
                return dated
    return next((dated for year in named if (dated := _day(year, month, day))), None)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
