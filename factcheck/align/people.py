"""Aligns names and titles: who is the same person, place or organisation in two sources."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from factcheck.align.blocking import Blocks
from factcheck.align.events import Events
from factcheck.align.name_fold import words_of
from factcheck.align.names import compare_names, is_spelling_variant, persons_misspelt
from factcheck.align.pair import EVEN_ODDS, Pair
from factcheck.model import Category, Claim, Evidence, Grounds, Name, Sameness, Title

_PREFIX = 3
# Two spellings that only likeness joins are less sure than two forms that a rule joins.
_SPELLING_WEIGHT = 4.0
_SAME_WEIGHT = 8.0


class Named(Struct, frozen=True):
    """A name of one source by its canonical form, with the claim that shows it best."""

    source: str
    key: str
    category: Category
    claim: Claim


def align_names(claims: Iterable[Claim], events: Events, touching: Collection[str] | None = None) -> Iterator[Pair]:
    """Pairs of names that read as two spellings of one name, from two sources or from one."""
    listed = tuple(claims)
    named = _named(listed)
    company = _Company(listed)
    for a, b in _alike(named, events, touching):
        if a.category is b.category and company.may_be_one(a, b):
            yield _pair(a, b, "name", "spelling variant", _SPELLING_WEIGHT)


class _Company:
    """What the sources that hold both of two names say of whether they are one person's."""

    def __init__(self, claims: tuple[Claim, ...]) -> None:
        self._sentences: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
        self._titles: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for claim in claims:
            value, source = claim.mention.value, claim.mention.source
            if isinstance(value, Name):
                self._sentences[source, value.key.casefold()].add(claim.context.start)
            elif isinstance(value, Title) and value.of:
                self._titles[source, value.of.casefold()].add(" ".join(claim.mention.text.casefold().split()))

    def may_be_one(self, a: Named, b: Named) -> bool:
        """Whether two names may be one's: names that one source has both must be more alike, and never stand together.

        Without that, two names in one source are two people's.
        """
        one, other = a.key.casefold(), b.key.casefold()
        if one == other:
            return False
        sources = [s for s in dict.fromkeys((a.source, b.source)) if (s, one) in self._sentences]
        both = [s for s in sources if (s, other) in self._sentences]
        if not both:
            return is_spelling_variant(a.key, b.key, a.category)
        if a.category is not Category.PERSON:
            return False
        apart = all(self._sentences[s, one].isdisjoint(self._sentences[s, other]) for s in both)
        return apart and (persons_misspelt(a.key, b.key) or self._share_office(a, b, both))

    def _share_office(self, a: Named, b: Named, sources: list[str]) -> bool:
        offices = [self._titles.get((s, key.casefold()), set()) for s in sources for key in (a.key, b.key)]
        return bool(set.intersection(*offices)) and is_spelling_variant(a.key, b.key)


def align_titles(claims: Iterable[Claim], events: Events, touching: Collection[str] | None = None) -> Iterator[Pair]:
    """Pairs of titles that two sources give to the same person."""
    titles = [c for c in claims if isinstance(c.mention.value, Title) and c.mention.value.of]
    holders = [
        Named(c.mention.source, c.mention.value.of or "", Category.PERSON, c)
        for c in titles
        if isinstance(c.mention.value, Title)
    ]
    for a, b in _alike(holders, events, touching):
        if a.source == b.source:
            continue
        sure = (
            a.key.casefold() == b.key.casefold()
            or compare_names(a.key, b.key, Category.PERSON).sameness is Sameness.SAME
        )
        if sure or is_spelling_variant(a.key, b.key):
            weight, level = (_SAME_WEIGHT, "same name") if sure else (_SPELLING_WEIGHT, "spelling variant")
            yield _pair(a, b, "holder", level, weight)


def _pair(a: Named, b: Named, attribute: str, level: str, weight: float) -> Pair:
    evidence = Evidence(attribute, level, weight, f"{a.key} / {b.key}")
    return Pair(a.claim, b.claim, Grounds((evidence,), weight, EVEN_ODDS))


def _named(claims: Iterable[Claim]) -> list[Named]:
    """One entry a source and canonical form; the claim is the first that shows the form in full."""
    best: dict[tuple[str, str], Named] = {}
    for claim in claims:
        value = claim.mention.value
        if not isinstance(value, Name):
            continue
        place = (claim.mention.source, value.key)
        full = " ".join(claim.mention.text.split()) == value.key
        if place not in best or (full and " ".join(best[place].claim.mention.text.split()) != value.key):
            best[place] = Named(claim.mention.source, value.key, value.category, claim)
    return list(best.values())


def _alike(named: list[Named], events: Events, touching: Collection[str] | None) -> Iterator[tuple[Named, Named]]:
    """Pairs of the same events with a word in common, or one that begins alike."""
    keys = ({word[:_PREFIX] for word in words_of(name.key)} for name in named)
    for i, j in Blocks(keys, (name.source for name in named)).pairs(events, touching=touching):
        yield named[i], named[j]
