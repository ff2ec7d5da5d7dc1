"""A source in full, cut into stretches of text with the claims that cover each and the findings that they are in."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from factcheck.model import Claim, Source, Verdict
from factcheck.report.plain import plain_lines


class Reference(Struct, frozen=True):
    """A finding that a claim is in, as a link tells it."""

    id: str
    number: int
    verdict: Verdict
    subject: str


class Stretch(Struct, frozen=True):
    """Text that the same claims cover: `starts` are those that begin here, `findings` those they are in, first the one
    to jump to. `more` are the further findings of the claims that end here. `left_out` text makes no claims.
    """

    text: str
    starts: tuple[str, ...] = ()
    kind: str = ""
    findings: tuple[Reference, ...] = ()
    more: tuple[Reference, ...] = ()
    left_out: bool = False


def stretches(
    source: Source, claims: Sequence[Claim], findings: Mapping[str, Sequence[Reference]]
) -> Iterator[Stretch]:
    """The whole text in order; `findings` gives those of each claim's id, the one to jump to first."""
    starting: dict[int, list[Claim]] = {}
    ending: dict[int, list[Claim]] = {}
    length = len(source.text)
    for claim in claims:
        start, end = min(claim.mention.start, length), min(claim.mention.end, length)
        starting.setdefault(start, []).append(claim)
        ending.setdefault(end, []).append(claim)
    covering: dict[str, Claim] = {}
    left_out = {start: min(past, length) for start, past in source.left_out if start < length}
    for start, end in pairwise(sorted({0, length, *starting, *ending, *left_out, *left_out.values()})):
        for claim in ending.get(start, ()):
            covering.pop(claim.id, None)
        covering.update((claim.id, claim) for claim in starting.get(start, ()))
        if start in left_out:
            yield Stretch(plain_lines(source.text[start:end]), left_out=True)
        else:
            yield _stretch(source.text[start:end], covering, starting.get(start, ()), ending.get(end, ()), findings)


def _stretch(
    text: str,
    covering: Mapping[str, Claim],
    starts: Sequence[Claim],
    ends: Sequence[Claim],
    findings: Mapping[str, Sequence[Reference]],
) -> Stretch:
    told = list(dict.fromkeys(ref for claim_id in covering for ref in findings.get(claim_id, ())))
    told.sort(key=lambda ref: ref.number)
    of_ending = dict.fromkeys(ref for claim in ends for ref in findings.get(claim.id, ()))
    return Stretch(
        plain_lines(text),
        tuple(claim.id for claim in starts),
        ", ".join(dict.fromkeys(claim.mention.kind.value for claim in covering.values())),
        tuple(told),
        tuple(ref for ref in of_ending if ref not in told[:1]),
    )
