"""Titles over whole documents: an office that two sources share settles the other offices of that person."""

from claim_samples import audited

from factcheck.model import Verdict


def _role_conflicts(*texts: str) -> int:
    report = audited(*texts)
    return sum(c.verdict is Verdict.CONFLICT for f in report.findings for c in f.comparisons if c.reason == "role")


def test_different_offices_conflict() -> None:
    assert _role_conflicts("Finance Minister Mirela Dobrescu left.", "Interior Minister Mirela Dobrescu left.") == 1


def test_an_office_in_common_settles_it() -> None:
    both = "Governor Mirela Dobrescu left. Finance Minister Mirela Dobrescu spoke first."
    assert _role_conflicts(both, "Finance Minister Mirela Dobrescu left.") == 0


def test_offices_of_two_persons_do_not_conflict() -> None:
    assert _role_conflicts("Finance Minister Mirela Dobrescu left.", "Interior Minister Bolanle Okafor left.") == 0
