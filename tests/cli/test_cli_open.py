"""`factcheck audit --open`, with a program in place of a browser."""

import sys
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest


@pytest.fixture
def browser(tmp_path: Path) -> dict[str, str]:
    """The settings that make a program write down what it is told to open."""
    script = tmp_path / "browser.py"
    script.write_text("import sys, pathlib\npathlib.Path(sys.argv[1]).write_text(sys.argv[2])\n", encoding="utf-8")
    return {"BROWSER": f"{sys.executable} {script} {tmp_path / 'opened'} %s", "TMPDIR": str(tmp_path)}


@pytest.mark.parametrize("options", [(), ("--report", "html=page.html")])
def test_the_page_is_opened_beside_the_table(run, write, tmp_path: Path, browser, options) -> None:
    write("in/one.txt", "The storm destroyed 340 houses in Port Halle.\n")
    write("in/two.txt", "The storm destroyed 430 houses in Port Halle.\n")
    done = run("audit", "in", "--open", *options, env=browser)
    assert done.returncode == 1
    assert "430" in done.stdout
    page = Path(unquote(urlparse((tmp_path / "opened").read_text(encoding="utf-8")).path))
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert (page == tmp_path / "page.html") is bool(options)


def test_it_is_not_opened_at_each_change(run) -> None:
    done = run("audit", ".", "--open", "--watch")
    assert done.returncode == 2
    assert done.stderr.startswith("error: --open: with --watch")
