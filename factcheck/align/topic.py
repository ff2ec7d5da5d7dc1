"""Which rule is for which claims, and what a topic rule knows: that its figures, of one actor, are usually one fact."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from factcheck.align.ladder import CONTEXT_EDGES
from factcheck.align.levels import Levels
from factcheck.align.measures import measure_of
from factcheck.claim.fold import fold
from factcheck.claim.roles import roles_in
from factcheck.model import Claim, Measure, Rule

# How many tokens from a figure a word may stand and still say what the figure is about.
_ABOUT_REACH = 8
# Attributes in which figures of one fact often differ.
_LOOSE = frozenset({"place", "person", "attribution", "event"})
_APART = frozenset({"differs", "differ", "years apart"})
_SHARED = frozenset({("names", "one"), ("names", "two"), ("context", str(len(CONTEXT_EDGES)))})


class Topics:
    """Rules side by side; which of them are for a claim is worked out once a claim."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._by_measure: defaultdict[Measure, list[Rule]] = defaultdict(list)
        for rule in sorted(rules, key=lambda rule: (rule.specificity, rule.id), reverse=True):
            self._by_measure[rule.measure].append(rule)
        self._weighty = {
            measure: [rule for rule in found if rule.weight] for measure, found in self._by_measure.items()
        }
        self._matching: dict[tuple[str, Measure], dict[str, Rule]] = {}
        self._may_weigh: dict[str, bool] = {}

    def most_specific(self, a: Claim, b: Claim, measure: Measure | None = None) -> Rule | None:
        """The most specific rule of a measure, by default that of `a`, that is for both claims, if there is one."""
        measure = measure or measure_of(a)
        others = self._rules_for(b, measure)
        for rule_id, rule in self._rules_for(a, measure).items():
            if rule_id in others:
                return rule
        return None

    def may_weigh(self, claim: Claim) -> bool:
        """Whether a rule that is for a claim adds to its pairs, if their levels allow that: few do."""
        found = self._may_weigh.get(claim.id)
        if found is None:
            weighty = self._weighty.get(measure_of(claim), ())
            found = self._may_weigh[claim.id] = any(matches(rule, claim) for rule in weighty)
        return found

    def _rules_for(self, claim: Claim, measure: Measure) -> dict[str, Rule]:
        """The rules that are for a claim by their ids, the most specific first."""
        found = self._matching.get((claim.id, measure))
        if found is None:
            matching = {rule.id: rule for rule in self._by_measure[measure] if matches(rule, claim)}
            found = self._matching[claim.id, measure] = matching
        return found


def matches(rule: Rule, claim: Claim) -> bool:
    """Whether a rule is for a claim; a bare number ("three were killed") passes `counted` if `about` says more."""
    if rule.counted:
        counts = claim.head in _folded(rule.counted) or (claim.head is None and bool(rule.about))
        if not counts:
            return False
    if not rule.about:
        return True
    about, roles = _folded(rule.about), _roles(rule.about)
    if roles:  # a role says it of those counted; a word nearby may say it of others
        return not (about | roles).isdisjoint({*claim.roles, claim.head})
    return not about.isdisjoint({*claim.context.words(_ABOUT_REACH), claim.head})


def topic_weight(rule: Rule | None, levels: Levels) -> float:
    """What a topic rule adds to a pair, if its levels allow that."""
    return rule.weight if rule is not None and rule.weight and _allows_topic(levels) else 0.0


def _allows_topic(levels: Levels) -> bool:
    """Whether a pair shares a name or all its context, and no level sets it apart."""
    return not _SHARED.isdisjoint(levels) and not any(map(_sets_apart, levels))


@cache
def _sets_apart(reached: tuple[str, str]) -> bool:
    attribute, level = reached
    return level in _APART and not (level == "differs" and attribute in _LOOSE)


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(folded for folded in map(fold, words) if folded)


@cache
def _roles(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(roles_in(words))
