"""Small numbers inside dates: days of the month, ordinals and years, in digits and in words."""

from factcheck.extract.moment import Scan

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_ERAS_BEFORE = frozenset({"bc", "bce", "b.c.", "b.c.e."})
_ERAS_AFTER = frozenset({"ad", "ce", "a.d.", "c.e."})


def ordinal_at(scan: Scan, index: int) -> tuple[int, int] | None:
    """(past, number) of an ordinal that begins there: 9th, ninth, twenty-second."""
    number = scan.digits(index, 4)
    if number is not None:
        return (index + 2, number) if scan.at(index + 1) in _SUFFIXES and scan.touches(index + 1) else None
    word = scan.at(index)
    if word in scan.words.cardinals and scan.words.cardinals[word] >= 20:
        following = index + 2 if scan.at(index + 1) == "-" else index + 1
        unit = scan.words.ordinals.get(scan.at(following), 0)
        return (following + 1, scan.words.cardinals[word] + unit) if 0 < unit < 10 else None
    return (index + 1, scan.words.ordinals[word]) if word in scan.words.ordinals else None


def ordinal_before(scan: Scan, index: int) -> tuple[int, int] | None:
    """(first, number) of an ordinal that ends before the token."""
    for length in (3, 2, 1):
        found = ordinal_at(scan, index - length)
        if found and found[0] == index:
            return index - length, found[1]
    return None


def two_digit_words_at(scan: Scan, index: int) -> tuple[int, int] | None:
    """(past, number) of a cardinal from one to ninety-nine in words."""
    cardinals = scan.words.cardinals
    number = cardinals.get(scan.at(index))
    if number is None:
        return None
    if number < 20:
        return index + 1, number
    following = index + 2 if scan.at(index + 1) == "-" else index + 1
    unit = cardinals.get(scan.at(following), 0)
    return (following + 1, number + unit) if 0 < unit < 10 else (index + 1, number)


def year_words_at(scan: Scan, index: int) -> tuple[int, int] | None:
    """(past, year) of a year in words: nineteen ninety-six, two thousand and fifteen, seventeen hundred one."""
    head = scan.words.cardinals.get(scan.at(index))
    if head is None:
        return None
    following = scan.at(index + 1)
    if following == "thousand" and head in (1, 2):
        return _rest_of_year(scan, index + 2, head * 1000)
    if not 11 <= head <= 20:
        return None
    if following == "hundred":
        return _rest_of_year(scan, index + 2, head * 100)
    rest = two_digit_words_at(scan, index + 1)
    return (rest[0], head * 100 + rest[1]) if rest and rest[1] >= 10 else None


def _rest_of_year(scan: Scan, index: int, year: int) -> tuple[int, int]:
    start = index + 1 if scan.at(index) == "and" else index
    rest = two_digit_words_at(scan, start)
    return (rest[0], year + rest[1]) if rest else (index, year)


def day_at(scan: Scan, index: int) -> tuple[int, int] | None:
    """(past, day) of a day of the month: 9, 9th, ninth, twenty-five."""
    found = ordinal_at(scan, index)
    if found is None:
        number = scan.digits(index, 2)
        found = (index + 1, number) if number is not None else two_digit_words_at(scan, index)
    return found if found and 1 <= found[1] <= 31 else None


def day_before(scan: Scan, index: int) -> tuple[int, int] | None:
    """(first, day) of a day of the month that ends before the token."""
    for length in (3, 2, 1):
        if scan.at(index - length) and (found := day_at(scan, index - length)) and found[0] == index:
            return index - length, found[1]
    return None


def year_at(scan: Scan, index: int, short: bool = False) -> tuple[int, int] | None:
    """(past, year) of a year beside a month or season: 1939, 480 BC, '99, nineteen ninety-six; `short` admits 87."""
    if scan.at(index) in ("'", "’", "‘") and scan.touches(index + 1):
        number = scan.digits(index + 1, 2)
        return (index + 2, century_of(number)) if number is not None and len(scan.at(index + 1)) == 2 else None
    number = scan.digits(index, 4)
    if number is None:
        return year_words_at(scan, index)
    era = era_at(scan, index + 1)
    if era and number:
        return era[0], number * era[1]
    length = len(scan.at(index))
    if length == 4 and 1000 <= number <= 2999 and not _continues(scan, index):
        return index + 1, number
    return (index + 1, century_of(number)) if short and length == 2 else None


def _continues(scan: Scan, index: int) -> bool:
    """Whether a number goes on in the next token: 1939%, 1939km."""
    following = scan.at(index + 1)
    return scan.touches(index + 1) and (
        following == "%" or (following.isalpha() and following not in ("s", "bc", "ad"))
    )


def century_of(two_digits: int) -> int:
    """The full year of a two-digit one: up to 30 is of this century."""
    return two_digits + (2000 if two_digits <= 30 else 1900)


def era_at(scan: Scan, index: int) -> tuple[int, int] | None:
    """(past, sign) of an era after a year: BC is -1, AD is 1."""
    word = scan.at(index)
    if word in _ERAS_BEFORE and scan.capital(index):
        return index + 1, -1
    if word in _ERAS_AFTER and scan.capital(index):
        return index + 1, 1
    if word == "b" and scan.at(index + 1) == "." and scan.at(index + 2) == "c":
        return index + 3, -1
    return None
