"""A process that adds sources to a folder one by one and checks each: python worker.py FOLDER STORE NAME COUNT."""

import sys
from pathlib import Path

from corpora import check_report, telling

if __name__ == "__main__":
    folder, store, name, count = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
    told: list[str] = []
    for i in range(count):
        new = f"{name}{i:03}.txt"
        (folder / new).write_text(telling(1000 * ord(name) + i, 60), encoding="utf-8")
        report = check_report(folder, store, [new], told)
        assert report.summary.sources == 1
    sys.stdout.write("".join(f"{line}\n" for line in told))
