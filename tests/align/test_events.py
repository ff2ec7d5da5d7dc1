"""Sources of the same events are told from those of like ones, in large folders as in small."""

from claim_samples import source
from msgspec.structs import replace

from factcheck.align.events import Events
from factcheck.extraction import claims_of
from factcheck.model import Claim

_TOWNS = ("Norvale", "Easthaven", "Velden", "Mirefield", "Camber", "Lisse", "Orwin", "Tolmar", "Brask", "Hollin")


def _claims(*texts: str) -> list[list[Claim]]:
    return [list(claims_of(source(text, f"s{i:03}"))[1]) for i, text in enumerate(texts)]


def _same(*texts: str) -> bool:
    """Whether the first two of these sources are taken to report the same events."""
    made = _claims(*texts)
    return Events.of(claim for claims in made for claim in claims).same(made[0][0], made[1][0])


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


def test_two_reports_alone_are_told_apart_by_what_is_not_common_to_all_reports() -> None:
    one = "Police said two men were shot early Sunday outside a bar on Harlan Street in Velden. Both are in hospital."
    other = "Police said a woman was shot late Sunday inside a home on Orchard Street in Camber. She is in hospital."
    again = "Two men are in hospital after they were shot at a bar in Velden, police said. The bar is on Harlan Street."
    assert not _same(one, other)
    assert _same(one, again)


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


def test_links_are_few_however_many_sources_tell_of_one_event() -> None:
    sources = [f"The blaze at the Gravik tannery killed {i + 2} people on 9 May 2021." for i in range(120)]
    made = _claims(*sources, "Few remember that 12 houses of Gravik fell in the storm of 1962.")
    events = Events.of(claim for claims in made for claim in claims)
    assert all(5 < len(events.linked(f"s{i:03}")) < 60 for i in range(120))
    assert "s120" not in events.linked("s000")


def test_links_are_mutual() -> None:
    sources = [f"The blaze at the Gravik tannery killed {i + 2} people on {i % 28 + 1} May 2021." for i in range(90)]
    events = Events.of(claim for claims in _claims(*sources) for claim in claims)
    names = [f"s{i:03}" for i in range(90)]
    assert all(one in events.linked(other) for one in names for other in events.linked(one))
    assert all(events.are_linked(one, other) for one in names for other in (one, *events.linked(one)))


def test_a_folder_of_one_topic_links_all_its_sources() -> None:
    sources = [f"The blaze at the Gravik tannery killed {i + 2} people on 9 May 2021." for i in range(30)]
    events = Events.of(claim for claims in _claims(*sources) for claim in claims)
    assert len(events.linked("s000")) == 29


def test_words_that_all_of_very_many_sources_hold_still_link_them() -> None:
    ((told,),) = _claims("The blaze at the Gravik tannery killed 14 people.")
    names = [f"s{i:04}" for i in range(5000)]
    events = Events.of(replace(told, mention=replace(told.mention, source=name)) for name in names)
    assert len(events.linked(names[0])) > 5


def test_a_link_depends_on_no_source_far_from_both() -> None:
    near = ("The blaze at the Gravik tannery killed 14 people.", "Fourteen people died when the Gravik tannery burned.")
    strange = ("Nine ferries left Cape Dorn.", "Eleven ferries left Cape Holm.")
    first, second = (
        Events.of(c for claims in _claims(*near, *others) for c in claims) for others in (strange, strange[::-1])
    )
    assert first.linked("s000") == second.linked("s000") == ["s001"]


def test_the_order_of_the_claims_changes_no_link() -> None:
    made = _claims("The Gravik tannery burned on 9 May 2021; 14 died.", "At the Gravik tannery 14 died.", *_fires())
    claims = [claim for of_source in made for claim in of_source]
    events, reversed_events = Events.of(claims), Events.of(reversed(claims))
    firsts = [of_source[0] for of_source in made]
    assert [events.same(a, b) for a in firsts for b in firsts] == [
        reversed_events.same(a, b) for a in firsts for b in firsts
    ]
    assert all(events.linked(a.mention.source) == reversed_events.linked(a.mention.source) for a in firsts)
