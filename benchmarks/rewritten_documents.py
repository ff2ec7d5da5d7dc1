"""What rewriting documents changes in their audit, where it should change nothing: numbers in another format, …

    python benchmarks/rewritten_documents.py ROOT [--only NAME] [-v]

ROOT holds a folder for each topic. Every second document of each is rewritten (see rewritings.py), audited beside the
others as they are, and each pair of claims whose verdict differs is counted. `raised` are those that are conflicts now:
no rewriting may make one. `-v` lists the pairs.
"""

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from rewritings import REWRITINGS, changes

from factcheck.model import Claim, Source
from factcheck.pipeline import audit
from factcheck.read import read_sources
from factcheck.rulebook import load_rules

_NOT_DOCUMENTS = frozenset({"gold.json"})


def topics(root: Path) -> Iterable[tuple[str, tuple[Source, ...]]]:
    for folder in sorted(path for path in root.iterdir() if path.is_dir()):
        paths = sorted(str(path) for path in folder.iterdir() if path.name not in _NOT_DOCUMENTS)
        yield folder.name, read_sources(paths).sources


def described(claim: Claim) -> str:
    return f"{Path(claim.mention.source).name}:{claim.mention.line} “{' '.join(claim.mention.text.split())[:50]}”"


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("root", type=Path)
    parser.add_argument("--only", choices=REWRITINGS, action="append", help="this rewriting alone; repeatable")
    parser.add_argument("-v", action="store_true", help="list the pairs")
    options = parser.parse_args(arguments)
    rules = load_rules().rules
    compared = 0
    counts: dict[str, Counter[str]] = {name: Counter() for name in options.only or REWRITINGS}
    for topic, sources in topics(options.root):
        before = audit(sources, rules)
        compared += len({frozenset((c.a, c.b)) for f in before.findings for c in f.comparisons})
        for name, count in counts.items():
            for change in changes(sources, before, name, rules):
                turn = f"{change.before or 'none'} → {change.after or 'none'}"
                count["raised"] += change.is_raised
                count["against the law"] += change.breaks_the_law_of(name)
                count[turn] += 1
                if options.v:
                    print(f"{name}: {topic}: {described(change.a)} / {described(change.b)}: {turn}")
    print(f"{compared} pairs compared")
    for name, count in counts.items():
        turns = ", ".join(f"{n} {turn}" for turn, n in sorted(count.items()) if "→" in turn)
        print(f"{name}: {count['against the law']} against the law, {count['raised']} raised ({turns or 'no change'})")


if __name__ == "__main__":
    main()
