"""Years counted from a stated date: "for the first time in 24 years, since 1998"."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from factcheck.interval import shifted
from factcheck.judge.calendar.lengths import between, days_of, days_text, length_text, stated_length, stated_text
from factcheck.judge.calendar.spoken_of import DaysSpokenOf
from factcheck.judge.contradiction import Contradiction
from factcheck.judge.wording import lowered, words_before, words_between
from factcheck.model import Claim, Date, Duration, Measure

_UNITS = frozenset({"month", "year", "decade", "century"})
# In days: "now" is the day of publication, or the event reported, which may lie this far from it.
_BEFORE, _AFTER = 120, 180
_FIRST_REACH = 9
_GAP_REACH = 6
_VERBS = frozenset(
    {"and", "but", "or", "which", "who", "that", "has", "had", "have", "is", "was", "were", "are", "will"}
)
_MAX_RATIO = 3
# In days: what ended longer before the report is told of an earlier time.
_STORY = 5 * 365


def wrong_years_since(claims: Iterable[Claim], spoken_of: DaysSpokenOf) -> Iterator[Contradiction]:
    """The lengths of time that lie between a stated date and no day that the source speaks of."""
    times = (c for c in claims if isinstance(c.mention.value, Date | Duration))
    for stated, since in pairwise(times):
        day = spoken_of.published(stated.mention.source)
        duration, date = stated.mention.value, since.mention.value
        if day is None or not isinstance(duration, Duration) or not isinstance(date, Date):
            continue
        start = days_of(date)
        if start is None or duration.unit not in _UNITS or not _is_counted_from(stated, since):
            continue
        allowed, apart = stated_length(duration, (start, start)), between(start, (day, day))
        if allowed is None or apart is None or allowed.most == float("inf"):
            continue
        reached = (shifted(start[0], int(allowed.fewest)), shifted(start[1], int(allowed.most) + 1))
        plausible = allowed.fewest <= _MAX_RATIO * apart.most and day <= shifted(reached[1], _STORY)
        if plausible and not spoken_of.reach(stated.mention.source, reached, _BEFORE, _AFTER):
            stretch = f"{days_text(start)} to the publication on {day.isoformat()} is"
            witness = f"{stretch} {length_text(apart, duration.unit)}; stated: {stated_text(duration)}"
            yield Contradiction(stated, since, Measure.SINCE, witness)


def _is_counted_from(stated: Claim, since: Claim) -> bool:
    """Whether a duration runs from a date to now: "the first in 24 years, since 1998", "for 24 years, since 1998"."""
    gap = words_between(stated, since)
    if not gap or gap[-1].lower() != "since" or not any(c.isdigit() for c in since.mention.text):
        return False
    before = lowered(words_before(stated))
    if before[-1:] == ("in",):
        return _is_first_time(before[:-1]) and _goes_on(lowered(gap[:-1]))
    return before[-1:] == ("for",) and gap[:-1] in {(",",), ("–",), ("—",)}


def _is_first_time(before: tuple[str, ...]) -> bool:
    """Whether the words end in "the first visit", "the lowest harvest of wheat"."""
    for word in before[: -_FIRST_REACH - 1 : -1]:
        if not word.isalpha() or word in _VERBS:
            return False
        if _is_first(word):
            return True
    return False


def _is_first(word: str) -> bool:
    return word in {"first", "most", "least", "worst", "best"} or (word.endswith("est") and len(word) > 5)


def _goes_on(gap: tuple[str, ...]) -> bool:
    """Whether the words before "since" begin no other comparison or clause."""
    if gap[:1] in {(",",), ("–",), ("—",)}:
        return len(gap) == 1
    return len(gap) <= _GAP_REACH and all(w.isalpha() and w not in _VERBS and not _is_first(w) for w in gap)
