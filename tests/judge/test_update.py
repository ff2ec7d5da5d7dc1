"""When figures that do not meet are of different times, and the measure may change that way."""

import pytest
from claim_samples import marked, rule
from msgspec.structs import replace

from factcheck.judge.judgement import Judgement
from factcheck.judge.update import as_update, outgrown
from factcheck.model import Change, Claim, Verdict


def _claim(figure: str, day: str | None, source_id: str, published: str | None = None) -> Claim:
    when = f"By {day} " if day else ""
    return marked(f"{when}[{figure}] people had died.", source_id, published)


def _judged(a: Claim, b: Claim, changes: Change) -> Judgement | None:
    return as_update(a, b, replace(rule("counted-things"), changes=changes))


@pytest.mark.parametrize(
    ("earlier", "later", "changes", "is_update"),
    [
        ("14", "19", Change.RISES, True),
        ("19", "14", Change.RISES, False),
        ("19", "14", Change.FALLS, True),
        ("14", "19", Change.FALLS, False),
        ("14", "19", Change.FREELY, True),
        ("19", "14", Change.FREELY, True),
        ("14", "19", Change.NEVER, False),
    ],
)
def test_the_direction_of_change_decides(earlier: str, later: str, changes: Change, is_update: bool) -> None:
    a, b = _claim(earlier, "2 March 2021", "a"), _claim(later, "6 March 2021", "b")
    for judged in (_judged(a, b, changes), _judged(b, a, changes)):
        assert (judged is not None) == is_update


def test_the_witness_names_both_days_earlier_first() -> None:
    a, b = _claim("14", "2 March 2021", "a"), _claim("19", "6 March 2021", "b")
    expected = Judgement(Verdict.UPDATE, "as-of", "14 as of 2021-03-02, 19 as of 2021-03-06")
    assert _judged(a, b, Change.RISES) == expected
    assert _judged(b, a, Change.RISES) == expected


def test_figures_of_one_day_are_no_update() -> None:
    a, b = _claim("14", "2 March 2021", "a"), _claim("19", "2 March 2021", "b")
    assert _judged(a, b, Change.RISES) is None


def test_a_month_that_holds_the_day_is_not_another_time() -> None:
    a = marked("In March 2021 the fire killed [14] people.", "a")
    assert _judged(a, _claim("19", "2 March 2021", "b"), Change.RISES) is None


def test_without_any_day_there_is_no_update() -> None:
    a, b = _claim("14", None, "a"), _claim("19", None, "b")
    assert _judged(a, b, Change.FREELY) is None
    assert _judged(_claim("14", None, "a", "2021-03-02"), b, Change.FREELY) is None


@pytest.mark.parametrize(
    ("changes", "published", "is_update"),
    [
        (Change.RISES, ("2021-03-02", "2021-03-06"), True),
        (Change.RISES, ("2021-03-06", "2021-03-02"), False),
        (Change.FREELY, ("2021-03-02", "2021-03-06"), False),
        (Change.FREELY, ("2021-03-02", "2021-06-30"), False),
    ],
)
def test_the_day_of_the_report_counts_only_for_what_goes_one_way(
    changes: Change, published: tuple[str, str], is_update: bool
) -> None:
    a, b = (_claim(*claim, day) for claim, day in zip((("14", None, "a"), ("19", None, "b")), published, strict=True))
    judged = _judged(a, b, changes)
    assert (judged is not None) == is_update


def test_a_freely_moving_measure_needs_words_that_say_as_of_when() -> None:
    a = marked("On 2 March 2021 the works sold [14] tractors.", "a")
    b = marked("On 6 March 2021 the works sold [19] tractors.", "b")
    assert _judged(a, b, Change.FREELY) is None
    assert _judged(a, b, Change.RISES) is not None


@pytest.mark.parametrize(("age", "is_update"), [("35", True), ("36", True), ("43", False), ("33", False)])
def test_a_person_ages_a_year_a_year(age: str, is_update: bool) -> None:
    a = marked("The driver, Ines Coelho, [34], spoke.", "a", "2021-03-02")
    b = marked(f"The driver, Ines Coelho, [{age}], spoke.", "b", "2022-04-01")
    assert (_judged(a, b, Change.RISES) is not None) == is_update


def test_a_later_figure_in_another_unit_is_compared_after_conversion() -> None:
    a = marked("By 2 March 2021 they had laid [5 miles] of cable.", "a")
    b = marked("By 6 March 2021 they had laid [12 km] of cable.", "b")
    assert _judged(a, b, Change.RISES) is not None
    assert _judged(a, b, Change.FALLS) is None


def test_two_dates_of_the_event_are_not_as_of_times_so_the_reports_days_count() -> None:
    a = marked("On 2 March 2021 the fire killed [14] people.", "a", "2021-03-03")
    b = marked("The fire that killed [19] people on 2 March 2021 was put out.", "b", "2021-04-10")
    judged = _judged(a, b, Change.RISES)
    assert judged is not None
    assert judged.witness == "14 as of 2021-03-03, 19 as of 2021-04-10"


@pytest.mark.parametrize(
    ("earlier", "later", "is_update"),
    [
        ("The clinic had vaccinated [340] people.", "The clinic has so far vaccinated [512] people.", True),
        ("The clinic had vaccinated [340] people.", "The number vaccinated climbed to [512].", True),
        ("The clinic had vaccinated [340] people.", "In the end the clinic vaccinated [512] people.", True),
        ("In the village [340] people lived.", "In the village only [112] people remain.", True),
        ("In the village [340] people lived.", "The number of people dwindled to [112].", True),
        ("The clinic had vaccinated [340] people.", "The number vaccinated climbed to [212].", False),
        ("The clinic had vaccinated [340] people.", "The clinic had vaccinated [512] people.", False),
    ],
)
def test_words_of_change_make_the_days_of_the_reports_count(earlier: str, later: str, is_update: bool) -> None:
    a, b = marked(earlier, "a", "2021-03-02"), marked(later, "b", "2021-03-09")
    assert (_judged(a, b, Change.FREELY) is not None) == is_update
    assert _judged(replace(a, published=b.published), b, Change.FREELY) is None


def test_readings_of_an_instrument_are_no_counts_that_move() -> None:
    a = marked("By 2 March 2021 the gauge stood at [6.8].", "a")
    b = marked("By 6 March 2021 the gauge stood at [6.7].", "b")
    assert _judged(a, b, Change.FREELY) is None


@pytest.mark.parametrize(
    ("bound", "figure", "days", "changes", "is_update"),
    [
        ("at least 37", "58", (2, 6), Change.RISES, True),
        ("at least 37", "at least 58", (2, 6), Change.RISES, True),
        ("at least 37", "58", (6, 2), Change.RISES, False),
        ("at least 37", "58", (2, 2), Change.RISES, False),
        ("at least 37", "58", (2, 6), Change.FREELY, False),
        ("more than 200", "214", (2, 6), Change.RISES, False),
        ("up to 37", "24", (2, 6), Change.RISES, False),
    ],
)
def test_a_later_figure_beyond_a_lower_bound_is_an_update(
    bound: str, figure: str, days: tuple[int, int], changes: Change, is_update: bool
) -> None:
    a, b = (_claim(f, None, i, f"2021-03-0{day}") for f, i, day in zip((bound, figure), "ab", days, strict=True))
    changing = replace(rule("counted-things"), changes=changes)
    for judged in (outgrown(a, b, changing), outgrown(b, a, changing)):
        assert (judged is not None) == is_update


@pytest.mark.parametrize(
    ("earlier", "later", "changes", "is_update"),
    [
        ("143", "134", Change.FALLS, False),
        ("134", "143", Change.RISES, False),
        ("12", "21", Change.RISES, True),
        ("12", "21", Change.FREELY, False),
    ],
)
def test_swapped_digits_are_a_slip_sooner_than_a_change(
    earlier: str, later: str, changes: Change, is_update: bool
) -> None:
    a, b = _claim(earlier, "2 March 2021", "a"), _claim(later, "6 March 2021", "b")
    assert (_judged(a, b, changes) is not None) == is_update


@pytest.mark.parametrize(("first", "is_update"), [("20 February 2021", True), ("20 February 1961", False)])
def test_the_toll_of_an_event_long_past_no_longer_rises(first: str, is_update: bool) -> None:
    a = marked(f"The fire of {first} killed [14] people.", "a", "2021-03-02")
    b = marked("The fire killed [19] people.", "b", "2021-03-09")
    assert (_judged(a, b, Change.RISES) is not None) == is_update


def test_a_day_that_the_earlier_report_could_not_know_is_another_time() -> None:
    a = marked("Ardania has [7,000] soldiers in Tolmar.", "a", "2021-01-13")
    b = marked("In the last week of February 2021 [11,000] soldiers of Ardania were in Tolmar.", "b", "2021-03-02")
    assert _judged(a, b, Change.FREELY) is not None
    assert _judged(replace(a, published=b.published), b, Change.FREELY) is None


def test_a_day_soon_after_the_earlier_report_may_be_that_of_the_speaker() -> None:
    a = marked("Ardania has [7,000] soldiers in Tolmar.", "a", "2021-01-13")
    b = marked("The minister said on 15 January 2021 that Ardania has [11,000] soldiers there.", "b", "2021-01-18")
    assert _judged(a, b, Change.FREELY) is None
