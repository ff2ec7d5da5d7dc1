"""Claims of third sources bear a pair out, or speak against it."""

from itertools import combinations

from claim_samples import marked, source

from factcheck.align.events import Events
from factcheck.align.scored import APART, MEETING, Scored
from factcheck.align.thirds import Thirds
from factcheck.align.voices import Voices
from factcheck.model import Claim

_SURE, _UNLIKELY = 5.0, -5.0


def _claims(*figures: str) -> tuple[Claim, ...]:
    """Claims of linked sources, one each."""
    return tuple(
        marked(f"The storm destroyed [{figure}] houses in the valley.", chr(ord("a") + i))
        for i, figure in enumerate(figures)
    )


def _pair(a: Claim, b: Claim, weight: float = _SURE, values: str = MEETING) -> Scored:
    return Scored(a, b, f"figures {values}", (), weight)


def _opposed(doubted: Scored, others: list[Scored], claims: tuple[Claim, ...]) -> bool:
    candidates = [*others, doubted]
    swapped = Scored(doubted.b, doubted.a, doubted.model, doubted.levels, doubted.weight)
    events = Events.of(claims)
    found = {
        Thirds(order, Voices()).speak_against(pair, events)
        for order in (candidates, candidates[::-1])
        for pair in (doubted, swapped)
    }
    assert len(found) == 1, "the order of claims and candidates makes a difference"
    return found.pop()


def test_two_that_go_with_one_side_only_speak_against_a_pair() -> None:
    a, b, c, d = claims = _claims("214", "214", "214", "187")
    group = [_pair(x, y) for x, y in combinations((a, b, c), 2)]
    assert _opposed(_pair(a, d, 1.0, APART), group, claims)


def test_one_with_each_side_speaks_against_it_too() -> None:
    a, b, c, d = claims = _claims("214", "214", "187", "187")
    assert _opposed(_pair(b, c, 1.0, APART), [_pair(a, b), _pair(c, d)], claims)


def test_one_that_goes_with_both_bears_it_out() -> None:
    a, b, c, d = claims = _claims("214", "214", "187", "187")
    assert not _opposed(_pair(b, c, 1.0, APART), [_pair(a, b), _pair(c, d), _pair(a, c, 1.0, APART)], claims)


def test_a_third_source_that_states_both_values_tells_the_facts_apart() -> None:
    a, b = _claims("214", "187")
    text = "The storm destroyed {} houses in the valley and {} houses in the hills."
    c, d = marked(text.format("[214]", "187"), "c"), marked(text.format("214", "[187]"), "c")
    beside = [_pair(a, c, 0.0), _pair(b, d, 0.0)]
    assert _opposed(_pair(a, b, 1.0, APART), beside, (a, b, c, d))
    assert not _opposed(_pair(a, b, 1.0), beside, (a, b, c, d)), "of values that meet it tells nothing"
    assert not _opposed(_pair(a, b, 1.0, APART), [*beside, _pair(b, c, 0.0)], (a, b, c, d))


def test_one_alone_is_too_few() -> None:
    a, b, c = claims = _claims("214", "200", "187")
    assert not _opposed(_pair(b, c), [_pair(a, b)], claims)


def test_an_unlikely_pair_counts_for_nothing() -> None:
    a, b, c, d = claims = _claims("214", "214", "187", "187")
    assert not _opposed(_pair(b, c), [_pair(a, b, _UNLIKELY), _pair(c, d)], claims)


def test_what_is_less_sure_does_not_speak_against_what_is_surer() -> None:
    a, b, c, d = claims = _claims("214", "214", "187", "187")
    assert not _opposed(_pair(b, c, 2 * _SURE), [_pair(a, b), _pair(c, d)], claims)


def test_claims_of_the_two_sources_are_no_thirds() -> None:
    first = marked("The storm destroyed [187] houses in the valley.", "a")
    text = "The storm destroyed {} houses in the valley and {} houses in the hills, and {} houses on the coast."
    figures = (("[214]", "213", "212"), ("214", "[213]", "212"), ("214", "213", "[212]"))
    others = [marked(text.format(*three), "b") for three in figures]
    assert not _opposed(_pair(first, others[0]), [_pair(first, other) for other in others[1:]], (first, *others))


def test_what_is_not_linked_with_both_is_not_expected_with_both() -> None:
    a, b = _claims("214", "187")
    far = tuple(
        marked(f"Herders of the Osk plateau have lost [{n}] yaks to wolves since autumn.", s)
        for n, s in ((214, "x"), (214, "y"))
    )
    assert not _opposed(_pair(a, b, 1.0, APART), [_pair(a, other) for other in far], (a, b, *far))
    c, d = _claims("214", "187", "214", "214")[2:]
    assert _opposed(_pair(a, b, 1.0, APART), [_pair(a, c), _pair(a, d)], (a, b, c, d))


_TOLD = (
    "Rescuers reached the last farm of the valley by boat on Sunday and found nobody there, only a dog on a barn roof."
)


def _copies(*names: str) -> Voices:
    """Voices of sources that are copies of one text."""
    return Voices(source(f"{_TOLD} {_TOLD[::-1]}", name) for name in names)


def test_copies_of_one_source_speak_with_one_voice() -> None:
    a, b, c, d = claims = _claims("214", "214", "214", "187")
    group, doubted = [_pair(x, y) for x, y in combinations((a, b, c), 2)], _pair(a, d, 1.0, APART)
    events = Events.of(claims)
    assert Thirds([*group, doubted], Voices()).speak_against(doubted, events)
    for names in ("bc", "ab", "bd", "abc"):
        assert not Thirds([*group, doubted], _copies(*names)).speak_against(doubted, events), f"copies: {names}"


def test_a_copy_that_states_both_values_still_tells_the_facts_apart() -> None:
    a, b = _claims("214", "187")
    text = "The storm destroyed {} houses in the valley and {} houses in the hills."
    c, d = marked(text.format("[214]", "187"), "c"), marked(text.format("214", "[187]"), "c")
    doubted = _pair(a, b, 1.0, APART)
    candidates = [_pair(a, c, 0.0), _pair(b, d, 0.0), doubted]
    assert Thirds(candidates, _copies("a", "c")).speak_against(doubted, Events.of((a, b, c, d)))


def test_a_copy_bears_nothing_out() -> None:
    a, b, c = _claims("214", "214", "187")
    candidates = [_pair(a, b), _pair(a, c, 1.0, APART), _pair(b, c, 1.0, APART)]
    assert Thirds(candidates, Voices()).agreement(a, c) == "agrees with one"
    assert Thirds(candidates, _copies("a", "b")).agreement(a, c) == "none"
    assert Thirds(candidates, _copies("b", "c")).agreement(a, c) == "none"


def test_agreement_of_a_third_that_could_pair_with_both() -> None:
    a, b, c = _claims("214", "214", "187")
    apart = [_pair(a, c, 1.0, APART), _pair(b, c, 1.0, APART)]
    assert Thirds([_pair(a, b), *apart], Voices()).agreement(a, c) == "agrees with one"
    assert Thirds([_pair(a, b, _UNLIKELY), *apart], Voices()).agreement(a, c) == "none"
    assert Thirds([_pair(a, b), _pair(b, c), _pair(a, c)], Voices()).agreement(a, c) == "agrees with both"
