"""Laws that every comparator keeps, over generated figures, dates, roles and quotations."""

import datetime
from functools import cache

from claim_samples import marked, rule
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from factcheck.align.ladder import ladder, values_meet
from factcheck.align.profile import profile
from factcheck.judge.date import WEEKDAYS, compare_dates
from factcheck.judge.judgement import Judgement
from factcheck.judge.quantity import compare_quantities
from factcheck.judge.quotation import compare_quotations
from factcheck.judge.title import compare_titles
from factcheck.model import Claim, Quote, Verdict

# The examples are the same in every run: a law that fails now and then helps nobody.
_LAW = settings(max_examples=80, deadline=None, derandomize=True)

_HEDGES = ("", "about ", "over ", "at least ", "up to ", "nearly ", "fewer than ", "almost ", "roughly ")
_DAYS = st.dates(datetime.date(1950, 1, 1), datetime.date(2049, 12, 31))
_SIGNIFICANT = st.integers(1, 9999)
_ROLES = st.sampled_from(
    [
        "finance minister",
        "minister of finance",
        "interior minister",
        "prime minister",
        "president",
        "vice president",
        "mayor",
        "deputy mayor",
        "chief executive",
        "president and chief executive",
        "head of the bank",
        "colonel",
        "former governor",
        "governor",
        "captain",
    ]
)
_WORDS = st.lists(
    st.sampled_from(["we", "they", "will", "not", "never", "sell", "the", "a", "harbour", "airport", "more"]),
    max_size=8,
)


@st.composite
def _numbers(draw: st.DrawFn) -> int:
    """Round and unround numbers of every size up to ten million."""
    return draw(_SIGNIFICANT) * 10 ** draw(st.integers(0, 3))


@st.composite
def _figures(draw: st.DrawFn) -> str:
    number = draw(_numbers())
    if draw(st.integers(0, 5)) == 0:
        return f"{number:,} to {number + draw(_numbers()):,}"
    return f"{draw(st.sampled_from(_HEDGES))}{number:,}"


@st.composite
def _near_numbers(draw: st.DrawFn) -> tuple[int, int]:
    """Two numbers that may be one: apart by up to a sixth, the second one possibly rounded."""
    number = draw(_numbers())
    other = max(1, number * draw(st.integers(85, 115)) // 100)
    return number, max(1, round(other, -draw(st.integers(0, len(str(other)) - 1))))


@cache
def _count(figure: str) -> Claim:
    return marked(f"The army sent [{figure}] men.")


@cache
def _length(figure: str) -> Claim:
    return marked(f"They laid [{figure}] of cable.")


def _on(date: str) -> Claim:
    return marked(f"The bridge opened on [{date}] after repairs.")


def _quoted(words: list[str]) -> Claim:
    claim = marked('"[We will pay for this harbour,]" said Ruth Almond.')
    return replace(claim, mention=replace(claim.mention, value=Quote(" ".join(words), "Ruth Almond")))


def _titled(role: str) -> Claim:
    return marked(f"The [{role}], Mirela Dobrescu, left the hall.")


def _counts(a: str, b: str) -> Judgement:
    judged = compare_quantities(_count(a), _count(b), rule("counted-things"))
    assert judged is not None
    return judged


def _lengths(a: str, b: str) -> Judgement:
    judged = compare_quantities(_length(a), _length(b), rule("measures"))
    assert judged is not None
    return judged


def _outcome(judged: Judgement | None) -> tuple[Verdict, str] | None:
    return (judged.verdict, judged.reason) if judged else None


def _words_of(number: int) -> str:
    """The number in another notation: 12,000 → "12 thousand", 2,500,000 → "2.5 million"; unchanged where none fits."""
    if number % 100_000 == 0 and number >= 1_000_000:
        return f"{number / 1_000_000:.10g} million"
    return f"{number // 1000} thousand" if number % 1000 == 0 else f"{number:,}"


@given(_figures(), _figures())
@_LAW
def test_verdicts_on_counts_are_symmetric(a: str, b: str) -> None:
    assert _outcome(_counts(a, b)) == _outcome(_counts(b, a))


@given(_figures())
@_LAW
def test_a_count_agrees_with_itself(figure: str) -> None:
    assert _outcome(_counts(figure, figure)) == (Verdict.AGREE, "equal")


@given(_near_numbers(), st.sampled_from(_HEDGES), st.sampled_from(("about", "roughly", "around", "some")))
@_LAW
def test_a_hedge_of_nearness_never_makes_a_conflict(numbers: tuple[int, int], bound: str, hedge: str) -> None:
    number, other = f"{numbers[0]:,}", f"{bound}{numbers[1]:,}"
    assume(_counts(number, other).verdict is not Verdict.CONFLICT)
    assert _counts(f"{hedge} {number}", other).verdict is not Verdict.CONFLICT


@given(_numbers(), st.integers(1, 1_000_000), st.sampled_from(("at least", "up to", "more than", "fewer than")))
@_LAW
def test_a_bound_never_conflicts_with_a_figure_beyond_it(number: int, step: int, hedge: str) -> None:
    beyond = number + step if hedge in {"at least", "more than"} else max(1, number - step)
    assume(beyond != number)
    assert _counts(f"{hedge} {number:,}", f"{beyond:,}").verdict is not Verdict.CONFLICT


@given(_near_numbers(), st.sampled_from(_HEDGES))
@_LAW
def test_the_notation_of_a_number_changes_no_agreement_to_conflict(numbers: tuple[int, int], bound: str) -> None:
    digits, words, other = f"{numbers[0]:,}", _words_of(numbers[0]), f"{bound}{numbers[1]:,}"
    assert _counts(digits, words).verdict is Verdict.AGREE
    assume(_counts(digits, other).verdict is not Verdict.CONFLICT)
    assert _counts(words, other).verdict is not Verdict.CONFLICT


@given(st.integers(1, 400), st.integers(1, 400))
@_LAW
def test_the_unit_changes_no_verdict_between_equal_and_conflict(a: int, b: int) -> None:
    plain = _lengths(f"{a} miles", f"{b} miles")
    converted = _lengths(f"{a} miles", f"{b * 1.609344:.2f} km")
    assert (plain.verdict is Verdict.CONFLICT) or converted.verdict is not Verdict.CONFLICT
    assert a != b or converted.verdict is Verdict.AGREE
    assert _outcome(converted) == _outcome(_lengths(f"{b * 1.609344:.2f} km", f"{a} miles"))


@given(st.integers(1, 9000), st.integers(1, 9000), st.sampled_from(("km", "miles", "metres", "feet")))
@example(600, 1, "metres")
@_LAW
def test_what_is_compared_of_two_figures_does_not_depend_on_which_comes_first(a: int, b: int, unit: str) -> None:
    left, right = profile(_length(f"{a} metres")), profile(_length(f"{b} {unit}"))
    assert ladder(left, right) == ladder(right, left)


@given(st.integers(2, 60), st.integers(2, 60), st.sampled_from(("days", "weeks", "months", "years")))
@example(31, 2, "and a half years")
@_LAW
def test_lengths_of_time_meet_whichever_comes_first(a: int, b: int, unit: str) -> None:
    left = marked(f"The works took [{a} months].")
    right = marked(f"The works took [two {unit}]." if unit.startswith("and") else f"The works took [{b} {unit}].")
    one, other = profile(left), profile(right)
    assert values_meet(one, other) == values_meet(other, one)
    there, back = (compare_quantities(*pair, rule("durations")) for pair in ((left, right), (right, left)))
    assert _outcome(there) == _outcome(back)


@given(_DAYS, _DAYS)
@_LAW
def test_verdicts_on_dates_are_symmetric(a: datetime.date, b: datetime.date) -> None:
    left, right = _on(f"{a.day} {a:%B %Y}"), _on(f"{b:%B} {b.day}, {b.year}")
    assert _outcome(compare_dates(left, right)) == _outcome(compare_dates(right, left))


@given(_DAYS)
@_LAW
def test_a_day_agrees_with_itself_however_it_is_written(day: datetime.date) -> None:
    plain = f"{day.day} {day:%B %Y}"
    forms = (plain, f"{day:%B} {day.day}, {day.year}", day.isoformat(), f"{WEEKDAYS[day.weekday()]}, {plain}")
    for form in forms:
        assert _outcome(compare_dates(_on(plain), _on(form))) == (Verdict.AGREE, "equal")


@given(_DAYS, _DAYS)
@_LAW
def test_a_coarser_date_never_makes_a_conflict(a: datetime.date, b: datetime.date) -> None:
    month = marked(f"The bridge opened in [{a:%B %Y}] after repairs.")
    judged = compare_dates(month, _on(f"{b.day} {b:%B %Y}"))
    same = (a.year, a.month) == (b.year, b.month)
    assert judged is not None
    assert judged.verdict is (Verdict.COMPATIBLE if same else Verdict.CONFLICT)


@given(_ROLES, _ROLES)
@_LAW
def test_verdicts_on_roles_are_symmetric(a: str, b: str) -> None:
    left, right = _titled(a), _titled(b)
    assert _outcome(compare_titles(left, right, {})) == _outcome(compare_titles(right, left, {}))
    assert _outcome(compare_titles(left, left, {})) in {(Verdict.AGREE, "role"), None}


@given(_WORDS, _WORDS)
@example(["we", "will"], ["will", "we"])
@_LAW
def test_verdicts_on_quotations_are_symmetric(a: list[str], b: list[str]) -> None:
    left, right = _quoted(["well", *a]), _quoted(["well", *b])
    assert _outcome(compare_quotations(left, right)) == _outcome(compare_quotations(right, left))


@given(_WORDS, _WORDS.filter(bool), _WORDS)
@_LAW
def test_an_excerpt_agrees_with_the_whole(before: list[str], words: list[str], after: list[str]) -> None:
    judged = compare_quotations(_quoted([*before, *words, *after]), _quoted(words))
    assert judged is not None
    assert judged.verdict is Verdict.AGREE
