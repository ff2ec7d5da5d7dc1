"""The match weights: data with a pedigree, made by benchmarks/train_weights.py."""

from functools import cache, cached_property
from itertools import repeat

import msgspec
from msgspec import Struct

from factcheck.align.levels import Levels
from factcheck.data import rules_folder
from factcheck.model import Evidence


class Model(Struct, frozen=True, dict=True):
    """What each level of each attribute adds to the log2 odds of "same fact"; `threshold` is the sum that accepts."""

    bias: float
    threshold: float
    weights: dict[str, dict[str, float]]

    def weight(self, attribute: str, level: str) -> float:
        """The match weight of one level; 0 for a level that training never saw."""
        return self._by_level.get((attribute, level), 0.0)

    def total(self, levels: Levels) -> float:
        """The sum of all match weights with the bias, which is the prior."""
        return self.bias + sum(map(self._by_level.get, levels, repeat(0.0)))

    def most(self, attribute: str) -> float:
        """What an attribute adds at the most."""
        return self._most.get(attribute, 0.0)

    @cached_property
    def _most(self) -> dict[str, float]:
        return {attribute: max(0.0, *levels.values()) for attribute, levels in self.weights.items()}

    def evidence(self, levels: Levels) -> tuple[Evidence, ...]:
        """The rungs of a ladder under the prior; those of a level are one object in all ladders."""
        known = self._rungs
        return (self._prior, *[known.get(level) or Evidence(*level, 0.0) for level in levels])

    @cached_property
    def _prior(self) -> Evidence:
        return Evidence("prior", "any two claims", self.bias)

    @cached_property
    def _rungs(self) -> dict[tuple[str, str], Evidence]:
        return {level: Evidence(*level, weight) for level, weight in self._by_level.items()}

    @cached_property
    def _by_level(self) -> dict[tuple[str, str], float]:
        return {(attribute, level): w for attribute, levels in self.weights.items() for level, w in levels.items()}


class Weights(Struct, frozen=True):
    """All models by name, with where they come from."""

    pedigree: str
    models: dict[str, Model]


@cache
def shipped_weights() -> Weights:
    """The weights in rules/weights/alignment.json."""
    data = (rules_folder() / "weights" / "alignment.json").read_bytes()
    return msgspec.json.decode(data, type=Weights)
