"""Text for people: harmless whatever the sources hold, and nothing cut without an ellipsis."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from report_samples import claim, comparison, full_report, source

from factcheck.model import (
    Claim,
    Evidence,
    Explanation,
    Finding,
    Interval,
    Quantity,
    Quote,
    Report,
    Severity,
    Skipped,
    Summary,
    Title,
    Verdict,
)
from factcheck.report import Style, render, render_explanations, render_mentions
from factcheck.report.passage import passage
from factcheck.report.plain import plain

HOSTILE = (
    "\x1b[31mred\x1b[0m [bold]big[/bold] :smile: \x9b2J \u202eevil\u202c \x00\x07\x08\x7f \ud800 \u2028 [link=x]l[/]"
)


def report_of(words: str, verdict: Verdict = Verdict.CONFLICT) -> Report:
    """A report in which every text that comes from outside is these words."""
    made = source(words, f"before {words} after", title=words, publisher=words)
    value = Title(words)
    claims = tuple(claim(i, made, words, value, words, attribution=words) for i in ("a", "b", "c"))
    pairs = (comparison("a", "b", verdict, "role", words, "titles"), comparison("b", "c", verdict, "x", "y", "titles"))
    finding = Finding("f", "titles", verdict, Severity.ERROR, 1.0, words, words, ("a", "b", "c"), pairs)
    summary = Summary(1, 3, 3, {verdict.value: 1}, 1.0)
    return Report("0", "0", (made,), (Skipped(words, words),), claims, (finding,), summary)


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


@given(st.text(max_size=60))
def test_plain_text_is_one_line_and_stays_as_it_is(text: str) -> None:
    once = plain(text)
    assert len(once.splitlines()) <= 1
    assert plain(once) == once


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
    finding = Finding("f", "quotations", Verdict.CONFLICT, Severity.NOTE, 1.0, "m", "Ana", ("a", "b"), (pair,))
    report = Report("0", "0", (made,), (), claims, (finding,), Summary(1, 2, 2, {"conflict": 1}, 1.0))
    shown = render(report, "table", Style(140))
    assert shown.count("word19 …") == 2
    assert words in " ".join(line[49:].strip() for line in shown.split("\n")[1:-4])


def test_verdicts_are_told_by_word_and_sign_severest_first() -> None:
    report = full_report()
    mildest_first = replace(report, findings=report.findings[::-1])
    heads = re.findall(r"^(✗ CONFLICT|→ UPDATE|≈ COMPATIBLE|= AGREE)", render(mildest_first, "table", Style()), re.M)
    assert heads == ["✗ CONFLICT"] * 2 + ["→ UPDATE", "≈ COMPATIBLE"] + ["= AGREE"] * 2


def test_many_claims_and_witnesses_are_cut_with_their_number() -> None:
    made = source("s", "There were 5 of them.")
    claims = tuple(claim(f"c{i}", made, "5", Quantity(i, i, Interval(i, i)), "them") for i in range(12))
    pairs = tuple(comparison("c0", f"c{i}", Verdict.CONFLICT, "disjoint", f"0 and {i}", "r") for i in range(1, 12))
    ids = tuple(c.id for c in claims)
    finding = Finding("f", "r", Verdict.CONFLICT, Severity.NOTE, 1.0, "m", "them", ids, pairs)
    report = Report("0", "0", (made,), (), claims, (finding,), Summary(1, 12, 12, {"conflict": 1}, 1.0))
    shown = render(report, "table", Style())
    assert shown.count("s:1:12") == 12
    assert shown.count("There were 5 of them.") == 8
    assert "… and 5 further comparisons" in shown
