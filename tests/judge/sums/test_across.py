"""Parts of one source that make the total of another: compatible, whatever the order of the sources."""

import pytest
from claim_samples import audited, described

from factcheck.model import Verdict

_SHOT = "Six people were shot at a bar in Orlova on Friday."
_RECONCILED = [
    (_SHOT, "One person was killed and five others were wounded at a bar in Orlova on Friday.", "1 + 5 = 6"),
    (_SHOT, "Two dead, four injured at a bar in Orlova on Friday.", "2 + 4 = 6"),
    (
        "Nine people were wounded in the market of Orlova.",
        "Five women and four men were wounded in the market of Orlova.",
        "5 + 4 = 9",
    ),
]
_NOT = [
    (_SHOT, "One person was killed and four others were wounded at a bar in Orlova on Friday."),
    (_SHOT, "One of them was killed and five others were wounded at a bar in Orlova on Friday."),
    (_SHOT, "One person was killed and about five others were wounded at a bar in Orlova on Friday."),
    ("Another six people were shot at a bar in Orlova on Friday.", "One killed, five injured at a bar in Orlova."),
    ("Six people were arrested at a bar in Orlova on Friday.", "One killed, five injured at a bar in Orlova."),
    (
        "Nine women were wounded in the market of Orlova.",
        "Five women and four men were wounded in the market of Orlova.",
    ),
]


def _sums(*texts: str) -> list[str]:
    return [c.witness for f in audited(*texts).findings for c in f.comparisons if c.reason == "sum"]


@pytest.mark.parametrize(("total", "parts", "witness"), _RECONCILED)
def test_parts_that_make_a_total_are_compatible_with_it(total: str, parts: str, witness: str) -> None:
    for texts in ((total, parts), (parts, total)):
        report = audited(*texts)
        assert _sums(*texts) == [witness]
        assert Verdict.CONFLICT not in {f.verdict for f in report.findings}, [
            described(report, f) for f in report.findings
        ]


@pytest.mark.parametrize(("total", "parts"), _NOT)
def test_counts_that_do_not_add_up_to_it_or_are_of_something_else_are_not(total: str, parts: str) -> None:
    assert _sums(total, parts) == []
    assert _sums(parts, total) == []


def test_a_source_is_not_compared_with_itself() -> None:
    assert _sums(_SHOT + " One person was killed and five others were wounded.") == []
