"""Groups the claims of one finding by the value they give: who stands with whom, and who stands alone."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from factcheck.align.voices import Voices
from factcheck.judge.place import place
from factcheck.model import VERDICTS_BY_SEVERITY, Claim, Comparison, Standing, Verdict

_DIFFERING = frozenset({Verdict.CONFLICT, Verdict.UPDATE})


def standings(
    members: Iterable[str], comparisons: Iterable[Comparison], claims: Mapping[str, Claim], voices: Voices
) -> tuple[Standing, ...]:
    """The groups of claims that agree or use the same words, that of most voices first, then of most sources.

    Two claims that differ are never in one group, even where a third one agrees with both.
    """
    ordered = sorted(members, key=lambda i: place(claims[i]))
    ranked = sorted(
        comparisons, key=lambda c: (-VERDICTS_BY_SEVERITY.index(c.verdict), -c.confidence, place(claims[c.a]))
    )
    groups = _Groups(ordered, ranked)
    for c in ranked:
        if c.verdict is Verdict.AGREE:
            groups.join(c.a, c.b)
    first_with: dict[str, str] = {}
    for i in ordered:
        groups.join(first_with.setdefault(text_of(claims[i]).casefold(), i), i)
    deciding = list(dict.fromkeys(i for c in ranked for i in (c.a, c.b)))
    made = [_standing(group, deciding, claims, voices) for group in groups.all()]
    made.sort(key=lambda s: (-s.independent, -len(s.sources), min(place(claims[i]) for i in s.claims)))
    return _with_outliers(made, ranked)


def text_of(claim: Claim) -> str:
    """The words of a claim on one line."""
    return " ".join(claim.mention.text.split())


class _Groups:
    """Disjoint groups of claims that grow, and the claims that each of them differs from."""

    def __init__(self, members: Iterable[str], comparisons: Iterable[Comparison]) -> None:
        self._group = {i: i for i in members}
        self._members = {i: [i] for i in self._group}
        self._differ: defaultdict[str, set[str]] = defaultdict(set)
        for c in comparisons:
            if c.verdict in _DIFFERING:
                self._differ[c.a].add(c.b)
                self._differ[c.b].add(c.a)

    def join(self, a: str, b: str) -> None:
        small, large = sorted((self._group[a], self._group[b]), key=lambda g: len(self._members[g]))
        if small == large or any(self._group[i] == large for one in self._members[small] for i in self._differ[one]):
            return
        for i in self._members[small]:
            self._group[i] = large
        self._members[large] += self._members.pop(small)

    def all(self) -> Iterable[list[str]]:
        return self._members.values()


def _standing(group: Sequence[str], deciding: Sequence[str], claims: Mapping[str, Claim], voices: Voices) -> Standing:
    in_order = sorted(group, key=lambda i: place(claims[i]))
    inside = frozenset(group)
    shown = next((i for i in deciding if i in inside), in_order[0])
    texts = Counter({text_of(claims[i]): 0 for i in (shown, *in_order)})
    texts.update(text for text, _ in dict.fromkeys((text_of(claims[i]), claims[i].mention.source) for i in in_order))
    sources = tuple(dict.fromkeys(claims[i].mention.source for i in in_order))
    return Standing(
        text=texts.most_common(1)[0][0],
        claims=(shown, *(i for i in in_order if i != shown)),
        sources=sources,
        independent=voices.count(sources),
    )


def _with_outliers(made: Sequence[Standing], comparisons: Iterable[Comparison]) -> tuple[Standing, ...]:
    group_of = {i: number for number, standing in enumerate(made) for i in standing.claims}
    against = {
        frozenset((group_of[c.a], group_of[c.b])) for c in comparisons if c.verdict is Verdict.CONFLICT and c.a != c.b
    }
    return tuple(
        Standing(s.text, s.claims, s.sources, s.independent, outlier=True)
        if s.independent == 1 and any(made[n].independent > 1 for pair in against if number in pair for n in pair)
        else s
        for number, s in enumerate(made)
    )
