"""Documents about one event, generated from sentence templates: every fact in a sentence of its own."""

import datetime
from collections.abc import Sequence

from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

_PLACES = ("Halle", "Westbrook", "Armen", "Lund", "Vesh")
_PEOPLE = ("Mirela Dobrescu", "Tomas Brandl", "Ines Coelho", "Bolanle Okafor")
_ROLES = ("finance minister", "interior minister", "mayor", "governor")
# What another telling of a fact may change.
_CHANGES = ((), ("number", "date", "age", "role"), ("number", "hedge", "date"), ("place",), ("place", "number", "date"))
_NEAR = ("about ", "around ", "roughly ", "some ")

# {n} is a number with its hedge; each template speaks of something else, so that facts do not mix.
_FIGURES = (
    "The fire at the mill in {place} killed {n} people.",
    "The storm destroyed {n} houses in {place}.",
    "The army sent {n} soldiers to the border near {place}.",
    "The ferry carried {n} passengers when it left {place}.",
    "The new tunnel at {place} is {n} kilometres long.",
    "The council spent {n} dollars on the bridge in {place}.",
    "The factory in {place} delivered {n} shells to its customers.",
    "The library of {place} lent {n} books.",
)
_EVENTS = (
    "The old bridge in {place} collapsed on {date}.",
    "The court in {place} opened the trial on {date}.",
)
_PERSONS = (
    "{person}, {age}, was taken to hospital in {place}.",
    "The {role}, {person}, presented the budget in {place}.",
    '"We will never sell the harbour to a foreign company," said {person} in {place}.',
)
TEMPLATES = (*_FIGURES, *_EVENTS, *_PERSONS)

# Sentences that carry no fact that anything above could be compared with.
FILLERS = (
    "Nobody in the street wanted to say more about it.",
    "It rained for most of the night, and the cafes stayed empty.",
    "What follows from it is anyone's guess.",
)


class Fact(Struct, frozen=True):
    """The slots of one template. `hedge` stands before the number;"""

    template: str
    place: str
    number: int
    hedge: str
    date: datetime.date
    person: str
    age: int
    role: str

    def sentence(self) -> str:
        """The fact in words."""
        return self.template.format(
            place=self.place,
            n=f"{self.hedge}{self.number:,}",
            date=f"{self.date.day} {self.date:%B %Y}",
            person=self.person,
            age=self.age,
            role=self.role,
        )


@st.composite
def facts(draw: st.DrawFn, template: str) -> Fact:
    """A fact of a template."""
    return Fact(
        template=template,
        place=draw(st.sampled_from(_PLACES)),
        number=draw(st.integers(2, 999)) * 10 ** draw(st.integers(0, 3)),
        hedge=draw(st.sampled_from(("", "", "", *_NEAR, "more than ", "at least ", "up to "))),
        date=draw(st.dates(datetime.date(2015, 1, 1), datetime.date(2024, 12, 31))),
        person=draw(st.sampled_from(_PEOPLE)),
        age=draw(st.integers(18, 80)),
        role=draw(st.sampled_from(_ROLES)),
    )


@st.composite
def stories(draw: st.DrawFn) -> tuple[Fact, ...]:
    """One to four facts of different templates."""
    templates = draw(st.lists(st.sampled_from(TEMPLATES), min_size=1, max_size=4, unique=True))
    return tuple(draw(facts(template)) for template in templates)


@st.composite
def retold(draw: st.DrawFn, story: Sequence[Fact]) -> tuple[Fact, ...]:
    """The same story as another source may tell it: some values differ, a little or a lot, and so does the order."""
    told = []
    for fact in story:
        other = draw(facts(fact.template))
        changed = {slot: getattr(other, slot) for slot in draw(st.sampled_from(_CHANGES))}
        if "number" in changed and draw(st.booleans()):
            changed["number"] = max(2, fact.number * draw(st.integers(80, 120)) // 100)
        told.append(replace(fact, **changed))
    return tuple(draw(st.permutations(told)))


@st.composite
def pairs_of_stories(draw: st.DrawFn) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """A story and a second telling of it."""
    story = draw(stories())
    return story, draw(retold(story))


def text_of(story: Sequence[Fact]) -> str:
    """The story as a document."""
    return " ".join(fact.sentence() for fact in story) + "\n"


def hedged(story: Sequence[Fact]) -> tuple[Fact, ...]:
    """The story with "about" before every number that has no hedge."""
    return tuple(replace(fact, hedge=fact.hedge or "about ") for fact in story)
