"""A duration stated together with its two ends: "a three-day summit from 3 to 7 June"."""

from collections.abc import Iterable, Iterator
from functools import cache

from factcheck.data import lexicon, lexicon_classes
from factcheck.interval import Days
from factcheck.judge.calendar.lengths import (
    Length,
    between,
    days_of,
    days_text,
    length_text,
    stated_length,
    stated_text,
)
from factcheck.judge.contradiction import Contradiction
from factcheck.judge.wording import lowered, words_after, words_before, words_between
from factcheck.model import Claim, Date, Duration, Measure

# Between "three days" and "three weeks" lies a slip; a duration much shorter or longer is of something repeated.
_MAX_RATIO = 5
_DASHES = frozenset({"-", "–", "—", "‑"})
_LEADS = frozenset({"from", "between", "("})
_LINKS = {
    "from": frozenset({("to",), ("until",), ("till",), ("through",), ("to", "the"), ("until", "the")}),
    "between": frozenset({("and",), ("and", "the")}),
}
_ENDS_AFTER = frozenset({".", ",", ";", ":", ")", "!", "?", "–", "—"})
_MAX_MODIFIERS = 3
_LONGEST_GAP = 9


def broken_spans(claims: Iterable[Claim]) -> Iterator[Contradiction]:
    """The durations that no counting of the stretch between their two ends gives, once with each end."""
    times: list[Claim] = []
    for claim in claims:
        if not isinstance(claim.mention.value, Date | Duration):
            continue
        times = [*times[-2:], claim]
        if len(times) == 3 and (parts := _duration_and_ends(*times)):
            yield from _judged(*parts)


def _judged(stated: Claim, start: Claim, end: Claim) -> Iterator[Contradiction]:
    duration, ends = stated.mention.value, (_days(start), _days(end))
    if not isinstance(duration, Duration) or duration.unit is None or ends[0] is None or ends[1] is None:
        return
    apart, allowed = between(ends[0], ends[1]), stated_length(duration, (ends[0], ends[1]))
    if apart is None or allowed is None or apart.meets(allowed) or _is_repeated(apart, allowed):
        return
    stretch = f"{days_text(ends[0])} to {days_text(ends[1])} is {length_text(apart, duration.unit)}"
    witness = f"{stretch}; stated: {stated_text(duration)}"
    for side in (start, end):
        yield Contradiction(stated, side, Measure.SPAN, witness)


def _duration_and_ends(a: Claim, b: Claim, c: Claim) -> tuple[Claim, Claim, Claim] | None:
    """The three claims as duration, start and end, where the words between them say that they are."""
    kinds = [isinstance(claim.mention.value, Duration) for claim in (a, b, c)]
    if kinds == [True, False, False] and _is_stretch(b, c) and _leads_to(a, b):
        return a, b, c
    if kinds == [False, False, True] and _is_stretch(a, b) and _follows(b, c):
        return c, a, b
    return None


def _is_stretch(start: Claim, end: Claim) -> bool:
    """Whether two dates are written as the ends of a stretch: "from 3 to 7 June", "(1990–1998)"."""
    gap = words_between(start, end)
    if gap is None or not all(any(c.isdigit() for c in claim.mention.text) for claim in (start, end)):
        return False
    lead = lowered(words_before(start)[-1:])
    if len(gap) == 1 and gap[0] in _DASHES:
        return bool(lead)
    return bool(lead) and lowered(gap) in _LINKS.get(lead[0], _LINKS["from"] if lead[0] == "(" else frozenset())


def _leads_to(stated: Claim, start: Claim) -> bool:
    """Whether the words between a duration and its first end say that the stretch is how long it was."""
    gap = words_between(stated, start)
    if not gap or len(gap) > _LONGEST_GAP or gap[-1].lower() not in _LEADS | {"on"} or _is_of_other_days(stated):
        return False
    inner = gap[:-1]
    if _is_adjectival(stated):
        return _is_one(stated) and _names_an_event(inner)
    before = lowered(words_before(stated)[-1:])
    return bool(before) and before[0] in _words()["went on"] and gap[-1].lower() != "on" and _is_plain(lowered(inner))


def _is_plain(gap: tuple[str, ...]) -> bool:
    """Whether nothing stands between, or only what someone was: "six years as mayor of Elmsford, from"."""
    bare = gap[:-1] if gap[-1:] == (",",) else gap
    return not bare or (bare[0] == "as" and "," not in bare)


def _follows(end: Claim, stated: Claim) -> bool:
    """Whether a duration sums up the stretch before it: "to 10 May, for two weeks", "(1990–1998, six years)"."""
    gap = words_between(end, stated)
    if gap is None or _is_adjectival(stated) or _is_of_other_days(stated):
        return False
    after = words_after(stated)[:1]
    return (not after or after[0] in _ENDS_AFTER) and _sums_up(lowered(gap))


def _sums_up(gap: tuple[str, ...]) -> bool:
    bare = tuple([word for word in gap if word not in {",", ")", "for", "a", "lasting"}])
    if not bare:
        return "for" in gap or "lasting" in gap
    return bare in {("(",), ("–",), ("—",)} or (len(bare) == 2 and bare[0] in _words()["sum"] and bare[1] == "of")


def _names_an_event(gap: tuple[str, ...]) -> bool:
    """Whether "-day" is of one event, named soon after, and nothing else comes before the ends."""
    event = next((i for i, word in enumerate(gap[: _MAX_MODIFIERS + 1]) if word.lower() in _events()), None)
    if event is None or not all(word.isalpha() for word in gap[:event]):
        return False
    return all(word == "," or word in _words()["after an event"] or word[0].isupper() for word in gap[event + 1 :])


def _is_one(stated: Claim) -> bool:
    """Whether an article or possessive before an adjectival duration says that it is of one event."""
    before, own = lowered(words_before(stated)[-1:]), stated.mention.text.lower().split()[:1]
    return any(word.removeprefix("'").removeprefix("’") in _words()["article"] for word in (*before, *own))


def _is_adjectival(stated: Claim) -> bool:
    """Whether a duration stands before its noun: "three-day", "three day"."""
    words = stated.mention.text.lower().replace("‑", "-").split("-")
    value = stated.mention.value
    plural = words[-1].endswith("s") or words[-1].endswith("s'")
    return not plural and (len(words) > 1 or not isinstance(value, Duration) or value.high != 1)


def _is_of_other_days(stated: Claim) -> bool:
    return not _words()["other days"].isdisjoint(stated.mention.text.lower().replace("-", " ").split())


def _is_repeated(apart: Length, allowed: Length) -> bool:
    return allowed.most * _MAX_RATIO < apart.fewest or allowed.fewest > apart.most * _MAX_RATIO


def _days(claim: Claim) -> Days | None:
    return days_of(claim.mention.value) if isinstance(claim.mention.value, Date) else None


@cache
def _events() -> frozenset[str]:
    return frozenset(lexicon("lasting-events"))


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in lexicon_classes("span-words").items()}
