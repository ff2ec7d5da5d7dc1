"""Which rule is for which claims, and what a topic rule knows: that its figures, of one actor, are usually one fact."""

from collections.abc import Iterable
from functools import cache

from factcheck.align.ladder import CONTEXT_EDGES, Levels
from factcheck.claim.fold import fold
from factcheck.claim.roles import roles_in
from factcheck.model import Claim, Rule

# How many tokens from a figure a word may stand and still say what the figure is about.
_ABOUT_REACH = 8
# Attributes in which figures of one fact often differ.
_LOOSE = frozenset({"place", "person", "attribution", "event"})
_APART = frozenset({"differs", "differ", "years apart"})
_SHARED = frozenset({("names", "one"), ("names", "two"), ("context", str(len(CONTEXT_EDGES)))})


def most_specific(rules: Iterable[Rule], a: Claim, b: Claim) -> Rule | None:
    """The most specific rule that is for both claims, None where none is."""
    matching = [rule for rule in rules if matches(rule, a) and matches(rule, b)]
    return max(matching, key=lambda rule: (rule.specificity, rule.id), default=None)


def matches(rule: Rule, claim: Claim) -> bool:
    """Whether a rule is for a claim; a bare number ("three were killed") passes `counted` if `about` says more."""
    if rule.counted:
        counts = claim.head in _folded(rule.counted) or (claim.head is None and bool(rule.about))
        if not counts:
            return False
    if not rule.about:
        return True
    about, roles = _folded(rule.about), roles_in(rule.about)
    if roles:  # a role says it of those counted; a word nearby may say it of others
        return not (about | roles).isdisjoint({*claim.roles, claim.head})
    return not about.isdisjoint({*claim.context.words(_ABOUT_REACH), claim.head})


def topic_weight(rule: Rule | None, levels: Levels) -> float:
    """What a topic rule adds to a pair that shares a name or all its context, and that no level sets apart."""
    if rule is None or not rule.weight or not _SHARED.intersection(levels):
        return 0.0
    set_apart = any(level in _APART and not (level == "differs" and attribute in _LOOSE) for attribute, level in levels)
    return 0.0 if set_apart else rule.weight


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(folded for folded in map(fold, words) if folded)
