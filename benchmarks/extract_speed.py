"""How many words a second `extract` reads, beside other extractors on the same text.

pip install '.[benchmarks]' && python benchmarks/extract_speed.py [--words 700 10000] [--rounds 3] [--text FILE …]

factcheck finds quantities, dates, durations, names, titles and quotations; quantulum3 quantities, dateparser dates, and
recognizers-text numbers with units and dates. Each runs once before the clock starts, and its fastest round counts.
"""

import argparse
import importlib
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from generated_text import document

import factcheck

Extractor = Callable[[str], object]


def extractors() -> Iterator[tuple[str, Extractor]]:
    """factcheck, then every peer that is installed."""
    yield "factcheck", factcheck.extract
    for name, made in (
        ("quantulum3", _quantulum3),
        ("dateparser", _dateparser),
        ("recognizers-text", _recognizers),
    ):
        try:
            yield name, made()
        except ImportError as error:
            print(f"{name:18} not installed ({error.name})")


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
    """The words of a text over the processor time of the fastest round."""
    times = []
    for _ in range(rounds):
        begin = time.process_time()
        extract(text)
        times.append(time.process_time() - begin)
    return len(text.split()) / min(times)


def repeated(text: str, words: int) -> str:
    """A text repeated, or cut, to a number of words; its line breaks are kept."""
    pieces = text.split(" ")
    return " ".join((pieces * (words // len(pieces) + 1))[:words])


def main() -> None:
    """Prints a table: words a second and how much faster factcheck is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, nargs="+", default=[700, 10_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--text", type=Path, nargs="+", metavar="FILE", help="read these, repeated to each length")
    options = parser.parse_args()
    given = " ".join(path.read_text(encoding="utf-8") for path in options.text or ())
    found = list(extractors())
    for _, extract in found:
        extract(document(60, seed=1))
    for words in options.words:
        text = repeated(given, words) if given else document(words)
        ours = 0.0
        for name, extract in found:
            speed = words_a_second(extract, text, options.rounds)
            ours = ours or speed
            print(f"{words:7,} words  {name:18} {speed:12,.0f} words/s   factcheck is {ours / speed:8.1f} x as fast")


if __name__ == "__main__":
    main()
