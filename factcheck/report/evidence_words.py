"""Evidence and reasons in words that an editor follows, from rules/lexicons/evidence-words.txt."""

import re
from functools import cache

from msgspec import Struct

from factcheck.data import lexicon
from factcheck.model import Evidence

_SILENT = "~"
_ANY = "*"
_REASON = "reason"


class Words(Struct, frozen=True):
    """What a level says. A `telling` level says something of these two claims, not merely of all of their kind."""

    text: str
    telling: bool = True


def evidence_words(rung: Evidence) -> Words:
    """What a level of an attribute says; one that the lexicon does not have is shown by its names."""
    said = _said(rung.attribute, rung.level)
    text = f"{said.text}: {rung.note}" if rung.note else said.text
    return Words(text, said.telling)


def reason_words(reason: str) -> str:
    """What the code of a verdict's reason stands for; empty for a code that the lexicon does not have."""
    return known.text if (known := _lexicon().get((_REASON, reason))) else ""


def _said(attribute: str, level: str) -> Words:
    whole = _lexicon().get((attribute, level))
    if whole:
        return whole
    parts = [_lexicon().get((attribute, part)) for part in re.split(", |/", level)]
    known = [part for part in parts if part]
    if known and len(known) == len(parts):
        texts = list(dict.fromkeys(part.text for part in known))
        text = f"{texts[0]}, both" if len(texts) < len(known) else (" and " if "/" in level else ", ").join(texts)
        return Words(text, any(part.telling for part in known))
    if general := _lexicon().get((attribute, _ANY)):
        return Words(general.text.replace("{}", level), general.telling)
    return Words(f"{attribute}: {level}")


@cache
def _lexicon() -> dict[tuple[str, str], Words]:
    """(attribute, level) → what it says."""
    found = {}
    for line in lexicon("evidence-words"):
        # An attribute may hold a colon ("scope: part"), a level holds none.
        attribute, _, rest = line.partition(" = ")
        level, _, said = rest.partition(": ")
        found[attribute, level] = Words(said.removeprefix(_SILENT), not said.startswith(_SILENT))
    return found
