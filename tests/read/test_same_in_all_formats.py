"""The same articles give the same findings, whatever the formats of their files."""

import datetime
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest
from made import docx, eml, html, markdown, pdf, text
from made.article import Article

import factcheck
from factcheck.model import Report
from factcheck.read import read_sources

SEEDS = Path(__file__).parents[2] / "seeds"

Maker = Callable[[Article], bytes]

MAKERS: Mapping[str, tuple[str, Maker]] = {
    "markdown": (".md", markdown.made),
    "html": (".html", html.made),
    "html-without-semantics": (".htm", html.without_semantics),
    "html-broken-by-lines": (".htm", html.broken_by_lines),
    "docx": (".docx", docx.made),
    "pdf": (".pdf", pdf.made),
    "eml": (".eml", eml.made),
}
TEXT = (".txt", text.made)

# Rule, verdict and subject of a finding, and for each of its claims the article and the words.
Told = tuple[str, str, str, tuple[tuple[str, str], ...]]


@cache
def articles() -> dict[str, Article]:
    """The seeds by their names; a title or day that begins the text stays there."""
    read = read_sources([str(SEEDS)])
    assert not read.errors
    return {Path(source.path).stem: article(source) for source in read.sources}


def article(source: factcheck.Source) -> Article:
    paragraphs = [" ".join(p.lstrip("# ").split()) for p in source.text[source.body :].split("\n\n")]
    title = source.title or "A letter and a call"
    rest = tuple(p for p in paragraphs if p and p != title)
    return Article(title, source.publisher, "Ada Vance", source.published, rest)


def report_of(folder: Path, makers: Mapping[str, tuple[str, Maker]]) -> Report:
    for name, (suffix, made) in makers.items():
        (folder / f"{name}{suffix}").write_bytes(made(articles()[name]))
    return factcheck.audit(str(folder))


def told(report: Report) -> list[Told]:
    claims = {claim.id: claim for claim in report.claims}

    def words(claim_id: str) -> tuple[str, str]:
        mention = claims[claim_id].mention
        return Path(mention.source).stem, " ".join(mention.text.split())

    return sorted((f.rule, f.verdict, f.subject, tuple(sorted(map(words, f.claims)))) for f in report.findings)


@pytest.fixture(scope="module")
def in_text(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return report_of(tmp_path_factory.mktemp("text"), dict.fromkeys(articles(), TEXT))


def test_the_text_has_the_findings_of_the_seeds(in_text: Report) -> None:
    assert told(in_text) == told(factcheck.audit(str(SEEDS)))
    assert {"conflict", "agree"} <= {finding.verdict for finding in in_text.findings}


@pytest.mark.parametrize("name", MAKERS)
def test_all_in_one_format(name: str, in_text: Report, tmp_path: Path) -> None:
    report = report_of(tmp_path, dict.fromkeys(articles(), MAKERS[name]))
    assert not report.skipped
    assert told(report) == told(in_text)
    assert published(report) == published(in_text)


@pytest.mark.parametrize("shift", range(4))
def test_each_in_another_format(shift: int, in_text: Report, tmp_path: Path) -> None:
    makers = [TEXT, *MAKERS.values()]
    report = report_of(tmp_path, {n: makers[(i + shift) % len(makers)] for i, n in enumerate(sorted(articles()))})
    assert told(report) == told(in_text)
    assert published(report) == published(in_text)


def published(report: Report) -> dict[str, datetime.date | None]:
    return {Path(source.id).stem: source.published for source in report.sources}
