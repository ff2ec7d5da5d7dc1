"""factcheck-decisions.toml: what is written is read, the rest of the file stays, and faults name their line."""

import datetime
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from factcheck.decisions import read_decisions, record
from factcheck.errors import FactcheckError
from factcheck.model import Choice, Decision, JudgedClaim

JUDGED = (JudgedClaim("a.txt", "house", "340"), JudgedClaim("b.txt", "house", "430"))
GOOD = '[finding.1a]\nchoice = "accept"\nbecause = "x"\njudged = [{ source = "a", subject = "b", text = "c" }]\n'


def made(finding: str, because: str = "two counts") -> Decision:
    return Decision(finding, Choice.ACCEPT, because, JUDGED)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "factcheck-decisions.toml"


def test_without_a_file_nothing_is_decided(file) -> None:
    assert read_decisions(file) == ()


def test_decisions_are_read_as_written_and_sorted(file) -> None:
    preferred = Decision("0e", Choice.PREFER, "checked", JUDGED, "a.txt", datetime.date(2026, 12, 31))
    for decision in (made("bb"), preferred, made("aa"), made("bb", "again")):
        record(file, decision)
    assert read_decisions(file) == (preferred, made("aa"), made("bb", "again"))
    text = file.read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line.startswith("[")] == [
        "[finding.0e]",
        "[finding.aa]",
        "[finding.bb]",
    ]
    assert list(file.parent.iterdir()) == [file]


_DECIDER = """
import sys, time
from pathlib import Path
from factcheck.decisions import record
from factcheck.model import Choice, Decision, JudgedClaim
file, name = Path(sys.argv[1]), sys.argv[2]
sys.stdout.write("ready\\n")
sys.stdout.flush()
sys.stdin.readline()
for i in range(12):
    record(file, Decision(f"{name}{i:02}", Choice.ACCEPT, "counted", (JudgedClaim("a.txt", "house", "340"),)))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no locks of folders there")
def test_of_decisions_that_processes_record_at_one_moment_none_is_lost(file) -> None:
    command = [sys.executable, "-c", _DECIDER, str(file)]
    with ExitStack() as stack:
        deciders = [
            stack.enter_context(
                subprocess.Popen([*command, name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            )
            for name in "abc"
        ]
        for decider in deciders:
            assert decider.stdout and decider.stdout.readline() == "ready\n"
        for decider in deciders:
            assert decider.stdin
            decider.stdin.write("go\n")
            decider.stdin.flush()
        assert [decider.wait(timeout=60) for decider in deciders] == [0, 0, 0]
    assert [d.finding for d in read_decisions(file)] == [f"{name}{i:02}" for name in "abc" for i in range(12)]
    assert list(file.parent.iterdir()) == [file]


def test_a_decision_takes_the_place_of_another(file) -> None:
    record(file, made("aa"))
    record(file, made("bb"), replaces="aa")
    assert read_decisions(file) == (made("bb"),)


def test_comments_and_layout_of_others_stay(file) -> None:
    own = "# ours\n\n# above\n[finding.bb]  # beside\n" + GOOD.partition("\n")[2] + "# below\n"
    file.write_text(own, encoding="utf-8")
    record(file, made("aa"))
    record(file, made("cc"))
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# ours\n")
    assert "# above\n[finding.bb]  # beside\n" in text
    assert "# below\n" in text
    assert [decision.finding for decision in read_decisions(file)] == ["aa", "bb", "cc"]


@settings(max_examples=100, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_words_survive(tmp_path_factory, text: str) -> None:
    file = tmp_path_factory.mktemp("d") / "d.toml"
    decision = Decision("aa", Choice.PREFER, text, (JudgedClaim(text, text, text),), text)
    record(file, decision)
    assert read_decisions(file) == (decision,)
    assert not [c for c in file.read_text(encoding="utf-8") if not c.isprintable() and c != "\n"]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        (GOOD + "chioce = 1\n", 5, 'there is no key "chioce"; did you mean "choice"?'),
        (GOOD.replace("accept", "acept"), 2, '"choice" has to be one of accept, prefer, not-comparable'),
        (GOOD + "expires = 2026-01-01T10:00:00\n", 5, '"expires" has to be a day'),
        (GOOD + "expires = '2026-01-32'\n", 5, '"expires" has to be a day'),
        (GOOD + "expires = 2026-02-30\n", "5:11", "no valid TOML: "),
        (GOOD + "prefer = 'a'\n", 5, '"prefer" goes with '),
        (GOOD.replace("accept", "prefer"), 1, '"prefer" goes with '),
        (GOOD.replace("accept", "prefer") + "prefer = 'b'\n", 5, '"b" is no source that was judged'),
        (GOOD.replace("because = ", "# "), 1, '"because" is missing'),
        (GOOD + "\n" + GOOD, "6:12", "no valid TOML: "),
        (GOOD + "\n[findings.2b]\n", 6, 'there is no "findings" here'),
        ("finding = 1\n", 1, "each decision is a table"),
        (
            "\n<<<<<<< HEAD\n" + GOOD + "=======\n>>>>>>> theirs\n",
            2,
            "an unresolved merge conflict: keep the tables of both",
        ),
        ("x = [\n", 2, "no valid TOML: "),
    ],
)
def test_faults_name_their_line_and_leave_the_file_as_it_is(file, text, place, message) -> None:
    file.write_text(text, encoding="utf-8")
    for attempt in (lambda: read_decisions(file), lambda: record(file, made("aa"))):
        with pytest.raises(FactcheckError) as caught:
            attempt()
        assert str(caught.value).startswith(f"{file}:{place}: {message}")
    assert file.read_text(encoding="utf-8") == text


def test_tables_of_two_branches_merge_by_leaving_the_marker_lines_out(file) -> None:
    sides = [file.with_name(name) for name in ("base", "ours", "theirs")]
    added = [replace(made(name), judged=(JudgedClaim("a.txt", name, "1"), *JUDGED)) for name in ("cc", "dd")]
    record(sides[0], made("aa"))
    for side, decision in zip(sides[1:], added, strict=True):
        side.write_bytes(sides[0].read_bytes())
        record(side, decision)
    base, ours, theirs = map(str, sides)
    merged = subprocess.run(
        ["git", "merge-file", "-p", ours, base, theirs], capture_output=True, text=True, check=False
    )
    file.write_text(merged.stdout, encoding="utf-8")
    with pytest.raises(FactcheckError, match="an unresolved merge conflict"):
        read_decisions(file)
    kept = [line for line in merged.stdout.splitlines() if not line.startswith(("<<<<<<<", "=======", ">>>>>>>"))]
    file.write_text("\n".join(kept), encoding="utf-8")
    assert read_decisions(file) == (made("aa"), *added)


@pytest.mark.parametrize("value", ["9" * 5000, "[" * 100_000], ids=["digits", "brackets"])
def test_a_hostile_value_is_told_in_one_line(file, value) -> None:
    file.write_text(f"x = {value}\n", encoding="utf-8")
    with pytest.raises(FactcheckError, match="no valid TOML: "):
        read_decisions(file)


def test_a_file_that_is_no_text_or_cannot_be_written(file) -> None:
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(FactcheckError, match="not UTF-8"):
        read_decisions(file)
    with pytest.raises(FactcheckError, match="a decision has to be written there"):
        record(file.parent / "missing" / "d.toml", made("aa"))
    with pytest.raises(FactcheckError, match="another layout"):
        file.write_text("finding = { 1a = { choice = 'accept', because = 'x', judged = [] } }\n", encoding="utf-8")
        record(file, made("aa"))
