"""Dates that begin with digits: ISO and other numeric dates, years alone, decades, year ranges."""

from factcheck.extract.date_numbers import century_of, day_at, era_at, ordinal_at
from factcheck.extract.moment import Base, Expression, Moment, Scan
from factcheck.extract.timex import Fields

_SEPARATORS = frozenset({"-", "/", "–"})
_RANGE = frozenset({"-", "–", "—", "/"})
_STUCK = frozenset({"%", "°", "/", "+", "@", "_", "€"})
_DETERMINERS = frozenset({"the", "year", "early", "late", "mid", "season", "circa", "ca"})
_DETERMINERS |= {"spring", "summer", "autumn", "fall", "winter"}
_POSSESSIVES = frozenset({"a", "an", "his", "her", "its", "their", "our", "my", "'s", "’s"})
_SAFE_BEFORE = frozenset({"in", "since", "during", "of", "until", "after", "before", "by"})
_NO_PLURAL = frozenset({"marks", "brings", "remains", "results", "census", "sees", "does", "less", "across"})
_OPENERS = frozenset({"(", ",", "-", "–", "—", "[", "=", ":", ";"})


def numeric_expressions(scan: Scan, index: int) -> tuple[Expression, ...]:
    """The dates that begin with the digits at token `index`."""
    for reading in (_three_numbers, _dotted, _compact, _year_and_month, _decade, _bare_ordinal):
        found = reading(scan, index)
        if found:
            return (found,)
    return _years(scan, index)


def _three_numbers(scan: Scan, index: int) -> Expression | None:
    """2025-03-11, 07/19/98, 1/1/2015, and 2025 03 11 with spaces."""
    a, b, c = (scan.digits(index + k, 4) for k in (0, 2, 4))
    separator = scan.at(index + 1)
    if a is None or b is None or c is None or separator not in _SEPARATORS or scan.at(index + 3) != separator:
        return _spaced(scan, index)
    if (
        not all(scan.touches(index + k) for k in (1, 2, 3, 4))
        or (scan.at(index + 5) == separator and scan.touches(index + 5))
    ) and not (scan.at(index + 5) == "-" and len(scan.at(index)) == 4):
        return None
    if scan.touches(index) and scan.at(index - 1) in (*_SEPARATORS, ".") and len(scan.at(index)) != 4:
        return None
    return _ordered(scan, index, index + 5, (a, b, c), separator)


def _spaced(scan: Scan, index: int) -> Expression | None:
    year, month, day = (scan.digits(index + k, n) for k, n in ((0, 4), (1, 2), (2, 2)))
    if year is None or month is None or day is None or len(scan.at(index)) != 4 or len(scan.at(index + 1)) != 2:
        return None
    if not (1900 <= year <= 2099 and 1 <= month <= 12 and 1 <= day <= 31 and len(scan.at(index + 2)) == 2):
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
    a, b = scan.digits(index, 4), scan.digits(index + 2, 4)
    tight = scan.at(index + 1) in ("-", "/") and scan.touches(index + 1) and scan.touches(index + 2)
    if a is None or b is None or not tight or (scan.touches(index + 3) and scan.at(index + 3) in ("-", "/")):
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
    number = scan.digits(index, 4)
    past = index + 2
    if number is None or number % 10 or not scan.touches(index + 1) or scan.at(index + 1) not in ("s", "'s", "’s"):
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
    found = ordinal_at(scan, index)
    if found is None or not 1 <= found[1] <= 31 or scan.at(index - 1) != "the":
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


def _years(scan: Scan, index: int) -> tuple[Expression, ...]:
    """A year alone, with the end of a range of years: 1939, 493 BC, 1914–18, 1876-1910."""
    year = scan.digits(index, 4)
    if year is None or not year or _month_follows(scan, index):
        return ()
    era = era_at(scan, index + 1)
    if era is not None:
        return (Expression(index, era[0], Moment(Fields(year=year * era[1]))),)
    if scan.at(index - 1) in ("ad", "a.d.") and scan.capital(index - 1):
        return (Expression(index - 1, index + 1, Moment(Fields(year=year))),)
    length = len(scan.at(index))
    if (
        scan.at(index - 1) in ("'", "’", "‘")
        and length == 2
        and scan.touches(index)
        and _after_preposition(scan, index - 1)
    ):
        if scan.at(index + 1) in ("'", "’", "-") and scan.touches(index + 1):
            return ()
        return (Expression(index - 1, index + 1, Moment(Fields(year=year + (1900 if year > 20 else 2000)))),)
    before_christ = _range_before_christ(scan, index)
    if before_christ is not None:
        return (Expression(index, index + 1, Moment(Fields(year=-year))), before_christ)
    if length == 3:
        return _early_year(scan, index, year)
    if length != 4 or not 1000 <= year <= 2999:
        return ()
    end = _range_end(scan, index, year)
    if end is None:
        return (Expression(index, index + 1, Moment(Fields(year=year))),) if _is_year(scan, index, year) else ()
    if _follows_number_sign(scan, index):
        return ()
    return (
        Expression(index, index + 1, Moment(Fields(year=year))),
        Expression(index + 2, index + 3, Moment(Fields(year=end))),
    )


def _month_follows(scan: Scan, index: int) -> bool:
    """Whether a month takes the year: "2017 April", "2019-Aug-1"."""
    tight = scan.at(index + 1) in ("-", "/") and scan.touches(index + 1) and scan.touches(index + 2)
    month = index + 2 if tight else index + 1
    if scan.at(month) not in scan.words.months or len(scan.at(index)) != 4 or scan.at(month) in ("may", "march"):
        return False
    return tight or (scan.digits(month + 1, 2) is None and scan.at(index - 1) in scan.words.classes["before-a-date"])


def _range_before_christ(scan: Scan, index: int) -> Expression | None:
    """The end of "499-493 BC" or "from 264 to 241 BC"."""
    if scan.at(index + 1) not in ("-", "–", "to", "and", "until"):
        return None
    year, era = scan.digits(index + 2, 4), era_at(scan, index + 3)
    start = scan.digits(index, 4)
    if not year or not start or era is None or era[1] > 0 or start < year:
        return None
    return Expression(index + 2, era[0], Moment(Fields(year=-year)))


def _early_year(scan: Scan, index: int, year: int) -> tuple[Expression, ...]:
    """A year of three digits counts only where the document speaks of years before Christ, which the resolver knows."""
    if (
        scan.at(index - 1) not in ("in", "by", "until", "since", "from", "of", "early", "late", "spring")
        or scan.at(index + 1).isalpha()
    ) and not (
        scan.at(index - 1) in ("in", "by", "until", "since")
        and scan.at(index + 1) in ("the", "he", "they", "and", "when", "a", "after")
    ):
        return ()
    if scan.at(index + 1) in ("%", "-", "/", "°") or scan.touches(index):
        return ()
    return (Expression(index, index + 1, Moment(Fields(year=year), early_year=True)),)


def _range_end(scan: Scan, index: int, year: int) -> int | None:
    """The last year of "1914–18", "1876-1910", "2009-10"."""
    if scan.at(index + 1) not in _RANGE or (not scan.touches(index + 1) and scan.at(index + 1) == "-"):
        return None
    number = scan.digits(index + 2, 4)
    if number is None or (scan.touches(index + 3) and scan.at(index + 3) in ("-", "–", "/", "%", "s")):
        return None
    length = len(scan.at(index + 2))
    if length == 2 and scan.touches(index + 2):
        number += year - year % 100
    elif length != 4:
        return None
    return number if year < number <= min(year + 400, 2999) else None


def _after_preposition(scan: Scan, index: int) -> bool:
    return scan.at(index - 1) in scan.words.classes["before-a-date"]


def _follows_number_sign(scan: Scan, index: int) -> bool:
    before = scan.at(index - 1)
    if before in ("#", "$", "€", "£", "¥", "№", "~", "+", "@", "_"):
        return True
    if before == "." and scan.touches(index) and scan.touches(index - 1):
        before = scan.at(index - 2)
        return scan.at(index - 1) != "." or before in ("no", "nos", "p", "pp") or scan.at(index - 2).isdigit()
    if before in ("-", "/", ".") and scan.touches(index) and scan.touches(index - 1):
        return scan.at(index - 2) not in ("mid", "early", "late", "pre", "post") and not scan.digits(index - 2, 4)
    return scan.words.has("not-a-year-before", before)


def _is_year(scan: Scan, index: int, year: int) -> bool:
    """Whether four digits are a year and not a count, a number of a room or a part of a longer number."""
    before, after = scan.at(index - 1), scan.at(index + 1)
    if _follows_number_sign(scan, index) or _is_measured(scan, index):
        return False
    counted = _counts(scan, index + 1)
    if before in _DETERMINERS:
        return _in_reach(year) and not (counted and year % 50 == 0)
    if before in _POSSESSIVES:
        return 1700 <= year <= 2060 and after.isalpha() and not (counted or year % 50 == 0)
    if before in ("to", "and", "-", "–") and 1000 <= (scan.digits(index - 2, 4) or 0) < year:
        return True
    if _after_preposition(scan, index):
        doubtful = counted and (year % 10 == 0 or before not in _SAFE_BEFORE or not 1900 <= year <= 2060)
        return _in_reach(year) and not doubtful
    if counted or not 1700 <= year <= 2060:
        return False
    if before in _OPENERS or scan.tokens.sentence_at(index)[0] == index:
        return not (before in ("-", ":") and scan.touches(index) and scan.at(index - 2).isdigit())
    return _loose_year(scan, index, year)


def _is_measured(scan: Scan, index: int) -> bool:
    """Whether a unit, a sign or a street follows the number."""
    after = scan.at(index + 1)
    stuck = after in _STUCK or after.isalnum() or (after == ":" and scan.touches(index + 2))
    if (stuck and scan.touches(index + 1)) or after in scan.words.units or scan.words.has("measure", after):
        return True
    if after == "of" and not _after_preposition(scan, index):
        return True
    return scan.capital(index + 1) and any(scan.words.has("street", scan.at(index + k)) for k in (1, 2, 3))


def _counts(scan: Scan, index: int) -> bool:
    """Whether a plural noun follows, which the number may count."""
    word = scan.at(index)
    if word in ("people", "men", "women", "children", "police"):
        return True
    return (
        word.endswith("s") and len(word) > 3 and word.isalpha() and not scan.capital(index) and word not in _NO_PLURAL
    )


def _in_reach(year: int) -> bool:
    return 1000 <= year <= 2200


def _loose_year(scan: Scan, index: int, year: int) -> bool:
    """A year without a preposition: "the World Cup 2022", "election 2016"; not "2016 homes"."""
    after = scan.at(index + 1)
    if not 1900 <= year <= 2060 or year % 100 == 0:
        return False
    classes = scan.words.classes
    ends = not after.isalpha() or scan.capital(index + 1) or after in ("the", "a", "also", "which", "when", "who")
    return ends or after in classes["before-a-date"] or after in classes["past-tense"] or scan.capital(index - 1)
