"""Learns the match weights of alignment from gold topics, and prints how they do on topics they were not trained on.

    python benchmarks/train_weights.py GOLD_ROOT [GOLD_ROOT …] [--write]

A gold root holds folders with documents and a gold.json (mentions with their context, pairs with their relation).
Weights are regularised logistic regressions over the levels of the ladders, in base-2 logarithms; each topic is scored
by weights that never saw it. `--write` stores the weights of all topics in rules/weights/alignment.json. Needs
scikit-learn.
"""

import argparse
import collections
import json
import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from factcheck.align.blocking import candidate_pairs
from factcheck.align.events import Events
from factcheck.align.figures import model_name, rank_model, ranked
from factcheck.align.ladder import ladder
from factcheck.align.levels import Levels
from factcheck.align.profile import profile
from factcheck.align.scored import APART, Scored
from factcheck.align.thirds import Thirds
from factcheck.align.veto import Known, veto
from factcheck.align.voices import Voices
from factcheck.align.weights import Model, Weights
from factcheck.extraction import claims_of
from factcheck.model import Claim, Source
from factcheck.read import read_sources

FOLDS = 10
# Attributes whose levels count upwards.
ORDERED = frozenset({"context"})
# Of such levels of one attribute none can speak more against a pair than those before it: to share more, and to state a
# number without a hedge, never hides a conflict.
RISING = (
    ("unknown", "one", "two"),
    ("unknown", "same"),
    ("both hedged", "one hedged", "both exact"),
)
STRENGTH = {"meeting": 0.3, "apart": 0.5}
# A pair apart is reported as conflict or update, so only those are right to accept; likewise for pairs that meet.
WANTED = {"meeting": {"agree", "compatible"}, "apart": {"conflict", "update"}}
# In bits: where topics held out keep five conflicts of six right in invented topics, and more than half in real news,
# where a stricter threshold loses more than it saves.
THRESHOLD = {"meeting": -1.0, "apart": -0.75, "dates apart": 0.0}
UNLISTED_NEWS = 0.5


class Example(NamedTuple):
    """A candidate pair with its label, how much it counts in training, and whether its sources are of one event."""

    topic: str
    a: Claim
    b: Claim
    model: str
    levels: Levels
    same: bool
    weight: float
    known: bool
    linked: bool


def threshold(model: str) -> float:
    """The sum from which on pairs of a model are accepted."""
    return THRESHOLD.get(model, THRESHOLD[model.split()[-1]])


def gold_places(topic: Path, gold: dict) -> dict[str, list[tuple[str, int, int]]]:
    places = collections.defaultdict(list)
    for key, mention in gold["mentions"].items():
        text = (topic / mention["doc"]).read_bytes().decode("utf-8")
        for place in (mention, *mention.get("also", [])):
            start = text.index(place["context"]) + place["context"].index(place["text"])
            places[mention["doc"]].append((key, start, start + len(place["text"])))
    return places


def gold_mention(claim: Claim, places: dict[str, list[tuple[str, int, int]]]) -> str | None:
    best, most = None, 0
    m = claim.mention
    for key, start, end in places.get(Path(m.source).name, ()):
        overlap = min(end, m.end) - max(start, m.start)
        if overlap > most:
            best, most = key, overlap
    return best


def topic_sources(topic: Path) -> tuple[Source, ...]:
    paths = sorted(p for p in topic.iterdir() if p.name != "gold.json")
    return read_sources([str(p) for p in paths]).sources


def examples(topic: Path) -> list[Example]:
    gold = json.loads((topic / "gold.json").read_text())
    exhaustive = "news" not in topic.parts
    places = gold_places(topic, gold)
    relation = {frozenset((p["a"], p["b"])): set(p.get("either") or [p["relation"]]) for p in gold["pairs"]}
    claims = [c for s in topic_sources(topic) for c in claims_of(s)[1]]
    made = []
    for a, b, name, linked in candidates(claims):
        keys = frozenset((gold_mention(a, places), gold_mention(b, places)))
        wanted = relation.get(keys)
        if wanted and "none" in wanted and len(wanted) > 1:
            continue
        same = bool(wanted and wanted & WANTED[name.split()[-1]])
        known = exhaustive or None not in keys
        weight = 1.0 if known else UNLISTED_NEWS
        made.append(Example(topic.name, a, b, name, ladder(profile(a), profile(b)), same, weight, known, linked))
    return made


def candidates(claims: list[Claim]) -> Iterator[tuple[Claim, Claim, str, bool]]:
    """The candidate pairs that nothing vetoes, with their model, and whether their sources are of one event."""
    known, events = Known(claims), Events.of(claims)
    for a, b in candidate_pairs(claims, events):
        name = model_name(profile(a), profile(b))
        if name is not None and not (name.endswith(APART) and veto(a, b, known)):
            yield a, b, name, events.same(a, b)


def fit(rows: list[tuple[Levels, bool, float]], strength: float) -> Model:
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([features(levels) for levels, _, _ in rows])
    regression = LogisticRegression(C=strength, max_iter=2000)
    regression.fit(matrix, numpy.array([same for _, same, _ in rows]), sample_weight=[w for _, _, w in rows])
    weights: dict[str, dict[str, float]] = collections.defaultdict(dict)
    for feature, value in zip(vectorizer.get_feature_names_out(), regression.coef_[0], strict=True):
        attribute, _, level = feature.partition("=")
        weights[attribute][level] = round(float(value) / math.log(2), 2)
    for attribute, levels in weights.items():
        if attribute in ORDERED:
            accumulate(levels)
        pool(levels)
    return calibrated(Model(float(regression.intercept_[0]) / math.log(2), 0.0, dict(weights)), rows)


def features(levels: Levels) -> dict[str, int]:
    """One feature a level; of an ordered attribute each step up to it, so that few examples at the top lean on many."""
    found = {f"{attribute}={level}": 1 for attribute, level in levels if attribute not in ORDERED}
    for attribute, level in levels:
        if attribute in ORDERED:
            found.update({f"{attribute}={step}": 1 for step in range(1, int(level) + 1)})
    return found


def accumulate(steps: dict[str, float]) -> None:
    """The steps of an ordered attribute as the weights of its levels, which never fall."""
    total = 0.0
    for step in sorted(steps, key=int):
        total += max(0.0, steps[step])
        steps[step] = round(total, 2)


def calibrated(model: Model, rows: list[tuple[Levels, bool, float]]) -> Model:
    """The model with the prior at which it expects as many pairs of one fact as there are."""
    sums = numpy.array([model.total(levels) - model.bias for levels, _, _ in rows])
    counts = numpy.array([weight for _, _, weight in rows])
    wanted = sum(weight for _, same, weight in rows if same)
    low, high = -30.0, 30.0
    while high - low > 0.005:
        middle = (low + high) / 2
        expected = float((counts / (1 + 2.0 ** -(sums + middle))).sum())
        low, high = (middle, high) if expected < wanted else (low, middle)
    return Model(round(low, 2), 0.0, model.weights)


def pool(levels: dict[str, float]) -> None:
    """Makes knowing that more is shared weigh no less than knowing of less, or not knowing (isotonic regression)."""
    for chain in RISING:
        pooled: list[list[str]] = []
        for level in (level for level in chain if level in levels):
            pooled.append([level])
            while len(pooled) > 1 and levels[pooled[-2][0]] > levels[pooled[-1][0]]:
                pooled[-2:] = [pooled[-2] + pooled[-1]]
                mean = sum(levels[one] for one in pooled[-1]) / len(pooled[-1])
                levels.update(dict.fromkeys(pooled[-1], mean))
        levels.update({level: round(levels[level], 2) for one in pooled for level in one})


def train(data: list[Example]) -> Weights:
    models = {}
    for name in sorted({e.model for e in data}):
        models[name] = fit([(e.levels, e.same, e.weight) for e in data if e.model == name], STRENGTH[name.split()[-1]])
    for name, rows in with_ranks(data, models).items():
        models[rank_model(name)] = fit([(levels, e.same, e.weight) for e, levels in rows], STRENGTH[name.split()[-1]])
    return Weights("", models)


def with_ranks(data: list[Example], models: dict[str, Model]) -> dict[str, list[tuple[Example, Levels]]]:
    rows: dict[str, list[tuple[Example, Levels]]] = collections.defaultdict(list)
    for topic in sorted({e.topic for e in data}):
        here = [e for e in data if e.topic == topic and e.model in models]
        scored = tuple(Scored(e.a, e.b, e.model, e.levels, models[e.model].total(e.levels)) for e in here)
        for example, rank in zip(here, ranked(scored, Thirds(scored, Voices())), strict=True):
            rows[example.model].append((example, (*example.levels, *rank)))
    return rows


def held_out(data: list[Example], folds: int = FOLDS) -> list[tuple[Example, float]]:
    topics = sorted({e.topic for e in data})
    scores = []
    for fold in range(folds):
        out = set(topics[fold::folds])
        weights = train([e for e in data if e.topic not in out])
        for name, rows in with_ranks([e for e in data if e.topic in out], weights.models).items():
            model = weights.models[rank_model(name)]
            scores += [(example, model.total(levels)) for example, levels in rows]
    return scores


def report(name: str, scores: list[tuple[Example, float]], cut: float) -> None:
    for root, known in (("all topics", None), ("listed exhaustively", True)):
        rows = [(e, s) for e, s in scores if known is None or e.known]
        above = [e for e, s in rows if s >= cut]
        right, wanted = sum(e.same for e in above), sum(e.same for e, _ in rows)
        precision, recall = right / max(1, len(above)), right / max(1, wanted)
        print(
            f"{name:18} {root:20} cut {cut:6.2f}  P {precision:.2f}  R {recall:.2f}  of {wanted}, {len(above)} accepted"
        )


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("roots", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    topics = sorted(p.parent for root in options.roots for p in root.rglob("gold.json"))
    data = [e for topic in topics for e in examples(topic)]
    print(f"{len(topics)} topics, {len(data)} candidate pairs, {sum(e.same for e in data)} of one fact")
    scores = held_out(data)
    weights = train(data)
    models = dict(weights.models)
    for name in sorted({e.model for e in data}):
        rows = [(e, s) for e, s in scores if e.model == name]
        cut = threshold(name)
        model = models[rank_model(name)]
        models[rank_model(name)] = Model(model.bias, cut, model.weights)
        report(name, rows, cut)
    if options.write:
        pedigree = (
            f"benchmarks/train_weights.py over {len(topics)} topics; thresholds from topics held out in {FOLDS} folds"
        )
        path = Path(__file__).parent.parent / "rules" / "weights" / "alignment.json"
        path.write_text(json.dumps({"pedigree": pedigree, "models": as_data(models)}, indent=1, sort_keys=True) + "\n")


def as_data(models: dict[str, Model]) -> dict[str, dict]:
    return {n: {"bias": m.bias, "threshold": m.threshold, "weights": m.weights} for n, m in models.items()}


if __name__ == "__main__":
    main()
