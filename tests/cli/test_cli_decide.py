"""Decisions and baselines as a user meets them: what is decided or known no longer fails, and what changes does."""

import json

import pytest

ONE = "The storm destroyed 340 houses in Port Halle, Mayor Ruth Almond said.\n"
TWO = "The storm destroyed 430 houses in Port Halle, Mayor Ruth Almond said.\n"


@pytest.fixture
def corpus(write) -> str:
    write("in/one.txt", ONE)
    write("in/two.txt", TWO)
    return "in"


def conflicts(run, *arguments: str, **options: object) -> list[dict]:
    report = json.loads(run("audit", *(arguments or ("in",)), "--output-format", "json", **options).stdout)
    return [f for f in report["findings"] if f["verdict"] == "conflict"]


@pytest.fixture
def finding(run, corpus) -> str:
    (found,) = conflicts(run)
    return found["id"]


@pytest.mark.parametrize("choice", [("--accept",), ("--prefer", "in/one.txt"), ("--not-comparable",)])
def test_a_decided_finding_does_not_fail_and_is_counted(run, finding, tmp_path, choice) -> None:
    assert run("audit", "in").returncode == 1
    done = run("decide", finding, "in", *choice, "--because", "two counts")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{finding}: {choice[0].strip('-')}, recorded in factcheck-decisions.toml: ")
    done = run("audit", "in")
    assert (done.returncode, done.stderr) == (0, "")
    assert "430" not in done.stdout
    assert "1 decided (--show-decided shows them)" in done.stdout
    shown = run("audit", "in", "--show-decided")
    assert shown.returncode == 0
    assert ("430" in shown.stdout, "two counts" in shown.stdout) == (True, True)
    (found,) = conflicts(run)
    assert found["decision"]["status"] == "applies"
    assert found["decision"]["choice"] == choice[0].strip("-")


def test_a_decision_survives_edits_elsewhere_and_holds_from_any_folder(run, finding, write, tmp_path) -> None:
    write(".git/HEAD", "")
    run("decide", finding, "--accept", "--because", "two counts", cwd=tmp_path)
    write("in/one.txt", f"A quiet week in the north.\n\n{ONE}Schools stay closed.\n")
    assert run("audit", "in").returncode == 0
    assert run("audit", ".", cwd=tmp_path / "in").returncode == 0
    assert run("audit", str(tmp_path / "in")).returncode == 0
    assert (tmp_path / "factcheck-decisions.toml").exists()


def test_a_changed_value_brings_the_finding_back(run, finding, write) -> None:
    run("decide", finding, "in", "--accept", "--because", "two counts")
    write("in/two.txt", TWO.replace("430", "450"))
    done = run("audit", "in")
    assert done.returncode == 1
    assert "the decision no longer applies  accept: two counts" in done.stdout
    assert "in/two.txt: 450 where 430 was judged" in done.stdout
    (found,) = conflicts(run)
    run("decide", found["id"], "in", "--accept", "--because", "counted anew")
    assert run("audit", "in").returncode == 0
    (found,) = conflicts(run)
    assert found["decision"]["because"] == "counted anew"


def test_the_stale_decision_makes_room_for_the_new_one(run, finding, write, tmp_path) -> None:
    run("decide", finding, "in", "--accept", "--because", "two counts")
    write("in/two.txt", TWO.replace("430", "450"))
    (found,) = conflicts(run)
    run("decide", found["id"], "in", "--accept", "--because", "counted anew")
    assert (tmp_path / "factcheck-decisions.toml").read_text(encoding="utf-8").count("[finding.") == 1


def test_a_decision_expires(run, finding) -> None:
    run("decide", finding, "in", "--accept", "--because", "two counts", "--expires", "2026-06-30")
    assert run("audit", "in", "--today", "2026-06-30").returncode == 0
    done = run("audit", "in", "--today", "2026-07-01")
    assert done.returncode == 1
    assert "the decision expired on 2026-06-30" in done.stdout


def test_unused_decisions_are_told_when_asked(run, finding, write) -> None:
    run("decide", finding, "in", "--accept", "--because", "two counts")
    write("in/two.txt", ONE)
    assert run("audit", "in").stderr == ""
    done = run("audit", "in", "--warn-unused")
    assert done.returncode == 0
    assert done.stderr.endswith(
        f"factcheck-decisions.toml: decision {finding} decides nothing any more: remove its table\n"
    )
    assert run("audit", "in/one.txt", "--warn-unused").stderr == ""


def test_a_decision_about_a_source_that_is_gone_is_unused(run, finding, tmp_path) -> None:
    run("decide", finding, "in", "--accept", "--because", "two counts")
    (tmp_path / "in" / "two.txt").unlink()
    assert f"decision {finding} decides nothing any more" in run("audit", "in", "--warn-unused").stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--because", "x"), "no decision is given: give one of --accept, --prefer SOURCE and --not-comparable"),
        (("--because", "x", "--accept", "--not-comparable"), "more than one decision is given: "),
        (("--because", " ", "--accept"), "--because: the reason is empty"),
        (("--because", "x", "--accept", "--expires", "2026-02-30"), "--expires: there is no day 2026-02-30"),
        (
            ("--because", "x", "--prefer", "in/oen.txt"),
            "--prefer: 'in/oen.txt' is no source of this finding; did you mean",
        ),
        (("--accept",), "Missing option '--because'"),
    ],
)
def test_wrong_decisions(run, finding, tmp_path, arguments, message) -> None:
    done = run("decide", finding, "in", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"error: {message}")
    assert not (tmp_path / "factcheck-decisions.toml").exists()


def test_an_id_of_no_finding(run, corpus) -> None:
    done = run("decide", "0123456789", "in", "--accept", "--because", "x")
    assert done.returncode == 2
    assert done.stderr.startswith("error: no finding has the id '0123456789': ")


def test_a_merge_conflict_in_the_decisions_names_its_line(run, finding, tmp_path) -> None:
    run("decide", finding, "in", "--accept", "--because", "x")
    file = tmp_path / "factcheck-decisions.toml"
    file.write_text(file.read_text(encoding="utf-8") + "<<<<<<< HEAD\n=======\n>>>>>>> other\n", encoding="utf-8")
    line = file.read_text(encoding="utf-8").splitlines().index("<<<<<<< HEAD") + 1
    for arguments in (("audit", "in"), ("decide", finding, "in", "--accept", "--because", "y")):
        done = run(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"factcheck-decisions.toml:{line}: an unresolved merge conflict: keep " in done.stderr


def test_a_baseline_leaves_what_is_new(run, corpus, write, tmp_path) -> None:
    run("audit", "in", "--output-format", "json", "-o", "base.json")
    done = run("audit", "in", "--baseline", "base.json")
    assert (done.returncode, done.stderr) == (0, "")
    assert "430" not in done.stdout
    assert "2 known from the baseline (--show-decided shows them)" in done.stdout
    write("in/new.txt", "Fire broke out at Calder mill; 12 workers were injured, the Calder fire service said.\n")
    write("in/newer.txt", "Fire broke out at Calder mill; 19 workers were injured, the Calder fire service said.\n")
    done = run("audit", "in", "--baseline", "base.json")
    assert done.returncode == 1
    assert ("430" in done.stdout, "19" in done.stdout) == (False, True)
    assert [f["known"] for f in conflicts(run, "in", "--baseline", "base.json")].count(True) == 1
    assert run("audit", "in", "--baseline", "none.json").returncode == 2
