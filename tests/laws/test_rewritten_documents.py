"""Laws over rewritten documents: another order, number format or unit, a sentence more, moved paragraphs, hedges."""

from functools import cache
from pathlib import Path

import pytest
from claim_samples import shipped_rules, source
from generated_news import Fact, pairs_of_stories
from hypothesis import given, settings
from hypothesis import strategies as st
from rewritings import REWRITINGS, Change, changes

from factcheck.model import Report, Source
from factcheck.pipeline import audit
from factcheck.read import read_sources

_LAW = settings(max_examples=60, deadline=None, derandomize=True)

_TUNNEL = (
    """\
The tunnel under the Lissa pass is 12.4 km long and cost 1,600,000 crowns a metre, the builders said.

Miners found 8 graves on the way. They are to be shown in the museum of Vesh.

The first train left Vesh on 4 May 2019 with 310 passengers, among them the mayor, Ines Coelho.

The machine that dug it weighs 480 tonnes and needs 900 kg of grease a week.
A storm had destroyed 23 huts of the builders.
""",
    """\
Under the Lissa pass runs a tunnel 12.48 km long. It cost 1.6 million crowns a metre.

On the way, miners found eight graves.

A storm destroyed 32 huts of the builders that winter. The machine they dug with weighs 450
tonnes, and 900 kg of grease went into it every week.

With 310 passengers the first train left Vesh on 5 May 2019, and Ines Coelho, the governor, was on it.
""",
    """\
Ten years after the tunnel under the Lissa pass was begun, the first train left Vesh in May 2019.

It took more than 300 passengers through 7.7 miles of rock.
The machine that dug the tunnel swallowed 1,984 pounds of grease a week.

A storm took more than 20 of the builders' huts.

The tunnel cost 2.1 million crowns a metre, said Ines Coelho.
""",
)


@cache
def _topic(name: str) -> tuple[tuple[Source, ...], Report]:
    seeds = Path(__file__).parents[2] / "seeds"
    sources = (
        read_sources([str(path) for path in sorted(seeds.iterdir())]).sources
        if name == "seeds"
        else tuple(source(text, f"{name}{number}", "2019-05-09") for number, text in enumerate(_TUNNEL))
    )
    return sources, audit(sources, shipped_rules())


def _described(change: Change) -> str:
    return f"{change.a.mention.text} / {change.b.mention.text}: {change.before} → {change.after}"


def test_the_documents_give_the_laws_something_to_hold() -> None:
    found = [f.verdict for name in ("seeds", "tunnel") for f in _topic(name)[1].findings]
    assert {"agree", "compatible", "conflict"} <= {str(verdict) for verdict in found}


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("name", ["seeds", "tunnel"])
@pytest.mark.parametrize("rewriting", REWRITINGS)
def test_a_rewriting_changes_no_verdict(rewriting: str, name: str, first: int) -> None:
    sources, before = _topic(name)
    found = changes(sources, before, rewriting, shipped_rules(), first)
    assert [_described(change) for change in found if change.breaks_the_law_of(rewriting)] == []


@given(pairs_of_stories(), st.sampled_from(sorted(REWRITINGS)))
@_LAW
def test_a_rewriting_of_a_generated_story_changes_no_verdict(
    pair: tuple[tuple[Fact, ...], tuple[Fact, ...]], rewriting: str
) -> None:
    sources = [
        source("\n\n".join(fact.sentence() for fact in story) + "\n", i) for i, story in zip("ab", pair, strict=True)
    ]
    found = changes(sources, audit(sources, shipped_rules()), rewriting, shipped_rules())
    assert [_described(change) for change in found if change.breaks_the_law_of(rewriting)] == []
