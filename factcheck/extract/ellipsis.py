"""Counted nouns that a later number of the sentence shares: "8,000 tents in May and 12,000 in June"."""

from factcheck.extract.counted import Counted
from factcheck.extract.number import NumberPhrase
from factcheck.tokens import Tokens

_REACH = 12
_LINK_REACH = 3
_PREPOSITIONS = frozenset(("on", "in", "at", "by", "from", "during", "last", "this", "for"))
_LINKS = frozenset((",", "and", "but", "to", "against", "with", "than", ";"))


def shared_noun(tokens: Tokens, before: Counted | None, phrase: NumberPhrase) -> Counted | None:
    """The counted noun before, for a number parallel to it: a link stands before, the same preposition after both."""
    if before is None or before.head is None or phrase.past >= len(tokens):
        return None
    gap = phrase.first - before.past
    follows = tokens.lower[phrase.past]
    if not 1 < gap <= _REACH or follows not in _PREPOSITIONS or tokens.lower[before.past] != follows:
        return None
    if tokens.sentence_at(phrase.first) != tokens.sentence_at(before.past - 1):
        return None
    linked = not _LINKS.isdisjoint(tokens.lower[max(before.past, phrase.first - _LINK_REACH) : phrase.first])
    return Counted(before.head, before.modifiers, phrase.past) if linked else None
