"""The day that a source names first marks all dates that state it."""

from claim_samples import source

from factcheck.extraction import claims_of


def _leading(text: str) -> list[str]:
    return [claim.mention.text for claim in claims_of(source(text, published="2019-03-08"))[1] if claim.leads]


def test_the_first_day_leads_wherever_it_is_named_again() -> None:
    text = "The pier burned on 3 March 2019. Divers came on 5 March 2019. On 3 March the sea was calm."
    assert _leading(text) == ["3 March 2019", "3 March"]


def test_years_months_and_days_of_speaking_do_not_lead() -> None:
    text = "Built in 1931, the pier burned, the mayor said Wednesday. It was closed in May 2018. It burned on Sunday."
    assert _leading(text) == ["Sunday"]


def test_a_source_without_a_day_has_none() -> None:
    assert _leading("The pier was built in 1931.") == []
