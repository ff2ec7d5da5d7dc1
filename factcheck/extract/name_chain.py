"""The canonical key that the variants of one name share within a document."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from factcheck.extract.name_aliases import canonical
from factcheck.model import Category

_MANY = 64


def person_keys(surfaces: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], str]:
    """Words of each person's name → its longest form in the document; a part that two people share stays as it is."""
    longest_first = sorted(set(surfaces), key=lambda s: (-len(s), s))
    full: dict[tuple[str, ...], tuple[str, ...]] = {}
    by_word: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for surface in longest_first:
        candidates = by_word[surface[-1].casefold()]
        holders = [h for h in candidates if _is_part(surface, h)] if len(candidates) <= _MANY else []
        if len(holders) == 1:
            full[surface] = holders[0]
            continue
        full[surface] = surface
        for word in {w.casefold() for w in surface}:
            by_word[word].append(surface)
    return {surface: " ".join(holder) for surface, holder in full.items()}


def _is_part(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether the words of `part` stand in `whole` in the same order, initials standing for words."""
    rest = iter(w.casefold() for w in whole)
    return all(any(_stands_for(p.casefold(), w) for w in rest) for p in part)


def _stands_for(part: str, word: str) -> bool:
    return part == word or (len(part) == 2 and part[1] == "." and word.startswith(part[0]))


def other_key(category: Category, surface: str, expansions: dict[str, str]) -> str:
    """The key of an organisation or place: its expansion in the document, else its canonical alias, else itself."""
    expanded = expansions.get(surface, surface)
    return canonical(expanded, category) or expanded
