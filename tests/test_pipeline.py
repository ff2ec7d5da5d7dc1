"""The whole way from sources to a report: what is found, what is counted, and that nothing but the input decides."""

import datetime
import math
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from claim_samples import audited, marked, rule, shipped_rules, source

from factcheck.errors import FactcheckError
from factcheck.extraction import claims_of, mentions
from factcheck.model import Grounds, Report, Skipped, Verdict
from factcheck.pipeline import audit, explain
from factcheck.report import Style, render

_STORM = "The storm destroyed 214 houses in the valley of Armen.\n"
_SAME_STORM = "In the valley of Armen 187 houses were destroyed by the storm.\n"


def _many_sources(count: int) -> dict[str, str]:
    return {
        f"story{i:03}.txt": (
            f"The storm destroyed {200 + i % 7} houses in the valley of Armen. "
            f"Governor Mirela Dobrescu sent {6 + i % 4},000 soldiers to the border with Hungary."
        )
        for i in range(count)
    }


def test_a_conflict_is_found_with_its_witness_and_rule() -> None:
    report = audited(_STORM, _SAME_STORM)
    assert [f.verdict for f in report.findings] == [Verdict.CONFLICT]
    finding = report.findings[0]
    assert finding.rule == "counted-things"
    assert finding.severity is rule("counted-things").severity
    assert [(c.reason, c.witness) for c in finding.comparisons] == [("disjoint", "214 and 187 do not meet")]
    assert finding.message == "Sources conflict on house: 214 against 187"


def test_agreement_is_reported_too() -> None:
    report = audited(_STORM, _STORM)
    assert [f.verdict for f in report.findings] == [Verdict.AGREE]


def test_the_summary_counts_what_was_found() -> None:
    report = audited(_STORM, _SAME_STORM, "Nothing is known.")
    mentioned = sum(len(mentions(s)) for s in report.sources)
    assert report.summary.sources == 3
    assert report.summary.mentions == mentioned
    assert report.summary.claims == len(report.claims)
    assert report.summary.findings == {"agree": 0, "compatible": 0, "update": 0, "conflict": 1}
    assert report.summary.coverage == round(len(report.claims) / mentioned, 3)


def test_every_comparison_is_of_two_sources_and_every_id_is_known() -> None:
    report = audited(_STORM + _SAME_STORM, _SAME_STORM, _STORM)
    claims = {c.id: c for c in report.claims}
    for finding in report.findings:
        assert set(finding.claims) == {i for c in finding.comparisons for i in (c.a, c.b)}
        for c in finding.comparisons:
            assert claims[c.a].mention.source != claims[c.b].mention.source


@pytest.mark.parametrize("texts", [(), (_STORM,), ("", ""), ("\n\n", " "), ("—", "…")])
def test_little_or_no_text_gives_an_empty_report(texts: tuple[str, ...]) -> None:
    report = audited(*texts)
    assert report.findings == ()
    assert report.summary.coverage == 1.0


def test_without_rules_nothing_is_compared() -> None:
    report = audit([source(_STORM, "a"), source(_SAME_STORM, "b")], ())
    assert report.findings == ()
    assert report.claims


def test_what_was_skipped_is_passed_on_in_order() -> None:
    skipped = [Skipped("z.txt", "empty"), Skipped("b.txt", "binary")]
    assert audit([], (), skipped=skipped).skipped == (skipped[1], skipped[0])


def test_progress_is_told_after_each_source() -> None:
    seen: list[str] = []
    audit([source(_STORM, "b"), source(_SAME_STORM, "a")], (), progress=lambda s: seen.append(s.id))
    assert seen == ["a", "b"]


def test_later_figures_of_what_only_rises_are_an_update() -> None:
    report = audited(
        "The fire in the market of Lund had killed 14 people by 2 May 2021.",
        "The fire in the market of Lund had killed 19 people by 6 May 2021.",
    )
    toll = [f for f in report.findings if f.rule == "casualties-killed"]
    assert [f.verdict for f in toll] == [Verdict.UPDATE]
    assert toll[0].comparisons[0].witness == "14 as of 2021-05-02, 19 as of 2021-05-06"


def test_a_wrong_weekday_is_judged_by_the_rule_of_weekdays() -> None:
    report = audited("The talks open on Tuesday, 14 May 2024.", "The talks open on Wednesday, 14 May 2024.")
    assert [(f.verdict, f.rule) for f in report.findings] == [(Verdict.CONFLICT, "weekdays")]


def test_hostile_text_raises_nothing_and_ends() -> None:
    odd = "\x00\x1b[31m" + "9" * 6000 + " people died. \u202e" + "(" * 3000 + "14 14 14 %% $$ “" * 200
    report = audited(odd, odd[::-1], "14 " * 3000)
    assert report.summary.sources == 3


def test_explain_shows_the_ladder_of_a_pair_and_its_verdict() -> None:
    a, b = source(_STORM, "a"), source(_SAME_STORM, "b")
    first, second = (next(c for c in claims_of(s)[1] if c.head) for s in (a, b))
    (why,) = explain([b, a], shipped_rules(), [(second.id, first.id)])
    assert (why.a.id, why.b.id) == (first.id, second.id)
    assert why.paired
    assert why.weight >= why.threshold
    assert why.weight == pytest.approx(sum(e.weight for e in why.evidence))
    assert why.comparison is not None
    (reported,) = audit([a, b], shipped_rules()).findings[0].comparisons
    assert why.comparison == reported
    assert reported.grounds == Grounds(why.evidence, why.weight, why.threshold)


def test_what_calendar_or_arithmetic_compare_has_no_grounds() -> None:
    parts = source("The council of Vesh has 31 members: 17 from the port and 12 from the hills.", "a")
    (broken,) = audit([parts], shipped_rules()).findings
    assert broken.rule == "totals"
    assert [c.grounds for c in broken.comparisons] == [None] * len(broken.comparisons)


@pytest.mark.parametrize(
    ("a", "b", "outcome"),
    [
        ("The storm razed [214] houses.", "The houses cost [$214].", "different sorts"),
        ("The storm razed [214] houses.", "It came on [3 May 2024].", "is not compared with"),
        ("The storm razed [214] houses.", "Some sheep, [31], drowned.", "no content word"),
        ("Mayor [Ruth Almond] left Velden.", "Mayor [Bolanle Okafor] left Velden.", "nothing shows that Ruth"),
        ("Mayor [Ruth Almond] left.", "Mayor [Ruth Almond] left.", "in the same way"),
        ("The [mayor], Ruth Almond, left Velden.", "The [mayor], Bolanle Okafor, left Velden.", "are one person"),
    ],
)
def test_explain_tells_why_not(a: str, b: str, outcome: str) -> None:
    left, right = marked(a, "a"), marked(b, "b")
    sources = [source(t.replace("[", "").replace("]", ""), i) for t, i in ((a, "a"), (b, "b"))]
    (why,) = explain(sources, shipped_rules(), [(left.id, right.id)])
    assert not why.paired
    assert why.comparison is None
    assert outcome in why.outcome


def test_explain_shows_a_veto_and_what_was_weighed_without_it() -> None:
    a, b = "Storm Irma razed [214] houses in Vesh.", "Storm Irma razed [190] houses in Lund."
    left, right = marked(a, "a"), marked(b, "b")
    sources = [source(t.replace("[", "").replace("]", ""), i) for t, i in ((a, "a"), (b, "b"))]
    (why,) = explain(sources, shipped_rules(), [(left.id, right.id)])
    assert not why.paired
    assert [e.level for e in why.evidence if math.isinf(e.weight)] == ["one is of Vesh, the other of Lund"]
    assert why.unranked == pytest.approx(sum(e.weight for e in why.evidence if math.isfinite(e.weight)))


def test_explain_shows_what_could_be_paired_with_either_side() -> None:
    a = source("The storm razed 214 houses and 31 barns in Vesh.", "a")
    b = source("The storm razed 214 houses and 36 barns in Vesh.", "b")
    houses, barns = (claim for claim in claims_of(a)[1] if claim.head)
    others = [claim for claim in claims_of(b)[1] if claim.head]
    right, wrong = explain([a, b], shipped_rules(), [(houses.id, others[0].id), (houses.id, others[1].id)])
    assert right.paired
    assert right.unranked is not None
    assert {(r.beside, r.claim.id) for r in right.rivals} == {(houses.id, others[1].id), (others[0].id, barns.id)}
    assert all(rival.weight < right.unranked for rival in right.rivals)
    assert "another claim fits better" in wrong.outcome
    assert wrong.rivals[0].claim.id in {others[0].id, barns.id}


def test_explain_says_which_claims_stand_for_two_names() -> None:
    a = source("Mayor Ruth Almond left. Later Almond came back.", "a")
    b = source("Mayor Ruth Almund left the hall. Later Almund came back to the hall.", "b")
    first, later = ([c for c in claims_of(s)[1] if c.mention.kind == "name"] for s in (a, b))
    shown, pointed = explain([a, b], shipped_rules(), [(first[0].id, later[0].id), (first[1].id, later[1].id)])
    assert shown.comparison is not None
    assert f"as {first[0].id} and {later[0].id}" in pointed.outcome


def test_explain_of_two_claims_of_one_source() -> None:
    text = "The storm razed 214 houses. The flood razed 187 barns."
    first, second = claims_of(source(text))[1]
    (why,) = explain([source(text)], shipped_rules(), [(first.id, second.id)])
    assert "one source" in why.outcome


def test_explain_of_an_unknown_id_says_where_ids_are_listed() -> None:
    with pytest.raises(FactcheckError, match="no claim has the id"):
        explain([source(_STORM)], shipped_rules(), [("0000", "1111")])


def test_the_number_of_processes_changes_no_byte() -> None:
    sources = [source(text, name, "2021-05-07") for name, text in _many_sources(121).items()]
    one, two, four = (_json(audit(sources, shipped_rules(), jobs=jobs)) for jobs in (1, 2, 4))
    assert one == two == four
    assert '"conflict"' in one


def _json(report: Report) -> str:
    return render(report, "json", Style())


def test_hash_seed_and_order_of_arguments_change_no_byte(
    run: Callable[..., CompletedProcess[str]], write: Callable[[str, str | bytes], str], tmp_path: Path
) -> None:
    paths = [write(name, text) for name, text in _many_sources(12).items()]
    orders = (paths, paths[::-1], ["."])
    printed = [
        run("audit", *order, "--output-format", "json", env={"PYTHONHASHSEED": str(seed)}).stdout.replace('"./', '"')
        for seed, order in enumerate(orders)
    ]
    assert printed[0]
    assert printed[0] == printed[1] == printed[2]


def test_a_claim_keeps_its_source_day_for_weekdays() -> None:
    claims = claims_of(source("The bridge fell on Sunday.", published="2024-05-07"))[1]
    assert [getattr(c.mention.value, "first", None) for c in claims] == [datetime.date(2024, 5, 5)]
