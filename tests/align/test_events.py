"""Sources of the same events are told from those of like ones, in large folders as in small."""

from claim_samples import source

from factcheck.align.events import Events
from factcheck.model import Claim
from factcheck.pipeline import claims_of

_TOWNS = ("Norvale", "Easthaven", "Velden", "Mirefield", "Camber", "Lisse", "Orwin", "Tolmar", "Brask", "Hollin")


def _claims(*texts: str) -> list[list[Claim]]:
    return [list(claims_of(source(text, f"s{i:03}"))[1]) for i, text in enumerate(texts)]


def _same(*texts: str) -> bool:
    """Whether the first two of these sources are taken to report the same events."""
    made = _claims(*texts)
    return Events(claim for claims in made for claim in claims).same(made[0][0], made[1][0])


def _fires() -> list[str]:
    return [
        f"A fire in the {town} market killed {i + 3} people on {i + 1} March 2021, the police of {town} said."
        for i, town in enumerate(_TOWNS)
    ]


def test_reports_of_one_fire_among_many_are_linked() -> None:
    assert _same(
        "The blaze at the Gravik tannery killed 14 people on 9 May 2021.",
        "Fourteen people died when the Gravik tannery burned on 9 May 2021.",
        *_fires(),
    )


def test_reports_of_two_fires_among_many_are_not() -> None:
    assert not _same(
        "The blaze at the Gravik tannery killed 14 people, among them two apprentices who slept in the loft.",
        "Nine people died in a blaze aboard the ferry Osprey after a boiler burst off Cape Dorn.",
        *_fires(),
    )


def test_like_reports_of_times_far_apart_are_not_linked() -> None:
    first = "On {day} two men left a tavern on the quay and were shot by a neighbour; a woman of 41 was hurt by glass."
    second = "On {day} three people were shot from a passing van while they waited for a tram outside the stadium."
    assert _same(first.format(day="9 May 2021"), second.format(day="9 May 2021"), *_fires())
    assert not _same(first.format(day="9 May 2018"), second.format(day="9 May 2021"), *_fires())


def test_sources_that_say_no_day_are_linked_by_their_words_alone() -> None:
    assert _same(
        "The blaze at the Gravik tannery killed 14 people on 9 May 2021.",
        "Fourteen people died when the Gravik tannery burned.",
        *_fires(),
    )


def test_the_nearest_sources_are_few_and_most_alike_first() -> None:
    sources = [f"The blaze at the Gravik tannery killed {i + 2} people on 9 May 2021." for i in range(60)]
    made = _claims(*sources, "Few remember that 12 houses of Gravik fell in the storm of 1962.")
    nearest = Events(claim for claims in made for claim in claims).nearest("s000")
    assert 0 < len(nearest) < 60
    assert "s060" not in nearest


def test_the_order_of_the_claims_changes_no_link() -> None:
    made = _claims("The Gravik tannery burned on 9 May 2021; 14 died.", "At the Gravik tannery 14 died.", *_fires())
    claims = [claim for of_source in made for claim in of_source]
    events, reversed_events = Events(claims), Events(reversed(claims))
    firsts = [of_source[0] for of_source in made]
    assert [events.same(a, b) for a in firsts for b in firsts] == [
        reversed_events.same(a, b) for a in firsts for b in firsts
    ]
    assert all(events.nearest(a.mention.source) == reversed_events.nearest(a.mention.source) for a in firsts)
