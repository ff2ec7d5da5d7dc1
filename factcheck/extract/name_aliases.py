"""Other names of states, places and organisations: "DPRK" is North Korea."""

from functools import cache

from factcheck.data import lexicon_classes
from factcheck.model import Category

_FILES = {
    Category.PLACE: ("place-aliases", "organisation-aliases"),
    Category.ORGANISATION: ("organisation-aliases", "place-aliases"),
}


@cache
def _aliases(name: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for key, variants in lexicon_classes(name).items():
        table[key.casefold()] = key
        for variant in variants:
            table.setdefault(variant.casefold(), key)
    return table


def canonical(name: str, category: Category) -> str | None:
    """The canonical form of a state, place or organisation with several names, None if none is known."""
    folded = name.casefold()
    return next((found for file in _FILES.get(category, ()) if (found := _aliases(file).get(folded))), None)
