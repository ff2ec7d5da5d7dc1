"""Makes the pages: one file each that needs nothing else, whatever stands in the sources it shows."""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from msgspec import Struct

from factcheck.model import VERDICTS_BY_SEVERITY, Claim, Explanation, Mention, Report, Source, Verdict
from factcheck.report.account import LEGEND, account, signed
from factcheck.report.deciding import severest_first
from factcheck.report.evidence_words import reason_words
from factcheck.report.html.cards import Card, Cards
from factcheck.report.html.commands import audited_paths
from factcheck.report.html.matrix import matrix
from factcheck.report.html.source_text import Reference, Stretch, stretches
from factcheck.report.passage import passage, place, shortened, spot
from factcheck.report.plain import plain
from factcheck.report.signs import SIGNS, counted, counted_sources, sureness
from factcheck.report.summary_lines import NOUNS
from factcheck.report.values import read_text, value_text, witness_text

_TEMPLATES = Path(__file__).with_name("templates")
_EXPLAINED_ROOM = 600
_MAX_NAME = 80


class SourceText(Struct, frozen=True):
    """A source with its claims marked; `findings` counts the findings that name it."""

    source: Source
    name: str
    claims: int
    findings: int
    stretches: Iterator[Stretch]


class Group(Struct, frozen=True):
    """The cards of one verdict."""

    verdict: Verdict
    title: str
    cards: tuple[Card, ...]


def report_page(report: Report) -> str:
    """The whole report: findings, conflicts first, the matrix, the sources in full, and what was not compared."""
    place_of = {source.id: place for place, source in enumerate(report.sources)}
    source_of = {claim.id: place_of[claim.mention.source] for claim in report.claims}
    made = Cards({claim.id: claim for claim in report.claims}, source_of)
    findings = sorted(report.findings, key=lambda f: (*severest_first(f)[:1], not f.open, *severest_first(f)[1:]))
    cards = [made.card(finding, number) for number, finding in enumerate(findings, 1)]
    doubtful = [made.card(f, n, doubtful=True) for n, f in enumerate(report.doubtful, len(cards) + 1)]
    return _rendered(
        "report.html",
        report=report,
        groups=_groups(cards),
        doubtful=doubtful,
        kinds=sorted({card.kind for card in cards}),
        rules=sorted({card.finding.rule for card in cards}),
        settled=sum(not finding.open for finding in findings),
        matrix=matrix(findings, source_of),
        names=[_name(source) for source in report.sources],
        sources=_source_texts(report, [*cards, *doubtful], source_of),
        paths=audited_paths(report.sources),
    )


def mentions_page(mentions: Sequence[Mention]) -> str:
    """The mentions in one table, in the order of their places."""
    return _rendered("mentions.html", mentions=mentions)


def explanations_page(explanations: Sequence[Explanation]) -> str:
    """Both passages, the ladder and the outcome of each pair."""
    return _rendered("explanations.html", explanations=explanations)


def _groups(cards: Sequence[Card]) -> list[Group]:
    of_verdict = {v: tuple(c for c in cards if c.finding.verdict is v) for v in reversed(VERDICTS_BY_SEVERITY)}
    return [Group(verdict, counted(len(found), NOUNS[verdict]), found) for verdict, found in of_verdict.items()]


def _source_texts(report: Report, cards: Sequence[Card], source_of: dict[str, int]) -> Iterator[SourceText]:
    references: dict[str, list[Reference]] = {}
    for card in cards:
        told = Reference(card.finding.id, card.number, card.finding.verdict, card.subject)
        for claim_id in card.finding.claims:
            references.setdefault(claim_id, []).append(told)
    claims: list[list[Claim]] = [[] for _ in report.sources]
    for claim in report.claims:
        claims[source_of[claim.id]].append(claim)
    named = Counter(place for card in cards for place in card.sources)
    for place_, source in enumerate(report.sources):
        own = claims[place_]
        yield SourceText(source, _name(source), len(own), named[place_], stretches(source, own, references))


def _name(source: Source) -> str:
    return shortened(source.title or source.path or source.id, _MAX_NAME)


def _rendered(template: str, **values: object) -> str:
    environment = _environment()
    return environment.get_template(template).render(**values).rstrip("\n") + "\n"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        plain=plain,
        brief=lambda text: shortened(text, _MAX_NAME),
        counted=counted,
        sureness=sureness,
        sources=counted_sources,
        witness=witness_text,
        reason=reason_words,
        place=place,
        spot=spot,
        value=value_text,
        read=read_text,
        signed=signed,
        weighed=lambda made: account(made.evidence, made.weight, made.threshold),
        passage=lambda claim: passage(claim, _EXPLAINED_ROOM),
    )
    environment.globals.update(odds_legend=LEGEND, signs={verdict.value: sign for verdict, sign in SIGNS.items()})
    for name in ("style.css", "page.js"):
        text = (_TEMPLATES / name).read_text(encoding="utf-8")
        # The policy lets only this style and this script run, whatever else a source might smuggle in.
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        key = name.replace(".", "_")
        environment.globals.update({key: Markup(text), f"{key}_hash": f"'sha256-{digest}'"})
    return environment
