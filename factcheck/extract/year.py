"""Years alone and ranges of years."""

from factcheck.extract.date_numbers import century_of, era_at
from factcheck.extract.moment import Expression, Moment, Scan
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


def years(scan: Scan, index: int) -> tuple[Expression, ...]:
    """A year alone, with the end of a range of years: 1939, 493 BC, 1914–18, 1876-1910."""
    year = scan.digits(index, 4)
    if not year or _month_follows(scan, index):
        return ()
    found = _year_with_era(scan, index, year)
    if found:
        return found
    length = len(scan.at(index))
    if length == 2:
        return _short_year(scan, index, year)
    if length == 3:
        return _early_year(scan, index, year)
    return _full_year(scan, index, year) if length == 4 and 1000 <= year <= 2999 else ()


def _year_with_era(scan: Scan, index: int, year: int) -> tuple[Expression, ...]:
    era = era_at(scan, index + 1)
    if era is not None:
        return (Expression(index, era[0], Moment(Fields(year=year * era[1]))),)
    if scan.at(index - 1) in ("ad", "a.d.") and scan.capital(index - 1):
        return (Expression(index - 1, index + 1, Moment(Fields(year=year))),)
    end = _range_before_christ(scan, index)
    return (Expression(index, index + 1, Moment(Fields(year=-year))), end) if end else ()


def _short_year(scan: Scan, index: int, year: int) -> tuple[Expression, ...]:
    """Reads "in '99"."""
    quoted = scan.at(index - 1) in ("'", "’", "‘") and scan.touches(index)
    closed = scan.at(index + 1) in ("'", "’", "-") and scan.touches(index + 1)
    if not quoted or closed or not _after_preposition(scan, index - 1):
        return ()
    return (Expression(index - 1, index + 1, Moment(Fields(year=century_of(year)))),)


def _full_year(scan: Scan, index: int, year: int) -> tuple[Expression, ...]:
    here = Expression(index, index + 1, Moment(Fields(year=year)))
    end = _range_end(scan, index, year)
    if end is None:
        return (here,) if _is_year(scan, index, year) else ()
    if _follows_number_sign(scan, index):
        return ()
    return (here, Expression(index + 2, index + 3, Moment(Fields(year=end))))


def _month_follows(scan: Scan, index: int) -> bool:
    """Whether a month takes the year: "2017 April", "2019-Aug-1"."""
    tight = scan.at(index + 1) in ("-", "/") and scan.touches(index + 1) and scan.touches(index + 2)
    month = index + 2 if tight else index + 1
    if scan.at(month) in scan.words.seasons and scan.at(month) != "fall":
        return len(scan.at(index)) == 4 and scan.at(month + 1) != "of"
    if scan.at(month) not in scan.words.months or len(scan.at(index)) != 4:
        return False
    if scan.at(month) in ("may", "march") and not tight:
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
        and scan.at(index + 1) in ("the", "he", "she", "it", "they", "and", "when", "a", "after")
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
    if (
        before == "."
        and scan.at(index - 2) in ("no", "nos", "p", "pp", "vol", "art", "sec")
        and scan.touches(index - 1)
    ):
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
