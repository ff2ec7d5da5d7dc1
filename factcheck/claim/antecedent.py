"""What a figure without a noun counts: "the number of fires rose to 14", "the count stood at 34", "eleven were hurt".

The noun stands behind "number of" in the sentence, or is that of the last count of the sentence before.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from factcheck.claim.fold import fold
from factcheck.extract.counted import counted_at
from factcheck.model import Claim, Context, Quantity
from factcheck.tokens import Tokens

_TALLIES = frozenset({"number", "numbers", "count", "tally", "total", "toll", "figure"})
_PRONOUNS = frozenset({"it", "that", "this"})
_CHANGED = frozenset({"risen", "fallen", "remaining"})
_DETERMINERS = frozenset({"the", "its", "their", "our", "his", "her", "those", "these", "all"})
# In tokens: how far before a figure its tally stands, and how far behind it in "bringing to 14 the number of fires".
_BEFORE, _BEHIND = 16, 2
# In tokens: a figure that opens its sentence stands at most behind "only", "but at least", …
_OPENING = 1
_VERBS = frozenset({"are", "were", "have", "had", "remain", "remained", "is", "was", "has", "now", "still"})
# In claims: how far back the last count of the sentence before is looked for.
_BACK = 12
# In tokens: how much further off the words of the sentence before stand.
_SENTENCE_BEFORE = 8


def with_antecedents(tokens: Tokens, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of one source, in order; figures without a noun have that of what they refer back to."""
    made: list[Claim] = []
    for claim in claims:
        made.append(_completed(tokens, claim, made) if _is_bare(claim) else claim)
    return tuple(made)


def _is_bare(claim: Claim) -> bool:
    value = claim.mention.value
    return (
        isinstance(value, Quantity) and value.unit is None and value.counted is None and "part" not in claim.scope.cues
    )


def _completed(tokens: Tokens, claim: Claim, before: Sequence[Claim]) -> Claim:
    start = tokens.index_at(claim.mention.start)
    end = tokens.index_at(claim.mention.end - 1) + 1
    first, past = tokens.sentence_at(start)
    tally = next(_tallies(tokens, range(start - 1, max(first, start - _BEFORE) - 1, -1)), None)
    if tally is None and "risen" in claim.scope.cues:
        tally = next(_tallies(tokens, range(end, min(past, end + _BEHIND))), None)
    if tally is not None and tokens.lower[tally + 1 : tally + 2] == ("of",):
        noun = _noun_behind(tokens, tally + 2, start if tally < start else past)
        return replace(claim, head=fold(noun), subject=noun) if noun else claim
    referring = tally is not None or tokens.lower[first] in _PRONOUNS
    if referring and not _CHANGED.isdisjoint(claim.scope.cues):
        last = _last_count(tokens, first, before)
        return claim if last is None else _continued(claim, last)
    if start - first <= _OPENING and tokens.lower[end : end + 1] and tokens.lower[end] in _VERBS:
        last = _last_count(tokens, first, before)
        return claim if last is None else replace(claim, head=last.head, subject=last.subject)
    return claim


def _tallies(tokens: Tokens, order: range) -> Iterator[int]:
    return (i for i in order if tokens.lower[i] in _TALLIES)


def _noun_behind(tokens: Tokens, index: int, end: int) -> str | None:
    """The head noun of the noun phrase at token `index`, in the singular."""
    while index < end and tokens.lower[index] in _DETERMINERS:
        index += 1
    return counted_at(tokens, index, end, one=False).head


def _last_count(tokens: Tokens, first: int, before: Sequence[Claim]) -> Claim | None:
    """The last count with a noun in the sentence that ends before token `first`, in the same paragraph."""
    if first == 0:
        return None
    start, end = tokens.starts[tokens.sentence_at(first - 1)[0]], tokens.starts[first]
    for claim in before[: -_BACK - 1 : -1]:
        mention = claim.mention
        if mention.start < start:
            return None
        is_count = isinstance(mention.value, Quantity) and mention.value.unit is None
        if is_count and claim.head and mention.start < end:
            return claim if "\n\n" not in tokens.text[mention.end : end] else None
    return None


def _continued(claim: Claim, last: Claim) -> Claim:
    """A figure that goes on with the last one: of its noun and role, with the words around that as further context."""
    further = tuple((word, -abs(distance) - _SENTENCE_BEFORE) for word, distance in last.context.stems)
    context = claim.context
    return replace(
        claim,
        head=last.head,
        subject=last.subject,
        roles=claim.roles or last.roles,
        context=Context(
            context.start, context.end, context.passage, (*further, *context.stems), context.names, context.person
        ),
    )
