"""Times of day: "10:24 p.m.", "2242H", "0600 local time", "4.25 in the morning", "half past two", "noon"."""

from factcheck.extract.date_numbers import two_digit_words_at
from factcheck.extract.duration import time_taken
from factcheck.extract.moment import Expression, Moment, Scan
from factcheck.extract.timex import Clock, Fields

_MORNING = frozenset({"am", "a.m.", "a.m"})
_EVENING = frozenset({"pm", "p.m.", "p.m"})
_HOURS = frozenset({"h", "hrs", "hr", "hours", "z"})
_BEFORE_CLOCK = frozenset(
    {"at", "by", "around", "about", "before", "after", "until", "till", "from", "between", "since", "to", "@"}
)
_AT = frozenset({"at", "@", "around", "about"})
_TIMETABLE = frozenset({"from", "to", "train", "service", "express", "departure", "ferry", "bus", "sleeper"})
_SPOKEN = {"half": 30, "quarter": 15}


def clock_expression(scan: Scan, index: int) -> Expression | None:
    """The time of day that begins with the digits at token `index`."""
    if scan.touches(index) and scan.at(index - 1) in (":", "$", "€", "£", ".", "/", "-"):
        return None
    return _with_colon(scan, index) or _dotted(scan, index) or _four_digits(scan, index) or _hour_alone(scan, index)


def _expression(scan: Scan, first: int, past: int, clock: Clock) -> Expression:
    past = _past_zone(scan, past)
    return Expression(first, past, Moment(Fields(clock=clock)))


def _past_zone(scan: Scan, past: int) -> int:
    start = past + 1 if scan.at(past) == "(" else past
    if scan.at(start) == "local" and scan.at(start + 1) == "time":
        past = start + 2
    elif scan.words.has("zone", scan.at(start)) and (scan.tokens.words[start].isupper() or len(scan.at(start)) == 1):
        past = start + 1
    elif scan.at(start) in ("eastern", "central", "pacific", "mountain") and scan.at(start + 1) == "time":
        past = start + 2
    else:
        return past
    return past + 1 if scan.at(past) == ")" and scan.at(start - 1) == "(" else past


def half_of_day(scan: Scan, index: int) -> tuple[int, int] | None:
    """(past, hours to add to a morning hour) of "a.m.", "pm", "in the morning", "p", "o'clock in the evening"."""
    word = scan.at(index)
    if word in _MORNING or word in _EVENING:
        return index + 1, 12 if word in _EVENING else 0
    if word in ("a", "p") and scan.at(index + 1) == "." and scan.at(index + 2) == "m":
        return index + 3 + (scan.at(index + 3) == "." and scan.joined(index + 3)), 12 if word == "p" else 0
    if word in ("a", "p") and scan.touches(index) and not (scan.touches(index + 1) and scan.at(index + 1)[0].isalnum()):
        return index + 1, 12 if word == "p" else 0
    start = index + 1 if word in ("o'clock", "o’clock") else index
    if scan.at(start) == "in" and scan.at(start + 1) == "the":
        part = scan.words.parts.get(scan.at(start + 2))
        if part in ("MO", "AF", "EV"):
            return start + 3, 0 if part == "MO" else 12
    if scan.at(start) == "at" and scan.at(start + 1) == "night":
        return start + 2, 12
    return None


def _hour(hour: int, add: int) -> int:
    return hour % 12 + add if hour <= 12 else hour


def _with_colon(scan: Scan, index: int) -> Expression | None:
    if scan.at(index + 1) != ":" or not (scan.touches(index + 1) and scan.touches(index + 2)):
        return None
    hour, minute = scan.digits(index, 2), scan.digits(index + 2, 2)
    if hour is None or minute is None or hour > 24 or minute > 59 or len(scan.at(index + 2)) != 2:
        return None
    past, second = index + 3, None
    if scan.at(past) == ":" and scan.touches(past) and scan.touches(past + 1):
        second, past = scan.digits(past + 1, 2), past + 2
        if second is None or second > 59:
            return None
        if len(scan.at(index)) == 1 and scan.at(index - 1) not in _AT and not half_of_day(scan, past):
            return Expression(index, past, time_taken(hour, minute, second))
    half = half_of_day(scan, past)
    if half:
        return _expression(scan, index, half[0], Clock(_hour(hour, half[1]), minute, second))
    if scan.at(past) in _HOURS:
        past += 1
    elif not _stands_as_clock(scan, index, past):
        return None
    return _expression(scan, index, past, Clock(hour % 24, minute, second))


def _stands_as_clock(scan: Scan, index: int, past: int) -> bool:
    """Whether h:mm without a.m. or p.m. is a time and not a score, a ratio or a verse."""
    if scan.touches(past) and scan.at(past) in ("%", "/", ":", "-"):
        return False
    beside_day = scan.at(past) in (*scan.words.days, "tonight") or (
        scan.at(past) in ("this", "last", "tomorrow", *scan.words.weekdays) and scan.at(past + 1) in scan.words.parts
    )
    return (
        beside_day or len(scan.at(index)) == 2 or scan.at(index - 1) in _BEFORE_CLOCK or _past_zone(scan, past) > past
    )


def _dotted(scan: Scan, index: int) -> Expression | None:
    """8.30pm, "4.25 in the morning", "the 7.52 from"; 4.25 alone is a number."""
    hour, dot, minute = scan.at(index).partition(".")
    if not dot or len(minute) != 2 or len(hour) > 2 or not (hour + minute).isascii() or not (hour + minute).isdigit():
        return None
    if int(minute) > 59 or int(hour) > 23:
        return None
    half = half_of_day(scan, index + 1)
    if half is None and scan.at(index - 1) == "the" and scan.at(index + 1) in _TIMETABLE:
        return _expression(scan, index, index + 1, Clock(int(hour), int(minute)))
    if half is None or not 0 < int(hour) <= 12:
        return None
    return _expression(scan, index, half[0], Clock(_hour(int(hour), half[1]), int(minute)))


def _four_digits(scan: Scan, index: int) -> Expression | None:
    """2242H, 0540 hours, 1800 hrs, 0600 local time, 1400 GMT."""
    number = scan.digits(index, 4) if len(scan.at(index)) == 4 else None
    if number is None or number // 100 > 23 or number % 100 > 59:
        return None
    after = scan.at(index + 1)
    past = index + 1
    if after in _HOURS and (
        scan.touches(past) or after != "hours" or number < 1000 or scan.at(index - 1) in _BEFORE_CLOCK
    ):
        past += 1
    elif _past_zone(scan, past) == past:
        return None
    return _expression(scan, index, past, Clock(number // 100, number % 100))


def _hour_alone(scan: Scan, index: int) -> Expression | None:
    """10 p.m., 6pm, 9a, "7 o'clock", "10 in the morning"."""
    hour = scan.digits(index, 2)
    if hour is None or not 0 <= hour <= 23:
        return None
    return _spoken_hour(scan, index, index + 1, hour)


def _spoken_hour(scan: Scan, first: int, past: int, hour: int) -> Expression | None:
    half = half_of_day(scan, past)
    if half and scan.at(past) in ("a", "p") and scan.at(past + 1) != "." and scan.at(first - 1) not in _AT:
        half = None
    if (
        half
        and scan.at(past) in ("in", "at")
        and scan.at(first - 1) not in _BEFORE_CLOCK
        and scan.at(first - 1) != "than"
    ):
        half = None
    if half is None and scan.at(past) in ("o'clock", "o’clock"):
        half = past + 1, 0
    return _expression(scan, first, half[0], Clock(_hour(hour, half[1]))) if half and hour > 0 else None


def o_clock_expression(scan: Scan, index: int, limit: int) -> Expression | None:
    """Reads "seven o'clock" from its second word."""
    for first in (index - 1, index - 2):
        number = two_digit_words_at(scan, first) if first >= limit else None
        if number and number[0] == index and number[1] <= 12:
            return _spoken_hour(scan, first, index, number[1])
    return None


def past_expression(scan: Scan, index: int, limit: int) -> Expression | None:
    """Reads "half past two", "quarter past six", "ten past five": from the word "past"."""
    before = scan.at(index - 1)
    minute = _SPOKEN.get(before)
    first = index - 1
    if minute is None:
        start = first - 1 if before in ("minutes", "minute") else first
        number = next((n for k in (2, 0) if (n := two_digit_words_at(scan, start - k)) and n[0] == start + 1), None)
        if number is None or not (before in ("minutes", "minute") or number[1] % 5 == 0):
            return None
        minute, first = number[1], start - (2 if scan.at(start - 1) == "-" else 0)
    elif before == "quarter" and scan.at(first - 1) == "a":
        first -= 1
    hour = scan.digits(index + 1, 2)
    spoken = (index + 2, hour) if hour is not None else two_digit_words_at(scan, index + 1)
    if spoken is None or not 1 <= spoken[1] <= 12 or first < limit:
        return None
    past, hour = spoken
    half = half_of_day(scan, past)
    return _expression(scan, first, half[0] if half else past, Clock(_hour(hour, half[1]) if half else hour, minute))


def named_time(scan: Scan, index: int) -> Expression | None:
    """Noon, midday, midnight."""
    first = index - 1 if scan.at(index - 1) == "12" else index
    if scan.capital(index) and scan.capital(index + 1) and scan.at(index + 1).isalpha():
        return None
    hour = 0 if scan.at(index) == "midnight" else 12
    return Expression(first, index + 1, Moment(Fields(clock=Clock(hour, 0))))


def clock_beside_date(scan: Scan, index: int) -> tuple[int, Clock] | None:
    """(past, clock) of "at 4", "around 7", "at seven twenty-seven", "at five-thirty" after a date."""
    start = index + 1 if scan.at(index) in _AT else index
    hour = scan.digits(start, 2)
    if hour is not None and start > index and 0 < hour < 24 and _clock_ends(scan, start + 1):
        return start + 1, Clock(hour)
    spoken = two_digit_words_at(scan, start)
    if spoken is None or not 1 <= spoken[1] <= 12:
        return None
    if start == index:
        half = half_of_day(scan, spoken[0]) if scan.at(spoken[0]) in (*_MORNING, *_EVENING) else None
        return (half[0], Clock(_hour(spoken[1], half[1]))) if half else None
    past = spoken[0] + 1 if scan.at(spoken[0]) == "-" else spoken[0]
    minute = two_digit_words_at(scan, past)
    if minute and minute[1] >= 10:
        end = minute[0] + 1 if scan.at(minute[0]) == "minutes" else minute[0]
        return end, Clock(spoken[1], minute[1])
    half = half_of_day(scan, spoken[0])
    if half:
        return half[0], Clock(_hour(spoken[1], half[1]))
    return (spoken[0], Clock(spoken[1])) if _clock_ends(scan, spoken[0]) else None


def _clock_ends(scan: Scan, index: int) -> bool:
    word = scan.at(index)
    if word == "in" and scan.at(index + 1) == "the" and scan.at(index + 2) in scan.words.parts:
        return False
    return (
        not word
        or (not word[0].isalnum() and word not in ("%", "-", "/", ":", "°", "–"))
        or word in ("and", "on", "in", "with")
    )
