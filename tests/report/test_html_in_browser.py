"""The HTML page in a real Chromium: no error, no request, working filters and links, and axe-core's verdict on it."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from audit_scaling import corpus
from claim_samples import shipped_rules
from msgspec.structs import replace
from report_samples import full_report
from test_report_html import hostile_report

from factcheck.model import Report, Verdict
from factcheck.pipeline import audit
from factcheck.read import source_from_text
from factcheck.report import Style, render

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is missing: pip install '.[browser]'")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed: apt-get install chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """A headless Chromium."""
    with playwright.sync_playwright() as started:
        # Containers run tests as root, for whom Chromium has no sandbox.
        launched = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


class Shown:
    """A report's page as opened from disk, with what the browser complained of and what it asked the network for."""

    def __init__(self, page: "Page", report: Report, file: Path) -> None:
        self.page = page
        self.faults: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.faults.append(message.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        file.write_text(render(report, "html", Style()), encoding="utf-8")
        page.goto(file.as_uri())

    def follow(self, selector: str) -> None:
        """Follows a link or pushes a button by keyboard: what a mouse aims at moves as cards come into view."""
        self.page.press(selector, "Enter")

    def visible(self) -> list[str]:
        """The ids of the findings that are not filtered out."""
        return self.page.eval_on_selector_all(".card:not([hidden])", "cards => cards.map(card => card.id)")


@pytest.fixture
def show(browser: "Browser", tmp_path: Path):
    """Opens a report's page."""
    page = browser.new_page(viewport={"width": 390, "height": 800})
    yield lambda report: Shown(page, report, tmp_path / "page.html")
    page.close()


def many_findings() -> Report:
    """A report of a thousand findings."""
    report = full_report()
    return replace(report, findings=tuple(replace(f, id=f"{f.id}-{n}") for n in range(167) for f in report.findings))


@pytest.mark.parametrize("report", [full_report, hostile_report, many_findings])
def test_it_opens_without_an_error_or_a_request_and_is_no_wider_than_a_phone(show, report) -> None:
    shown = show(report())
    assert shown.faults == []
    assert [url for url in shown.requests if not url.startswith(("file:", "data:"))] == []
    assert shown.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.fixture(scope="module")
def news() -> Report:
    """The audit of 300 reports of invented events, some of them with a wrong figure."""
    texts = corpus(300, 6).texts
    read = [source_from_text(text, source_id=f"news/{number:03}.txt") for number, text in enumerate(texts)]
    return audit(read, shipped_rules())


def test_the_page_of_300_sources_opens_filters_and_links(show, news: Report) -> None:
    shown = show(news)
    assert shown.faults == []
    assert [url for url in shown.requests if not url.startswith(("file:", "data:"))] == []
    assert shown.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert len(shown.visible()) == len(news.findings) > 50
    source_of = {claim.id: claim.mention.source for claim in news.claims}
    conflict = next(f for f in news.findings if f.verdict is Verdict.CONFLICT)
    chosen = source_of[conflict.claims[0]]
    shown.page.select_option("[name=source]", label=chosen)
    of_source = {f.id for f in news.findings if chosen in {source_of[claim] for claim in f.claims}}
    assert set(shown.visible()) == of_source
    shown.page.uncheck("[name=verdict][value=agree]")
    assert set(shown.visible()) == {f.id for f in news.findings if f.id in of_source and f.verdict != Verdict.AGREE}
    assert shown.page.text_content("output") == f"{len(shown.visible())} of {len(news.findings)} findings shown"
    shown.follow("#filters button")
    shown.page.wait_for_selector(".card[hidden]", state="detached")
    shown.follow(f"[id='{conflict.id}'] .where a")
    shown.page.wait_for_selector(f"details[open] [id='c-{conflict.standings[0].claims[0]}']", state="attached")
    assert shown.faults == []


def test_what_was_weighed_unfolds(show) -> None:
    shown = show(full_report())
    assert not shown.page.is_visible("#f1 .ladder")
    shown.follow("#f1 .steps summary")
    assert shown.page.is_visible("#f1 .ladder")


def test_filters_leave_what_fits(show) -> None:
    shown = show(full_report())
    everything = shown.visible()
    shown.page.uncheck("[name=verdict][value=conflict]")
    conflicts = {f.id for f in full_report().findings if f.verdict is Verdict.CONFLICT}
    assert set(shown.visible()) == set(everything) - conflicts
    shown.follow("#filters button")
    shown.page.wait_for_selector(".card[hidden]", state="detached")
    shown.page.select_option("[name=rule]", "counted-things")
    assert shown.visible() == ["f1"]
    assert "1 of 6" in shown.page.text_content("output")


def test_links_lead_to_what_is_filtered_out_or_folded(show) -> None:
    shown = show(full_report())
    shown.page.uncheck("[name=verdict][value=agree]")
    shown.page.evaluate("location.hash = 'f6'")
    shown.page.wait_for_selector("#f6 > details[open]", state="attached")
    assert "f6" in shown.visible()
    shown.page.evaluate("location.hash = 'c-c1'")
    shown.page.wait_for_selector("details[open] #c-c1", state="attached")


def test_a_cell_of_the_matrix_leaves_the_findings_of_two_sources(show) -> None:
    shown = show(full_report())
    shown.follow("[data-pair='1 2']")
    assert shown.visible() == ["f1"]


def test_it_can_be_read_without_scripts(browser: "Browser", tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    shown = Shown(context.new_page(), full_report(), tmp_path / "page.html")
    assert shown.page.is_visible("#f1")
    assert not shown.page.is_visible("#filters")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_issue(show, scheme: str) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe is missing: pip install '.[browser]'"
    )
    shown = show(full_report())
    shown.page.emulate_media(color_scheme=scheme)
    shown.page.eval_on_selector_all("details", "folds => folds.forEach(fold => { fold.open = true; })")
    found = axe.Axe().run(shown.page).response["violations"]
    assert [
        (v["id"], node["target"], node.get("failureSummary"))
        for v in found
        if v["impact"] in ("serious", "critical")
        for node in v["nodes"]
    ] == []
