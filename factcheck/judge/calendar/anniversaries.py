"""An anniversary that the stated year of the event does not give: "the 10th anniversary of the 2011 uprising"."""

import datetime
from collections.abc import Iterable, Iterator
from functools import cache

from factcheck.data import lexicon_classes
from factcheck.extract.number import number_phrases
from factcheck.interval import Days, shifted
from factcheck.judge.calendar.lengths import days_of, days_text
from factcheck.judge.calendar.spoken_of import DaysSpokenOf
from factcheck.judge.contradiction import Contradiction
from factcheck.judge.wording import text_after, text_before
from factcheck.model import Claim, Date, Measure
from factcheck.tokens import tokenize

_WORD = "anniversary"
# In days: an anniversary is told of up to half a year after its year; what ended years ago is told of an earlier time.
_AFTER, _STORY = 180, 3 * 365
_DAYS_A_YEAR = 365
# For the 10th people prepare a year before it, for the 250th ten years.
_YEARS_A_YEAR_OF_PREPARATION = 25
_MAX_YEARS = 2000
_GAP_REACH = 10
_DETERMINERS = frozenset({"the", "its", "their", "his", "her", "a", "an"})


def wrong_anniversaries(claims: Iterable[Claim], spoken_of: DaysSpokenOf) -> Iterator[Contradiction]:
    """The dates whose stated anniversary falls into no year that the source speaks of."""
    for claim in claims:
        value = claim.mention.value
        if not isinstance(value, Date) or _WORD not in claim.context.passage:
            continue
        event, day = days_of(value), spoken_of.published(claim.mention.source)
        years = _years_counted(claim) if event and day and not _is_moved(claim) else None
        if event is None or day is None or years is None or (event[1] - event[0]).days > 366:
            continue
        kept = _years_of(event, years)
        if kept is None or day > shifted(kept[1], _STORY):
            continue
        before = _DAYS_A_YEAR * max(1, years // _YEARS_A_YEAR_OF_PREPARATION)
        if not spoken_of.reach(claim.mention.source, kept, before, _AFTER):
            fell = str(kept[0].year) if kept[0].year == kept[1].year else f"{kept[0].year} or {kept[1].year}"
            sum_of = f"{days_text(event)} + {years:,} years falls into {fell}"
            yield Contradiction(claim, claim, Measure.ANNIVERSARY, f"{sum_of}; published {day.isoformat()}")


def _is_moved(claim: Claim) -> bool:
    return not _words()["moved"].isdisjoint(_lower_words(claim.context.passage))


def _years_of(event: Days, years: int) -> Days | None:
    """The whole years in which the anniversary falls."""
    first, last = event[0].year + years, event[1].year + years
    return (datetime.date(first, 1, 1), datetime.date(last, 12, 31)) if last <= datetime.MAXYEAR else None


def _years_counted(claim: Claim) -> int | None:
    """The number of the anniversary that the words around a date say is counted from it."""
    before, anniversary, gap = text_before(claim).rpartition(_WORD)
    if anniversary:
        return _ordinal(before) if _is_of_event(_lower_words(gap)) else None
    between, anniversary, after = text_after(claim).partition(_WORD)
    if not anniversary or not _is_founding(_lower_words(text_before(claim))):
        return None
    is_own = _lower_words(after)[:1] not in {("of",), ("as",)} and _marks(_lower_words(between))
    return _ordinal(between) if is_own else None


def _is_of_event(gap: tuple[str, ...]) -> bool:
    """Whether "of the" leads from the anniversary to the date, or "of the club, founded in"."""
    if gap[:1] != ("of",) or len(gap) > _GAP_REACH:
        return False
    if len(gap) == 1 or (len(gap) == 2 and gap[1] in _DETERMINERS):
        return True
    inner = gap[1:]
    return _is_founding(inner) and not _words()["another clause"].intersection(inner[:-2])


def _is_founding(words: tuple[str, ...]) -> bool:
    """Whether a date is introduced as the one of a beginning: "founded in", "opened on"."""
    return len(words) > 1 and words[-1] in {"in", "on"} and words[-2] in _words()["founded"]


def _marks(words: tuple[str, ...]) -> bool:
    """Whether the words between a founding and an ordinal are ", celebrates its"."""
    own = next((i for i, word in enumerate(words) if word in {"its", "their"}), None)
    return (
        own is not None
        and len(words) - own <= 4
        and all(w in {",", ")"} or w in _words()["marks"] for w in words[:own])
    )


def _ordinal(text: str) -> int | None:
    """The ordinal that ends the text: "10th", "twenty-fifth"."""
    tokens = tokenize(text)
    phrase = next((p for p in number_phrases(tokens) if p.past == len(tokens) and p.ordinal), None)
    if phrase is None or phrase.low != phrase.high or not 0 < phrase.low <= _MAX_YEARS:
        return None
    return int(phrase.low)


def _lower_words(text: str) -> tuple[str, ...]:
    return tokenize(text).lower


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in lexicon_classes("anniversary-words").items()}
