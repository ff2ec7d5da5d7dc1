"""How time and memory grow with the text and with the number of sources.

python benchmarks/scaling.py [--large] [--sources 100 1000]

Linear time shows as a ratio of about one between the times per character. `--large` goes on to 10 MB of text and to
hostile texts of the same sizes (`--pieces` names others): ten million digits, two and a half million times "and", 10 MB
without a space or of nothing but dates. A source of which nothing repeats and a sentence repeated ten thousand times
stand for the extremes.
"""

import argparse
import gc
import time
import tracemalloc
from collections.abc import Callable, Iterable
from typing import TypeVar

from generated_text import characters, corpus

from factcheck.extract import extract
from factcheck.pipeline import audit
from factcheck.read import source_from_text
from factcheck.rulebook import load_rules

Text = TypeVar("Text")

_SENTENCE = "About 300 soldiers were killed on 3 May 2024 in Norvale, mayor Anna Becker said. "
_HOSTILE = (
    *(" ", "7", "and ", "abcDEF", "(", "-", '"', "“", "A", "\n", "a@", "million ", "$5 ", "Anna Becker "),
    *("the mayor of ", "Mayor Anna Becker of ", "said “No.” ", "twenty-", "3, 4, ", "1/2/ ", "8:30 ", "3 May "),
)


def seconds(run: Callable[[Text], object], text: Text, times: int = 1) -> float:
    """The mean processor time of a number of runs."""
    gc.collect()
    begin = time.process_time()
    for _ in range(times):
        run(text)
    return (time.process_time() - begin) / times


def bytes_a_character(run: Callable[[], object], length: int) -> float:
    """The peak of what Python allocates during a run, over the length of the text."""
    tracemalloc.start()
    run()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / length


def growth(name: str, run: Callable[[Text], object], make: Callable[[int], Text], small: int, large: int) -> None:
    """Prints how long `run` takes on what `make` makes of two sizes, and the ratio of the times per unit of size.

    Half of the small runs come before the large one and half after it, together as long as it, so that whatever else
    the machine does weighs on both alike.
    """
    few, many = make(small), make(large)
    half = max(1, large // small // 2)
    before, second, after = seconds(run, few, half), seconds(run, many), seconds(run, few, half)
    first = (before + after) / 2
    ratio = f"{second / first:6.1f} x, {second / large / (first / small):5.2f} x a unit"
    print(f"{name:32} {small:>10,} {first:8.2f} s   {large:>10,} {second:8.2f} s   {ratio}", flush=True)


def main() -> None:
    """Prints one line a measurement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--pieces", nargs="+", default=_HOSTILE, metavar="TEXT", help="what hostile texts repeat")
    parser.add_argument("--sources", type=int, nargs="+", default=[100, 300, 1000])
    options = parser.parse_args()
    rules = load_rules().rules

    def audit_texts(texts: Iterable[str]) -> None:
        audit([source_from_text(text, source_id=f"{i:06}") for i, text in enumerate(texts)], rules)

    def extract_text(text: str) -> None:
        extract(source_from_text(text))

    extract_text(characters(2_000))
    audit_texts([characters(2_000)])
    small = 100_000
    growth("extract, characters", extract_text, characters, small, 10 * small)
    growth("audit of one, characters", audit_texts, lambda n: [characters(n)], small, 10 * small)
    text = characters(10 * small)
    print(
        f"{'extract, peak memory':28} {bytes_a_character(lambda: extract_text(text), len(text)):6.1f} bytes a character"
    )
    growth("audit of one, sentences", audit_texts, lambda n: [_SENTENCE * n], 1_000, 10_000)
    other = _SENTENCE.replace("300", "400")
    growth("audit of two, sentences", audit_texts, lambda n: [_SENTENCE * n, other * n], 1_000, 10_000)
    for few, many in zip(options.sources, options.sources[1:], strict=False):
        growth("audit, short sources", audit_texts, lambda n: list(corpus(n)), few, many)
    if options.large:
        sizes = 10 * small, 100 * small
        growth("extract, characters", extract_text, characters, *sizes)
        for piece in options.pieces:
            growth(f"extract, {piece!r}", extract_text, lambda n, piece=piece: piece * (n // len(piece)), *sizes)


if __name__ == "__main__":
    main()
