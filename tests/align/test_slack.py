"""Pairs that miss the threshold: handed on only if asked for, and marked."""

from claim_samples import source

from factcheck.align import align
from factcheck.align.events import Events
from factcheck.align.topic import Topics
from factcheck.align.voices import Voices
from factcheck.extraction import claims_of

_TEXTS = (
    "The storm destroyed 214 houses in the valley. The mill by the river employs 80 people.",
    "The storm destroyed 187 houses in the valley. The school by the river has 650 pupils.",
)


def test_slack_adds_pairs_that_are_not_sure() -> None:
    claims = [c for name, text in zip("ab", _TEXTS, strict=True) for c in claims_of(source(text, name))[1]]
    events, topics, voices = Events.of(claims), Topics(()), Voices()
    sure, with_slack = align(claims, events, topics, voices), align(claims, events, topics, voices, slack=100.0)
    assert all(pair.sure for pair in sure)
    assert {(p.a.id, p.b.id) for p in sure} == {(p.a.id, p.b.id) for p in with_slack if p.sure}
    doubted = [p for p in with_slack if not p.sure]
    assert doubted
    assert max(p.grounds.weight for p in doubted) < 0
