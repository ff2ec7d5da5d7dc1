"""Text for people: harmless whatever the sources hold, and nothing cut without an ellipsis."""

import json
import re
from textwrap import wrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from report_samples import claim, comparison, finding, full_report, paired_explanation, source

from factcheck.model import (
    Claim,
    Evidence,
    Explanation,
    Interval,
    Quantity,
    Quote,
    Report,
    Rival,
    Severity,
    Skipped,
    Summary,
    Title,
    Verdict,
)
from factcheck.report import Style, render, render_explanations, render_mentions
from factcheck.report.finding_blocks import FindingBlocks
from factcheck.report.passage import passage, passage_in_lines
from factcheck.report.plain import plain
from factcheck.report.terminal import laid_out
from factcheck.report.values import value_text

HOSTILE = (
    "\x1b[31mred\x1b[0m [bold]big[/bold] :smile: \x9b2J \u202eevil\u202c \x00\x07\x08\x7f \ud800 \u2028 [link=x]l[/]"
)


def report_of(words: str, verdict: Verdict = Verdict.CONFLICT) -> Report:
    """A report in which every text that comes from outside is these words."""
    made = source(words, f"before {words} after", title=words, publisher=words)
    value = Title(words)
    claims = tuple(claim(i, made, words, value, words, attribution=words) for i in ("a", "b", "c"))
    pairs = (comparison("a", "b", verdict, "role", words, "titles"), comparison("b", "c", verdict, "x", "y", "titles"))
    found = replace(finding("f", Severity.ERROR, words, claims, *pairs), message=words)
    summary = Summary(1, 3, 3, {verdict.value: 1}, 1.0, 1)
    return Report("0", "0", (made,), (Skipped(words, words),), claims, (found,), summary)


def explanation_of(words: str) -> Explanation:
    a, b, _ = report_of(words).claims
    return Explanation(a, b, (Evidence(words, words, 1.0, words),), 1.0, 2.0, False, words)


def every_text(words: str, color: bool = False) -> str:
    style = Style(80, color)
    shown = [render(report_of(words, verdict), "table", style) for verdict in Verdict]
    shown.append(render_mentions([c.mention for c in report_of(words).claims], "table", style))
    shown.append(render_explanations([explanation_of(words)], "table", style))
    return "".join(shown)


def test_hostile_text_is_shown_and_does_nothing() -> None:
    shown = every_text(HOSTILE)
    shown.encode()
    assert not [c for c in shown if not c.isprintable() and c != "\n"]
    joined = "".join(shown.split())
    assert "␛[31mred␛[0m" in joined
    assert "[bold]big[/bold]:smile:" in joined
    assert "\\x9b2J<U+202E>evil<U+202C>" in joined


def test_with_colour_only_our_own_sequences_are_sent() -> None:
    shown = re.sub(r"\x1b\[[0-9;]*m", "", every_text(HOSTILE, color=True))
    assert [line.rstrip() for line in shown.split("\n")] == every_text(HOSTILE).split("\n")


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=80).filter(lambda t: t.strip()))
def test_no_text_makes_a_reporter_fail_or_reaches_the_terminal_raw(words: str) -> None:
    shown = every_text(words)
    shown.encode()
    assert not [c for c in shown if ord(c) < 0x20 and c != "\n"]
    for name in ("json", "jsonl"):
        render(report_of(words), name, Style()).encode()


def test_what_cannot_be_seen_is_left_out_and_what_turns_the_text_is_shown() -> None:
    assert plain("so\u00adft \u200b wo\u2060rds\ufe0f") == "soft words"
    assert plain("\u202e8,000\u202c") == "<U+202E>8,000<U+202C>"


@given(st.text(max_size=60) | st.text("a \u200b\u00ad\n", max_size=20))
def test_plain_text_is_one_line_and_stays_as_it_is(text: str) -> None:
    once = plain(text)
    assert len(once.splitlines()) <= 1
    assert plain(once) == once


@pytest.mark.parametrize("width", [16, 30, 50])
@pytest.mark.parametrize("words", [12, 20, 24, 40])
def test_a_passage_fills_its_lines_and_no_more(words: int, width: int) -> None:
    text = " ".join(["word"] * words + ["7"] + ["longer"] * words)
    cut = passage_in_lines(quoted(text, "7"), 3, width)
    lines = wrap(f"{cut.before}{cut.words}{cut.after}", width)
    assert len(lines) == 3
    assert lines[-1] != "…"


def quoted(text: str, words: str) -> Claim:
    return claim("c", source("s", text), words, Quantity(1, 1, Interval(1, 1)), "s")


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("one two 7 three four", 100, "one two [7] three four"),
        ("one two 7 three four", 13, "… two [7] three …"),
        ("one two 7, three", 9, "… two [7], …"),
        ("7 three four five", 9, "[7] three …"),
        ("one two three 7", 9, "… three [7]"),
        ("(7)", 10, "([7])"),
        ("a\n  b\t7\nc", 10, "a b [7] c"),
        ("xxxxxxxxxxxxxxxxxxxx7yyyyyyyyyyyyyyyyyyy", 9, "…xxxx[7]yyyy…"),
    ],
)
def test_passages_are_cut_at_words_with_an_ellipsis(text: str, room: int, shown: str) -> None:
    cut = passage(quoted(text, "7"), room)
    assert f"{cut.before}[{cut.words}]{cut.after}" == shown


def test_a_long_quotation_is_cut_as_a_value_and_whole_in_its_passage() -> None:
    words = " ".join(f"word{i}" for i in range(40))
    made = source("s", f"Before, “{words}” and after.")
    claims = tuple(claim(i, made, words, Quote(words, "Ana"), "Ana") for i in ("a", "b"))
    pair = comparison("a", "b", Verdict.CONFLICT, "wording", "w", "quotations")
    found = finding("f", Severity.NOTE, "Ana", claims, pair)
    report = Report("0", "0", (made,), (), claims, (found,), Summary(1, 2, 2, {"conflict": 1}, 1.0, 1))
    shown = render(report, "table", Style(140))
    assert shown.count("word19 …") == 2
    assert words in " ".join(line[49:].strip() for line in shown.split("\n")[1:-4])


def test_verdicts_are_told_by_word_and_sign_severest_first() -> None:
    report = full_report()
    mildest_first = replace(report, findings=report.findings[::-1])
    heads = re.findall(r"^(✗ CONFLICT|→ UPDATE|≈ COMPATIBLE|= AGREE)", render(mildest_first, "table", Style()), re.M)
    assert heads == ["✗ CONFLICT"] * 2 + ["→ UPDATE", "≈ COMPATIBLE"] + ["= AGREE"] * 2


def test_the_severest_conflict_comes_first() -> None:
    report = full_report()
    of_each = [replace(report.findings[0], id=f"f-{severity}", severity=severity) for severity in Severity]
    shown = render(replace(report, findings=tuple(of_each)), "table", Style())
    assert re.findall(r"f-\w+", shown) == ["f-error", "f-warning", "f-note"]


def report_about(*values: str, verdict: Verdict = Verdict.CONFLICT, source_id: str = "s", **fields: str) -> Report:
    """A report of one finding, every claim compared with the first."""
    made = source(source_id, " ".join(f"There were {value} of them." for value in values))
    claims = tuple(
        claim(f"c{i}", made, value, Quantity(i, i, Interval(i, i)), "them", **fields) for i, value in enumerate(values)
    )
    pairs = tuple(comparison("c0", c.id, verdict, "disjoint", f"0 and {c.id}", "r") for c in claims[1:])
    found = finding("f", Severity.NOTE, "them", claims, *pairs)
    return Report("0", "0", (made,), (), claims, (found,), Summary(1, len(values), len(values), {}, 1.0, 1))


def test_of_many_values_those_that_decide_are_shown_and_the_others_counted() -> None:
    report = report_about(*(str(n) for n in range(100, 130)))
    found = report.findings[0]
    pairs = (*(replace(c, verdict=Verdict.COMPATIBLE) for c in found.comparisons[:-1]), found.comparisons[-1])
    shown = render(replace(report, findings=(replace(found, comparisons=pairs),)), "table", Style())
    numbered = re.findall(r"^  (\d)  (\d+)", shown, re.M)
    assert [value for _, value in numbered] == ["100", "101", "102", "103", "104", "105", "106", "129"]
    assert "… and 22 further values" in shown
    assert "✗ 1↔8  0 and c29 (disjoint)" in shown
    assert "… and 1 further comparison" in shown


def test_of_many_agreeing_claims_some_values_are_listed() -> None:
    shown = render(report_about(*(str(n) for n in range(100, 130)), verdict=Verdict.AGREE), "table", Style())
    assert "100, 101, 102, 103, 104, 105, … and 24 more" in shown
    assert "106" not in shown


def test_a_place_that_is_too_long_breaks_after_a_slash() -> None:
    lines = render(report_about("12", "13", source_id="a" * 40 + "/" + "b" * 40 + ".txt"), "table", Style()).split("\n")
    assert tuple(lines[1:3]) == ("  12          " + "a" * 40 + "/", " " * 14 + "b" * 40 + ".txt:1:12")


def test_a_long_subject_is_indented_where_it_continues() -> None:
    report = report_about("12", "13")
    subject = " ".join(["people"] * 15)
    for verdict, indent in ((Verdict.CONFLICT, 12), (Verdict.AGREE, 9)):
        findings = (replace(report.findings[0], verdict=verdict, subject=subject),)
        lines = render(replace(report, findings=findings), "table", Style()).split("\n")
        assert lines[0].startswith(f"{'✗ CONFLICT' if indent == 12 else '= AGREE'}  people people")
        assert re.match(rf" {{{indent}}}people", lines[1])


@pytest.mark.parametrize(("attribution", "shown"), [("police", "according to police"), ("She", None), (None, None)])
def test_who_says_so_is_told_unless_it_is_a_pronoun(attribution: str | None, shown: str | None) -> None:
    table = render(report_about("12", "13", attribution=attribution), "table", Style())
    assert ("according to" in table) is (shown is not None)
    assert shown is None or shown in table


def test_intervals_are_shown_with_a_dash() -> None:
    report = report_about("12", "13")
    pair = replace(report.findings[0].comparisons[0], witness="in day: [7,200, 8,800.5] and “[a, b]” do not meet")
    shown = render(replace(report, findings=(replace(report.findings[0], comparisons=(pair,)),)), "table", Style())
    assert "✗ in day: 7,200–8,800.5 and “[a, b]” do not meet (disjoint)" in shown


def test_a_pair_that_was_never_weighed_shows_no_sum() -> None:
    refused = replace(
        explanation_of("one source"), evidence=(), weight=0.0, threshold=0.0, outcome="both in one source"
    )
    shown = render_explanations([refused], "table", Style())
    assert shown.endswith("Both in one source.\n")
    assert "threshold" not in shown


@pytest.mark.parametrize(
    ("interval", "shown"),
    [
        (Interval(7200, 8800.5), "7,200–8,800.5"),
        (Interval(-5, 3), "-5 to 3"),
        (Interval(12, 12.0), "12"),
        (Interval(12, None), "12 or more"),
        (Interval(None, 12), "12 or less"),
    ],
)
def test_an_interval_in_words(interval: Interval, shown: str) -> None:
    assert value_text(Quantity(1, 1, interval, counted="house")) == f"{shown} house"


def test_the_letters_in_which_names_differ_are_underlined() -> None:
    shown = render(full_report(), "table", Style(color=True))
    assert re.findall(r"Ruth Alm\x1b\[0m\x1b\[1;4;31m(.)\x1b\[0m\x1b\[1;31mnd", shown) == ["o", "u"]


def test_many_skipped_sources_are_cut_with_their_number() -> None:
    skipped = tuple(Skipped(f"{n:02}.png", "no reader for .png") for n in range(50))
    shown = render(replace(full_report(), skipped=skipped), "table", Style())
    assert "50 sources skipped" in shown
    assert "19.png: no reader for .png\n  … and 30 more" in shown


def test_doubtful_findings_are_marked_in_every_format_and_count_nowhere() -> None:
    report = full_report()
    found = report.findings[1]
    doubting = replace(report, doubtful=(found,), findings=(report.findings[0],))
    shown = render(doubting, "table", Style())
    assert re.findall("✗ (?:DOUBTFUL )?CONFLICT", shown) == ["✗ CONFLICT", "✗ DOUBTFUL CONFLICT"]
    assert shown.index("Doubtful: ") < shown.index("DOUBTFUL")
    made = json.loads(render(doubting, "json", Style()))
    assert [f["id"] for f in made["doubtful"]] == [found.id]
    assert made["summary"] == json.loads(render(report, "json", Style()))["summary"]
    lines = [json.loads(line) for line in render(doubting, "jsonl", Style()).splitlines()]
    assert [line.get("doubtful") for line in lines] == [None, True]


def explained(verbose: bool, **changed: object) -> str:
    made = replace(paired_explanation(), **changed)  # type: ignore[type-var]
    return render_explanations([made], "table", Style(verbose=verbose))


def test_the_heaviest_signs_are_shown_and_the_rest_summed_up() -> None:
    evidence = (
        Evidence("prior", "any two claims", -5.0),
        Evidence("person", "unknown", -0.5),
        *(Evidence("clue", str(n), n / 2) for n in range(1, 6)),
        Evidence("place", "differs", -1.0),
    )
    short, full = (explained(verbose, evidence=evidence, weight=1.0, threshold=0.0) for verbose in (False, True))
    assert re.findall(r"^(\w*) +([+-]\d\.\d)", short, re.MULTILINE) == [
        ("start", "-5.5"), ("for", "+2.5"), ("", "+2.0"), ("", "+1.5"), ("against", "-1.0"), ("rest", "+1.5"),
        ("sum", "+1.0"),
    ]  # fmt: skip
    assert "2 lesser signs" in short
    assert "odds of 2 to 1 for it; reaches the threshold 0.0" in " ".join(short.split())
    assert "lesser" not in full
    assert "they are of different places  place: differs" in full
    assert full.count("clue: ") == 10


def test_rivals_are_shown_beside_the_side_that_they_compete_for() -> None:
    report = full_report()
    rivals = tuple(Rival("c1", report.claims[7], weight) for weight in (4.5, 2.0, 1.0))
    shown = explained(False, unranked=3.0, rivals=rivals)
    assert "+3.0  a with b, before their rivals are weighed" in shown
    assert "+4.5  a with “340”, better by 1.5  news/local.txt:1:35" in shown
    assert "+2.0  a with “340”, worse by 1.0  news/local.txt:1:35" in shown
    assert "a with 1 further claim" in shown
    assert explained(True, unranked=3.0, rivals=rivals).count("a with “340”") == 3


@pytest.mark.parametrize(
    ("weight", "odds"),
    [
        (0.0, "even odds;"),
        (-0.5, "odds of 1.4 to 1 against"),
        (-3.0, "odds of 8 to 1 against"),
        (900.0, "odds of more than 1,000"),
    ],
)
def test_a_sum_is_said_as_odds(weight: float, odds: str) -> None:
    assert odds in explained(False, weight=weight)


def test_no_verdict_is_wholly_sure() -> None:
    made = replace(paired_explanation().comparison, confidence=1.0)  # type: ignore[type-var]
    assert "99% sure that both are about one fact" in explained(False, comparison=made)


def test_how_sure_and_how_grave_a_conflict_is_are_told_apart() -> None:
    report = full_report()
    grave, slight = (
        replace(f, severity=severity, confidence=confidence)
        for f, severity, confidence in zip(report.findings, (Severity.ERROR, Severity.NOTE), (0.55, 1.0), strict=False)
    )
    shown = render(replace(report, findings=(slight, grave)), "table", Style())
    assert re.findall(r"(error|note) · (\d+)% sure", shown) == [("error", "55"), ("note", "99")]


@pytest.mark.parametrize("width", [20, 40, 47, 80, 140])
def test_a_summary_alone_reads_as_the_console_lays_it_out(width: int) -> None:
    of_much = replace(source("a.txt", "words"), left_out=((0, 5),) * 1234)
    nothing = Report("0", "0", (of_much,), (), (), (), Summary(12345, 6_789_000, 5_432_000, {}, 0.8, 6789))
    style = Style(width)
    assert render(nothing, "table", style) == laid_out(FindingBlocks(nothing, style).lines(), style)
