"""An age that the date of birth does not give on the day of the event or of the report."""

import datetime
from collections.abc import Iterable, Iterator

from factcheck.align.events import Events
from factcheck.claim.fold import fold
from factcheck.interval import Days, days_meet, shifted
from factcheck.judge.calendar.lengths import days_of, days_text
from factcheck.judge.calendar.people import aged_now, aged_on, born, is_age
from factcheck.judge.calendar.spoken_of import DaysSpokenOf, years_later
from factcheck.judge.contradiction import Contradiction
from factcheck.model import Category, Claim, Date, Measure, Name, Quantity

# In days: an age is that of the day of the report, or of the event, which may lie so long before.
_BEFORE, _AFTER = 14, 60
# In years: a far younger age is of another time that the text tells of, and a far older one of another person.
_MOST_YOUNGER, _MOST_OLDER = 4, 20
_DAYS_A_YEAR = 365.25


def wrong_ages(claims: Iterable[Claim], spoken_of: DaysSpokenOf, events: Events) -> Iterator[Contradiction]:
    """The ages that a person born on a stated date has on no day that the source speaks of."""
    listed = tuple(claims)
    births = _Births(listed, events)
    if not births:
        return
    for index, age in enumerate(listed):
        if not is_age(age):
            continue
        if on_day := aged_on(listed, index):
            name, day = on_day
            for birth in births.of(name):
                if witness := _wrong_on(birth, age, day):
                    yield Contradiction(age, birth, Measure.BIRTH, witness)
        elif name_now := aged_now(listed, index):
            for birth in births.of(name_now):
                if witness := _wrong_now(birth, age, spoken_of):
                    yield Contradiction(age, birth, Measure.BIRTH, witness)


class _Births:
    """The stated dates of birth by source and person."""

    def __init__(self, claims: tuple[Claim, ...], events: Events) -> None:
        self._events = events
        self._first: dict[tuple[str, str], Claim] = {}
        self._twofold: set[tuple[str, str]] = set()
        self._families: dict[tuple[str, str], set[str]] = {}
        for index, claim in enumerate(claims):
            if isinstance(claim.mention.value, Date) and (name := born(claims, index)):
                self._add(name, claim)
            elif isinstance(claim.mention.value, Name) and claim.mention.value.category is Category.PERSON:
                source, key = _place(claim)
                self._families.setdefault((source, _surname(key)), set()).add(key)

    def __bool__(self) -> bool:
        return bool(self._first)

    def _add(self, name: Claim, birth: Claim) -> None:
        place = _place(name)
        if _stated(self._first.setdefault(place, birth)) != _stated(birth):
            # A source that gives two dates of birth for one name speaks of two people, or contradicts itself there.
            self._twofold.add(place)

    def of(self, name: Claim) -> list[Claim]:
        """The date of birth that the person's own source states, else those of sources of the same events.

        Of another source the sentence must have more in common than the name, which may be that of a namesake.
        """
        source, key = place = _place(name)
        if len(self._families.get((source, _surname(key)), ())) > 1 and name.mention.text.casefold() != key:
            return []
        if place in self._first:
            return [] if place in self._twofold else [self._first[place]]
        if " " not in key:
            return []
        births = (self._first.get((other, key)) for other in self._events.linked(source))
        return [birth for birth in births if birth and _described_alike(name, birth, key)]


def _place(name: Claim) -> tuple[str, str]:
    key = name.mention.value.key if isinstance(name.mention.value, Name) else name.mention.text
    return name.mention.source, key.casefold()


def _described_alike(name: Claim, birth: Claim, key: str) -> bool:
    """Whether the sentences of a name and of a date of birth share a content word that is no part of the name."""
    return not (name.context.words() & birth.context.words()).issubset({fold(word) for word in key.split()})


def _surname(key: str) -> str:
    return key.rpartition(" ")[2]


def _wrong_on(birth: Claim, age: Claim, day: Claim) -> str | None:
    """The witness that somebody born then did not have the age on the day."""
    born_on, on = _stated(birth), _stated(day)
    if on[0] < born_on[1] or days_meet(_days_of_age(born_on, _years(age)), on):
        return None
    return _witness(born_on, on, age, f"{_preposition(on)} {days_text(on)}")


def _wrong_now(birth: Claim, age: Claim, spoken_of: DaysSpokenOf) -> str | None:
    """The witness that somebody born then had the age on no day of which its source speaks."""
    source = age.mention.source
    day = spoken_of.published(source)
    born_on = _stated(birth)
    if day is None or day < born_on[1] or spoken_of.reach(source, _days_of_age(born_on, _years(age)), _BEFORE, _AFTER):
        return None
    younger = (day - born_on[0]).days / _DAYS_A_YEAR - _years(age)
    if not -_MOST_OLDER < younger < _MOST_YOUNGER + 1:
        return None
    return _witness(born_on, (day, day), age, f"on the publication on {day.isoformat()}")


def _days_of_age(born_on: Days, years: int) -> Days:
    """The days on which somebody born then may be that old."""
    return years_later(born_on[0], years), shifted(years_later(born_on[1], years + 1), -1)


def _witness(born_on: Days, on: Days, age: Claim, where: str) -> str:
    youngest, oldest = _completed(born_on[1], on[0]), _completed(born_on[0], on[1])
    then = str(oldest) if youngest == oldest else f"{youngest} to {oldest}"
    return f"born {_preposition(born_on)} {days_text(born_on)}: {then} {where}; stated: {_years(age)}"


def _preposition(days: Days) -> str:
    return "on" if days[0] == days[1] else "in"


def _completed(birth: datetime.date, day: datetime.date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _stated(claim: Claim) -> Days:
    """The days of a claim that is known to be of a date with its edges."""
    days = days_of(claim.mention.value) if isinstance(claim.mention.value, Date) else None
    assert days is not None
    return days


def _years(age: Claim) -> int:
    value = age.mention.value
    return int(value.low) if isinstance(value, Quantity) else 0
