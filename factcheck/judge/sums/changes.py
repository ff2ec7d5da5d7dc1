"""A change that the figures before and after it do not give: "rose 50 % to 141 from 100"."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from msgspec.structs import replace

from factcheck.align.stated import Stated, in_unit, stated
from factcheck.data import lexicon_classes
from factcheck.extract.rounding import allowed, last_place
from factcheck.interval import is_point, meet
from factcheck.judge.contradiction import Contradiction
from factcheck.judge.numbers import number_text
from factcheck.judge.sums.lists import figures_in_order
from factcheck.judge.wording import lowered, words_before, words_between
from factcheck.model import Claim, Date, Duration, Hedge, Interval, Measure, Number, Trend

_PERCENT, _POINT = "percentage", "percentage point"
_LONGEST_NOUN = 3
_YEARS = range(1000, 2200)
# A change much larger or smaller than the one that the levels make is one of something else.
_FAR = 5
# In places of the last digit: what a stated change may be off by, and by how much where its interval is its rounding.
_ROUNDING, _MORE_ROUNDING = 0.75, 0.25
_BESIDE = frozenset(
    {",", "a", "an", "or", "up", "down", "by", "(", "–", "—", "increase", "rise", "drop", "decline", "fall", "of"}
)
_LEADS = frozenset({("from",), (",", "from")})
_TO = ("to",)


def wrong_changes(claims: Iterable[Claim]) -> Iterator[Contradiction]:
    """The changes that do not lead from the level before to the level after, however all three were rounded."""
    figures = figures_in_order(claims)
    for one, two, three in zip(figures, figures[1:], figures[2:], strict=False):
        if any(isinstance(claim.mention.value, Date | Duration) for claim in (one, two, three)):
            continue
        parts = _change_and_levels(one, two, three)
        witness = _witness(parts[0], _level(parts[1]), _level(parts[2])) if parts else None
        if parts and witness:
            yield Contradiction(parts[0], parts[1], Measure.CHANGE, witness)
            yield Contradiction(parts[0], parts[2], Measure.CHANGE, witness)
    for change, levels in pairwise(figures):
        if (ends := _level_to_level(change, levels)) and (witness := _witness(change, *ends)):
            yield Contradiction(change, levels, Measure.CHANGE, witness)


def _level(claim: Claim) -> Stated | None:
    figures = stated(claim)
    return figures if figures and figures.hedge is Hedge.EXACT and not figures.is_range else None


def _level_to_level(change: Claim, levels: Claim) -> tuple[Stated, Stated] | None:
    """The two ends of a stretch "from 100 tonnes to 141 tonnes" that stands right behind a change."""
    ends, by = stated(levels), stated(change)
    if ends is None or by is None or by.trend is None or not ends.is_range or ends.hedge is not Hedge.EXACT:
        return None
    starts_so = levels.mention.text.lower().startswith("from ") and words_between(change, levels) in {(), (",",)}
    if not starts_so or not _words().isdisjoint(change.context.passage.lower().split()):
        return None
    low, high = (
        replace(ends, low=end, high=end, interval=allowed(end, end, _place_of(end), Hedge.EXACT))
        for end in (ends.low, ends.high)
    )
    return (high, low) if by.trend is Trend.DOWN else (low, high)


def _change_and_levels(one: Claim, two: Claim, three: Claim) -> tuple[Claim, Claim, Claim] | None:
    """The three claims as change, level before and level after, where the words between them say that they are."""
    if "from" not in one.context.passage or not _words().isdisjoint(one.context.passage.lower().split()):
        return None
    first, second = lowered(words_between(one, two) or ()), lowered(words_between(two, three) or ())
    if first in _LEADS and _ends_with(second, "to"):
        return one, two, three
    if first == _TO and _ends_with(second, "from"):
        return one, three, two
    if not second or not _BESIDE.issuperset(second):
        return None
    lead = lowered(words_before(one)[-1:])
    if lead == ("from",) and _ends_with(first, "to"):
        return three, one, two
    return (three, two, one) if lead == _TO and _ends_with(first, "from") else None


def _ends_with(gap: tuple[str, ...], word: str) -> bool:
    """Whether a gap is the word, after a noun or a comma at most."""
    noun = gap[:-1][:-1] if gap[:-1][-1:] == (",",) else gap[:-1]
    return gap[-1:] == (word,) and len(noun) <= _LONGEST_NOUN and all(w[0].isalpha() for w in noun)


def _witness(change: Claim, old: Stated | None, new_as_stated: Stated | None) -> str | None:
    by = stated(change)
    new = in_unit(new_as_stated, old.unit) if new_as_stated and old else None
    if by is None or old is None or new is None or by.trend is None or by.vague or not _are_levels(old, new):
        return None
    given = [implied for implied in _implied(by, old, new) if implied is not None]
    sign = -1 if by.trend is Trend.DOWN else 1
    if not given or any(meet(_signed(interval, sign), _allowed(by)) for _, interval in given):
        return None
    number, _ = given[0]
    if not by.low / _FAR <= number * sign <= by.low * _FAR:
        return None
    unit = " %" if by.unit == _PERCENT else " points" if by.unit == _POINT else ""
    direction = "down" if number < 0 else "up"
    levels = (
        f"{number_text(old.low)} to {number_text(new.low)} is {direction} {number_text(round(abs(number), 1))}{unit}"
    )
    return f"{levels}; stated: {by.trend} {number_text(by.low)}{unit}"


def _are_levels(old: Stated, new: Stated) -> bool:
    if any(level.vague or level.low <= 0 for level in (old, new)):
        return False
    return not (old.unit is None and old.low in _YEARS and new.low in _YEARS)


def _implied(by: Stated, old: Stated, new: Stated) -> Iterator[tuple[Number, Interval] | None]:
    """The changes that the two levels make, in the unit of the stated one; of percentages a share may mean points."""
    if by.unit == _PERCENT:
        yield _relative(old, new)
    if by.unit in {_PERCENT, _POINT}:
        yield _difference(old, new) if old.unit == _PERCENT else None
    elif by.unit == old.unit:
        yield _difference(old, new)


def _relative(old: Stated, new: Stated) -> tuple[Number, Interval] | None:
    (old_low, old_high), (new_low, new_high) = _ends(old), _ends(new)
    if old_low <= 0:
        return None
    return (new.low / old.low - 1) * 100, Interval((new_low / old_high - 1) * 100, (new_high / old_low - 1) * 100)


def _difference(old: Stated, new: Stated) -> tuple[Number, Interval]:
    (old_low, old_high), (new_low, new_high) = _ends(old), _ends(new)
    return new.low - old.low, Interval(new_low - old_high, new_high - old_low)


def _ends(level: Stated) -> tuple[Number, Number]:
    """The ends of a level's interval, its last decimal rounded even where it is one of many digits."""
    low, high = level.interval.low, level.interval.high
    half = _place(level.low) / 2 if is_point(level.interval) and not float(level.low).is_integer() else 0
    return (level.low if low is None else low) - half, (level.low if high is None else high) + half


def _allowed(by: Stated) -> Interval:
    """What the stated change allows, with some room for what it was reckoned from having been rounded."""
    low, high = by.interval.low, by.interval.high
    slack = _place(by.low) * (_ROUNDING if is_point(by.interval) else _MORE_ROUNDING)
    return Interval(None if low is None else low - slack, None if high is None else high + slack)


def _place_of(level: Number) -> Number:
    return last_place(level) if float(level).is_integer() else _place(level)


def _place(number: Number) -> float:
    """What the last decimal place counts, 1 where there is none."""
    return 10.0 ** -len(f"{number:.10g}".partition(".")[2])


def _signed(interval: Interval, sign: int) -> Interval:
    if sign > 0 or interval.low is None or interval.high is None:
        return interval
    return Interval(-interval.high, -interval.low)


@cache
def _words() -> frozenset[str]:
    return frozenset(lexicon_classes("sum-words")["other base"])
