"""Made-up values for the reporters' tests: one report with every kind of claim and every verdict."""

import datetime
import hashlib
import math
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from factcheck.align.voices import Voices
from factcheck.judge.standings import standings
from factcheck.model import (
    Category,
    Claim,
    Comparison,
    Context,
    Date,
    Duration,
    Evidence,
    Explanation,
    Factuality,
    Finding,
    Grounds,
    Hedge,
    Interval,
    Mention,
    Name,
    Quantity,
    Quote,
    Report,
    Scope,
    Severity,
    Skipped,
    Source,
    Summary,
    Title,
    Value,
    Verdict,
)

DESK = (
    "PORT HALLE, 3 March 2024 — The storm destroyed approximately 200 houses along the coast road, the regional\n"
    "fire service said on Sunday. Mayor Ruth Almond promised shelter within three days. “We will not leave anyone\n"
    "on the street,” she said.\n"
)
WIRE = (
    "The storm has destroyed 340 houses along the coast road, according to the interior ministry. Ruth Almond, the\n"
    "mayor, spoke of thousands of people without power.\n"
)
LOCAL = "On 3 March 2024 a storm destroyed 340 houses along the coast road. Mayor Ruth Almund asked for help.\n"


def source(source_id: str, text: str, **fields: object) -> Source:
    """A source of that text."""
    digest = hashlib.sha256(text.encode(errors="replace")).hexdigest()
    return Source(source_id, source_id, text, digest, **fields)  # type: ignore[arg-type]


def claim(claim_id: str, of: Source, words: str, value: Value, subject: str, **fields: object) -> Claim:
    """A claim at the first place of those words; its passage is the whole text."""
    start = of.text.index(words)
    line = of.text.count("\n", 0, start) + 1
    column = start - of.text.rfind("\n", 0, start)
    mention = Mention(claim_id, of.id, start, start + len(words), line, column, words, value)
    return Claim(mention, subject, Context(0, len(of.text), of.text), **fields)  # type: ignore[arg-type]


def comparison(a: str, b: str, verdict: Verdict, reason: str, witness: str, rule: str) -> Comparison:
    """A comparison of fixed confidence, weighed with as many rungs as figures are."""
    levels = (
        ("prior", "any two claims", -4.0),
        ("context", "7", 2.5),
        ("names", "one", 1.5),
        ("form", "both exact", 0.75),
        ("place", "same", 0.5),
        ("roles", "none", 0.25),
        ("event", "unknown", -0.25),
        ("factuality", "same", 0.125),
        ("attribution", "differs", -0.5),
        ("worse margin", "1 behind", -1.0),
        ("better margin", "3 ahead", 0.75),
        ("size and noun", "one digit, same", -0.25),
        ("in time", "later is smaller, bare", -0.875),
        ("topic", "counted-things", 4.0),
    )
    evidence = tuple(Evidence(*level) for level in levels)
    grounds = Grounds(evidence, sum(rung.weight for rung in evidence), -0.75)
    return Comparison(a, b, verdict, reason, witness, rule, 0.9375, grounds)


def full_report() -> Report:
    """A report that has every kind of claim and every verdict."""
    desk = source(
        "news/desk.md", DESK, publisher="Halle Desk", published=datetime.date(2024, 3, 3), published_from="dateline"
    )
    wire = source("news/wire.txt", WIRE)
    local = source("news/local.txt", LOCAL, title="Storm")
    third = datetime.date(2024, 3, 3)
    houses_desk = claim(
        "c1",
        desk,
        "approximately 200",
        Quantity(200, 200, Interval(180.0, 220.0), Hedge.ABOUT, counted="house"),
        "houses",
        scope=Scope("Port Halle", ("along",)),
        as_of=(third, third),
        attribution="regional fire service",
        factuality=Factuality.REPORTED,
    )
    houses = Quantity(340, 340, Interval(340, 340), counted="house")
    claims = (
        houses_desk,
        claim("c2", desk, "3 March 2024", Date("2024-03-03", first=third, last=third), "storm destroyed"),
        claim("c3", desk, "Ruth Almond", Name(Category.PERSON, "Ruth Almond"), "Ruth Almond"),
        claim("c4", desk, "Mayor", Title("Ruth Almond"), "Ruth Almond"),
        claim("c5", desk, "three days", Duration("P3D", low=3, high=3, interval=Interval(3, 3), unit="day"), "shelter"),
        claim(
            "c6",
            desk,
            "We will not leave anyone\non the street,",
            Quote("We will not leave", "Ruth Almond"),
            "Ruth Almond",
        ),
        claim("c7", local, "3 March 2024", Date("2024-03-03", first=third, last=third), "storm destroyed"),
        claim("c8", local, "340", houses, "houses"),
        claim("c9", local, "Ruth Almund", Name(Category.PERSON, "Ruth Almund"), "Ruth Almund"),
        claim(
            "d1", wire, "340", houses, "houses", attribution="interior ministry", as_of=(third, third.replace(day=5))
        ),
        claim("d2", wire, "Ruth Almond", Name(Category.PERSON, "Ruth Almond"), "Ruth Almond"),
        claim("d3", wire, "mayor", Title("Ruth Almond"), "Ruth Almond"),
        claim(
            "d4",
            wire,
            "thousands",
            Quantity(2000, 99_999, Interval(2000, None), counted="person", vague=True),
            "people",
        ),
    )
    findings = _findings(claims)
    return Report(
        version="0.0.0",
        rules="0123456789abcdef",
        sources=(desk, local, wire),
        skipped=(Skipped("news/empty.txt", "empty file"), Skipped("news/photo.png", "binary, no reader for .png")),
        claims=claims,
        findings=findings,
        summary=Summary(3, 17, 13, {v.value: sum(f.verdict is v for f in findings) for v in Verdict}, 0.765, 3),
    )


def copied_report() -> Report:
    """The same report on sources of which all but one are copies of one text, as far as its counts tell."""
    report = full_report()
    findings = tuple(
        replace(f, independent=1, standings=tuple(replace(s, independent=1) for s in f.standings))
        for f in report.findings
    )
    return replace(report, findings=findings, summary=replace(report.summary, independent=2))


def _findings(claims: Sequence[Claim]) -> tuple[Finding, ...]:
    disjoint = "[180, 220] and 340 do not meet"
    return (
        finding(
            "f1",
            Severity.WARNING,
            "houses",
            claims,
            comparison("c1", "c8", Verdict.CONFLICT, "disjoint", disjoint, "counted-things"),
            comparison("c1", "d1", Verdict.CONFLICT, "disjoint", disjoint, "counted-things"),
            comparison("c8", "d1", Verdict.AGREE, "equal", "340 = 340", "counted-things"),
        ),
        finding(
            "f2",
            Severity.NOTE,
            "Ruth Almond",
            claims,
            comparison(
                "c3", "c9", Verdict.CONFLICT, "spelling", "“Ruth Almond” against “Ruth Almund”", "name-spelling"
            ),
        ),
        finding(
            "f3",
            Severity.WARNING,
            "people",
            claims,
            comparison(
                "c5",
                "d4",
                Verdict.UPDATE,
                "as-of",
                "three days as of 2024-03-03, thousands as of 2024-03-09",
                "durations",
            ),
        ),
        finding(
            "f4",
            Severity.NOTE,
            "Ruth Almond",
            claims,
            comparison(
                "c4", "d3", Verdict.COMPATIBLE, "coarser", "“Mayor” against “mayor”: one is more general", "titles"
            ),
        ),
        finding(
            "f5",
            Severity.WARNING,
            "storm destroyed",
            claims,
            comparison("c2", "c7", Verdict.AGREE, "equal", "2024-03-03 = 2024-03-03", "dates"),
        ),
        finding(
            "f6",
            Severity.NOTE,
            "Ruth Almond",
            claims,
            comparison("c3", "d2", Verdict.AGREE, "equal", "Ruth Almond = Ruth Almond", "name-spelling"),
        ),
    )


def finding(
    finding_id: str, severity: Severity, subject: str, claims: Iterable[Claim], *comparisons: Comparison
) -> Finding:
    """A finding of these comparisons, the first of them its severest."""
    first = comparisons[0]
    members = tuple(dict.fromkeys(i for c in comparisons for i in (c.a, c.b)))
    by_id = {claim.id: claim for claim in claims}
    return Finding(
        id=finding_id,
        rule=first.rule,
        verdict=first.verdict,
        severity=severity,
        confidence=0.9375,
        message=f"Sources differ on {subject}",
        subject=subject,
        claims=members,
        comparisons=comparisons,
        standings=standings(members, comparisons, by_id, Voices()),
        independent=len({by_id[i].mention.source for i in members}),
    )


def paired_explanation() -> Explanation:
    """Two claims that were compared and conflict."""
    report = full_report()
    evidence = (
        Evidence("head", "equal", 3.25, "house, house"),
        Evidence("context", "many words shared", 4.0),
        Evidence("attribution", "differs", -0.5, "regional fire service, interior ministry"),
    )
    a, b = report.claims[0], report.claims[9]
    return Explanation(a, b, evidence, 6.75, 5.0, True, "compared", report.findings[0].comparisons[1])


def vetoed_explanation() -> Explanation:
    """Two claims that were not compared."""
    report = full_report()
    evidence = (Evidence("head", "different", -2.0, "house, person"), Evidence("hedge", "vague", -math.inf))
    return Explanation(report.claims[0], report.claims[12], evidence, -math.inf, 5.0, False, "other things are counted")
