"""Large sources are searched in a process of their own, with the same result or the error of that source alone."""

import sys

import pytest
from claim_samples import shipped_rules

from factcheck.errors import FactcheckError
from factcheck.extraction import all_mentions, claims_of, extract_all, mentions
from factcheck.model import Source
from factcheck.pipeline import audit
from factcheck.read import Limits, source_from_text

_SENTENCE = "The storm destroyed 340 houses in Port Halle, said Anna Becker, the mayor, on 3 March 2024. "
PATIENT = Limits(seconds=300.0)


def source(text: str, source_id: str) -> Source:
    return source_from_text(text, source_id=source_id)


LARGE = source(_SENTENCE + "The harbour lay quiet that day. " * 7_000, "b")
SMALL = (source(_SENTENCE, "a"), source(_SENTENCE.replace("340", "430"), "c"))


def test_a_large_source_states_what_it_would_state_in_this_process() -> None:
    assert extract_all((SMALL[0], LARGE, SMALL[1]), PATIENT) == tuple(map(claims_of, (SMALL[0], LARGE, SMALL[1])))
    assert list(all_mentions((LARGE, SMALL[0]), PATIENT)) == [mentions(LARGE), mentions(SMALL[0])]


def test_progress_is_told_once_a_source() -> None:
    told: list[str] = []
    extract_all((SMALL[0], LARGE), PATIENT, progress=lambda s: told.append(s.id))
    assert sorted(told) == ["a", "b"]


def test_one_that_takes_too_long_is_skipped_and_the_others_are_compared() -> None:
    report = audit((*SMALL, LARGE), shipped_rules(), limits=Limits(seconds=0.01))
    assert [s.id for s in report.sources] == ["a", "c"]
    assert [c.verdict.value for f in report.findings for c in f.comparisons if "340" in c.witness] == ["conflict"]
    (skipped,) = report.skipped
    assert (skipped.path, skipped.failed) == ("b", True)
    assert skipped.reason == (
        "finding what it states took more than 0.01 s and was stopped: split it, or raise the limit with --timeout"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not bound address space")
def test_one_that_takes_too_much_memory_is_told() -> None:
    (error,) = all_mentions([source("340 houses. " * 400_000, "a")], Limits(seconds=300.0, memory=300_000_000))
    assert isinstance(error, FactcheckError)
    assert str(error) == "a: finding what it states takes more than 300 MB of memory: split it"


def test_a_model_that_is_not_there_is_told_for_large_sources_too() -> None:
    with pytest.raises(FactcheckError, match=r"spaCy|no_such_model"):
        extract_all((LARGE,), PATIENT, spacy_model="no_such_model")
