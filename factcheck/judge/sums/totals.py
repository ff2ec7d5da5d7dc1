"""A total that is not the sum of the parts listed with it: "12 people died: seven women and four men"."""

from collections.abc import Iterable, Iterator

from factcheck.align.measures import PER_CENT
from factcheck.interval import meet
from factcheck.judge.contradiction import Contradiction
from factcheck.judge.numbers import number_text
from factcheck.judge.sums.lists import PartList, are_disjoint, are_people, figures_in_order, part_list, summed
from factcheck.judge.wording import lowered, words_between
from factcheck.model import Claim, Measure, Quantity

_LONGEST_GAP = 9
_COLONS = frozenset({":", "–", "—"})
_BRACKET = "("
_OF_ALL = ((",", "of", "whom"), (",", "of", "them"), (",",))
_OF_SOME = (("including",), ("among", "them"), ("among", "whom"))
# Beyond this ratio the list is of something else than of the parts of the total.
_FAR = 2


def broken_totals(claims: Iterable[Claim]) -> Iterator[Contradiction]:
    """The totals that no rounding makes the sum of the parts listed with them, once with each part."""
    figures = figures_in_order(claims)
    for index, total in enumerate(figures[:-1]):
        if _addend(total) is None:
            continue
        opening = _opening(total, figures[index + 1])
        listed = part_list(figures, index + 1) if opening else None
        if opening and listed and (witness := _contradiction(total, opening, listed)):
            for part in listed.parts:
                yield Contradiction(total, part, Measure.TOTAL, witness)


def _addend(claim: Claim) -> Quantity | None:
    """The quantity of a claim, where it is one that adds up."""
    value = claim.mention.value
    if (
        not isinstance(value, Quantity)
        or value.trend
        or value.vague
        or value.unit in PER_CENT
        or value.low != value.high
    ):
        return None
    return (
        value if value.low > 0 and value.dimension in {None, "currency", "length", "mass", "area", "volume"} else None
    )


def _opening(total: Claim, first: Claim) -> str | None:
    """The words that lead from a total to its parts, None where others do."""
    between = total.context.passage[total.mention.end - total.context.start : first.mention.start - total.context.start]
    if not any(mark in between for mark in (*_COLONS, _BRACKET, ",", "including")):
        return None
    gap = lowered(words_between(total, first) or ())
    ends = (*((mark,) for mark in (*sorted(_COLONS), _BRACKET)), *_OF_SOME, *_OF_ALL)
    end = next((end for end in ends if gap[-len(end) :] == end), None)
    if end is None or len(gap) > _LONGEST_GAP:
        return None
    before = gap[: -len(end)]
    before = before[:-1] if before[-1:] == (",",) and end in _OF_SOME else before
    return " ".join(end) if all(word[0].isalpha() for word in before) else None


def _contradiction(total: Claim, opening: str, listed: PartList) -> str | None:
    """The arithmetic, where the parts are the total's and do not add up to it."""
    whole, parts = _addend(total), [addend for part in listed.parts if (addend := _addend(part))]
    if whole is None or len(parts) < len(listed.parts) or any(part.unit != whole.unit for part in parts):
        return None
    some_only = tuple(opening.split()) in _OF_SOME
    if not _are_parts(total, opening, listed) or any(part.low >= whole.low for part in parts):
        return None
    sum_of_all = summed([part.interval for part in parts])
    stated = sum(part.low for part in parts)
    if not whole.low / _FAR <= stated <= whole.low * _FAR:
        return None
    fits = meet(sum_of_all, whole.interval)
    if some_only:
        fits = sum_of_all.low is None or whole.interval.high is None or sum_of_all.low <= whole.interval.high
    if fits:
        return None
    addition = " + ".join(number_text(part.low) for part in parts)
    return f"{addition} = {number_text(stated)}; stated: {number_text(whole.low)}"


def _are_parts(total: Claim, opening: str, listed: PartList) -> bool:
    """Whether the listed are the parts of the total, by the marks around the list and by what is counted."""
    if opening == _BRACKET:
        if listed.ended_by != ")":
            return False
    elif not listed.is_closed:
        return False
    if opening in _COLONS or opening == _BRACKET:
        return all(_is_of(part, total) for part in listed.parts)
    return are_people(total) and are_disjoint(listed.parts)


def _is_of(part: Claim, total: Claim) -> bool:
    """Whether a part counts what its total counts: the same, nothing named, or people among people."""
    return part.head is None or part.head == total.head or (are_people(part) and are_people(total))
