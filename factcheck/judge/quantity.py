"""Compares two quantities that are about the same fact: counts, measures, money, percentages, ages, durations."""

from factcheck.align.stated import Stated, figures_meet, in_one_unit, same_number_of_other_unit, stated
from factcheck.judge.judgement import Judgement
from factcheck.judge.numbers import interval_text, number_text
from factcheck.model import Claim, Hedge, Interval, Number, Rule, Trend, Verdict

_BOUNDS = frozenset({Hedge.OVER, Hedge.AT_LEAST, Hedge.UNDER, Hedge.AT_MOST})
_SAME = 1e-9


def compare_quantities(a: Claim, b: Claim, rule: Rule) -> Judgement | None:
    """The verdict on two quantities or durations, None where their units or trends cannot be compared."""
    left, right = stated(a), stated(b)
    if left is None or right is None or {left.trend, right.trend} == {Trend.UP, Trend.DOWN}:
        return None
    both = in_one_unit(left, right)
    if same_number_of_other_unit(left, right):
        return _other_unit(a, b, currency=left.is_money)
    if both is None:
        return None
    first, second = both
    converted = first is not left or second is not right or left.is_multiple != right.is_multiple
    if figures_meet(first, second, rule.tolerance):
        return _meeting(first, second, converted)
    witness = f"{interval_text(first.interval)} and {interval_text(second.interval)} do not meet"
    return Judgement(Verdict.CONFLICT, "disjoint", _with_unit(witness, first.unit, converted))


def _other_unit(a: Claim, b: Claim, *, currency: bool) -> Judgement:
    texts = (" ".join(claim.mention.text.split()) for claim in (a, b))
    what, reason = ("currencies", "currency") if currency else ("units", "unit")
    return Judgement(Verdict.CONFLICT, reason, " against ".join(texts) + f": one number, two {what}")


def _meeting(left: Stated, right: Stated, converted: bool) -> Judgement | None:
    both = f"{interval_text(left.interval)} and {interval_text(right.interval)} meet"
    if left.vague and right.vague:
        return None
    if left.vague or right.vague:
        return Judgement(Verdict.COMPATIBLE, "vague", both)
    if _same_figures(left, right):
        return Judgement(Verdict.AGREE, "converted" if converted else "equal", _equation(left, right, converted))
    if {left.hedge, right.hedge} & _BOUNDS:
        return Judgement(Verdict.COMPATIBLE, "bound", both)
    if left.is_range or right.is_range:
        return Judgement(Verdict.COMPATIBLE, "range", both)
    return Judgement(Verdict.AGREE, "converted" if converted else "rounding", _with_unit(both, left.unit, converted))


def _same_figures(left: Stated, right: Stated) -> bool:
    bounds = {left.hedge, right.hedge} & _BOUNDS
    same_hedge = left.hedge == right.hedge or not bounds
    return same_hedge and _close(left.low, right.low) and _close(left.high, right.high)


def _equation(left: Stated, right: Stated, converted: bool) -> str:
    if left.is_range:
        values = f"{interval_text(Interval(left.low, left.high))} = {interval_text(Interval(right.low, right.high))}"
    else:
        values = f"{number_text(left.low)} = {number_text(right.low)}"
    return _with_unit(values, left.unit, converted)


def _with_unit(witness: str, unit: str | None, converted: bool) -> str:
    return f"in {unit}: {witness}" if converted and unit else witness


def _close(a: Number, b: Number) -> bool:
    return abs(a - b) <= _SAME * max(abs(a), abs(b))
