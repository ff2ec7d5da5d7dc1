"""Claims and sources made from short texts, for tests of the stages after extraction."""

import datetime
from functools import cache

from factcheck.extraction import claims_of
from factcheck.model import Claim, Finding, Report, Rule, Source, Verdict
from factcheck.pipeline import audit
from factcheck.read import source_from_text
from factcheck.rulebook import load_rules


@cache
def shipped_rules() -> tuple[Rule, ...]:
    """The rules that ship, without their cases."""
    return load_rules().rules


def rule(rule_id: str) -> Rule:
    """The shipped rule of that id."""
    return next(r for r in shipped_rules() if r.id == rule_id)


def source(text: str, source_id: str = "a", published: str | None = None) -> Source:
    """A source of a text. `published` is an ISO day."""
    return source_from_text(text, datetime.date.fromisoformat(published) if published else None, source_id)


def marked(text: str, source_id: str = "a", published: str | None = None) -> Claim:
    """The claim whose mention is exactly the [bracketed] words of the text."""
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    claims = claims_of(source(plain, source_id, published))[1]
    found = [c for c in claims if (c.mention.start, c.mention.end) == (start, end)]
    assert found, f"no claim of {plain[start:end]!r} among {[c.mention.text for c in claims]}"
    return found[0]


def audited(*texts: str, published: tuple[str | None, ...] = ()) -> Report:
    """The report on sources named a, b, c … with these texts, under the shipped rules."""
    days = (*published, *[None] * (len(texts) - len(published)))
    sources = [source(t, chr(ord("a") + i), day) for i, (t, day) in enumerate(zip(texts, days, strict=True))]
    return audit(sources, shipped_rules())


def verdicts(*texts: str, published: tuple[str | None, ...] = ()) -> tuple[Verdict, ...]:
    """The verdicts of all findings on these texts, severest first."""
    return tuple(f.verdict for f in audited(*texts, published=published).findings)


def described(report: Report, finding: Finding) -> str:
    """A finding in one line, for messages of failing tests."""
    texts = {c.id: c.mention.text for c in report.claims}
    return "; ".join(
        f"{texts[c.a]!r} {c.verdict} {texts[c.b]!r} ({c.reason}: {c.witness})" for c in finding.comparisons
    )
