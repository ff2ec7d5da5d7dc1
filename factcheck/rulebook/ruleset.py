"""The rules of one run."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.json import encode
from msgspec.structs import replace

from factcheck.errors import FactcheckError
from factcheck.model import Rule
from factcheck.rulebook.problem import suggestion


class RuleSet(Struct, frozen=True, dict=True):
    """Rules sorted by id, no id twice."""

    rules: tuple[Rule, ...]

    @cached_property
    def hash(self) -> str:
        """A digest of all that the rules say; cases and the place of the files do not enter it."""
        digest = hashlib.blake2b(digest_size=8)
        for rule in self.rules:
            digest.update(encode(replace(rule, cases=(), path="")) + b"\n")
        return digest.hexdigest()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all rules, sorted."""
        return tuple(rule.id for rule in self.rules)

    def get(self, rule_id: str) -> Rule:
        """The rule of that id. Raises FactcheckError with a suggestion where there is none."""
        self.require((rule_id,))
        return next(rule for rule in self.rules if rule.id == rule_id)

    def with_tolerances(self, tolerances: Mapping[str, float]) -> "RuleSet":
        """The rules, those of these ids with another tolerance. Raises FactcheckError for an id that no rule has."""
        self.require(tolerances)
        return RuleSet(tuple(replace(rule, tolerance=tolerances.get(rule.id, rule.tolerance)) for rule in self.rules))

    def require(self, rule_ids: Iterable[str]) -> None:
        """Raises FactcheckError with a suggestion for the first id that no rule has."""
        known = frozenset(self.ids)
        for rule_id in rule_ids:
            if rule_id not in known:
                raise FactcheckError(f'no rule has the id "{rule_id}"{suggestion(rule_id, self.ids)}')
