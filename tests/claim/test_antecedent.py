"""What a figure without a noun of its own counts."""

import pytest
from claim_samples import marked


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The number of engine fires traced to a loose plug had climbed to [14], she said.", "@fire"),
        ("A sixth plant closed, bringing to [40] the number of arrests.", "@arrest"),
        ("The town opened 14 shelters. That had risen to [58] by Monday.", "shelt"),
        ("The town opened 14 shelters. By Monday the count stood at [58].", "shelt"),
        ("The town keeps 9,500 sheep. [About 8,200] are on the hill.", "sheep"),
        ("The town opened 14 shelters.\n\nBy Monday the count stood at [58].", None),
        ("The town opened 14 shelters, said Ruth Almond. The mayor spoke for [58].", None),
        ("The town opened 14 shelters. [Two] of them are full.", None),
        ("The count stood at [58].", None),
        ("The number of the beast rose to [58].", None),
    ],
)
def test_the_noun_is_that_of_what_the_words_refer_back_to(text: str, head: str | None) -> None:
    assert marked(text).head == head


def test_a_figure_that_goes_on_with_another_has_its_role_and_the_words_around_it() -> None:
    claim = marked("Divers pulled 14 bodies from the river. By Sunday the count stood at [34].")
    assert claim.roles == ("@die",)
    assert "river" in claim.context.words()
    assert claim.subject == "bodies" or claim.subject == "body"


def test_both_ends_of_a_rise_are_of_one_role_and_the_first_is_the_previous_one() -> None:
    earlier, later = (marked(text) for text in ("The toll rose from [12] to 19.", "The toll rose from 12 to [19]."))
    assert earlier.roles == later.roles == ("@die",)
    assert "previous" in earlier.scope.cues
    assert "previous" not in later.scope.cues
    assert "risen" in later.scope.cues


def test_a_possessive_makes_a_part_only_of_those_to_whom_nothing_happened() -> None:
    assert "part" not in marked("There are still [61] of our citizens on the list.").scope.cues
    assert "part" not in marked("The army said [two] of its guards were killed.").scope.cues
    assert "part" in marked("The army has sent [800] of its soldiers to the port.").scope.cues


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Two guests died. A further [45] guests were hurt.", ()),
        ("Two guests were hurt. A further [45] guests were hurt.", ("additional",)),
        ("A further [45] guests were hurt.", ("additional",)),
    ],
)
def test_a_further_figure_adds_only_to_one_of_its_own_role(text: str, cues: tuple[str, ...]) -> None:
    assert marked(text).scope.cues == cues
