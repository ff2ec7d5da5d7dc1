"""As of when a figure holds: bound dates, clock times, headings, and days that are only those of the event."""

import datetime

import pytest
from claim_samples import marked

_DAY = datetime.date(2021, 5, 2)


@pytest.mark.parametrize(
    "heading",
    [
        "Situation as of 2 May 2021",
        "**Position as on 1800 hrs, 2 May 2021**",
        "## Figures as at 6 p.m. on 2 May 2021",
        "Reporting period: 25 April to 2 May 2021",
    ],
)
def test_a_heading_dates_all_figures_that_are_not_dated_themselves(heading: str) -> None:
    claim = marked(f"{heading}\n\nThe fire has burned down [410] houses.", published="2021-05-09")
    assert claim.as_of == (_DAY, _DAY)
    assert "dated" in claim.scope.cues
    own = marked(f"{heading}\n\nBy 1 May 2021 the fire had burned down [350] houses.", published="2021-05-09")
    assert own.as_of == (_DAY.replace(day=1), _DAY.replace(day=1))


@pytest.mark.parametrize(
    "opening",
    [
        "The museum of Lund opened on 2 May 2021.",
        "Situation rooms have been in use in Lund since 2 May 2021, when the whole of the old town stood under water.",
        "Update on 2 May 2021",
    ],
)
def test_a_line_that_dates_something_else_is_no_heading(opening: str) -> None:
    assert marked(f"{opening}\n\nThe fire has burned down [410] houses.").as_of is None


@pytest.mark.parametrize(
    ("sentence", "clock"),
    [
        ("By 11 p.m. police had detained [34] people.", (1380, 1380)),
        ("As of 18:00, [212] houses were under water.", (1080, 1080)),
        ("By 9 a.m. on 2 May 2021 police had detained [34] people.", (540, 540)),
        ("At 9 a.m. on 2 May 2021 police detained [34] people.", None),
    ],
)
def test_a_clock_time_is_the_time_of_a_figure_where_it_is_bound(sentence: str, clock: tuple[int, int] | None) -> None:
    claim = marked(sentence, published="2021-05-02")
    assert claim.as_of == (_DAY, _DAY)
    assert claim.as_of_clock == clock


def test_a_clock_time_without_any_day_says_nothing() -> None:
    assert marked("By 11 p.m. police had detained [34] people.").as_of is None


@pytest.mark.parametrize("verb", ["has risen", "has climbed", "has now risen"])
def test_what_has_risen_has_done_so_until_the_report(verb: str) -> None:
    claim = marked(f"The toll of the fire of 24 April 2021 {verb} to [14].", published="2021-05-02")
    assert claim.as_of == (claim.published, claim.published)


def test_so_far_speaks_of_the_day_of_publication_not_of_that_of_the_event() -> None:
    claim = marked("The fire of 24 April 2021 has so far killed [14] people.", published="2021-05-02")
    assert claim.as_of == (_DAY, _DAY)


def test_a_day_to_come_is_not_the_time_of_a_figure() -> None:
    claim = marked("By 9 June 2021 the town will close [14] schools.", published="2021-05-02")
    assert "dated" not in claim.scope.cues


def test_the_day_since_when_is_not_the_time_of_a_figure() -> None:
    assert marked("The fever has killed [14] people since 2 May 2021.").as_of is None


def test_a_share_of_their_own_is_no_part() -> None:
    assert "part" not in marked("By 2 May 2021 they had sold [61 per cent] of their crop.").scope.cues
