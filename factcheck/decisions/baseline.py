"""The baseline: an earlier JSON report, whose findings are known."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import DecodeError, Struct
from msgspec.json import decode

from factcheck.decisions.identity import identity
from factcheck.errors import FactcheckError
from factcheck.model import VERDICTS_BY_SEVERITY, Finding, JudgedClaim, Verdict

_FORMAT = 1
_CURE = "give the output of factcheck audit --output-format json"

_Pair = frozenset[JudgedClaim]


class Baseline(Struct, frozen=True):
    """The pairs of claims that an earlier report compared, each with its severest verdict."""

    pairs: dict[_Pair, Verdict]

    def knows(self, finding: Finding, claims: Mapping[str, JudgedClaim]) -> bool:
        """Whether each comparison that gives the finding its verdict was in the report, no less severe."""
        return all(self._has(frozenset((claims[c.a], claims[c.b])), c.verdict) for c in finding.contested)

    def _has(self, pair: _Pair, verdict: Verdict) -> bool:
        known = self.pairs.get(pair)
        return known is not None and _rank(known) >= _rank(verdict)


class _Claim(Struct):
    id: str
    source: str
    subject: str
    text: str


class _Comparison(Struct):
    a: str
    b: str
    verdict: Verdict


class _Finding(Struct):
    comparisons: list[_Comparison]


class _Report(Struct):
    format: int
    claims: list[_Claim]
    findings: list[_Finding]


def read_baseline(file: Path, names: Mapping[str, str]) -> Baseline:
    """The baseline of a JSON report. `names` are those of `settled`.

    Raises FactcheckError if the file cannot be read or is none.
    """
    try:
        report = decode(file.read_bytes(), type=_Report)
        if report.format != _FORMAT:
            raise FactcheckError(f"a report of format {report.format}: {_CURE} of this version", path=str(file))
        claims = {c.id: identity(names.get(c.source, c.source), c.subject, c.text) for c in report.claims}
        pairs: dict[_Pair, Verdict] = {}
        for compared in (c for finding in report.findings for c in finding.comparisons):
            pair = frozenset((claims[compared.a], claims[compared.b]))
            pairs[pair] = max(compared.verdict, pairs.get(pair, compared.verdict), key=_rank)
    except OSError as error:
        raise FactcheckError(f"{(error.strerror or '').lower()}: {_CURE}", path=str(file)) from error
    except (DecodeError, KeyError, UnicodeDecodeError, RecursionError) as error:
        raise FactcheckError(f"no report ({error}): {_CURE}".replace("`", '"'), path=str(file)) from error
    return Baseline(pairs)


def _rank(verdict: Verdict) -> int:
    return VERDICTS_BY_SEVERITY.index(verdict)
