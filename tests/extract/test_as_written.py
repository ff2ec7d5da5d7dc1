"""Mentions and claims of texts whose characters come in other forms stand where they stand in the text as written."""

from itertools import pairwise

import pytest
from claim_samples import audited, source
from msgspec.structs import replace

import factcheck
from factcheck.extract.as_written import as_read
from factcheck.extraction import mentions
from factcheck.model import Place, Verdict
from factcheck.pipeline import audit, explain
from factcheck.rulebook import load_rules


@pytest.mark.parametrize(
    ("text", "written", "low"),
    [
        ("The fire killed 8,\u00ad000\u200b peo\u00adple.", "8,\u00ad000", 8_000),
        ("The fire killed 8,\u00ad\u00ad000 peo\u00adple.", "8,\u00ad\u00ad000", 8_000),
        ("The fire killed \u202e8,000 people\u202c.", "8,000", 8_000),
        ("The fire killed １０，０００ ｐｅｏｐｌｅ.", "１０，０００", 10_000),
        ("The fire killed ﬁve ofﬁcers.", "ﬁve", 5),
        ("The tunnel is 12㎞ long.", "12㎞", 12),
        ("The army sent ٨٬٠٠٠ soldiers.", "٨٬٠٠٠", 8_000),
        ("The plot is 10² steps.", None, 102),
    ],
)
def test_values_are_those_of_the_plain_text(text: str, written: str | None, low: int) -> None:
    found = {m.text: m.value.low for m in factcheck.extract(text) if m.kind == "quantity"}
    assert low not in found.values() if written is None else found == {written: low}


def test_lines_and_columns_are_those_of_the_text_as_written() -> None:
    text = "So\u00ad far\r\nit is\rno\u2028 more. The fire killed 12 people."
    (found,) = (m for m in factcheck.extract(text) if m.kind == "quantity")
    assert text[found.start : found.end] == found.text == "12"
    assert (found.line, found.column) == (3, text.index("12") - text.index("no") + 1)


def test_ids_are_those_of_the_plain_text() -> None:
    plain, hidden = "The storm destroyed 340 houses in Lund.", "The st\u00adorm destroyed 3\u200b40 houses in Lund."
    assert [m.id for m in factcheck.extract(hidden)] == [m.id for m in factcheck.extract(plain)]


def test_claims_of_an_audit_and_of_an_explanation_stand_in_the_source() -> None:
    sources = [
        source("The sto\u00adrm destro\u200byed 3\u200b40 houses in Lund.", "a"),
        source("The storm destroyed 430 houses in Lund.\r\nThe storm de\u00adstroyed 430 houses in Lund.", "b"),
    ]
    texts = {s.id: s.text for s in sources}
    rules = load_rules().rules
    report = audit(sources, rules)
    assert [f.verdict for f in report.findings if f.subject == "house"] == [Verdict.CONFLICT]
    comparison = report.findings[0].comparisons[0]
    (explained,) = explain(sources, rules, [(comparison.a, comparison.b)])
    for claim in (*report.claims, explained.a, explained.b, *(rival.claim for rival in explained.rivals)):
        text = texts[claim.mention.source]
        assert claim.mention.text == text[claim.mention.start : claim.mention.end]
        assert claim.context.passage == text[claim.context.start : claim.context.end]


def test_hidden_characters_do_not_hide_a_conflict_of_quotations() -> None:
    said = "We will never sell the harbour to a foreign company in our lifetime"
    a, b = (f"“{words},” said Ines Coelho." for words in (said, said.replace("never", "al\u00adways")))
    assert Verdict.CONFLICT in {f.verdict for f in audited(a, b).findings}
    same = audited(a, a.replace("ever", "ev\u00ader")).findings
    assert {f.verdict for f in same} == {Verdict.AGREE}


def test_body_stretches_and_pages_move_with_the_text() -> None:
    text = "\u200b--\u00ad-\n\u00ad12 houses fell.\n\n34 huts\u200b burned."
    body, page = text.index("\u00ad12"), text.index("34")
    written = replace(source(text), body=body, left_out=((body, page),), places=(Place(0, page=1), Place(page, page=2)))
    read = as_read(written)
    assert read.text[read.body :].startswith("12 houses")
    assert [read.text[start:end] for start, end in read.left_out] == ["12 houses fell.\n\n"]
    assert [(m.text, m.page) for m in mentions(written)] == [("12", 1), ("34", 2)]


def test_mentions_of_one_kind_do_not_overlap_as_written() -> None:
    found = [m for m in factcheck.extract("５５㎞ and ﬁve ﬁres, １２：３０") if m.kind != "quote"]
    assert all(a.end <= b.start for a, b in pairwise(found))
