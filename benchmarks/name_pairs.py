"""How well `compare_names` tells whether two names are one, beside rapidfuzz's WRatio on the same pairs.

python benchmarks/name_pairs.py PAIRS.jsonl [PAIRS.jsonl …]

Each line is {"a": …, "b": …, "kind": "Person"|"Place"|…, "match": true|false}; any other kind is compared as an
organisation. "Same" counts as a match, "different" and "unsure" do not. The last columns give the share of the matches
that a threshold finds where 95 % of what it takes is right: of our similarity, and of WRatio.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.fuzz import WRatio

from factcheck.align.names import compare_names
from factcheck.model import Category, Sameness

_PRECISION = 0.95
_CATEGORIES = {"Person": Category.PERSON, "Place": Category.PLACE}


class Scored(NamedTuple):
    """One pair: whether it is a match, what we say of it, and how alike both measures find it."""

    match: bool
    same: bool
    similarity: float
    ratio: float


def pairs(paths: Iterable[Path]) -> dict[str, list[Scored]]:
    """The scored pairs of all files by kind of name, and together."""
    by_kind: dict[str, list[Scored]] = {"all": []}
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            pair = json.loads(line)
            compared = compare_names(pair["a"], pair["b"], _CATEGORIES.get(pair["kind"], Category.ORGANISATION))
            same = compared.sameness is Sameness.SAME
            scored = Scored(pair["match"], same, compared.similarity, WRatio(pair["a"], pair["b"]) / 100)
            by_kind["all"].append(scored)
            by_kind.setdefault(pair["kind"], []).append(scored)
    return by_kind


def recall_at_precision(ranked: Sequence[tuple[float, bool]]) -> float:
    """The largest share of the matches that any threshold finds at a precision of 95 %; equal scores stay together."""
    matches = sum(match for _, match in ranked)
    best = right = 0
    ordered = sorted(ranked, key=lambda pair: -pair[0])
    for taken, (score, match) in enumerate(ordered, 1):
        right += match
        last_of_score = taken == len(ordered) or ordered[taken][0] != score
        if last_of_score and right >= _PRECISION * taken:
            best = right
    return best / matches if matches else 0.0


def main() -> None:
    """Prints a table: one line a kind of name."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    options = parser.parse_args()
    print(f"{'kind':12} {'pairs':>7} {'P':>6} {'R':>6} {'F1':>6}   recall at P 95 %: {'ours':>6} {'WRatio':>6}")
    for kind, scored in sorted(pairs(options.files).items()):
        right = sum(s.same and s.match for s in scored)
        precision = right / max(1, sum(s.same for s in scored))
        recall = right / max(1, sum(s.match for s in scored))
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        ours = recall_at_precision([(s.similarity, s.match) for s in scored])
        ratio = recall_at_precision([(s.ratio, s.match) for s in scored])
        print(f"{kind:12} {len(scored):7,} {precision:6.3f} {recall:6.3f} {f1:6.3f} {'':20} {ours:6.3f} {ratio:6.3f}")


if __name__ == "__main__":
    main()
