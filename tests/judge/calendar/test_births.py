"""Ages against dates of birth, in one source and across two."""

import pytest
from claim_samples import audited, described

from factcheck.model import Report

_DAY = "2025-04-02"
_BORN = "Ines Coelho, born on 12 March 1961, keeps the light."


def _told(report: Report) -> list[str]:
    return [described(report, f) for f in report.findings if f.rule == "ages-from-birth"]


@pytest.mark.parametrize(
    "text",
    [
        "Ines Coelho, born on 12 March 1961, died on 3 May 2019 aged 59.",
        "Ines Coelho (born 12 March 1961) died on 3 May 2019, at the age of 57.",
        "Ines Coelho was born in Porto Vell on 12 March 1961. Coelho died on 3 March 2019, aged 58.",
        "Born in Porto Vell on 12 March 1961, Ines Coelho went to sea. Coelho died in 2019 at the age of 60.",
        f"{_BORN} The light is old, said Coelho, 62, on Friday.",
        f"{_BORN} The 66-year-old keeper Ines Coelho said so.",
        "Ines Coelho, 70, said so. Coelho was born in 1961.",
    ],
)
def test_an_age_that_the_birth_does_not_give_is_a_conflict(text: str) -> None:
    assert len(_told(audited(text, published=(_DAY,)))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ines Coelho, born on 12 March 1961, died on 3 May 2019 aged 58.",
        "Ines Coelho, born in 1961, died on 3 May 2019 aged 57.",
        "Ines Coelho, born in 1961, died in 2019 aged 58.",
        "Ines Coelho, born in 1961, died in 2019 aged about 60.",
        f"{_BORN} The light is old, said Coelho, 64, on Friday.",
        # The event may lie before her birthday three weeks ago.
        f"{_BORN} The light is old, said Coelho, 63.",
        # Another time, of which the text tells without a date.
        f"{_BORN} Coelho went to sea at the age of 12.",
        f"{_BORN} As a 17-year-old, Ines Coelho went to sea.",
        f"{_BORN} The 19-year-old Ines Coelho then went to sea.",
        f"{_BORN} In 1980 Coelho, 19, went to sea.",
        # Another person.
        "Rui Coelho, 29, the son of Ines Coelho, born on 12 March 1961, was there.",
        "Ines Coelho, 64, came. Her daughter, born on 3 May 1990, came too.",
        "Ana Coelho, 34, came. Ines Coelho was born in 1961.",
        "Ines Coelho, 64, saw Ana Coelho. Ana Coelho was born in 1990. Coelho, 34, left.",
        # Two dates of birth are of two people, or contradict each other themselves.
        "Ines Coelho, 50, came. Ines Coelho was born in 1961. Ines Coelho was born in 1975.",
    ],
)
def test_an_age_that_some_reading_gives_is_not_reported(text: str) -> None:
    assert _told(audited(text, published=(_DAY,))) == []


def test_the_age_of_now_needs_a_day_of_publication() -> None:
    text = f"{_BORN} The light is old, said Coelho, 62, on Friday."
    assert _told(audited(text)) == []


_FERRY = "The ferry Alcyone sank off Port Halle after a fire in the engine room, and 14 sailors drowned. "


def test_the_birth_may_stand_in_another_source_of_the_same_events() -> None:
    first = _FERRY + "The captain, Ines Coelho, 62, was rescued."
    second = _FERRY + "The captain, Ines Coelho, born on 12 March 1961, was rescued."
    assert len(_told(audited(first, second, published=(_DAY, _DAY)))) == 1
    assert len(_told(audited(second, first, published=(_DAY, _DAY)))) == 1


def test_a_namesake_of_other_events_is_another_person() -> None:
    other = "Ines Coelho, born on 12 March 1961, won the chess league of Varosk with a draw in the last round."
    first = _FERRY + "The captain, Ines Coelho, 62, was rescued."
    assert _told(audited(first, other, published=(_DAY, _DAY))) == []


def test_the_witness_is_the_arithmetic() -> None:
    report = audited("Ines Coelho, born on 12 March 1961, died on 3 May 2019 aged 59.")
    (finding,) = report.findings
    (comparison,) = finding.comparisons
    assert comparison.witness == "born on 1961-03-12: 58 on 2019-05-03; stated: 59"
    texts = {c.id: c.mention.text for c in report.claims}
    assert [texts[claim] for claim in finding.claims] == ["12 March 1961", "aged 59"]
