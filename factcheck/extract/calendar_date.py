"""Dates around the name of a month, weekday or season: "28 October 2024", "May", "the spring of 1916"."""

from msgspec.structs import replace

from factcheck.extract.clock import half_of_day
from factcheck.extract.date_numbers import day_at, day_before, ordinal_at, ordinal_before, year_at
from factcheck.extract.moment import Base, Expression, Moment, Scan
from factcheck.extract.timex import Fields

_LIST_WORDS = frozenset({"and", "or", "to", "-", "–", "—", ",", "&", "until", "till", "through"})
# Names of women too, but in lower case nothing else.
_MONTHS_IN_LOWER_CASE = frozenset({"april", "june", "july"})
_FULL_NAMES = frozenset({"may", "june", "july"})
_TIGHT = frozenset({"-", "–", "—", "/"})
# How a determiner picks among the Mondays, Mays or summers: 0 the one of this period, ±1 the nearest, ±2 the nearest
# but not tomorrow's or yesterday's, which nobody calls "next" or "last".
_PICKS = {
    "last": -2,
    "previous": -2,
    "next": 2,
    "following": 2,
    "past": -1,
    "coming": 1,
    "upcoming": 1,
    "this": 0,
    "same": 0,
    "that": 0,
}
_DATE_AFTER_WEEKDAY = frozenset({"the", ",", "(", "of", "-"})


def month_expressions(scan: Scan, index: int, limit: int) -> tuple[Expression, ...]:
    """The dates around a month name at token `index`, none of them before token `limit`."""
    after = index + 1
    if scan.at(after) == "." and scan.joined(after) and scan.at(index) not in _FULL_NAMES and len(scan.at(index)) <= 4:
        after += 1
    left = _day_left_of_month(scan, index, after, limit)
    abbreviated = after > index + 1 and scan.digits(after, 2) is not None
    if left is None and not abbreviated and _is_literal_name(scan, index):
        return ()
    month = scan.words.months[scan.at(index)]
    if left is not None:
        past, year = _year_right_of_month(scan, after, short=True)
        head = Expression(left[0], past, Moment(Fields(year=year, month=month, day=left[1])))
        return (*_listed_days_left(scan, head, limit), head)
    if month == 9 and scan.at(after) == "11" and scan.words.has("attack", scan.at(after + 1)):
        return ()  # the name of the attacks of 2001
    found = _days_right_of_month(scan, index, after, month)
    if found:
        return _with_year_before(scan, found, limit)
    past, year = _year_right_of_month(scan, after, short=False)
    before = _year_left_of_month(scan, index, limit) if year is None else None
    if year is None and not before and not _stands_as_month(scan, index, after):
        return ()
    first = index
    if before:
        first, year = before
    moment = Moment(Fields(year=year, month=month))
    return (
        with_determiner(scan, Expression(first, past, moment), limit)
        if year is None
        else Expression(first, past, moment),
    )


def _is_literal_name(scan: Scan, index: int) -> bool:
    word = scan.tokens.words[index]
    return (
        word[0].islower()
        and scan.at(index) in ("may", "march", "mar", "sep", "dec", "jan")
        and not (scan.digits(index + 1, 2) and year_at(scan, index + 3 if scan.at(index + 2) == "," else index + 2))
    )


def _day_left_of_month(scan: Scan, index: int, after: int, limit: int) -> tuple[int, int] | None:
    end = index
    if scan.at(end - 1) in _TIGHT and scan.touches(end):
        end -= 1
    elif scan.at(end - 1) == "of":
        end -= 1
        found = day_before(scan, end)
        # "one of March's" is no date: before "of" only an ordinal is a day.
        if found is None or ordinal_at(scan, found[0]) is None:
            return None
    found = day_before(scan, end)
    if (
        found is None
        or found[0] < limit
        or (scan.words.has("doubtful-month", scan.at(index)) and not scan.capital(index))
    ):
        return found if found and found[0] >= limit and _year_right_of_month(scan, after, short=True)[1] else None
    first, day = found
    spelt = scan.at(first).isalpha()
    if spelt and ordinal_at(scan, first) is None and year_at(scan, index + 1) is None and scan.at(first - 1) != "the":
        return None  # "one May day"
    if scan.touches(first) and scan.at(first - 1) in (":", "$", "€", "£", "/", "."):
        return None
    if scan.at(first - 1) == "the":
        return max(first - 1, limit), day
    return first, day


def _year_right_of_month(scan: Scan, index: int, short: bool) -> tuple[int, int | None]:
    """(past, year) of a year after a month, or (index, None)."""
    start = index
    if scan.at(start) in (",", "of", "in") or (scan.at(start) in _TIGHT and scan.touches(start)):
        start += 1
    link = scan.at(start - 1) if start > index else ""
    year = year_at(scan, start, short=link == "of" or (short and link in ("-", "/")))
    if year is None or (link == "in" and not short) or (link == "," and year[1] < 1000):
        return index, None
    if link in _TIGHT and len(scan.at(start)) <= 2 and scan.at(year[0]) in scan.words.months:
        return index, None  # "14 August-24 August"
    return year


def _year_left_of_month(scan: Scan, index: int, limit: int) -> tuple[int, int] | None:
    first = index - 2 if scan.at(index - 1) in _TIGHT else index - 1
    year = year_at(scan, first) if first >= limit else None
    return (first, year[1]) if year and scan.digits(first, 4) else None


def _days_right_of_month(scan: Scan, index: int, after: int, month: int) -> tuple[Expression, ...]:
    """Reads "October 28", "Oct. 9, 2001", "November 3-5", "March 3, 5 and 7"; empty if no day follows."""
    start = after
    if (scan.at(start) in _TIGHT and scan.touches(start) and scan.touches(start + 1)) or (
        scan.at(start) == "the" and ordinal_at(scan, start + 1) and not scan.capital(start + 1)
    ):
        start += 1
    day = _glued_day_and_year(scan, start) or _day_with_year(scan, start)
    if day is None:
        return ()
    past, number, year = day
    chained = scan.at(index - 1) in _TIGHT and scan.touches(index) and scan.digits(index - 2, 4) is not None
    if year is None and not chained and not _day_may_follow(scan, index, start, past):
        return ()
    head = Expression(index, past, Moment(Fields(year=year, month=month, day=number)))
    return (head, *_listed_days_right(scan, head)) if year is None else (head,)


def _with_year_before(scan: Scan, found: tuple[Expression, ...], limit: int) -> tuple[Expression, ...]:
    """The 2019 of "2019-Aug-1"."""
    first, moment = found[0].first, found[0].meaning
    if not isinstance(moment, Moment) or moment.fields.year is not None or scan.at(first - 1) not in _TIGHT:
        return found
    before = _year_left_of_month(scan, first, limit) if scan.touches(first) else None
    if before is None:
        return found
    dated = Expression(before[0], found[0].past, replace(moment, fields=replace(moment.fields, year=before[1])))
    return (dated, *found[1:])


def _glued_day_and_year(scan: Scan, index: int) -> tuple[int, int, int | None] | None:
    """Reads "March 3,2024" is one token after the month."""
    day, comma, year = scan.at(index).partition(",")
    if comma and 1 <= len(day) <= 2 and len(year) == 4 and (day + year).isascii() and (day + year).isdigit():
        return (index + 1, int(day), int(year)) if 1 <= int(day) <= 31 and 1000 <= int(year) <= 2999 else None
    return None


def _day_with_year(scan: Scan, index: int) -> tuple[int, int, int | None] | None:
    found = day_at(scan, index)
    if found is None:
        return None
    past, day = found
    start = past
    if scan.at(start) in (",", "of", "in") or (scan.at(start) in _TIGHT and scan.touches(start)):
        start += 1
    year = year_at(scan, start)
    if year is None and start == past and ordinal_at(scan, index):
        year = year_at(scan, start, short=True)
    if year is None or (year[1] < 1000 and year[1] > 0):
        return past, day, None
    return year[0], day, year[1]


def _day_may_follow(scan: Scan, index: int, start: int, past: int) -> bool:
    """Whether a number after a month is its day: not in "May 10 people", "march 5 km" or "March 5.5"."""
    word = scan.at(start)
    doubtful = scan.words.has("doubtful-month", scan.at(index))
    lower_case = doubtful and not scan.capital(index) and scan.at(index) not in _MONTHS_IN_LOWER_CASE
    if lower_case and scan.at(start - 1) != ".":
        return False
    if word.isalpha():
        return ordinal_at(scan, start) is not None and (not doubtful or scan.at(start - 1) == "the")
    following = scan.at(past)
    return not (scan.touches(past) and following in (":", "%", "/") and past - start == 1)


def _listed_days_left(scan: Scan, head: Expression, limit: int) -> list[Expression]:
    """The 9 and the 12 of "9, 12 and 14 March", leftmost first."""
    assert isinstance(head.meaning, Moment)
    found: list[Expression] = []
    first, day = head.first, head.meaning.fields.day or 0
    while len(found) < 8 and scan.at(first - 1) in _LIST_WORDS:
        before = day_before(scan, first - 1)
        if before is None or before[0] < limit or before[1] >= day or scan.at(before[0]).isalpha():
            break
        if scan.at(before[0] - 1) in scan.words.months or (scan.touches(before[0]) and scan.at(before[0] - 1) != "("):
            break
        first, day = before
        if scan.at(first - 1) == "the":
            first -= 1
        fields = replace(head.meaning.fields, day=day)
        found.append(Expression(first, before[0] + (2 if ordinal_at(scan, before[0]) else 1), Moment(fields)))
    return found[::-1]


def _listed_days_right(scan: Scan, head: Expression) -> list[Expression]:
    """The 5 of "November 3-5", the 5 and 7 of "March 3, 5 and 7"; a number before a noun is a count."""
    assert isinstance(head.meaning, Moment)
    days: list[tuple[int, int, int]] = []
    past, day, year = head.past, head.meaning.fields.day or 0, None
    while len(days) < 8 and scan.at(past) in _LIST_WORDS and year is None:
        start = past + 2 if scan.at(past) == "," and scan.at(past + 1) == "and" else past + 1
        found = None if scan.at(start).isalpha() else _day_with_year(scan, start)
        if found is None or not day < found[1] <= 31 or not _list_item_ends(scan, found[0]):
            break
        past, day, year = found
        days.append((start, past, day))
    fields = replace(head.meaning.fields, year=year)
    return [Expression(a, b, Moment(replace(fields, day=d))) for a, b, d in days]


def _list_item_ends(scan: Scan, index: int) -> bool:
    word = scan.at(index)
    return not word.isalpha() or word in scan.words.classes["before-a-date"] or word in scan.words.classes["past-tense"]


def _stands_as_month(scan: Scan, index: int, after: int) -> bool:
    """Whether a month name without day and year is a month: "in May", "last March", "October"; not "May said"."""
    word = scan.at(index)
    doubtful = scan.words.has("doubtful-month", word)
    if not scan.capital(index) and (len(word) <= 4 or doubtful) and word not in _MONTHS_IN_LOWER_CASE:
        return False
    if len(word) <= 4 and word not in ("may", "june", "july"):
        return scan.at(index - 1) in scan.words.classes["before-a-date"] and after > index + 1
    if scan.at(index + 1).istitle() and scan.capital(index + 1) and word in ("may", "june", "april", "august"):
        return False
    if not doubtful:
        return True
    if scan.at(after) in _LIST_WORDS and scan.at(after + 1) in scan.words.months and scan.capital(after + 1):
        return True
    before = scan.at(index - 2) if scan.at(index - 1) == "-" else scan.at(index - 1)
    if before in ("the", "its", "his", "her", "their", "an", "a", "'s", "’s"):
        following = scan.at(index + 1)
        modifies = following.isalpha() and not scan.capital(index + 1)
        return modifies and following not in scan.words.classes["before-a-date"] and word != "may"
    return before in scan.words.classes["before-a-date"] or before in scan.words.determiners or before == "mid"


def with_determiner(scan: Scan, found: Expression, limit: int) -> Expression:
    """The expression with the determiner before it: "last May", "this past Monday", "that Sunday"."""
    assert isinstance(found.meaning, Moment)
    first = found.first - 1
    word = scan.at(first)
    if first < limit or word not in _PICKS:
        return found
    pick = _PICKS[word]
    if word in ("coming", "upcoming", "past", "same", "following", "previous") and scan.at(first - 1) in (
        "this",
        "the",
        "that",
    ):
        first = max(first - 1, limit)
    elif word == "next" and scan.at(first - 1) == "the" and first - 1 >= limit:
        return Expression(first - 1, found.past, replace(found.meaning, pick=pick, base=Base.REFERENCE))
    base = Base.REFERENCE if word in ("that", "same", "following", "previous") else Base.PUBLICATION
    return Expression(first, found.past, replace(found.meaning, pick=pick, base=base))


def season_expression(scan: Scan, index: int, limit: int) -> Expression | None:
    """A season: "the summer of 1944", "last spring", "winter"; not "the fall of the city" or "hot springs"."""
    season = scan.words.seasons[scan.at(index)]
    first, past, year = index, index + 1, None
    start = past + 1 if scan.at(past) in ("of", ",") else past
    if scan.at(start) in _TIGHT and scan.touches(start):
        start += 1
    found = year_at(scan, start)
    if found:
        past, year = found
    elif (before := _year_left_of_month(scan, index, limit)) and scan.digits(index - 1, 4):
        first, year = before
    if year is None and not _stands_as_season(scan, index):
        return None
    expression = Expression(first, past, Moment(Fields(year=year, season=season)))
    if year is None:
        expression = with_determiner(scan, expression, limit)
    if expression.first == index and scan.at(index - 1) == "the" and index - 1 >= limit:
        return Expression(index - 1, expression.past, expression.meaning)
    return expression


def _stands_as_season(scan: Scan, index: int) -> bool:
    word, before, after = scan.at(index), scan.at(index - 1), scan.at(index + 1)
    if after == "-" and scan.touches(index + 1):
        return False
    if word == "fall":
        seasonal = before in ("last", "this", "next") or (
            before == "the" and scan.at(index - 2) in ("in", "by", "during", "throughout", "since")
        )
        return seasonal and after not in ("of", "in")
    if (
        word == "spring"
        and after in ("from", "into", "up", "back", "to")
        and before not in ("in", "last", "this", "next")
    ):
        return False
    return not (scan.capital(index) and scan.capital(index + 1) and scan.at(index + 1).isalpha())


def weekday_expression(scan: Scan, index: int, limit: int) -> Expression | None:
    """A weekday with its determiner and the day of the month that may follow; None for "Sunday Times"."""
    word = scan.at(index)
    weekday = scan.words.weekdays[word]
    past = index + 1
    if len(word) <= 5 and scan.at(past) == "." and scan.touches(past):
        past += 1
    if scan.capital(past) and scan.words.has("name-after-weekday", scan.at(past)):
        return None
    if scan.capital(index - 1) and scan.words.has("name-before-weekday", scan.at(index - 1)):
        return None
    if (nth := ordinal_before(scan, index)) and nth[0] >= limit and _month_after(scan, past):
        first = nth[0] - 1 if scan.at(nth[0] - 1) == "the" and nth[0] > limit else nth[0]
        return Expression(first, past, Moment(Fields(weekday=weekday), nth=nth[1]))
    day = _day_after_weekday(scan, past)
    if len(word) <= 5 and day is None and not _date_follows(scan, past):
        return None
    fields = Fields(weekday=weekday)
    if day is not None:
        return Expression(index, day[0], Moment(replace(fields, day=day[1])))
    return with_determiner(scan, Expression(index, past, Moment(fields)), limit)


def _month_after(scan: Scan, index: int) -> bool:
    """Whether "of November" or "in the month" follows: what "the first Monday" belongs to."""
    if scan.at(index) not in ("of", "in"):
        return False
    return scan.at(index + 1) in scan.words.months or scan.at(index + 2) == "month"


def _day_after_weekday(scan: Scan, index: int) -> tuple[int, int] | None:
    """(past, day) in "Wednesday the 13th", "Monday 21"; a month after the day leaves it to the month."""
    start = index + 1 if scan.at(index) == "the" else index
    found = ordinal_at(scan, start) if start > index else None
    if found is None and start == index and (number := scan.digits(index, 2)) and not half_of_day(scan, index + 1):
        found = index + 1, number
        if not _list_item_ends(scan, index + 1) or scan.at(index + 1) in (":", "-", "–", "/"):
            return None
    if found is None or not 1 <= found[1] <= 31:
        return None
    following = scan.at(found[0] + 1) if scan.at(found[0]) == "of" else scan.at(found[0])
    return None if following in scan.words.months else found


def _date_follows(scan: Scan, index: int) -> bool:
    """Whether a month or a day number comes after an abbreviated weekday."""
    start = index + 1 if scan.at(index) in _DATE_AFTER_WEEKDAY else index
    return scan.at(start) in scan.words.months or (
        scan.digits(start, 2) is not None and scan.at(start + 1) in (*scan.words.months, "/", "of")
    )
