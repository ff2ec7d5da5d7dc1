"""What each building block of alignment is worth: held-out figures with all of them, and without each in turn.

    python benchmarks/ablation.py GOLD_ROOT [GOLD_ROOT …] [--only BLOCK …] [--folds N] [--synonyms]

Blocks are the attributes of the ladder, the vetoes, the roles of counts (as attribute, in vetoes and in rules), the
classes of synonyms, the ranking against rivals, the third source, the weights of topic rules, and the gate that lets
only sources of one event be compared. Each row is trained anew (some 10 s for 40 topics) and scored on topics that its
weights never saw: precision at the threshold, how many pairs it rightly accepts there, and average precision (`AP`),
which no threshold sways. Within a topic the gate can only cost, so its row is followed by how many pairs of two topics
laid side by side are accepted with it and without. Needs scikit-learn, as training.

With `--synonyms` it shows instead what each class of rules/lexicons/synonyms.txt joins: candidate pairs whose sentences
share the class by different words, how many of them are of one fact, in how many topics, and how much likelier that
is than for any candidate pair. A class that joins nothing in more than one topic has not earned its place.
"""

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import train_weights
from msgspec.structs import replace
from sklearn.metrics import average_precision_score
from train_weights import Example, candidates, examples, held_out, threshold, topic_sources, train, with_ranks

from factcheck.align import topic, veto
from factcheck.align.figures import rank_model, ranked
from factcheck.align.ladder import ladder
from factcheck.align.levels import Levels
from factcheck.align.profile import profile
from factcheck.align.thirds import Thirds
from factcheck.align.topic import Topics, topic_weight
from factcheck.claim.fold import fold, stem
from factcheck.data import lexicon_classes
from factcheck.extraction import claims_of
from factcheck.model import Claim, Source
from factcheck.rulebook import load_rules
from factcheck.tokens import tokenize

MODELS = ("figures apart", "figures meeting", "dates meeting")
EVERYTHING, GATE, TOPICS = "everything", "event gate", "topic rules"
VETOES, ROLES, SYNONYMS = "vetoes", "roles of counts", "synonym classes"
RANKS = {"ranking": ("worse margin", "better margin"), "third source": ("third source",)}
NEVER = -99.0

Data = list[Example]


def topics_of(roots: Iterable[Path]) -> list[Path]:
    return sorted(p.parent for root in roots for p in root.rglob("gold.json"))


def all_examples(roots: Iterable[Path]) -> Data:
    return [example for folder in topics_of(roots) for example in examples(folder)]


def attributes(data: Data) -> list[str]:
    """The ladder's attributes; all the cues of scope count as one."""
    return sorted({block_of(attribute) for e in data for attribute, _ in e.levels})


def block_of(attribute: str) -> str:
    return attribute.partition(":")[0]


def without(data: Data, block: str) -> Data:
    return [e._replace(levels=tuple(level for level in e.levels if block_of(level[0]) != block)) for e in data]


def figures(data: Data, folds: int, left_out: str = "") -> list[float]:
    """For each model precision and right pairs at its threshold, and average precision, over topics held out."""
    topics = Topics(load_rules().rules)
    scores = [(e, final(e, score, topics, left_out)) for e, score in held_out(data, folds)]
    row: list[float] = []
    for name in MODELS:
        rows = [(e.same, score) for e, score in scores if e.model == name]
        above = [same for same, score in rows if score >= threshold(name)]
        average = average_precision_score([same for same, _ in rows], [score for _, score in rows])
        row += [sum(above) / max(1, len(above)), sum(above), float(average)]
    return row


def final(e: Example, score: float, topics: Topics, left_out: str) -> float:
    """The score with what a topic rule adds; never enough where the sources are not of one event."""
    if not e.linked and left_out != GATE:
        return NEVER
    if left_out == TOPICS:
        return score
    return score + topic_weight(topics.most_specific(e.a, e.b), e.levels)


@contextmanager
def replaced(holder: object, name: str, value: object) -> Iterator[None]:
    before = getattr(holder, name)
    setattr(holder, name, value)
    try:
        yield
    finally:
        setattr(holder, name, before)


def no_veto(*_: object) -> None:
    """Finds nothing against any pair."""


def claims_without_roles(source: Source) -> tuple[int, tuple[Claim, ...]]:
    count, claims = claims_of(source)
    return count, tuple(replace(claim, roles=()) for claim in claims)


@contextmanager
def no_synonyms() -> Iterator[None]:
    """Words fold to their stems alone; whatever keeps folded words forgets them."""

    def forget() -> None:
        fold.cache_clear()
        topic._folded.cache_clear()
        veto._contrasts.cache_clear()

    # factcheck.claim names the function as its module is named.
    with replaced(import_module("factcheck.claim.fold"), "_classes", dict):
        forget()
        yield
    forget()


def ranked_without(names: Sequence[str]) -> Callable[[tuple, Thirds], tuple[Levels, ...]]:
    def rank(scored: tuple, thirds: Thirds) -> tuple[Levels, ...]:
        return tuple(tuple(level for level in levels if level[0] not in names) for levels in ranked(scored, thirds))

    return rank


def row_without(block: str, data: Data, roots: list[Path], folds: int) -> list[float]:
    """The figures where one block is left out."""
    with ExitStack() as changed:
        if block in (VETOES, ROLES, SYNONYMS):
            how = {
                VETOES: lambda: replaced(train_weights, "veto", no_veto),
                ROLES: lambda: replaced(train_weights, "claims_of", claims_without_roles),
                SYNONYMS: no_synonyms,
            }
            changed.enter_context(how[block]())
            return figures(all_examples(roots), folds)
        if block in RANKS:
            changed.enter_context(replaced(train_weights, "ranked", ranked_without(RANKS[block])))
            return figures(data, folds)
        return figures(data if block in (GATE, TOPICS) else without(data, block), folds, block)


def accepted_across_topics(data: Data, roots: list[Path]) -> dict[bool, int]:
    """How many pairs of claims of two neighbouring topics are accepted, by whether the gate lets them pass."""
    weights = train(data)
    counts = {True: 0, False: 0}
    for one, other in pairwise(topics_of(roots)):
        claims = [[c for s in topic_sources(folder) for c in claims_of(s)[1]] for folder in (one, other)]
        first = {claim.id for claim in claims[0]}
        pairs = [
            Example(one.name, a, b, name, ladder(profile(a), profile(b)), False, 1.0, True, linked)
            for a, b, name, linked in candidates([*claims[0], *claims[1]])
        ]
        for name, rows in with_ranks(pairs, weights.models).items():
            cut, model = threshold(name), weights.models[rank_model(name)]
            for e, levels in rows:
                if (e.a.id in first) != (e.b.id in first) and model.total(levels) >= cut:
                    counts[e.linked] += 1
    return counts


def joined_by_class(data: Data) -> dict[str, Data]:
    """Class → the pairs whose sentences share it by words that are no forms of one another."""
    joined: dict[str, Data] = {name: [] for name in sorted(lexicon_classes("synonyms"))}
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


def show_synonyms(data: Data) -> None:
    usual = sum(e.same for e in data) / len(data)
    print(f"{'class':16} {'pairs':>6} {'one fact':>9} {'topics':>7} {'likelier':>9}")
    for name, pairs in joined_by_class(data).items():
        same = [e for e in pairs if e.same]
        likelier = len(same) / len(pairs) / usual if pairs else 0.0
        print(f"{name:16} {len(pairs):6} {len(same):9} {len({e.topic for e in same}):7} {likelier:9.1f}")


def show(name: str, row: list[float], base: list[float] | None = None) -> None:
    cells = []
    for number, value in enumerate(row):
        is_count, change = number % 3 == 1, value - (base[number] if base else 0)
        cells.append(f"{change:{'+' if base else ''}{'5.0f' if is_count else '6.3f'}}")
    groups = ["  ".join(cells[i : i + 3]) for i in range(0, len(cells), 3)]
    print(f"{name:24} " + "  | ".join(groups), flush=True)


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("roots", nargs="+", type=Path)
    parser.add_argument("--only", action="append", metavar="BLOCK", help="leave out this block alone; repeatable")
    parser.add_argument("--folds", type=int, default=4, metavar="N", help="in how many parts topics are held out")
    parser.add_argument("--synonyms", action="store_true", help="what each class of synonyms joins")
    options = parser.parse_args(arguments)
    data = all_examples(options.roots)
    if options.synonyms:
        show_synonyms(data)
        return
    blocks = (VETOES, ROLES, SYNONYMS, *RANKS, TOPICS, GATE, *attributes(data))
    if unknown := set(options.only or ()) - set(blocks):
        parser.error(f"no block {', '.join(sorted(unknown))}; there are {', '.join(blocks)}")
    base = figures(data, options.folds)
    print(f"{'without':24} " + "  | ".join(f"{name}: P, right, AP" for name in MODELS))
    show(EVERYTHING, base)
    for block in options.only or blocks:
        show(block, row_without(block, data, options.roots, options.folds), base)
    if not options.only or GATE in options.only:
        across = accepted_across_topics(data, options.roots)
        print(f"pairs of two topics accepted: {across[True]} with the gate, {sum(across.values())} without")


if __name__ == "__main__":
    main()
