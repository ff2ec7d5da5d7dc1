"""Rule files: what they may say, and how faults are told."""

import datetime

import pytest

from factcheck.model import Case, Change, Measure, Severity, Verdict
from factcheck.rulebook.schema import RuleReader

GOOD = """\
title: Bridges
description: How many bridges.
measure: count
severity: error
changes: never
tolerance: 5%
counted:
  - bridge
  - viaduct
about: [river, canal]
cases:
  - a: Two bridges fell.
    b: Three bridges fell.
    verdict: conflict
    published_a: 2024-02-29
  - {a: No, b: 1e3, verdict: none, todo: true}
  - {a: Alone, verdict: conflict}
conflict: The bridges cannot be counted so
"""


def problems(text: str, rule_id: str = "bridges") -> list[str]:
    reader = RuleReader("r.yaml", rule_id, text)
    rule = reader.read()
    assert (rule is None) == bool(reader.problems)
    return [f"{p.line}:{p.column} {p.message}" for p in reader.problems]


def test_a_whole_rule() -> None:
    rule = RuleReader("r.yaml", "bridges", GOOD).read()
    assert rule is not None
    assert (rule.id, rule.title, rule.path) == ("bridges", "Bridges", "r.yaml")
    assert (rule.measure, rule.severity, rule.changes) == (Measure.COUNT, Severity.ERROR, Change.NEVER)
    assert rule.tolerance == 0.05
    assert rule.counted == ("bridge", "viaduct")
    assert rule.about == ("river", "canal")
    assert rule.specificity == 3
    assert rule.cases == (
        Case(
            "Two bridges fell.",
            "Three bridges fell.",
            Verdict.CONFLICT,
            line=12,
            published_a=datetime.date(2024, 2, 29),
        ),
        Case("No", "1e3", None, line=16, todo=True),
        Case("Alone", None, Verdict.CONFLICT, line=17),
    )
    assert rule.conflict == "The bridges cannot be counted so"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("severity: error", "severty: error", '4:1 unknown key "severty" in a rule; did you mean "severity"?'),
        ("severity: error", "severity: eror", '4:11 "eror" is not one of note, warning, error; did you mean "error"?'),
        ("severity: error", "severity: 7", '4:11 "7" is not one of note, warning, error'),
        ("changes: never", "title: Again", '5:1 the key "title" stands here a second time; keep one'),
        ("tolerance: 5%", "tolerance: 3", "6:12 a share from 0 to below 1 is expected here, as 0.05 or 5%"),
        ("tolerance: 5%", "tolerance: " + "9" * 5000, "6:12 a share from 0 to below 1 is expected here, as 0.05 or 5%"),
        ("tolerance: 5%", "tolerance: -0.1", "6:12 a share from 0 to below 1 is expected here, as 0.05 or 5%"),
        (
            "- bridge",
            "- bridge.*",
            '8:5 "bridge.*" is not a word; rules hold single words in lower case, not phrases or patterns',
        ),
        (
            "- bridge",
            "- Bridge",
            '8:5 "Bridge" is not a word; rules hold single words in lower case, not phrases or patterns',
        ),
        ("- bridge", "- viaduct", '9:5 "viaduct" stands here a second time; keep one'),
        ("[river, canal]", "river", '10:8 a list of words is expected here, each on a line that begins with "- "'),
        ("2024-02-29", "2023-02-29", "15:18 a day that exists is expected here, as 2025-02-28"),
        ("todo: true", "todo: yes", "16:42 true or false is expected here"),
        ("verdict: conflict", "verdct: conflict", '14:5 unknown key "verdct" in a case; did you mean "verdict"?'),
        ("title: Bridges", "title:", "1:7 a text is expected here"),
        ("title: Bridges", "title: [a]", "1:8 a text is expected here"),
    ],
)
def test_a_fault_names_its_place_and_cure(old: str, new: str, told: str) -> None:
    assert told in problems(GOOD.replace(old, new, 1))


def test_all_faults_of_a_file_are_told() -> None:
    text = GOOD.replace("tolerance: 5%", "tolerance: x").replace("severity: error\n", "").replace("true", "maybe")
    assert problems(text) == [
        '1:1 the key "severity" is missing; add "severity: …"',
        "5:12 a share from 0 to below 1 is expected here, as 0.05 or 5%",
        "15:42 true or false is expected here",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "1:1 the file is empty"),
        ("# nothing\n", "1:1 the file is empty"),
        ("just words", '1:1 a rule is written as "key: value" lines'),
        ("title: a\n---\ntitle: b\n", "2:1 a second document begins here; a rule file holds one"),
        ("a: &x [b]\nc: *x\n", "1:4 anchors and aliases are not used in rule files; write the value out"),
        ("[a]: b\n", "1:1 a key must be a word"),
        ("a: b: c\n", "1:5 not valid YAML: mapping values are not allowed in this context"),
        ("a: 'x\n", "not valid YAML: found unexpected end of stream"),
        ("a: \x07", "not valid YAML: it holds a character that YAML does not allow"),
        ("a: \ud800", "not valid YAML: it holds a character that YAML does not allow"),
        ("- " * 200_000, "nested too deeply"),
        ("[" * 200_000, "nested too deeply"),
        ("? " * 200_000, "nested too deeply"),
        ("{a: " * 200_000, "nested too deeply"),
    ],
)
def test_no_text_makes_the_reader_fail(text: str, told: str) -> None:
    assert any(told in problem for problem in problems(text))


@pytest.mark.parametrize("rule_id", ["Bridges", "brid ges", "brücken", "bridges_of"])
def test_an_id_is_lower_case_letters_digits_and_hyphens(rule_id: str) -> None:
    assert "cannot be the id of a rule" in problems(GOOD, rule_id)[0]


def test_a_problem_shows_the_line_and_a_caret() -> None:
    reader = RuleReader("rules/x.yaml", "x", GOOD.replace("severity: error", "severity: eror"))
    reader.read()
    assert str(reader.problems[0]) == (
        'rules/x.yaml:4:11: "eror" is not one of note, warning, error; did you mean "error"?\n'
        "    severity: eror\n"
        "              ^"
    )


def test_a_long_line_is_shown_around_the_caret() -> None:
    reader = RuleReader("x.yaml", "x", GOOD.replace("title: Bridges", f'"{"t" * 300}": b'))
    reader.read()
    shown = str(reader.problems[0]).split("\n")
    assert all(len(line) <= 104 for line in shown[1:])
    assert shown[2].index("^") == 4
