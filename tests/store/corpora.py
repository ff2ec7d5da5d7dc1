"""Folders of sources that tell of the same events again and again, and what check and audit find in them."""

import random
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from claim_samples import shipped_rules

from factcheck.checking import check
from factcheck.errors import FactcheckError
from factcheck.extraction import Extracted, extract_all
from factcheck.model import Comparison, Report, Source
from factcheck.pipeline import audit
from factcheck.read import Limits, Reading, discover, read_sources
from factcheck.store import Contents, used

_PLACES = ("Halle", "Westbrook", "Armen", "Lund", "Vesh")
_PEOPLE = ("Mirela Dobrescu", "Tomas Brandl", "Ines Coelho", "Bolanle Okafor")
_MISSPELT = ("Mirela Dobresku", "Thomas Brandl", "Ines Coehlo", "Bolanle Okafur")
_TOLD = (
    "The fire at the mill in {place} killed {n} people.",
    "In {place} the fire killed {a} women and {b} men.",
    "The storm destroyed {n} houses in {place} on {day} May {year}.",
    "The new tunnel at {place} is {n} kilometres long, said {person}.",
    "The council spent ${n} million on the bridge in {place}, {person} said.",
    "The old bridge in {place} collapsed on {day} March {year}.",
    "The mayor of {place}, {person}, presented the budget.",
    "{person}, {age}, of {place}, was hurt.",
    "{person} was born on 3 May 1980 in {place}.",
    '"We will never sell the harbour of {place} to a {whom} company," said {person}.',
)
_HEADS = (
    "",
    "",
    "---\ndate: {year}-03-{day:02}\n---\n\n",
    "{place}, March {day} (Wire) - ",
    "{place}, {day} March {year} - ",
)


def telling(seed: int, events: int) -> str:
    """A source that tells some facts of one of so many events, now and then wrongly."""
    pick = random.Random(seed)
    event = random.Random(f"event {pick.randrange(events)}")
    place, person, year = event.choice(_PLACES), event.randrange(len(_PEOPLE)), event.randrange(2019, 2024)
    number, day = event.randrange(3, 400), event.randrange(1, 28)
    told = [pick.choice(_HEADS).format(place=place.upper(), year=year, day=day)]
    for fact in pick.sample(_TOLD, pick.randrange(1, 6)):
        right = pick.random() < 0.7
        told.append(
            fact.format(
                place=place,
                person=(_PEOPLE if pick.random() < 0.8 else _MISSPELT)[person],
                n=number if right else number + pick.randrange(1, 90),
                a=number // 3,
                b=number - number // 3,
                day=day if right else pick.randrange(1, 28),
                year=year,
                age=2022 - 1980 if right else 50,
                whom="foreign" if right else "private",
            )
        )
        told.append(" ")
    return "".join(told).strip() + "\n"


def copied(seed: int) -> str:
    """A copy of one long report, under its own headline, now and then cut or with another number."""
    pick = random.Random(seed)
    told = [
        f"The fire at the mill in Halle killed {pick.choice((12, 12, 21))} people on 3 March 2021, the brigade said.",
        "It broke out in a storeroom for dyes, spread through the roof, and two of the exits were locked.",
        f"Mirela Dobrescu, {pick.choice((31, 31, 33))}, of Halle, was pulled out through a window by her neighbours.",
        "The storm of the night before had destroyed 40 houses in Halle, and most engines were still out there.",
        "The council spent $3 million on the mill in the year before, and the owner cleared no corridor for it.",
    ]
    return " ".join((f"Number {seed} reports.", *told[: pick.randrange(3, 6)])) + "\n"


def audited(folder: Path, new: Collection[str]) -> tuple[Comparison, ...]:
    """The comparisons of an audit of a folder that touch a source of one of the new files."""
    report = audit(read_sources([str(folder)]).sources, shipped_rules(), pedantic=True)
    return touching(report, {str(folder / name) for name in new})


def touching(report: Report, new: Collection[str]) -> tuple[Comparison, ...]:
    """The comparisons of a report that touch one of these sources, doubtful ones last, in order."""
    place = {claim.id: claim.mention.source for claim in report.claims}
    kept = []
    for findings in (report.findings, report.doubtful):
        found = {c for f in findings for c in f.comparisons if {place[c.a], place[c.b]} & set(new)}
        kept += sorted(found, key=lambda c: (c.a, c.b, c.rule, c.reason))
    return tuple(kept)


def checked(folder: Path, store: Path, new: Collection[str], told: list[str] | None = None) -> tuple[Comparison, ...]:
    """The comparisons of a check of some files of a folder; what it tells of its store goes into `told`."""
    notes: list[str] = [] if told is None else told
    report = check_report(folder, store, new, notes)
    return touching(report, {str(folder / name) for name in new})


def check_report(folder: Path, store: Path, new: Iterable[str], told: list[str]) -> Report:
    """The report on some files of a folder."""

    def answer(contents: Contents, _: tuple[FactcheckError, ...]) -> Report:
        return check(contents, [str(folder / name) for name in new], shipped_rules(), pedantic=True)

    def extracted(sources: Sequence[Source]) -> tuple[Extracted | FactcheckError, ...]:
        return extract_all(sources, Limits())

    with Reading(None, Limits()) as reading:
        return used(store, "test", lambda: discover([str(folder)]).files, reading, extracted, answer, told.append)
