"""Fuzzing: python tests/fuzz/run.py [--unguided] [--runs N] [--seconds S] [TARGET…].

Inputs are guided by coverage (Atheris), or, many times faster, only by what the formats look like. Each target runs in
a process of its own; an input that raised stays in a file that is named. Exit status 1 if there is one.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from random import Random

_TESTS = Path(__file__).parents[1]
_LENGTH = {"text": 600, "report": 600}
_LONGEST = 16_000


def main() -> int:
    """Runs the targets one after another and prints how many inputs each took, in how long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*")
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--unguided", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    sys.path[:0] = [str(_TESTS / "fuzz"), str(_TESTS / "read")]
    from targets import targets

    failed = False
    for name in asked.targets or targets():
        how = "--unguided" if asked.unguided else "--guided"
        done = _fuzzed(how, name, asked.runs, asked.seconds, asked.seed)
        told = re.search(r"Done (\d+) runs in (\d+) second", done.stderr)
        fine = done.returncode == 0 and told is not None
        failed = failed or not fine
        print(
            f"{name:10} {f'{int(told[1]):>9,} inputs in {told[2]:>4} s' if told else ''} {'ok' if fine else 'FAILED'}",
            flush=True,
        )
        if not fine:
            print(done.stdout[-3_000:], done.stderr[-6_000:], sep="\n", flush=True)
    return int(failed)


def _fuzzed(how: str, target: str, runs: int, seconds: int, seed: int) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, __file__, how, "--one", target]
    limits = [
        f"-runs={runs}",
        f"-max_total_time={seconds}",
        f"-seed={seed}",
        f"-max_len={_LENGTH.get(target, _LONGEST)}",
    ]
    crash = Path(tempfile.gettempdir()) / f"factcheck-fuzz-{target}-"
    if how == "--unguided":
        command += [str(runs), str(seconds), str(seed), str(crash)]
        return subprocess.run(command, capture_output=True, text=True, errors="replace")
    # A target that takes longer than this for one small input is a failure, too.
    options = [*limits, "-timeout=20", "-rss_limit_mb=2000", f"-artifact_prefix={crash}"]
    return subprocess.run([*command, *options], capture_output=True, text=True, errors="replace")


def _guided(target: str, options: list[str]) -> None:
    """Fuzzes one target; does not return."""
    import atheris

    sys.path[:0] = [str(_TESTS / "fuzz"), str(_TESTS / "read")]
    with atheris.instrument_imports(include=["factcheck"], enable_loader_override=False):
        from targets import examples, pieces, targets
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number, data in enumerate(examples(target)):
            (corpus / str(number)).write_bytes(data)
        words = Path(folder) / "words"
        words.write_text("".join(f'"{word}"\n' for word in dict.fromkeys(pieces()) if word.isalnum()), encoding="utf-8")
        atheris.Setup([sys.argv[0], *options, f"-dict={words}", str(corpus)], targets()[target])
        atheris.Fuzz()


def _unguided(target: str, runs: int, seconds: int, seed: int, crash: str) -> None:
    """Fuzzes one target without looking at what it reaches."""
    sys.path[:0] = [str(_TESTS / "fuzz"), str(_TESTS / "read")]
    from targets import targets, unguided

    feed, begin, done = targets()[target], time.monotonic(), 0
    for data in islice(unguided(target, Random(seed)), runs):
        if time.monotonic() - begin > seconds:
            break
        try:
            feed(data)
        except BaseException:
            Path(f"{crash}{seed}").write_bytes(data)
            print(f"input {done} of seed {seed}, kept in {crash}{seed}")
            raise
        done += 1
    print(f"Done {done} runs in {time.monotonic() - begin:.0f} second(s)", file=sys.stderr)


if __name__ == "__main__":
    if sys.argv[1:3] == ["--guided", "--one"]:
        _guided(sys.argv[3], sys.argv[4:])
    elif sys.argv[1:3] == ["--unguided", "--one"]:
        _unguided(sys.argv[3], *map(int, sys.argv[4:7]), sys.argv[7])
    else:
        sys.exit(main())
