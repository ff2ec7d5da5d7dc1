"""How many words a second `extract` reads, beside other extractors on the same text.

pip install '.[benchmarks]' && python benchmarks/extract_speed.py [--words 700 10000] [--rounds 3] [--text FILE …]

factcheck finds quantities, dates, durations, names, titles and quotations, all in one run; quantulum3 quantities,
dateparser dates, and recognizers-text numbers with units and dates. Two texts: the shipped seeds, repeated with other
digits, and generated news. Each extractor runs once before the clock starts, its fastest round counts, and a slow one
is not given a text that would take it longer than `--patience` seconds even if its time were linear.
"""

import argparse
import importlib
import random
import re
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from generated_text import document

import factcheck
from factcheck.extract.date import dates
from factcheck.extract.name import names
from factcheck.extract.number import number_phrases
from factcheck.tokens import tokenize

Extractor = Callable[[str], object]

_SEEDS = Path(__file__).parent.parent / "seeds"


def extractors() -> Iterator[tuple[str, Extractor]]:
    """factcheck, its names and dates alone, then every peer that is installed."""
    yield "factcheck", factcheck.extract
    yield "factcheck, names", lambda text: names(tokenize(text))
    yield "factcheck, dates", _dates
    for name, made in (
        ("quantulum3", _quantulum3),
        ("dateparser", _dateparser),
        ("recognizers-text", _recognizers),
    ):
        try:
            yield name, made()
        except ImportError as error:
            print(f"{name:18} not installed ({error.name})")


def _dates(text: str) -> object:
    tokens = tokenize(text)
    return dates(tokens, number_phrases(tokens), None)


def _quantulum3() -> Extractor:
    parser = importlib.import_module("quantulum3.parser")
    return lambda text: parser.parse(text)


def _dateparser() -> Extractor:
    search = importlib.import_module("dateparser.search")
    return lambda text: search.search_dates(text, languages=["en"])


def _recognizers() -> Extractor:
    units = importlib.import_module("recognizers_number_with_unit").NumberWithUnitRecognizer("en-us")
    dates = importlib.import_module("recognizers_date_time").DateTimeRecognizer("en-us")
    models = [
        units.get_dimension_model(),
        units.get_currency_model(),
        units.get_age_model(),
        dates.get_datetime_model(),
    ]
    day = datetime(2024, 5, 6)
    return lambda text: [m.parse(text, day) if m is models[-1] else m.parse(text) for m in models]


def words_a_second(extract: Extractor, text: str, rounds: int) -> float:
    """The words of a text over the processor time of the fastest round; one round where that takes seconds."""
    times: list[float] = []
    while len(times) < rounds and sum(times) < rounds:
        begin = time.process_time()
        extract(text)
        times.append(time.process_time() - begin)
    return len(text.split()) / min(times)


def repeated(text: str, words: int, seed: int = 0) -> str:
    """A text repeated, or cut, to a number of words, its line breaks kept; repetitions have other digits."""
    pick = random.Random(seed)
    pieces = text.split(" ")
    made = list(pieces[:words])
    while len(made) < words:
        made.extend([re.sub(r"\d", lambda _: str(pick.randint(1, 9)), piece) for piece in pieces[: words - len(made)]])
    return " ".join(made)


def main() -> None:
    """Prints a table: words a second and how much faster factcheck is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, nargs="+", default=[700, 10_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--patience", type=float, default=20)
    parser.add_argument("--text", type=Path, nargs="+", metavar="FILE", help="read these instead of the seeds")
    options = parser.parse_args()
    files = options.text or [path for path in sorted(_SEEDS.iterdir()) if path.suffix in (".md", ".txt")]
    prose = "\n\n".join(path.read_text(encoding="utf-8") for path in files)
    found = list(extractors())
    for _, extract in found:
        extract(document(60, seed=1))
    for kind, make in (("prose", lambda words: repeated(prose, words)), ("generated", document)):
        speeds: dict[str, float] = {}
        for words in options.words:
            text = make(words)
            ours = 0.0
            for name, extract in found:
                # What a text ten times as long takes at least, were the extractor linear.
                if name in speeds and words / speeds[name] > options.patience:
                    print(f"{kind:9} {words:7,} words  {name:18} at {speeds[name]:,.0f} words/s too slow to wait for")
                    continue
                speed = speeds[name] = words_a_second(extract, text, options.rounds)
                ours = ours or speed
                ratio = f"   factcheck is {ours / speed:8.1f} x as fast"
                print(f"{kind:9} {words:7,} words  {name:18} {speed:12,.0f} words/s{ratio}", flush=True)


if __name__ == "__main__":
    main()
