"""Dates that begin with digits: ISO and other numeric dates, decades, quarters, days of the month; years come last."""

from factcheck.extract.date_numbers import century_of, day_at, era_at, ordinal_at, year_at
from factcheck.extract.moment import Base, Expression, Moment, Scan
from factcheck.extract.timex import Fields
from factcheck.extract.year import years
from factcheck.model import TimexModifier

_SEPARATORS = frozenset({"-", "/", "–"})


def numeric_expressions(scan: Scan, index: int) -> tuple[Expression, ...]:
    """The dates that begin with the digits at token `index`."""
    for reading in (_three_numbers, _dotted, _compact, _year_and_month, _decade, _bare_ordinal):
        found = reading(scan, index)
        if found:
            return (found,)
    return years(scan, index)


def business_period(scan: Scan, index: int, word: str) -> Expression | None:
    """Q3 2024, Q3, FY2024, "fiscal 2024", "fiscal year 2024"."""
    if word == "q":
        quarter = scan.digits(index + 1, 1)
        if not quarter or quarter > 4 or not scan.touches(index + 1) or not scan.capital(index):
            return None
        year = year_at(scan, index + 2)
        return Expression(
            index, year[0] if year else index + 2, Moment(Fields(year[1] if year else None, quarter=quarter))
        )
    start = index + 2 if scan.at(index + 1) == "year" else index + 1
    year = year_at(scan, start, short=word in ("fy", "cy") and scan.capital(index) and scan.touches(start))
    # A fiscal year need not be the calendar year of its name: half a year either side is allowed.
    return Expression(index, year[0], Moment(Fields(year[1], modifier=TimexModifier.APPROX))) if year else None


def _three_numbers(scan: Scan, index: int) -> Expression | None:
    """2025-03-11, 07/19/98, 1/1/2015, and 2025 03 11 with spaces."""
    separator = scan.at(index + 1)
    if separator not in _SEPARATORS:
        return _spaced(scan, index)
    if scan.at(index + 3) != separator:
        return None
    a, b, c = scan.digits(index, 4), scan.digits(index + 2, 4), scan.digits(index + 4, 4)
    if a is None or b is None or c is None:
        return None
    if (
        not all(scan.touches(index + k) for k in (1, 2, 3, 4))
        or (scan.at(index + 5) == separator and scan.touches(index + 5))
    ) and not (scan.at(index + 5) == "-" and len(scan.at(index)) == 4):
        return None
    if scan.touches(index) and scan.at(index - 1) in (*_SEPARATORS, ".") and len(scan.at(index)) != 4:
        return None
    return _ordered(scan, index, index + 5, (a, b, c), separator)


def _spaced(scan: Scan, index: int) -> Expression | None:
    if [len(scan.at(index + k)) for k in range(3)] != [4, 2, 2]:
        return None
    year, month, day = scan.digits(index, 4), scan.digits(index + 1, 2), scan.digits(index + 2, 2)
    if year is None or month is None or day is None:
        return None
    if not (1900 <= year <= 2099 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Expression(index, index + 3, Moment(Fields(year=year, month=month, day=day)))


def _ordered(scan: Scan, first: int, past: int, numbers: tuple[int, int, int], separator: str) -> Expression | None:
    a, b, c = numbers
    if 1000 <= a <= 2999 and len(scan.at(first)) == 4:
        valid = 1 <= b <= 12 and 1 <= c <= 31
        return Expression(first, past, Moment(Fields(year=a, month=b, day=c))) if valid else None
    year = c if c >= 1000 else century_of(c) if len(scan.at(past - 1)) == 2 or separator == "." else 0
    if not (1000 <= year <= 2999 and 1 <= a <= 31 and 1 <= b <= 31) or (a > 12 and b > 12):
        return None
    if separator == ".":
        return Expression(first, past, Moment(Fields(year=year, month=b, day=a))) if b <= 12 else None
    if a > 12 or b > 12:
        month, day = (b, a) if a > 12 else (a, b)
        return Expression(first, past, Moment(Fields(year=year, month=month, day=day), day_first=a > 12))
    return Expression(first, past, Moment(Fields(year=year), numeric=(a, b)))


def _dotted(scan: Scan, index: int) -> Expression | None:
    """14.11.2024 is one token."""
    word = scan.at(index)
    if not 6 <= len(word) <= 10 or word.count(".") != 2:
        return None
    parts = word.split(".")
    if not all(p.isascii() and p.isdigit() for p in parts) or len(parts[0]) > 2 or len(parts[1]) > 2:
        return None
    if len(parts[2]) != 4 and not (len(parts[2]) == 2 and len(parts[0]) == len(parts[1]) == 2):
        return None
    return _ordered(scan, index, index + 1, (int(parts[0]), int(parts[1]), int(parts[2])), ".")


def _compact(scan: Scan, index: int) -> Expression | None:
    """20161016, with a valid month and day."""
    word = scan.at(index)
    if len(word) != 8 or not (word.isascii() and word.isdigit()) or not word.startswith(("19", "20")):
        return None
    month, day = int(word[4:6]), int(word[6:])
    if not (1 <= month <= 12 and 1 <= day <= 31) or scan.at(index - 1) in ("$", "€", "£", "#"):
        return None
    return Expression(index, index + 1, Moment(Fields(year=int(word[:4]), month=month, day=day)))


def _year_and_month(scan: Scan, index: int) -> Expression | None:
    """2015-12, 12/2015, 2015-3; "2009-10" and "1904–05" are ranges of years."""
    if scan.at(index + 1) not in ("-", "/") or not (scan.touches(index + 1) and scan.touches(index + 2)):
        return None
    a, b = scan.digits(index, 4), scan.digits(index + 2, 4)
    chained = scan.touches(index) and scan.at(index - 1) in _SEPARATORS
    if a is None or b is None or chained or (scan.touches(index + 3) and scan.at(index + 3) in ("-", "/")):
        return None
    if len(scan.at(index)) == 4 and 1000 <= a <= 2999 and 1 <= b <= 12 and len(scan.at(index + 2)) <= 2:
        if b == (a + 1) % 100:
            return None
        return Expression(index, index + 3, Moment(Fields(year=a, month=b)))
    if len(scan.at(index + 2)) == 4 and 1900 <= b <= 2099 and 1 <= a <= 12 and not scan.touches(index):
        return Expression(index, index + 3, Moment(Fields(year=b, month=a)))
    return None


def _decade(scan: Scan, index: int) -> Expression | None:
    """1990s, 1870's, '90s, the 470s BC."""
    if scan.at(index + 1) not in ("s", "'s", "’s") or not scan.touches(index + 1):
        return None
    number = scan.digits(index, 4)
    past = index + 2
    if number is None or number % 10:
        return None
    first, length = index, len(scan.at(index))
    era = era_at(scan, past)
    if era:
        past, number = era[0], number * era[1]
    elif length == 2 and scan.at(index - 1) in ("'", "’", "‘") and scan.touches(index):
        first, number = index - 1, 1900 + number if number > 20 else 2000 + number
    elif length != 4 or not 1000 <= number <= 2990:
        return None
    if (
        scan.at(index + 1) != "s"
        and scan.at(past).isalpha()
        and scan.at(past) not in scan.words.classes["before-a-date"]
    ):
        return None  # "1990's winner" is a possessive
    if scan.at(first - 1) == "the":
        first -= 1
    return Expression(first, past, Moment(Fields(year=number, span="decade")))


def _bare_ordinal(scan: Scan, index: int) -> Expression | None:
    """Reads "on the 9th" of the month last mentioned; "the 9th battalion" and "the 9th of March" are not this."""
    found = ordinal_at(scan, index) if scan.at(index - 1) == "the" else None
    if found is None or not 1 <= found[1] <= 31:
        return None
    before = scan.at(index - 2)
    if before not in (
        "on",
        "by",
        "until",
        "till",
        "from",
        "since",
        "to",
        "around",
        "before",
        "after",
        "of",
        "and",
        "than",
    ):
        return None
    past = found[0]
    if (
        scan.at(past) == "of"
        and scan.at(past + 1) in ("that", "the", "this")
        and scan.at(past + 2) in ("month", "same")
    ):
        month = Moment(unit="month", count=0, base=Base.REFERENCE if scan.at(past + 1) == "that" else Base.CONTEXT)
        past += 4 if scan.at(past + 2) == "same" else 3
        return Expression(index - 1, past, Moment(Fields(day=found[1]), origin=month))
    following = scan.at(past)
    if following.isalpha() and following not in (
        "and",
        "at",
        "in",
        "with",
        "when",
        "after",
        "as",
        "but",
        "he",
        "she",
        "they",
        "it",
        "this",
    ):
        return None
    if following in ("-", "–") or (
        following == "and" and day_at(scan, past + 1) is None and before in ("of", "to", "from", "by")
    ):
        return None
    end = past + 2 if following == "this" and scan.at(past + 1) == "month" else past
    if following == "this" and end == past:
        return None
    return Expression(index - 1, end, Moment(Fields(day=found[1])))
