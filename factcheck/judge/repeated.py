"""A count that one source gives twice, with another number: 8,000 soldiers here, 10,000 to 12,000 there.

Two counts of one noun in one text mostly differ for a reason: they are parts, of another day, of another place or of
another speaker. So only two sentences that say nearly the same are held against each other, and neither may hold a
second count of the noun or a word that makes it another time's or another thing's.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cache

from factcheck.align.ladder import context_overlap, values_meet
from factcheck.align.profile import profile
from factcheck.align.veto import Known, veto
from factcheck.data import lexicon_classes
from factcheck.judge.contradiction import Contradiction
from factcheck.model import Claim, Measure, Quantity

# Cosine of the sentences' words, where they share a name; where neither holds one, all words have to be the same.
_ALIKE = 0.6
_AS_OF = "as-of"
# In claims of one noun and event: how far a repetition is looked for.
_REACH = 4


def repeated_counts(claims: Iterable[Claim]) -> Iterator[Contradiction]:
    """The counts that stand twice in one source, in sentences nearly alike, and do not meet."""
    groups: dict[Hashable, list[Claim]] = defaultdict(list)
    in_sentence: Counter[Hashable] = Counter()
    for claim in claims:
        if _is_comparable(claim):
            groups[_about(claim)].append(claim)
            in_sentence[_noun_in_sentence(claim)] += 1
    for group in groups.values():
        alone = [claim for claim in group if in_sentence[_noun_in_sentence(claim)] == 1]
        for index, first in enumerate(alone):
            yield from _differing(first, alone[index + 1 : index + 1 + _REACH])


def _is_comparable(claim: Claim) -> bool:
    value = claim.mention.value
    is_count = isinstance(value, Quantity) and value.unit is None and not value.vague
    return is_count and claim.head is not None and claim.event is not None and _AS_OF not in claim.scope.cues


def _about(claim: Claim) -> Hashable:
    value = claim.mention.value
    trend = value.trend if isinstance(value, Quantity) else None
    return (claim.mention.source, claim.head, claim.event, claim.roles, claim.scope.cues, claim.factuality, trend)


def _noun_in_sentence(claim: Claim) -> Hashable:
    return (claim.mention.source, claim.context.start, claim.head)


def _differing(first: Claim, others: Sequence[Claim]) -> Iterator[Contradiction]:
    for other in others:
        if other.context.start < first.context.end or not _is_one_fact(first, other):
            continue
        if values_meet(profile(first), profile(other)) is False and not veto(first, other, Known((first, other))):
            texts = (" ".join(claim.mention.text.split()) for claim in (first, other))
            yield Contradiction(first, other, Measure.REPEATED, " here, ".join(texts) + " there")


def _is_one_fact(a: Claim, b: Claim) -> bool:
    """Whether two sentences share names and nearly all other words, and nothing in them says that time went on."""
    names = (set(a.context.names), set(b.context.names))
    if (any(names) and names[0].isdisjoint(names[1])) or a.as_of != b.as_of or a.scope.place != b.scope.place:
        return False
    if a.attribution and b.attribution and a.attribution != b.attribution:
        return False
    words = {word for claim in (a, b) for word in claim.context.passage.lower().replace(",", " ").split()}
    if not words.isdisjoint(_words()):
        return False
    return context_overlap(profile(a), profile(b)) >= _ALIKE if any(names) else _stems(a) == _stems(b)


def _stems(claim: Claim) -> frozenset[str]:
    return frozenset(word for word, _ in claim.context.stems)


@cache
def _words() -> frozenset[str]:
    return frozenset(lexicon_classes("sum-words")["other time"])
