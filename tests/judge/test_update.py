"""When figures that do not meet are of different times, and the measure may change that way."""

import datetime

import pytest
from claim_samples import marked, rule
from msgspec.structs import replace

from factcheck.judge.judgement import Judgement
from factcheck.judge.update import as_update
from factcheck.model import Change, Claim, Verdict


def _claim(figure: str, day: str | None, source_id: str) -> Claim:
    when = f"By {day} " if day else ""
    return marked(f"{when}[{figure}] people had died.", source_id)


def _judged(
    a: Claim, b: Claim, changes: Change, published: tuple[str | None, str | None] = (None, None)
) -> Judgement | None:
    days = {k: datetime.date.fromisoformat(d) if d else None for k, d in zip("ab", published, strict=True)}
    return as_update(a, b, replace(rule("counted-things"), changes=changes), days)


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
    assert _judged(a, b, Change.FREELY, ("2021-03-02", None)) is None


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
    judged = _judged(_claim("14", None, "a"), _claim("19", None, "b"), changes, published)
    assert (judged is not None) == is_update


def test_a_freely_moving_measure_needs_words_that_say_as_of_when() -> None:
    a = marked("On 2 March 2021 the works sold [14] tractors.", "a")
    b = marked("On 6 March 2021 the works sold [19] tractors.", "b")
    assert _judged(a, b, Change.FREELY) is None
    assert _judged(a, b, Change.RISES) is not None


@pytest.mark.parametrize(("age", "is_update"), [("35", True), ("36", True), ("43", False), ("33", False)])
def test_a_person_ages_a_year_a_year(age: str, is_update: bool) -> None:
    a = marked("The driver, Ines Coelho, [34], spoke.", "a")
    b = marked(f"The driver, Ines Coelho, [{age}], spoke.", "b")
    assert (_judged(a, b, Change.RISES, ("2021-03-02", "2022-04-01")) is not None) == is_update


def test_a_later_figure_in_another_unit_is_compared_after_conversion() -> None:
    a = marked("By 2 March 2021 they had laid [5 miles] of cable.", "a")
    b = marked("By 6 March 2021 they had laid [12 km] of cable.", "b")
    assert _judged(a, b, Change.RISES) is not None
    assert _judged(a, b, Change.FALLS) is None
