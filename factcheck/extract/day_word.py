"""Days and parts of a day by name: today, yesterday, tonight, last night, "the morning of", now, daily."""

from factcheck.extract.duration import Span, repeated, span_duration
from factcheck.extract.moment import Base, Expression, Moment, Scan
from factcheck.extract.timex import Fields

_THIS = {"this": 0, "last": -1, "tomorrow": 1}
_THEN = {"that": 0, "same": 0, "next": 1, "following": 1, "previous": -1}
_NOT_BEFORE_REFERENCE = frozenset(
    {"more", "most", "electric", "electrical", "alternating", "direct", "ocean", "strong"}
)
_NOT_AFTER_REFERENCE = frozenset(
    {"account", "assets", "liabilities", "will", "can", "may", "that", "which", "flows", "past"}
)


def day_expression(scan: Scan, index: int) -> Expression | None:
    """Today, yesterday, tomorrow; not the newspaper "USA Today" or "today's"."""
    if scan.capital(index) and scan.capital(index - 1) and scan.at(index - 1) in ("usa", "russia", "india", "politics"):
        return None
    if scan.capital(index) and scan.capital(index + 1) and scan.at(index + 1) in ("show", "programme", "program"):
        return None
    return Expression(
        index, index + 1, Moment(base=Base.PUBLICATION, unit="day", count=scan.words.days[scan.at(index)])
    )


def part_expression(scan: Scan, index: int, limit: int) -> Expression | None:
    """A part of a day: "last night", "that morning", "the next evening", "the night before"."""
    word = scan.at(index)
    if word == "tonight":
        return Expression(index, index + 1, Moment(Fields(part="NI"), base=Base.PUBLICATION, unit="day"))
    part = scan.words.parts[word]
    if word in ("night", "nights") and (found := _number_of_nights(scan, index, limit)):
        return found
    before, first = scan.at(index - 1), index - 1
    fields = Fields(part=part)
    if first >= limit and before in _THIS:
        return Expression(first, index + 1, Moment(fields, base=Base.PUBLICATION, unit="day", count=_THIS[before]))
    if first >= limit and before in _THEN:
        if scan.at(first - 1) in ("the", "that") and first - 1 >= limit:
            first -= 1
        return Expression(first, index + 1, Moment(fields, base=Base.REFERENCE, unit="day", count=_THEN[before]))
    if (
        before == "the"
        and first >= limit
        and scan.at(index + 1) in ("before", "after")
        and not _noun_follows(scan, index + 2)
    ):
        count = -1 if scan.at(index + 1) == "before" else 1
        return Expression(first, index + 2, Moment(fields, base=Base.REFERENCE, unit="day", count=count))
    return _plain_part(scan, index, part, limit)


def _noun_follows(scan: Scan, index: int) -> bool:
    return scan.at(index)[:1].isalnum() and scan.at(index) not in ("and", "but", "when", "as", "in", "at")


def _number_of_nights(scan: Scan, index: int, limit: int) -> Expression | None:
    phrase = scan.number_before.get(index)
    if phrase is None or phrase.ordinal or phrase.first < limit or phrase.currency:
        return None
    span = Span(phrase.low, phrase.high, phrase.interval, phrase.hedge, "night", phrase.vague)
    return Expression(phrase.first, index + 1, span_duration(span))


def _plain_part(scan: Scan, index: int, part: str, limit: int) -> Expression | None:
    before = scan.at(index - 1)
    if scan.capital(index) and scan.capital(index + 1) and scan.at(index + 1).isalpha():
        return None
    if before in scan.words.classes["every"] and index - 1 >= limit:
        return Expression(index - 1, index + 1, repeated(f"XXXX-XX-XXT{part}"))
    if before in ("a", "one", "per") or (
        scan.at(index) == "overnight" and scan.at(index + 1) in ("stay", "success", "bag", "train")
    ):
        if before == "one" or scan.at(index - 2) not in ("once", "twice", "times"):
            return None
        return Expression(index - 1, index + 1, repeated("P1D"))
    first = index - 1 if before == "the" and index - 1 >= limit else index
    past = index + 2 if scan.at(index + 1) == "hours" else index + 1
    return Expression(first, past, Moment(Fields(part=part)))


def reference_expression(scan: Scan, index: int) -> Expression | None:
    """Now, currently, recently; not "as recently as May"."""
    if scan.at(index - 1) == scan.at(index + 1) == "as":
        return None
    return Expression(index, index + 1, Moment(literal=scan.words.references[scan.at(index)]))


def reference_adjective(scan: Scan, index: int) -> Expression | None:
    """Reads "recent events", "the current leader", "future talks"; not "electric current" or "the most recent"."""
    words, following = scan.words, scan.at(index + 1)
    if not following.isalpha() or scan.capital(index + 1) or scan.at(index - 1) in _NOT_BEFORE_REFERENCE:
        return None
    if following in _NOT_AFTER_REFERENCE or any(
        scan.at(index + k) in vocabulary for k in (1, 2) for vocabulary in (words.units, words.seasons, words.months)
    ):
        return None
    classes = words.classes
    if following in classes["before-a-date"] or following in classes["past-tense"] or following in classes["be"]:
        return None
    literal = {"recent": "PAST_REF", "current": "PRESENT_REF", "future": "FUTURE_REF"}[scan.at(index)]
    return Expression(index, index + 1, Moment(literal=literal))


def reference_noun(scan: Scan, index: int, limit: int) -> Expression | None:
    """The past, the future, the present; not "the past week" or "future plans"."""
    following = scan.at(index + 1)
    if scan.at(index - 1) != "the" or index - 1 < limit or following[:1].isdigit() or following == "-":
        return None
    goes_on = following.isalpha() and following not in scan.words.classes["before-a-date"]
    if goes_on and following not in scan.words.classes["past-tense"] and following not in ("is", "will"):
        return None
    literal = {"past": "PAST_REF", "future": "FUTURE_REF", "present": "PRESENT_REF"}[scan.at(index)]
    return Expression(index - 1, index + 1, Moment(literal=literal))


def repetition_expression(scan: Scan, index: int) -> Expression | None:
    """Daily, weekly, annual; not the "Daily Mail"."""
    if scan.capital(index) and scan.capital(index + 1) and scan.at(index + 1).isalpha():
        return None
    if scan.capital(index) and scan.capital(index - 1) and scan.tokens.sentence_at(index)[0] != index:
        return None
    return Expression(index, index + 1, repeated(scan.words.repetitions[scan.at(index)]))
