"""Which rule is for which claims."""

import pytest
from claim_samples import marked, rule, shipped_rules
from msgspec.structs import replace

from factcheck.align.topic import Topics, matches, topic_weight

_TOPICS = Topics(shipped_rules())


@pytest.mark.parametrize(
    ("text", "rule_id"),
    [
        ("Ardania has sent [6,000] soldiers to the border.", "troop-estimates"),
        ("Ardania has sent [6,000] troops to the border.", "troop-estimates"),
        ("Marovia has delivered [300,000] artillery shells.", "ammunition-delivered"),
        ("The fire killed [14] people.", "casualties-killed"),
        ("[14] people died in the fire.", "casualties-killed"),
        ("The fire injured [31] people.", "casualties-injured"),
        ("The storm destroyed [214] houses.", "counted-things"),
        ("The army bought [6,000] boots.", "counted-things"),
    ],
)
def test_the_most_specific_rule_is_taken(text: str, rule_id: str) -> None:
    claim = marked(text)
    best = _TOPICS.most_specific(claim, claim)
    assert best is not None
    assert best.id == rule_id


def test_a_rule_must_be_for_both_claims() -> None:
    a, b = marked("Ardania has sent [6,000] soldiers to the border."), marked("The storm destroyed [214] houses.", "b")
    best = _TOPICS.most_specific(a, b)
    assert best is not None
    assert best.id == "counted-things"


def test_no_rule_no_match() -> None:
    claim = marked("The storm destroyed [214] houses.")
    assert Topics([]).most_specific(claim, claim) is None


def test_a_word_far_from_the_figure_does_not_tell_its_topic() -> None:
    near = replace(rule("counted-things"), about=("kill",))
    far = "The fire killed nobody but one old cook who had slept upstairs above the bakery that sold [40] loaves."
    assert matches(near, marked("The fire killed [14] people."))
    assert not matches(near, marked(far))


def test_a_topic_adds_weight_only_where_a_name_is_shared_and_nothing_sets_apart() -> None:
    topic = replace(rule("troop-estimates"), weight=8.0)
    assert topic_weight(topic, (("names", "one"), ("factuality", "same"))) == 8.0
    assert topic_weight(topic, (("names", "unknown"), ("factuality", "same"))) == 0
    assert topic_weight(topic, (("names", "one"), ("factuality", "differs"))) == 0
    assert topic_weight(None, (("names", "one"),)) == 0
