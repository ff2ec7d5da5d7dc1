"""What each building block of alignment is worth: held-out figures with all of them, and without each in turn.

    python benchmarks/ablation.py GOLD_ROOT [GOLD_ROOT …] [--synonyms]

The attributes of the ladder and the vetoes are left out one by one; each row is trained anew (about 20 s) and scored on
topics that its weights never saw. `AP` is average precision, which no threshold sways. Needs scikit-learn, as training.

With `--synonyms` it shows instead what each class of rules/lexicons/synonyms.txt joins: candidate pairs whose sentences
share the class by different words, how many of them are of one fact, in how many topics, and how much likelier that
is than for any candidate pair. A class that joins nothing in more than one topic has not earned its place.
"""

import argparse
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import train_weights
from sklearn.metrics import average_precision_score
from train_weights import THRESHOLD, Example, examples, held_out

from factcheck.claim.fold import fold, stem
from factcheck.data import lexicon_classes
from factcheck.model import Claim
from factcheck.tokens import tokenize

MODELS = ("figures apart", "figures meeting", "dates meeting")
EVERYTHING = "everything"
VETOES = "vetoes"


def all_examples(roots: Iterable[Path]) -> list[Example]:
    topics = sorted(p.parent for root in roots for p in root.rglob("gold.json"))
    return [example for topic in topics for example in examples(topic)]


def blocks(data: list[Example]) -> list[str]:
    """The ladder's attributes; all the cues of scope count as one."""
    return sorted({block_of(attribute) for e in data for attribute, _ in e.levels})


def block_of(attribute: str) -> str:
    return attribute.partition(":")[0]


def without(data: list[Example], block: str) -> list[Example]:
    return [e._replace(levels=tuple(level for level in e.levels if block_of(level[0]) != block)) for e in data]


def figures(data: list[Example]) -> list[float]:
    """For each model precision and recall at its threshold, and average precision, over topics held out."""
    scores = held_out(data)
    row = []
    for name in MODELS:
        rows = [(e.same, score) for e, score in scores if e.model == name]
        cut = THRESHOLD[name.split()[-1]]
        above = [same for same, score in rows if score >= cut]
        right, wanted = sum(above), sum(same for same, _ in rows)
        average = average_precision_score([same for same, _ in rows], [score for _, score in rows])
        row += [right / max(1, len(above)), right / max(1, wanted), float(average)]
    return row


@contextmanager
def replaced(holder: object, name: str, value: object) -> Iterator[None]:
    before = getattr(holder, name)
    setattr(holder, name, value)
    try:
        yield
    finally:
        setattr(holder, name, before)


def without_vetoes(roots: list[Path]) -> list[Example]:
    with replaced(train_weights, "veto", no_veto):
        return all_examples(roots)


def no_veto(*_: object) -> None:
    """Finds nothing against any pair."""


def joined_by_class(data: list[Example]) -> dict[str, list[Example]]:
    """Class → the pairs whose sentences share it by words that are no forms of one another."""
    joined: dict[str, list[Example]] = {name: [] for name in sorted(lexicon_classes("synonyms"))}
    for example in data:
        left, right = stems_by_class(example.a), stems_by_class(example.b)
        for name in sorted(left.keys() & right.keys()):
            if left[name].isdisjoint(right[name]):
                joined[name].append(example)
    return joined


def stems_by_class(claim: Claim) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for word in tokenize(claim.context.passage).lower:
        folded = fold(word)
        if folded is not None and folded.startswith("@"):
            found.setdefault(folded[1:], set()).add(stem(word))
    return found


def show_synonyms(data: list[Example]) -> None:
    usual = sum(e.same for e in data) / len(data)
    print(f"{'class':16} {'pairs':>6} {'one fact':>9} {'topics':>7} {'likelier':>9}")
    for name, pairs in joined_by_class(data).items():
        same = [e for e in pairs if e.same]
        likelier = len(same) / len(pairs) / usual if pairs else 0.0
        print(f"{name:16} {len(pairs):6} {len(same):9} {len({e.topic for e in same}):7} {likelier:9.1f}")


def show(name: str, row: list[float], base: list[float] | None = None) -> None:
    cells = [f"{v:5.3f}" if base is None else f"{v - b:+6.3f}" for v, b in zip(row, base or row, strict=True)]
    groups = ["  ".join(cells[i : i + 3]) for i in range(0, len(cells), 3)]
    print(f"{name:28} " + "   |  ".join(groups), flush=True)


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("roots", nargs="+", type=Path)
    parser.add_argument("--synonyms", action="store_true")
    options = parser.parse_args(arguments)
    data = all_examples(options.roots)
    if options.synonyms:
        show_synonyms(data)
        return
    base = figures(data)
    print(f"{'without':28} " + "   |  ".join(f"{name}: P, R, AP" for name in MODELS))
    show(EVERYTHING, base)
    show(VETOES, figures(without_vetoes(options.roots)), base)
    for block in blocks(data):
        show(block, figures(without(data, block)), base)


if __name__ == "__main__":
    main()
