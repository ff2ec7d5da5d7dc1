"""A total against its parts: flagged only where the list is closed and no rounding makes them add up."""

import pytest
from claim_samples import audited, described

from factcheck.model import Verdict

_BROKEN = [
    "Twelve people died in the fire: seven women and four men.",
    "Twelve people, seven women and four men, died in the fire.",
    "Twelve people died, of whom seven were women and four were men.",
    "Twelve people died, seven of them women and four men.",
    "The club has 40 members – 22 in the valley and 19 on the coast.",
    "The club has 40 members (22 women, 19 men).",
    "The walk of 12 km (7 km uphill and 3 km down) took all day.",
    "The roof cost £900: £300 for the tiles, £100 for the nails and £400 for the work.",
    "There were 300 guests, including 120 children and 200 adults.",
]
_STANDING = [
    "Twelve people died in the fire: seven women and five men.",
    "At least 11 people died in the fire: eight women and four men.",
    "About 1,000 people came: 600 women and 450 men.",
    "There were 300 guests, including 120 children and 100 adults.",
    # The list may go on, overlap, or leave somebody out.
    "Twelve people died in the fire: seven women, four men and a baby.",
    "Twelve people died in the fire: seven women and four men, and the driver.",
    "Twelve people died in the fire: seven women and four men plus a baby.",
    "Twelve people died in the fire: seven women, four men.",
    "Twelve people died in the fire, including seven women and four men.",
    "Twelve people died in the fire: seven women, three of them nurses, and four men.",
    "Twelve people died in the fire: seven in the hall and four more in hospital.",
    "Twelve people died in the fire: seven with burns and four without.",
    # The parts are of something else.
    "The farm keeps 12 cows, seven sheep and four goats.",
    "Twelve people came, seven cars and four lorries.",
    "The inn has 30 rooms: 12 baths and 8 kitchens.",
    "Three people were hurt: 19-year-old Ann Pike and 17-year-old Joe Venn.",
    "Two numbers won: 12 and 14.",
    "They drew five numbers: 3 and 4 in the first round and 9 in the second.",
    "The score after 12 games: seven points and four fouls.",
]


@pytest.mark.parametrize("text", _BROKEN)
def test_a_total_that_its_parts_do_not_make_is_flagged(text: str) -> None:
    report = audited(text)
    assert [(f.rule, f.verdict) for f in report.findings] == [("totals", Verdict.CONFLICT)]


@pytest.mark.parametrize("text", _STANDING)
def test_a_total_that_may_stand_is_not(text: str) -> None:
    report = audited(text)
    assert not report.findings, [described(report, f) for f in report.findings]


def test_the_witness_is_the_addition() -> None:
    finding = audited("Twelve people died in the fire: seven women and four men.").findings[0]
    assert {c.witness for c in finding.comparisons} == {"7 + 4 = 11; stated: 12"}
    assert finding.message == "A total is not the sum of its parts: 7 + 4 = 11; stated: 12"
    assert len(finding.claims) == len(("total", "women", "men"))
