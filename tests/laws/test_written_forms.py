"""Laws over the forms in which a text's characters come: none of them changes a value, a verdict or an id."""

import unicodedata
from collections.abc import Callable
from random import Random

import pytest
from claim_samples import audited
from generated_news import Fact, pairs_of_stories, text_of
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Report

_LAW = settings(max_examples=60, deadline=None, derandomize=True)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2069\u200e\u200f\u061c\ufe0f"


def _with_invisible(text: str, random: Random) -> str:
    return "".join(c + random.choice(_INVISIBLE) if random.random() < 0.3 else c for c in text)


def _wide(text: str, _random: Random) -> str:
    return "".join("\u3000" if c == " " else chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def _with_ligatures(text: str, _random: Random) -> str:
    return text.replace("fi", "ﬁ").replace("fl", "ﬂ").replace("-", "\u2011")


def _in_mathematical_digits(text: str, _random: Random) -> str:
    return "".join(chr(ord(c) + 0x1D7CE - ord("0")) if c.isdigit() else c for c in text)


_FORMS: tuple[Callable[[str, Random], str], ...] = (_with_invisible, _wide, _with_ligatures, _in_mathematical_digits)
_LINE_ENDS = ("\r\n", "\r", "\u2028", "\x85")


def _told(report: Report) -> tuple[object, ...]:
    compared = [(c.a, c.b, c.verdict, c.reason, c.witness) for f in report.findings for c in f.comparisons]
    claims = [(c.id, c.mention.value, c.subject, c.mention.line) for c in report.claims]
    return claims, compared, [(f.id, f.message) for f in report.findings]


def _stand_in_their_sources(report: Report) -> bool:
    texts = {source.id: source.text for source in report.sources}
    return all(c.mention.text == texts[c.mention.source][c.mention.start : c.mention.end] for c in report.claims)


@pytest.mark.parametrize("form", _FORMS)
@given(pairs_of_stories(), st.integers(0, 2**32))
@_LAW
def test_another_form_of_the_characters_changes_nothing(
    form: Callable[[str, Random], str], pair: tuple[tuple[Fact, ...], tuple[Fact, ...]], seed: int
) -> None:
    a, b = map(text_of, pair)
    report = audited(form(a, Random(seed)), b)
    assert _told(report) == _told(audited(a, b))
    assert _stand_in_their_sources(report)


@given(pairs_of_stories())
@_LAW
def test_letters_and_their_accents_apart_change_nothing(pair: tuple[tuple[Fact, ...], tuple[Fact, ...]]) -> None:
    a, b = (text_of(story).replace("Dobrescu", "Dobrésçu") for story in pair)
    report = audited(unicodedata.normalize("NFD", a), b)
    assert _told(report) == _told(audited(a, b))
    assert _stand_in_their_sources(report)


@pytest.mark.parametrize("end", _LINE_ENDS)
@given(pairs_of_stories())
@settings(_LAW, max_examples=15)
def test_other_line_ends_change_nothing(end: str, pair: tuple[tuple[Fact, ...], tuple[Fact, ...]]) -> None:
    a, b = ("\n\n".join(fact.sentence() for fact in story) for story in pair)
    found, report = audited(a, b), audited(a.replace("\n", end), b.replace("\n", end))
    assert [f.id for f in report.findings] == [f.id for f in found.findings]
    assert [c.id for c in report.claims] == [c.id for c in found.claims]
    if end.startswith("\r"):
        assert [c.mention.line for c in report.claims] == [c.mention.line for c in found.claims]
