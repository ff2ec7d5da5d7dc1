"""What stands before a date and belongs to it: "early", "mid-", "the end of", "later", "about"."""

from msgspec.structs import replace

from factcheck.extract.duration import repeated
from factcheck.extract.moment import Base, Expression, Moment, Scan
from factcheck.extract.timex import timex_value
from factcheck.model import TimexModifier

_MODIFIERS = {"start": TimexModifier.START, "mid": TimexModifier.MID, "end": TimexModifier.END}
_DASHES = frozenset({"-", "‑", "–"})
_PARTS = frozenset({"part", "half", "hours", "portion", "stages", "days", "months"})
_PART_WORDS = {"early": "start", "first": "start", "opening": "start", "middle": "mid", "later": "end", "late": "end"}
_PART_WORDS |= {"latter": "end", "second": "end", "final": "end", "closing": "end", "earlier": "start"}
_REMAINDERS = frozenset({"rest", "remainder", "most", "much", "course"})


def extended(scan: Scan, found: Expression, limit: int) -> Expression:
    """The expression with the words before it that narrow it down, none before token `limit`."""
    if not isinstance(found.meaning, Moment) or found.meaning.literal:
        return found
    if (every := _repeated(scan, found, limit)) is not None:
        return every
    for reading in (_joined_edge, _edge_in, _edge_of, _later):
        extension = reading(scan, found, found.meaning)
        if extension is not None and extension.first >= limit:
            found = extension
            break
    return _about(scan, found, limit)


def _repeated(scan: Scan, found: Expression, limit: int) -> Expression | None:
    """Reads "every Friday", "each September", "on Mondays"."""
    assert isinstance(found.meaning, Moment)
    moment = found.meaning
    open_date = moment.fields.year is None and moment.fields.day is None and moment.unit is None and moment.nth is None
    if not open_date or moment.holiday or moment.pick is not None or moment.fields.clock is not None:
        return None
    before = found.first - 1
    if before >= limit and scan.at(before) in scan.words.classes["every"]:
        return Expression(before, found.past, repeated(timex_value(moment.fields)))
    plural = scan.at(found.first).endswith("s") and moment.fields.weekday is not None
    return Expression(found.first, found.past, repeated(timex_value(moment.fields))) if plural else None


def _marked(scan: Scan, first: int, found: Expression, moment: Moment, edge: str) -> Expression:
    own = moment.fields
    coarse = own.span or own.season or moment.base is not None or (own.part and own.weekday is None)
    if scan.at(first - 1) == "the" and (coarse or scan.at(first) not in ("early", "late", "mid")):
        first -= 1
    if edge not in _MODIFIERS or moment.fields.modifier is not None:
        return Expression(first, found.past, moment)
    fields = replace(moment.fields, modifier=_MODIFIERS[edge])
    return Expression(first, found.past, replace(moment, fields=fields))


def _joined_edge(scan: Scan, found: Expression, moment: Moment) -> Expression | None:
    """Reads "early October", "mid-1916", "late on Sunday"."""
    before = found.first - 1
    if scan.at(before) in _DASHES and scan.at(before - 1) in ("mid", "early", "late"):
        before -= 1
    elif scan.at(before) == "on" and scan.at(before - 1) in ("early", "late", "later", "earlier"):
        if moment.fields.clock is not None:
            return None
        before -= 1
    word = scan.at(before)
    if word not in ("early", "late", "mid"):
        return None
    if moment.fields.clock is not None and moment.fields.year is None and moment.fields.weekday is None:
        return None
    return _marked(scan, before, found, moment, scan.words.edges[word])


def _edge_in(scan: Scan, found: Expression, moment: Moment) -> Expression | None:
    """Reads "early in 1914", "later in the year", "late in June"."""
    first = found.first
    coarse = moment.unit not in (None, "day") or (moment.fields.day is None and moment.fields.weekday is None)
    if scan.at(first - 1) != "in" or not coarse or moment.fields.clock is not None:
        return None
    word = scan.at(first - 2)
    if word in ("later", "earlier"):
        return Expression(first - 2, found.past, moment)
    return _marked(scan, first - 2, found, moment, scan.words.edges[word]) if word in ("early", "late") else None


def _edge_of(scan: Scan, found: Expression, moment: Moment) -> Expression | None:
    """Reads "the end of March", "the latter part of the year", "the rest of 1952", "end of this month"."""
    first = found.first
    word = scan.at(first - 2)
    if scan.at(first - 1) == "the" and scan.at(first - 2) == "of":
        first, word = first - 1, scan.at(first - 3)
    if scan.at(first - 1) != "of":
        return None
    if word in _PARTS and scan.at(first - 3) in _PART_WORDS:
        return _marked(scan, first - 3, found, moment, _PART_WORDS[scan.at(first - 3)])
    start = first - 3 if scan.at(first - 3) == "the" else first - 2
    if word in ("week", "weekend") and (moment.fields.day is not None or moment.holiday) and moment.unit is None:
        return Expression(start, found.past, Moment(unit=word, count=0, origin=moment))
    if word == "month" and moment.fields.month is not None and moment.fields.day is None:
        return Expression(start, found.past, moment)
    edge = scan.words.edges.get(word)
    if edge is not None and word not in ("early", "late", "latter", "mid", "opening", "midst"):
        before = first - 2
        while scan.at(before - 1) in ("very", "year", "calendar"):
            before -= 1
        return _marked(scan, before, found, moment, edge)
    return _marked(scan, first - 2, found, moment, "") if word in _REMAINDERS and moment.fields.day is None else None


def _later(scan: Scan, found: Expression, moment: Moment) -> Expression | None:
    """Reads "earlier this month", "later that year", "sometime last week"."""
    if scan.at(found.first - 1) not in ("later", "earlier") or scan.at(found.first) in ("in", "than"):
        return None
    deictic = moment.base in (Base.PUBLICATION, Base.REFERENCE)
    return Expression(found.first - 1, found.past, moment) if deictic else None


def _about(scan: Scan, found: Expression, limit: int) -> Expression:
    assert isinstance(found.meaning, Moment)
    first = found.first - 1
    if scan.at(first) == "." and scan.at(first - 1) == "ca":
        first -= 1
    if first < limit or scan.at(first) not in ("around", "about", "circa", "ca", "approximately"):
        return found
    moment = found.meaning
    if moment.fields.modifier is not None:
        return Expression(first, found.past, moment)
    return Expression(first, found.past, replace(moment, fields=replace(moment.fields, modifier=TimexModifier.APPROX)))
