"""The event that a date hangs on: the verb or noun that it dates, not the nearest word."""

import pytest
from claim_samples import marked


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The bridge was dedicated on [14 June 1941] in a gale.", "dedic"),
        ("The dedication of [15 June 1941] went on for hours.", "dedic"),
        ("On [14 June 1941] the governor dedicated the bridge.", "dedic"),
        ("The pact was signed on [4 May 2021], a month after the talks began.", "@sign"),
        ("The ferry sank on [3 March 2020], officials said.", "sink"),
        ("Officials said on Friday that the ferry sank on [3 March 2020].", "sink"),
        ("[The 4 May 2021] vote was close.", "@vote"),
        ("The convoy is to leave on [9 August 2022].", "leav"),
        ("She was born in [1986] above a bakery.", "@born"),
        ("Founded in [1921] by merchants, the bank closed in 1998.", "@found"),
        ("Two trams collided at the harbour; the mayor resigned in [2019].", "@resign"),
    ],
)
def test_a_date_hangs_on_its_event(text: str, event: str) -> None:
    assert marked(text).event == event


@pytest.mark.parametrize("text", ["A long wait: [4 May 2021].", "Prices as of [4 May 2021]: none."])
def test_where_nothing_happens_there_is_no_event(text: str) -> None:
    assert marked(text).event is None


@pytest.mark.parametrize(
    ("text", "saying"),
    [
        ("The ferry sank, officials said [Monday].", True),
        ("The ferry sank, officials said in a statement on [Monday].", True),
        ("Officials said [Monday]'s fire was the worst.", False),
        ("Officials said the ferry sank on [Monday].", False),
    ],
)
def test_a_date_of_speaking_is_told_from_the_date_of_what_was_said(text: str, saying: bool) -> None:
    assert ("saying" in marked(text, published="2020-03-04").scope.cues) is saying
