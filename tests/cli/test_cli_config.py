"""The settings of a project: what each changes, what the command line overrides, and how a wrong one is told."""

import json

import pytest

ONE = "The storm destroyed 340 houses in Port Halle.\n"
TWO = "The storm destroyed 345 houses in Port Halle.\n"
FAR = "The storm destroyed 430 houses in Port Halle.\n"


@pytest.fixture(autouse=True)
def corpus(write) -> None:
    write("in/one.txt", ONE)
    write("in/two.txt", TWO)


def settle(write, *lines: str) -> None:
    write("pyproject.toml", "\n".join(("[project]", 'name = "x"', "[tool.factcheck]", *lines, "")))


def sources(done) -> list[str]:
    return [source["id"] for source in json.loads(done.stdout)["sources"]]


def audit(run, *arguments: str, **options):
    return run("audit", *arguments, "--output-format", "json", **options)


def test_an_audit_without_a_path_takes_the_corpus(run, write, tmp_path) -> None:
    write("other/three.txt", FAR)
    write(".git/HEAD", "")
    write("in/ignored.txt", FAR)
    write(".gitignore", "ignored.txt\n")
    settle(write, 'corpus = ["in/**/*.txt"]')
    assert sources(audit(run)) == ["in/one.txt", "in/two.txt"]
    assert sources(audit(run, cwd=tmp_path / "other")) == ["../in/one.txt", "../in/two.txt"]
    assert sources(audit(run, "other")) == ["other/three.txt"]
    assert sources(audit(run, "--config", "../pyproject.toml", cwd=tmp_path / "in")) == ["one.txt", "two.txt"]


def test_without_path_and_corpus_there_is_a_hint(run) -> None:
    done = run("audit")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: no path is given: ")


@pytest.mark.parametrize(
    ("setting", "arguments", "status"),
    [
        ('fail-on = "never"', (), 0),
        ('fail-on = "never"', ("--fail-on", "warning"), 1),
        ('fail-on = "error"', (), 0),
        ('select = ["money"]', (), 0),
        ('select = ["money"]', ("--select", "counted-things"), 1),
        ('ignore = ["counted-things"]', (), 0),
        ('ignore = ["counted-things"]', ("--ignore", "money"), 1),
        ('baseline = "base.json"', (), 0),
        ("[tool.factcheck.tolerances]\ncounted-things = 0.05", (), 0),
        ("[tool.factcheck.tolerances]\ncounted-things = 0.01", (), 1),
        ("", (), 1),
    ],
)
def test_settings_hold_and_the_command_line_goes_before_them(run, write, setting, arguments, status) -> None:
    audit(run, "in", "-o", "base.json")
    settle(write, setting)
    done = run("audit", "in", *arguments)
    assert (done.returncode, done.stderr) == (status, "")


def test_another_tolerance_is_another_set_of_rules(run, write) -> None:
    before = json.loads(audit(run, "in").stdout)["tool"]["rules"]
    settle(write, "[tool.factcheck.tolerances]", "counted-things = 0.05")
    assert json.loads(audit(run, "in").stdout)["tool"]["rules"] != before


@pytest.mark.parametrize(
    ("lines", "place", "message"),
    [
        (('corpsu = ["in"]',), 4, '[tool.factcheck]: there is no setting "corpsu"; did you mean "corpus"?'),
        (("", 'corpus = "in"'), 5, "[tool.factcheck] corpus: it takes a list of files, folders and patterns: "),
        (('fail-on = "fatal"',), 4, '[tool.factcheck] fail-on: it takes one of "note", "warning", "error", "never"'),
        (('corpus = ["no/*.md"]',), 4, '[tool.factcheck] corpus: no file matches "no/*.md": name what holds'),
        (('select = ["mony"]',), 4, '[tool.factcheck] select: no rule has the id "mony"; did you mean "money"?'),
        (("[tool.factcheck.tolerances]", "money = 5"), 4, "[tool.factcheck] tolerances: it takes relative differences"),
        (("[tool.factcheck.tolerances]", "mony = 0.1"), 4, '[tool.factcheck] tolerances: no rule has the id "mony"'),
        (("corpus = [",), 5, "no valid TOML: "),
        (("<<<<<<< HEAD",), 4, "an unresolved merge conflict: "),
    ],
)
def test_a_wrong_setting_names_its_line(run, write, tmp_path, lines, place, message) -> None:
    settle(write, *lines)
    for arguments in (("audit",), ("audit", "--config", "pyproject.toml")):
        done = run(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        path = tmp_path / "pyproject.toml" if len(arguments) == 1 else "pyproject.toml"
        assert done.stderr.startswith(f"error: {path}:{place}: {message}")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "other.toml: no such file or directory: "),
        ("[tool.ruff]\n", "other.toml: there is no [tool.factcheck] in it: "),
        (b"\xff", "other.toml: not UTF-8: "),
    ],
)
def test_a_settings_file_that_is_none(run, write, content, message) -> None:
    if content is not None:
        write("other.toml", content)
    done = run("audit", "in", "--config", "other.toml")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"error: {message}")


def test_the_settings_of_other_tools_are_not_ours(run, write) -> None:
    write("pyproject.toml", '[tool.other]\ncorpus = "factcheck [tool]"\n')
    assert run("audit", "in").returncode == 1


def test_init_writes_settings_that_work(run, write, tmp_path) -> None:
    write("notes/.hidden.txt", "x")
    write("old/x.txt", "x")
    write(".gitignore", "old/\n")
    done = run("init")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "wrote pyproject.toml: check its corpus, then run factcheck audit\n"
    assert 'corpus = ["in"]\n' in (tmp_path / "pyproject.toml").read_text(encoding="utf-8")
    assert sources(audit(run)) == ["in/one.txt", "in/two.txt"]


def test_what_init_comments_out_is_right_too(run, write, tmp_path) -> None:
    run("init")
    lines = (tmp_path / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    active = [line.removeprefix("# ") for line in lines if not line.startswith("# ") or line[2] == "[" or " = " in line]
    write("facts/rules/x.yaml", "title: X\ndescription: X.\nmeasure: count\nseverity: note\ncounted: [xylophone]\n")
    audit(run, "in", "-o", "factcheck-baseline.json")
    write("pyproject.toml", "\n".join(active))
    assert "tolerances" in "\n".join(active)
    done = run("audit")
    assert (done.returncode, done.stderr) == (0, "")


def test_init_extends_a_file_and_refuses_to_touch_settings(run, write, tmp_path) -> None:
    write("pyproject.toml", '[project]\nname = "x"\n')
    assert run("init").stdout.startswith("extended pyproject.toml: ")
    text = (tmp_path / "pyproject.toml").read_text(encoding="utf-8")
    assert text.startswith('[project]\nname = "x"\n\n[tool.factcheck]\n')
    done = run("init")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "error: pyproject.toml: there is a [tool.factcheck] already: edit it\n"
    assert (tmp_path / "pyproject.toml").read_text(encoding="utf-8") == text


def test_rules_that_are_left_out_have_nothing_to_decide_or_explain(run, write) -> None:
    (finding,) = (f["id"] for f in json.loads(audit(run, "in").stdout)["findings"] if f["verdict"] == "conflict")
    settle(write, 'ignore = ["counted-things"]')
    for arguments in (("decide", finding, "in", "--accept", "--because", "x"), ("explain", finding, "in")):
        assert run(*arguments).stderr.startswith(f"error: no finding has the id '{finding}'")


def test_cases_are_run_as_the_rules_are_written(run, write) -> None:
    rule = "title: X\ndescription: X.\nmeasure: count\nseverity: note\ncounted: [xylophone]\ncases:\n"
    case = "  - a: The hall owns 340 xylophones.\n    b: The hall owns 430 xylophones.\n    verdict: conflict\n"
    write("facts/xylophones.yaml", rule + case)
    settle(write, 'rules = ["facts"]', "[tool.factcheck.tolerances]", "xylophones = 0.9")
    assert "xylophones.yaml" not in run("rules", "test").stdout
    write("hall/one.txt", "The hall owns 340 xylophones.\n")
    write("hall/two.txt", "The hall owns 430 xylophones.\n")
    assert run("audit", "hall", "--fail-on", "note").returncode == 0


def test_a_larger_source_is_read_where_the_settings_or_the_option_let_it(run, write) -> None:
    write("in/long.txt", "The storm destroyed 430 houses. " * 10)
    settle(write, 'corpus = ["in"]', "max-size = 0.0002")
    refused = audit(run)
    assert refused.returncode == 2
    assert "in/long.txt: 0.00032 MB, and a source may have 0.0002 MB of text: " in refused.stderr
    assert sources(refused) == ["in/one.txt", "in/two.txt"]
    assert sources(audit(run, "--max-size", "0.001")) == ["in/long.txt", "in/one.txt", "in/two.txt"]


def test_a_check_reads_as_far_as_its_own_limits_whatever_is_stored(run, write) -> None:
    write("in/long.txt", "The storm destroyed 430 houses in Port Halle. " * 10)
    limited = ("check", "in/one.txt", "--against", "in", "--max-size", "0.0002")
    assert run("check", "in/one.txt", "--against", "in").returncode == 1
    assert run(*limited).returncode == 2
    assert "in/long.txt: " in run(*limited).stderr
