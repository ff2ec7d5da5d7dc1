"""What people decided about findings, and what an earlier report already had: read, written, and put to a report."""

from factcheck.decisions.baseline import Baseline, read_baseline
from factcheck.decisions.file import read_decisions, record
from factcheck.decisions.settle import decision_about, settled, unused

__all__ = [
    "Baseline",
    "decision_about",
    "read_baseline",
    "read_decisions",
    "record",
    "settled",
    "unused",
]
