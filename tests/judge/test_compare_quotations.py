"""The verdict on two records of one utterance, whatever the order of the arguments."""

import pytest
from claim_samples import marked
from msgspec.structs import replace

from factcheck.judge.judgement import Judgement
from factcheck.judge.quotation import compare_quotations
from factcheck.model import Claim, Quote

_WHOLE = "We will never sell the harbour to a foreign company, and that is final"
_ROWS = [
    ("agree", "equal", _WHOLE, _WHOLE),
    ("agree", "equal", _WHOLE, "We will NEVER sell the harbour — to a foreign company, and that is final!"),
    ("agree", "equal", "We don’t sell the harbour", "We don't sell the harbour"),
    ("agree", "equal", "We'll never sell, they can't make us", "We will never sell, they cannot make us"),
    ("agree", "equal", "There are twenty-five of us", "There are 25 of us"),
    ("agree", "equal", "There are, uh, ten of us", "There are ten of us"),
    ("agree", "equal", "We realise what their labour is worth", "We realize what their labor is worth"),
    ("agree", "equal", "We will never sell the harbour", "We will never sell the [old] harbour"),
    ("agree", "excerpt", _WHOLE, "We will never sell … to a foreign company"),
    ("agree", "excerpt", _WHOLE, "[They] will never sell the harbour [to others], and that is final"),
    ("agree", "excerpt", "We sold it. Nobody asked us. That was wrong.", "We sold it. That was wrong."),
    ("agree", "excerpt", "We never sold the harbour. It rained.", "We never sold the harbour. Nobody asked."),
    ("conflict", "wording", "We never sold the harbour. It rained for days and days.", "We never sold the airport."),
    ("conflict", "wording", "We will sell the harbour by spring", "We will sell the harbour by autumn"),
    ("conflict", "wording", "There are twenty-five of us", "There are 26 of us"),
    ("agree", "excerpt", _WHOLE, "We will never sell the harbour to a foreign company"),
    ("agree", "excerpt", _WHOLE, "sell the harbour to a foreign company"),
    ("compatible", "wording", _WHOLE, "We will never sell harbour to a foreign company, and that is final"),
    ("conflict", "wording", _WHOLE, "We will never sell the harbour to your foreign company, and that is final"),
    ("conflict", "wording", _WHOLE, "We will never sell the airport to a foreign company, and that is final"),
    ("conflict", "wording", _WHOLE, "We will never lease the harbour to a foreign company, and that is final"),
    ("conflict", "wording", "We will sell the harbour to them", "We will not sell the harbour to them"),
    ("conflict", "wording", "We lost the harbour last year", "They lost the harbour last year"),
]


def _claim(words: str, source_id: str) -> Claim:
    claim = marked('"[We will pay for this harbour,]" said Ruth Almond.', source_id)
    return replace(claim, mention=replace(claim.mention, value=Quote(words, "Ruth Almond")))


def _judged(a: str, b: str) -> Judgement | None:
    return compare_quotations(_claim(a, "a"), _claim(b, "b"))


@pytest.mark.parametrize(("verdict", "reason", "a", "b"), _ROWS, ids=[f"{r}: {b[:40]}" for _, r, _, b in _ROWS])
def test_verdict_and_reason(verdict: str, reason: str, a: str, b: str) -> None:
    for judged in (_judged(a, b), _judged(b, a)):
        assert judged is not None
        assert (judged.verdict, judged.reason) == (verdict, reason), judged.witness


@pytest.mark.parametrize(
    ("a", "b", "witness"),
    [
        ("We sell no harbour here", "We sell no harbour here", "all 5 words are the same"),
        (_WHOLE, "sell the harbour to a foreign company", "7 words are part of the other's 14"),
        ("We sold the old harbour", "We sold the old airport", "“harbour” against “airport”"),
        ("We will sell the harbour", "We will not sell the harbour", "“–” against “not”"),
    ],
)
def test_the_witness_shows_the_words(a: str, b: str, witness: str) -> None:
    judged = _judged(a, b)
    assert judged is not None
    assert judged.witness == witness


@pytest.mark.parametrize(("a", "b"), [("", ""), ("…", "—"), ("sold", "sold sold"), ("a b a b", "b a b a")])
def test_odd_quotations_do_not_raise(a: str, b: str) -> None:
    assert _judged(a, b) is not None


@pytest.mark.parametrize("said", ["said in Spanish", "said through an interpreter", "said, according to a translation"])
def test_translated_words_are_not_held_against_each_other(said: str) -> None:
    translated = marked(f'"[We will pay for this harbour,]" Ruth Almond {said}.', "a")
    other = marked('"[We will pay for that port,]" said Ruth Almond.', "b")
    assert compare_quotations(translated, other) is None
    assert compare_quotations(other, translated) is None
