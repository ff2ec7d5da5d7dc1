"""New sources against those of a store: what an audit of all would find as far as it touches the new ones."""

from collections.abc import Collection, Iterable

from factcheck.align.events import Events
from factcheck.align.voices import Voices
from factcheck.extract.as_written import ClaimsAsWritten
from factcheck.model import Report, Rule, Skipped
from factcheck.pipeline import DOUBT, compare, summary
from factcheck.store import Contents, CorpusInStore


def check(
    contents: Contents,
    new: Iterable[str],
    rules: Iterable[Rule],
    *,
    rules_hash: str = "",
    version: str = "",
    reported: Collection[str] | None = None,
    skipped: Iterable[Skipped] = (),
    pedantic: bool = False,
) -> Report:
    """What audit finds of all the sources of a store, as far as comparisons touch one of the `new` ones, given by id.

    The report's sources are the new ones and those that its findings name. The other arguments are as for audit.
    """
    touching = frozenset(source for source in new if contents.held(source))
    events = Events(CorpusInStore(contents.words))
    compared = sorted(source for source in touching if contents.words.are_of(source))
    among = touching.union(other for source in compared for other in events.linked(source))
    read = {source: contents.source(source) for source in sorted(among)}
    claims = tuple(claim for _, _, made in read.values() for claim in made)
    sources = tuple(source for source, _, _ in read.values())
    listed_rules = tuple(sorted(rules, key=lambda r: r.id))
    slack = DOUBT if pedantic else 0.0
    voices = Voices(sources)
    found, doubtful = compare(sources, claims, listed_rules, reported, slack, events.between(among), voices, touching)
    named = {claim for f in (*found, *doubtful) for claim in f.claims}
    shown = touching.union(claim.mention.source for claim in claims if claim.id in named)
    told = tuple(claim for claim in claims if claim.mention.source in touching or claim.id in named)
    kept = tuple(source for source in sources if source.id in shown)
    mentions_of_new = sum(read[source][1] for source in sorted(touching))
    of_new = [claim for claim in told if claim.mention.source in touching]
    return Report(
        version=version,
        rules=rules_hash,
        sources=kept,
        skipped=tuple(sorted(skipped, key=lambda s: (s.path, s.reason))),
        claims=tuple(map(ClaimsAsWritten(kept), told)),
        findings=found,
        summary=summary([s for s in kept if s.id in touching], mentions_of_new, of_new, found, voices),
        doubtful=doubtful,
        judged_by=listed_rules,
    )
