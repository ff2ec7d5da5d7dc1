"""How `factcheck check` of one new source grows with the store, and what adding a source to the store costs.

python benchmarks/check_scaling.py [--sources 1000 10000 100000] [--runs 5] [--drawn 15] [--in-a-file 1000]

A cold process checks a new report of some 500 words; its wall time is given as a multiple of `python -c "import typer,
rich"`, which runs in turn with it. The n-th event has 1/n of the first one's reports; the new reports are of events
drawn as those of the stored ones were, then all of the first event, of which thousands may tell, then all of the 41st.
So that a large store is made in minutes, most of its claims are those of some extracted reports with other words.
Linear growth shows as a last column of about one: the time to add a source against that of the smallest store.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from generated_text import word
from msgspec.structs import replace
from start import seconds

import factcheck
from factcheck.claim.fold import fold
from factcheck.extraction import claims_of
from factcheck.model import Claim, Source
from factcheck.read import Limits, source_from_text
from factcheck.store.contents import Contents, Entry
from factcheck.store.database import opened
from factcheck.store.update import stamp
from factcheck.store.version import program, store_name

_VOCABULARY = 30_000
_OF_AN_EVENT = 14
_SENTENCES, _WORDS = 24, 18
_TEMPLATES = 40
_WITH_A_FIGURE = 0.5
_FORTY_FIRST = 40


class Template(NamedTuple):
    """An extracted report, with the words that stand for its event."""

    source: Source
    mentions: int
    claims: tuple[Claim, ...]
    event: int


@cache
def vocabulary() -> tuple[str, ...]:
    """Invented words that folding leaves as they are."""
    pick = random.Random(1)
    found: dict[str, None] = {}
    while len(found) < _VOCABULARY:
        made = word(pick) + pick.choice("bdfgkmnprtv")
        if fold(made) == made:
            found[made] = None
    return tuple(found)


@cache
def event_words(event: int) -> tuple[str, ...]:
    """The words by which reports of an event can be told from others."""
    return tuple(random.Random(f"event {event}").sample(vocabulary(), _OF_AN_EVENT))


def general(pick: random.Random) -> str:
    """A word of the language, used as unevenly as words are."""
    return vocabulary()[int(_VOCABULARY ** pick.random()) - 1]


def report(event: int, seed: int) -> str:
    """A report of some 500 words."""
    pick = random.Random(f"report {seed}")
    sentences = []
    for _ in range(_SENTENCES):
        words = [pick.choice(event_words(event)) if pick.random() < 0.3 else general(pick) for _ in range(_WORDS)]
        if pick.random() < _WITH_A_FIGURE:
            words[pick.randrange(3, _WORDS)] = f"{pick.randrange(21, 999)} {general(pick)}s"
        sentences.append(f"The {' '.join(words)}.")
    return f"On {event % 27 + 1} March {2000 + event % 24} it began. {' '.join(sentences)}"


def templates() -> list[Template]:
    """Some reports, extracted."""
    made = []
    for i in range(_TEMPLATES):
        source = source_from_text(report(i, i), source_id=f"t{i}")
        made.append(Template(source, *claims_of(source), i))
    return made


def retold(template: Template, event: int, name: str, file: str, pick: random.Random) -> Entry:
    """An extracted report as if it told of another event in other words."""
    words = dict(zip(event_words(template.event), event_words(event), strict=True))
    claims = []
    for claim in template.claims:
        stems = tuple([(words.setdefault(stem, general(pick)), distance) for stem, distance in claim.context.stems])
        mention = replace(claim.mention, id=f"{pick.getrandbits(48):012x}", source=name)
        claims.append(replace(claim, mention=mention, context=replace(claim.context, stems=stems)))
    source = replace(template.source, id=name, path=file)
    return Entry(source, file, "", template.mentions, tuple(claims), None, False)


def file_of(number: int, in_a_file: int) -> str:
    """The file that a source stands in."""
    return f"corpus/{number // in_a_file:04}.jsonl"


def drawn(sources: int, count: int, pick: random.Random) -> list[int]:
    """The events that so many reports are of, of the events that so many sources tell of."""
    events = range(max(1, sources // 12))
    return pick.choices(events, [1 / (rank + 1) for rank in events], k=count)


def filled(folder: Path, sizes: list[int], in_a_file: int) -> Iterator[tuple[int, float]]:
    """Fills a store up to each size in turn; the time a source took, in seconds, since the size before."""
    known, pick = templates(), random.Random(2)
    corpus = folder / "corpus"
    corpus.mkdir()
    store = folder / ".factcheck" / store_name(".", None, Limits(), None)
    done = 0
    for size in sizes:
        told = drawn(sizes[-1], size - done, pick)
        entries = [(event, number, file_of(number, in_a_file)) for number, event in enumerate(told, done)]
        begin = time.process_time()
        connection = opened(store, program(factcheck.__version__))
        contents = Contents(connection)
        connection.execute("begin immediate")
        contents.add(
            retold(pick.choice(known), event, f"{file}#{number}", file, pick) for event, number, file in entries
        )
        for path in dict.fromkeys(file for _, _, file in entries):
            (folder / path).write_text("", encoding="utf-8")
            contents.set_stamp(path, stamp(folder / path))
        connection.execute("commit")
        connection.close()
        yield size, (time.process_time() - begin) / (size - done)
        done = size


def checked(folder: Path, events: Sequence[int]) -> tuple[float, float]:
    """The median wall times of the bare import and of the check of a report of each event, in turn."""
    script = str(Path(sys.executable).with_name("factcheck"))
    imports = [sys.executable, "-c", "import typer, rich"]
    check = ["env", "-C", str(folder), script, "check", "new.txt", "--against", "corpus"]
    pairs = []
    for run, event in enumerate([events[0], *events]):
        (folder / "new.txt").write_text(report(event, 10_000_000 + run), encoding="utf-8")
        pairs.append((seconds(imports), seconds(check)))
    bare, ours = (statistics.median(times) for times in zip(*pairs[1:], strict=True))
    return bare, ours


def main() -> None:
    """Prints one line a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--drawn", type=int, default=15)
    parser.add_argument("--in-a-file", type=int, default=1000)
    options = parser.parse_args()
    print(
        f"{'sources':>8} {'MB':>7} {'import ms':>10} {'drawn':>7} {'first':>7} {'41st':>7} {'add ms':>7} {'growth':>7}"
    )
    smallest = None
    largest = options.sources[-1]
    kinds = (drawn(largest, options.drawn, random.Random(3)), [0] * options.runs, [_FORTY_FIRST] * options.runs)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for size, added in filled(folder, options.sources, options.in_a_file):
            smallest = smallest or added
            size_in_mb = sum(path.stat().st_size for path in (folder / ".factcheck").iterdir()) / 1e6
            times = [checked(folder, events) for events in kinds]
            ratios = " ".join(f"{ours / bare:>6.2f}x" for bare, ours in times)
            print(
                f"{size:>8,} {size_in_mb:>7.0f} {times[0][0] * 1000:>10.0f} {ratios} "
                f"{added * 1000:>7.2f} {added / smallest:>7.2f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
