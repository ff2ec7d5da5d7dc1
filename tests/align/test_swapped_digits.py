"""Numbers with the same digits in another order: a slip where they count something, chance where they count nothing."""

from claim_samples import verdicts

from factcheck.model import Verdict


def test_numbers_of_lines_are_not_taken_for_slips() -> None:
    listing = r"{} \def\rowsep#1{{\hbox}} {} \def\fillcolour{{\strut}} {} \def\closepage{{\vskip}}"
    assert Verdict.CONFLICT not in verdicts(listing.format(481, 482, 483), listing.format(814, 825, 837))


def test_swapped_digits_of_what_is_counted_conflict() -> None:
    told = "The flood in Karsan destroyed {} houses on 12 March 2025, the ministry said."
    assert Verdict.CONFLICT in verdicts(told.format(481), told.format(814))
