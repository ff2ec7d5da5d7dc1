"""Dates that are of different events whatever else they share: the cues, and what must not be taken for one."""

import pytest
from claim_samples import marked, source

from factcheck.align.figures import model_name
from factcheck.align.profile import profile
from factcheck.align.veto import Known, veto
from factcheck.extraction import claims_of
from factcheck.model import Claim


def _why(a: Claim, b: Claim) -> str | None:
    forwards, backwards = veto(a, b, Known([a, b])), veto(b, a, Known([a, b]))
    assert forwards == backwards
    return forwards


def _pair(a: str, b: str, published_a: str | None = None, published_b: str | None = None) -> tuple[Claim, Claim]:
    return marked(a, "a", published_a), marked(b, "b", published_b)


@pytest.mark.parametrize("day", [3, 4])
def test_the_day_on_which_somebody_spoke_is_compared_with_none(day: int) -> None:
    a, b = _pair(f"The pier burned on [{day} March 2019].", "The pier burned, the mayor said on [4 March 2019].")
    assert model_name(profile(a), profile(b)) is model_name(profile(b), profile(a)) is None


def test_a_plan_of_an_undated_source_is_of_no_day_already_past() -> None:
    plan = "The crew says that it will return to the pier on [the last day of May]."
    past, plan_told = _pair("The crew cleared the pier on [Saturday].", plan, "2019-05-18")
    assert _why(past, plan_told) == "only one was still to come when it was reported"


def test_two_days_of_one_event_stand() -> None:
    assert _why(*_pair("The pier burned on [3 March 2019].", "The pier burned on [4 March 2019].")) is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The pier burned on [3 March 2019] in a gale.", "The crew left the pier on [9 June 2021] in a gale."),
        ("The guard heard it at [4.15 p.m.] as the pier burned.", "The pier burned at [9.40 p.m.] in a gale."),
        ("The pier burned at [4.15 p.m.] in a gale.", "The crew left the pier at [4.40 p.m.] in a gale."),
        ("The pier burned at [04:15 UTC].", "The pier burned at [05:45] in a gale."),
    ],
)
def test_the_words_set_two_dates_apart(a: str, b: str) -> None:
    assert _why(*_pair(a, b)) is not None


@pytest.mark.parametrize(
    ("a", "b", "published_a", "published_b"),
    [
        # The first report cannot tell of a day after its own.
        ("The pier burned on [Sunday].", "The owner fled on [Tuesday].", "2019-03-04", "2019-03-06"),
        ("The pier will reopen on [5 March 2019].", "The pier burned on [4 March 2019].", "2019-03-03", "2019-03-06"),
        # The same words, as a text that is printed twice has them.
        ("The pier burned on [Sunday].", "The pier burned on [Sunday].", "2019-03-04", "2019-03-14"),
    ],
)
def test_the_days_of_publication_set_two_dates_apart(a: str, b: str, published_a: str, published_b: str) -> None:
    assert _why(*_pair(a, b, published_a, published_b)) is not None


def test_a_day_later_than_the_first_report_may_be_a_slip_about_one_event() -> None:
    pair = _pair("The pier burned on [Sunday].", "The pier burned on [4 March 2019].", "2019-03-03", "2019-03-06")
    assert _why(*pair) is None


def test_other_verbs_may_tell_of_one_event_where_a_slip_parts_the_days() -> None:
    assert _why(*_pair("The pier was made in [1913] of oak.", "The pier was designed in [1931] of oak.")) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The pier burned on 3 March 2019. Divers came on 4 March 2019.", True),
        ("The pier burned on 3 March 2019. Divers came on 4 March.", True),
        ("The pier burned on 3 March 2019. Divers came on 4 March 2017.", False),
        ("The pier burned on 3 March 2019. Divers came in March 2019.", False),
    ],
)
def test_a_source_that_states_both_days_means_two_events(text: str, told: bool) -> None:
    here = claims_of(source(text))[1]
    there = marked("The pier burned on [4 March 2019].", "b")
    assert (veto(here[0], there, Known([*here, there])) is not None) is told


def test_two_days_without_a_year_are_met_by_each_other() -> None:
    here = claims_of(source("The pier burned on 3 March. Divers came on 4 March."))[1]
    there = marked("The pier burned on [4 March].", "b")
    assert veto(here[0], there, Known([*here, there])) is not None
