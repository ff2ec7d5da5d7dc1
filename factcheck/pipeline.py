"""The order of the stages: read → extract → claim → align → judge → report. Nothing else knows it."""

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec.structs import replace

from factcheck.align import align
from factcheck.align.events import Events
from factcheck.align.pair import Pair
from factcheck.align.reasons import Aligned, Reasons
from factcheck.align.topic import Topics
from factcheck.align.voices import Voices
from factcheck.errors import FactcheckError
from factcheck.extract.as_written import ClaimsAsWritten
from factcheck.extraction import Extracted, Progress, extract_all
from factcheck.judge import judge
from factcheck.judge.contradictions import contradictions
from factcheck.judge.findings import findings
from factcheck.judge.sums.across import sums, without_sums
from factcheck.model import (
    Claim,
    Comparison,
    Explanation,
    Finding,
    Measure,
    Report,
    Rule,
    Skipped,
    Source,
    Summary,
    Verdict,
)
from factcheck.read import Limits

_LIMITS = Limits()
# In bits: how far under the threshold a pair is still worth a look, at a quarter of the odds.
DOUBT = 2.0
_NOT_REPORTED = (
    "taken to be about the same fact, but not reported: "
    "surer comparisons speak against it, it is explained by a sum, or no rule judges it"
)
_CHECKED_ALONE = "checked without alignment: their words say that they are of one thing"


def audit(
    sources: Iterable[Source],
    rules: Iterable[Rule],
    *,
    rules_hash: str = "",
    version: str = "",
    reported: Collection[str] | None = None,
    skipped: Iterable[Skipped] = (),
    limits: Limits = _LIMITS,
    jobs: int = 1,
    progress: Progress | None = None,
    spacy_model: str | None = None,
    pedantic: bool = False,
) -> Report:
    """Compares all sources with each other under the rules. The report does not depend on the order of the arguments.

    `reported` are the ids of the rules whose comparisons are reported, None for all: a rule left out still judges, or
    what it silences would come back under a more general one. A source that goes beyond the `limits` is among those
    skipped. `jobs` is the number of processes that may extract at once; `progress` is called after each source.
    `spacy_model` names a spaCy pipeline whose entities are taken for names. `pedantic` adds the `doubtful` findings.
    Raises FactcheckError if the pipeline cannot be loaded.
    """
    ordered = tuple(sorted(sources, key=lambda s: s.id))
    listed_rules = tuple(sorted(rules, key=lambda r: r.id))
    ordered, extracted, failed = _extracted(ordered, limits, jobs, progress, spacy_model)
    claims = tuple(claim for _, made in extracted for claim in made)
    voices, slack = Voices(ordered), DOUBT if pedantic else 0.0
    found, doubtful = compare(ordered, claims, listed_rules, reported, slack, Events.of(claims), voices)
    return Report(
        version=version,
        rules=rules_hash,
        sources=ordered,
        skipped=tuple(sorted((*skipped, *failed), key=lambda s: (s.path, s.reason))),
        claims=tuple(map(ClaimsAsWritten(ordered), claims)),
        findings=found,
        summary=summary(ordered, sum(count for count, _ in extracted), claims, found, voices),
        doubtful=doubtful,
        judged_by=listed_rules,
    )


def _extracted(
    sources: Sequence[Source], limits: Limits, jobs: int, progress: Progress | None, spacy_model: str | None
) -> tuple[tuple[Source, ...], list[Extracted], list[Skipped]]:
    """The sources within the limits, what each of them states, and the others."""
    found = list(zip(sources, extract_all(sources, limits, jobs, progress, spacy_model), strict=True))
    within = [(source, made) for source, made in found if not isinstance(made, FactcheckError)]
    failed = [Skipped(s.id, made.message, failed=True) for s, made in found if isinstance(made, FactcheckError)]
    return tuple(source for source, _ in within), [made for _, made in within], failed


def compare(
    sources: Sequence[Source],
    claims: tuple[Claim, ...],
    rules: tuple[Rule, ...],
    reported: Collection[str] | None,
    slack: float,
    events: Events,
    voices: Voices,
    touching: Collection[str] | None = None,
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings, and the doubtful ones; given some sources, only what comparisons `touching` one of them make."""
    published = {source.id: source.published for source in sources}
    topics = Topics(rules)
    reconciled = sums(claims, topics, events)
    pairs = align(claims, events, topics, voices, slack, touching)
    between = without_sums(judge((pair for pair in pairs if pair.sure), topics, published), reconciled)
    doubtful = without_sums(_doubtful(pairs, between, topics, published), reconciled)
    told = {claim for c in between if c.reason == Measure.WEEKDAY for claim in (c.a, c.b)}
    contradicted = (c for c in contradictions(claims, topics, events, published) if c.a != c.b or c.a not in told)
    alone = (*contradicted, *(made.comparison for made in reconciled))
    if reported is not None:
        between, alone, doubtful = (tuple(c for c in f if c.rule in reported) for f in (between, alone, doubtful))
    by_id, rules_by_id = {c.id: c for c in claims}, {r.id: r for r in rules}
    if touching is not None:
        alone = tuple(c for c in alone if {by_id[i].mention.source for i in (c.a, c.b)}.intersection(touching))
    return findings(between, by_id, rules_by_id, voices, alone), findings(doubtful, by_id, rules_by_id, voices)


def _doubtful(
    pairs: Sequence[Pair],
    between: Sequence[Comparison],
    topics: Topics,
    published: Mapping[str, datetime.date | None],
) -> tuple[Comparison, ...]:
    """The differences of pairs under the threshold that nothing surer speaks against."""
    doubted = {frozenset((pair.a.id, pair.b.id)) for pair in pairs if not pair.sure}
    if not doubted:
        return ()
    doubted -= {frozenset((c.a, c.b)) for c in between}
    judged = (c for c in judge(pairs, topics, published) if frozenset((c.a, c.b)) in doubted)
    return tuple(c for c in judged if c.verdict in {Verdict.CONFLICT, Verdict.UPDATE})


def summary(
    sources: Sequence[Source], mention_count: int, claims: Sequence[Claim], found: Sequence[Finding], voices: Voices
) -> Summary:
    """The counts over a report on some sources, given how many mentions they have."""
    counts = {verdict.value: sum(f.verdict is verdict for f in found) for verdict in Verdict}
    coverage = round(len(claims) / mention_count, 3) if mention_count else 1.0
    independent = voices.count([source.id for source in sources])
    return Summary(len(sources), mention_count, len(claims), counts, coverage, independent)


def explain(
    sources: Iterable[Source],
    rules: Iterable[Rule],
    pairs: Iterable[tuple[str, str]],
    *,
    limits: Limits = _LIMITS,
    spacy_model: str | None = None,
) -> tuple[Explanation, ...]:
    """Why the two claims of each pair of ids were compared, or were not.

    Raises FactcheckError for an id that no claim of the sources has.
    """
    ordered = tuple(sorted(sources, key=lambda s: s.id))
    ordered, extracted, _ = _extracted(ordered, limits, 1, None, spacy_model)
    claims = tuple(claim for _, made in extracted for claim in made)
    published = {source.id: source.published for source in ordered}
    by_id = {claim.id: claim for claim in claims}
    asked = tuple(pairs)
    for wanted in (claim_id for pair in asked for claim_id in pair):
        if wanted not in by_id:
            raise FactcheckError(f'no claim has the id "{wanted}"; the JSON report lists the ids of all claims')
    topics, events = Topics(rules), Events.of(claims)
    aligned = Aligned(claims, events, topics, Voices(ordered))
    reconciled = sums(claims, topics, events)
    judged = without_sums(judge(aligned.pairs.values(), topics, published), reconciled)
    between = {frozenset((c.a, c.b)): c for c in judged}
    unaligned = (*contradictions(claims, topics, events, published), *(made.comparison for made in reconciled))
    alone = {frozenset((c.a, c.b)): c for c in unaligned}
    written = ClaimsAsWritten(ordered)
    explanations = []
    for pair in asked:
        a, b = sorted((by_id[claim_id] for claim_id in pair), key=lambda c: (c.mention.source, c.mention.start))
        told = alone.get(frozenset(pair))
        explanations.append(
            Explanation(written(a), written(b), (), 0.0, 0.0, True, _CHECKED_ALONE, told)
            if told
            else _explanation(a, b, aligned.reasons(a, b), between.get(frozenset(pair)), written)
        )
    return tuple(explanations)


def _explanation(
    a: Claim, b: Claim, why: Reasons, comparison: Comparison | None, written: ClaimsAsWritten
) -> Explanation:
    outcome = why.outcome
    if why.paired and comparison is None:
        outcome = _NOT_REPORTED
    return Explanation(
        a=written(a),
        b=written(b),
        evidence=why.evidence,
        weight=why.weight,
        threshold=why.threshold,
        paired=why.paired,
        outcome=outcome,
        comparison=comparison,
        unranked=why.unranked,
        rivals=tuple(replace(rival, claim=written(rival.claim)) for rival in why.rivals),
    )
