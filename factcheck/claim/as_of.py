"""As of when a figure holds: by the words beside it, by "now" and "so far", or by the heading of its source.

A day in the sentence is usually that of the event; it is the time of the figure after "by", "until" or "as of", or
where the sentence looks back from it ("on 4 May they had found 14") or tells of a change ("rose to 14 on 4 May").
"""

from bisect import bisect_left

from msgspec import Struct

from factcheck.claim.window import Window
from factcheck.interval import Days
from factcheck.model import Date, Mention, Source
from factcheck.tokens import Tokens

DATED = "dated"
# In characters: a date further away dates something else in the sentence.
_REACH = 70
# In characters: a date that opens its sentence dates all of it.
_FRAME_REACH = 30
_NOW = "now"
_CHANGED = frozenset({"risen", "fallen"})
_PLUPERFECT, _PERFECT, _AUXILIARY_REACH = "had", frozenset({"has", "have", "'s", "’s"}), 3
_BY = frozenset({"by", "until", "till"})
_AS, _OF = "as", frozenset({"of", "at", "on", "per"})
_BEFORE_A_DATE = frozenset(
    {"the", "last", "about", "around", "late", "early", "noon", "midnight", "end", "(", ",", "on", "of", "hrs", "hours"}
)
_FILLERS = 4
# Another clause: a day behind it dates what that clause tells.
_BREAKS = frozenset({",", ";", ":", "(", "–", "—", "and", "but", "when", "after", "since", "before"})
_SAID = frozenset({"said", "says", "told", "reported"})
# A heading that dates all figures of a source stands near its beginning, is short, and begins with such a word.
_HEAD_SENTENCES, _HEADING_TOKENS = 12, 16
_HEADINGS = frozenset({"situation", "position", "status", "figures", "data", "numbers", "reporting", "update", "as"})
_PERIOD = ("period", ":")


class AsOf(Struct, frozen=True):
    """The days as of which a figure holds, and the minutes since midnight [from, to] where a clock time is named.

    `dated` is false where the day may as well be that of the event.
    """

    days: Days
    clock: tuple[int, int] | None = None
    dated: bool = True


def as_of(
    source: Source, tokens: Tokens, at: Window, dates: tuple[Mention, ...], cues: tuple[str, ...], heading: AsOf | None
) -> AsOf | None:
    """The time that the words give a figure; `dates` are those of its sentence, `heading` what heading_as_of found.

    The day of publication is meant by "so far" and "now", by "has risen to", and by a clock time without a day.
    """
    near = tuple(d for d in dates if _is_near(tokens, at, d))
    bound = min((d for d in near if _is_bound(tokens, d)), key=lambda d: _gap(tokens, at, d), default=None)
    stated = None if bound is None else _stated(source, bound, near)
    if stated and not (source.published and stated.days[0] > source.published):
        return stated
    if source.published and (_NOW in cues or _has_changed(tokens, at, cues)):
        return AsOf((source.published, source.published))
    nearest = min(
        (d for d in near if _days(d) and not _begins(tokens, d)), key=lambda d: _gap(tokens, at, d), default=None
    )
    days = None if nearest is None else _days(nearest)
    if nearest is None or days is None:
        return heading
    return AsOf(days, dated=_looks_back(tokens, at, nearest, cues))


def _has_changed(tokens: Tokens, at: Window, cues: tuple[str, ...]) -> bool:
    """Whether a figure is what something "has risen to" until the report, on whatever day the event was."""
    return not _CHANGED.isdisjoint(cues) and not _PERFECT.isdisjoint(_right_before(tokens, at))


def _right_before(tokens: Tokens, at: Window) -> tuple[str, ...]:
    return tokens.lower[max(at.first, at.start - _AUXILIARY_REACH) : at.start]


def heading_as_of(source: Source, tokens: Tokens, dates: tuple[Mention, ...]) -> AsOf | None:
    """The time that a heading gives all figures of its source: "Situation as of 18:00, 4 May"."""
    past = tokens.ends[tokens.sentences[:_HEAD_SENTENCES][-1][1] - 1] if tokens.sentences else 0
    for date in dates[: bisect_left(dates, past, key=lambda d: d.start)]:
        first, end = tokens.sentence_at(tokens.index_at(date.start))
        opening = _opening(tokens.lower[first:end])
        if end - first > _HEADING_TOKENS or not _HEADINGS.issuperset(opening[:1]):
            continue
        if _is_bound(tokens, date):
            return _stated(source, date, ())
        days = _days(date)
        if days and opening[1:] == _PERIOD and date.end + 1 >= tokens.ends[end - 1]:
            return AsOf((days[1], days[1]))
    return None


def _opening(words: tuple[str, ...]) -> tuple[str, ...]:
    """The first words of a line, marks of emphasis and headings left out."""
    first = next((i for i, word in enumerate(words) if word.isalpha()), 0)
    return words[first : first + 3]


def _is_near(tokens: Tokens, at: Window, date: Mention) -> bool:
    return _gap(tokens, at, date)[0] <= _REACH or date.start - tokens.starts[at.first] <= _FRAME_REACH


def _gap(tokens: Tokens, at: Window, date: Mention) -> tuple[int, int]:
    return max(tokens.starts[at.start] - date.end, date.start - tokens.ends[at.end - 1], 0), date.start


def _days(date: Mention) -> Days | None:
    value = date.value
    return (value.first, value.last) if isinstance(value, Date) and value.first and value.last else None


def _is_bound(tokens: Tokens, date: Mention) -> bool:
    """Whether "by", "until" or "as of" stands before a date."""
    i = tokens.index_at(date.start) - 1
    for _ in range(_FILLERS):
        if i > 0 and tokens.lower[i] in _OF and tokens.lower[i - 1] == _AS:
            return True
        if i < 0 or not (tokens.lower[i] in _BEFORE_A_DATE or tokens.lower[i].isdigit()):
            break
        i -= 1
    return i >= 0 and tokens.lower[i] in _BY


def _begins(tokens: Tokens, date: Mention) -> bool:
    """Whether a date is the beginning of what the figure covers, so that it says nothing of its end."""
    index = tokens.index_at(date.start)
    return index > 0 and tokens.lower[index - 1] == "since"


def _stated(source: Source, date: Mention, others: tuple[Mention, ...]) -> AsOf | None:
    """A date as the time of a figure; a clock time alone is of the day named beside it, or of publication."""
    clock = date.value.clock if isinstance(date.value, Date) else None
    named = next((days for d in (date, *others) if (days := _days(d))), None)
    if named is None and source.published:
        named = (source.published, source.published)
    return AsOf(named, clock) if named else None


def _looks_back(tokens: Tokens, at: Window, date: Mention, cues: tuple[str, ...]) -> bool:
    """Whether a sentence looks back from the date, or tells of a change on it, rather than dates the event."""
    if _CHANGED.isdisjoint(cues) and _PLUPERFECT not in _right_before(tokens, at):
        return False
    index = tokens.index_at(date.start)
    between = tokens.lower[at.end : index]
    return index < at.start or _BREAKS.isdisjoint(between) or not _SAID.isdisjoint(between[-2:])
