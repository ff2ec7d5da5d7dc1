"""How the audit grows with the number of sources: time and memory a source, pairs a second, and what is found.

python benchmarks/audit_scaling.py [--sources 100 1000 10000] [--sources-an-event 12]

The sources report invented events, the n-th of which has 1/n of the first one's reports; each states some of its
event's facts, now and then with a wrong figure. So what is right is known: `found` is the share of neighbouring reports
of a fact that end in one finding, `other events` the share of comparisons between different events. Linear growth shows
as a last column of about one: the time a source against that of the smallest corpus.
"""

import argparse
import random
import resource
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from generated_text import document, word

from factcheck.align import align
from factcheck.align.blocking import candidate_pairs
from factcheck.align.events import Events
from factcheck.align.topic import Topics
from factcheck.align.voices import Voices
from factcheck.extraction import claims_of
from factcheck.judge import judge
from factcheck.judge.findings import findings
from factcheck.model import Claim
from factcheck.read import source_from_text
from factcheck.rulebook import load_rules

_KINDS = ("fire", "flood", "strike", "election", "landslide", "collision", "shooting", "outbreak", "raid", "protest")
_FACTS = (
    ("{n} people were killed in the {kind} at {place}", "the {kind} at {place} claimed {n} lives"),
    ("{n} people were injured in {place}", "hospitals near {place} treated {n} injured people"),
    ("{n} houses in {place} were destroyed", "the {kind} destroyed {n} houses around {place}"),
    ("{n} people were evacuated from {place}", "officials of {place} evacuated {n} people"),
    ("the damage in {place} came to ${n} million", "the {kind} cost {place} ${n} million"),
    ("{n} firefighters were sent to {place}", "{place} was reached by {n} firefighters"),
)
_WRONG = 0.08
_STATED = 3


class Event(NamedTuple):
    """What happened, where and when, whom the reports name, and the figure of each fact."""

    kind: str
    place: str
    people: tuple[str, str]
    day: int
    figures: tuple[int, ...]


class Corpus(NamedTuple):
    """Texts, and of each the number of its event."""

    texts: list[str]
    events: list[int]


def event(seed: int) -> Event:
    """An invented event; places and people are made-up words, so different events seldom share one."""
    pick = random.Random(f"event {seed}")
    names = ["".join(pick.choice("bdfgklmnprstvz") + pick.choice("aeiou") for _ in range(4)).title() for _ in range(5)]
    people = (f"{names[0]} {names[1]}", f"{names[2]} {names[3]}")
    return Event(pick.choice(_KINDS), names[4], people, pick.randrange(3000), tuple(pick.choices(range(21, 999), k=6)))


def report(told: Event, seed: int) -> str:
    """A short report of an event by one of many reporters."""
    pick = random.Random(f"report {seed}")
    month, day = divmod(told.day % 336, 28)
    date = f"{2015 + told.day // 336}-{month + 1:02}-{day + 1:02}"
    facts = []
    for fact in sorted(pick.sample(range(len(_FACTS)), _STATED)):
        number = told.figures[fact] + (pick.choice((-9, 7, 30)) if pick.random() < _WRONG else 0)
        stated = pick.choice(_FACTS[fact]).format(n=number, kind=told.kind, place=told.place)
        facts.append(f"{stated[0].upper()}{stated[1:]}, {pick.choice(told.people)} said.")
    return f"The {told.kind} at {told.place} began on {date}. {' '.join(facts)} {_aside(pick)}"


def _aside(pick: random.Random) -> str:
    """Sentences without figures, of words that are as unevenly used as those of any language."""
    return " ".join(" ".join(("The", *(word(pick) for _ in range(11)))) + "." for _ in range(2))


def corpus(sources: int, sources_an_event: int) -> Corpus:
    """So many reports of events that are as unevenly shared as news is."""
    known = [event(i) for i in range(max(1, sources // sources_an_event))]
    shares = [1 / rank for rank in range(1, len(known) + 1)]
    chosen = random.Random(sources).choices(range(len(known)), shares, k=sources)
    return Corpus([report(known[e], i) for i, e in enumerate(chosen)], chosen)


def seconds_since(begin: float) -> float:
    return time.process_time() - begin


def measured(sources: int, sources_an_event: int, first: float | None) -> float:
    """Prints one line on one size of corpus; the processor time a source."""
    made = corpus(sources, sources_an_event)
    rules = load_rules().rules
    read = [source_from_text(text, source_id=f"{i:06}") for i, text in enumerate(made.texts)]
    begin = time.process_time()
    claims = tuple(claim for source in read for claim in claims_of(source)[1])
    reading = seconds_since(begin)
    begin = time.process_time()
    events, topics, voices = Events.of(claims), Topics(rules), Voices(read)
    comparisons = judge(align(claims, events, topics, voices), topics, {})
    by_id = {claim.id: claim for claim in claims}
    found = findings(comparisons, by_id, {rule.id: rule for rule in rules}, voices)
    comparing = seconds_since(begin)
    begin = time.process_time()
    pairs = sum(1 for _ in candidate_pairs(claims, Events.of(claims)))
    blocking = seconds_since(begin)
    event_of = {source.id: number for source, number in zip(read, made.events, strict=True)}
    others = sum(event_of[by_id[c.a].mention.source] != event_of[by_id[c.b].mention.source] for c in comparisons)
    group = {claim: finding.id for finding in found for claim in finding.claims}
    neighbours = list(same_fact(claims, event_of))
    met = sum(group.get(a, a) == group.get(b, b) for a, b in neighbours)
    a_source = (reading + comparing) / sources
    print(
        f"{sources:>8,} {len(claims):>9,} {1000 * reading / sources:>8.1f} {1000 * comparing / sources:>8.1f} "
        f"{pairs / len(claims):>9.1f} {pairs / (comparing + 1e-9):>9,.0f} {1000 * blocking / sources:>8.2f} "
        f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:>8.0f} {met / max(1, len(neighbours)):>6.2f} "
        f"{others / max(1, len(comparisons)):>7.3f} {a_source / (first or a_source):>7.2f}",
        flush=True,
    )
    return a_source


def same_fact(claims: tuple[Claim, ...], event_of: dict[str, int]) -> Iterator[tuple[str, str]]:
    """Neighbouring claims of one event with the same words of one of our templates before or after their figure."""
    told: dict[tuple[int, str], list[str]] = defaultdict(list)
    for claim in claims:
        fact = next((fact for fact, cue in _CUES if cue in claim.context.passage), None)
        if fact is not None and claim.mention.kind == "quantity":
            told[event_of[claim.mention.source], fact].append(claim.id)
    for ids in told.values():
        yield from pairwise(ids)


_CUES = (
    ("killed", " people were killed in the "),
    ("killed", " claimed "),
    ("injured", " injured"),
    ("destroyed", " destroyed"),
    ("evacuated", " evacuated "),
    ("cost", " million"),
    ("sent", " firefighters"),
)


def main() -> None:
    """Prints one line a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=int, nargs="+", default=[100, 1_000, 10_000])
    parser.add_argument("--sources-an-event", type=int, default=12)
    options = parser.parse_args()
    print(
        f"{'':18} {'ms a source':>17} {'pairs':>9} {'pairs':>9} {'ms':>8} {'peak':>8} "
        f"{'':>6} {'other':>7} {'time a':>7}\n"
        f"{'sources':>8} {'claims':>9} {'claims':>8} {'compare':>8} {'a claim':>9} {'a second':>9} {'to block':>8} "
        f"{'MB':>8} {'found':>6} {'events':>7} {'source':>7}"
    )
    claims_of(source_from_text(document(200)))
    first = None
    for sources in options.sources:
        a_source = measured(sources, options.sources_an_event, first)
        first = first or a_source


if __name__ == "__main__":
    main()
