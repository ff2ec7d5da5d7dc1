"""The rungs of two dates: how near they are, and whether both are their sources' first day."""

import pytest
from claim_samples import marked

from factcheck.align.ladder import ladder
from factcheck.align.profile import profile


def _level(attribute: str, a: str, b: str) -> str:
    one, other = profile(marked(a, "a", "2019-03-08")), profile(marked(b, "b", "2019-03-09"))
    assert ladder(one, other) == ladder(other, one)
    return dict(ladder(one, other))[attribute]


@pytest.mark.parametrize(
    ("a", "b", "near"),
    [
        ("[3 March 2019]", "[3 March 2019]", "same"),
        ("[3 March 2019]", "[4 March 2019]", "one"),
        ("[3 March]", "[4 March 2019]", "one"),
        ("[2018]", "[2019]", "one"),
        ("[31 December 2018]", "[2019]", "one of two grains"),
        ("[3 March 2019]", "[9 March 2019]", "week"),
        ("[3 March 2019]", "[3 May 2019]", "slip of the pen"),
        ("[1931]", "[1913]", "slip of the pen"),
        ("[7 February 2019]", "[Thursday]", "month"),  # Thursday is the 7th of March: counted, not written
        ("[3 March 2019]", "[20 March 2019]", "month"),
        ("[1931]", "[1990]", "far"),
        ("[9.20 p.m.]", "[9.43 p.m.]", "same hour"),
        ("[7.20 p.m.]", "[9.43 p.m.]", "other hour"),
    ],
)
def test_how_near_two_dates_are(a: str, b: str, near: str) -> None:
    at = "at " if "p.m." in a else "in " if len(a) < 7 else "on "
    texts = [f"The pier burned {'on ' if '[Thursday]' in date else at}{date}." for date in (a, b)]
    assert _level("days apart", *texts) == near


def test_the_first_days_of_two_sources_are_held_against_each_other() -> None:
    divers = "Divers came on 2 March 2019; the pier burned on [5 March 2019]."
    assert _level("leads and days", "The pier burned on [3 March 2019].", "It was on [4 March 2019].").startswith(
        "both"
    )
    assert _level("leads and days", "The pier burned on [3 March 2019].", divers).startswith("not both")


def test_what_the_event_adds_depends_on_the_days() -> None:
    burned = "The pier burned on [3 March 2019]."
    assert _level("event and days", burned, "The pier burned on [4 March 2019].") == "one event, one"
    assert _level("event and days", burned, "A baker resigned on [4 March 2019].") == "other events, one"
