"""What a finding says in one line."""

from collections.abc import Mapping, Sequence

from factcheck.judge.standings import text_of
from factcheck.model import Claim, Comparison, Rule, Standing, Verdict

_MAX_STANDINGS = 6
_BEGINNINGS = {
    Verdict.CONFLICT: "Sources conflict on {}: ",
    Verdict.UPDATE: "Figures for {} change with time: ",
    Verdict.COMPATIBLE: "Sources are compatible on {}: ",
    Verdict.AGREE: "Sources agree on {}: ",
}


def message(
    severest: Comparison, subject: str, standings: Sequence[Standing], claims: Mapping[str, Claim], rule: Rule
) -> str:
    """The verdict on the subject and who gives what; a rule's own words and the witness where it has such words."""
    if rule.conflict and severest.verdict is Verdict.CONFLICT:
        return f"{rule.conflict}: {severest.witness}"
    several = len(standings) > 1 and any(len(standing.sources) > 1 for standing in standings)
    told = _who_gives_what(standings, claims) if several else _side_by_side(severest, claims)
    return _BEGINNINGS[severest.verdict].format(subject) + told


def _side_by_side(severest: Comparison, claims: Mapping[str, Claim]) -> str:
    sides = (claims[severest.a], claims[severest.b])
    sayers = {claim.said_by for claim in sides if claim.said_by}
    texts = [text_of(claim) + _according_to(claim.said_by, sayers) for claim in sides]
    return (" against " if severest.verdict is Verdict.CONFLICT else ", ").join(texts)


def _who_gives_what(standings: Sequence[Standing], claims: Mapping[str, Claim]) -> str:
    said_by = [_said_by(standing, claims) for standing in standings]
    sayers = {sayer for sayer in said_by if sayer}
    parts = [
        _givers(standing) + standing.text + _according_to(sayer, sayers, _all_say_so(standing, claims))
        for standing, sayer in zip(standings, said_by, strict=True)
    ]
    further = [f"and {len(parts) - _MAX_STANDINGS:,} further values"] if len(parts) > _MAX_STANDINGS else []
    return "; ".join([*parts[:_MAX_STANDINGS], *further])


def _givers(standing: Standing) -> str:
    if len(standing.sources) > 1:
        copied = standing.independent < len(standing.sources)
        return f"{len(standing.sources):,} sources{f' ({standing.independent:,} independent)' if copied else ''} give "
    return f"one ({standing.sources[0]}) gives "


def _said_by(standing: Standing, claims: Mapping[str, Claim]) -> str | None:
    """The one to whom the claims are ascribed, None where it is nobody, or more than one."""
    sayers = {sayer for i in standing.claims if (sayer := claims[i].said_by)}
    return next(iter(sayers)) if len(sayers) == 1 else None


def _all_say_so(standing: Standing, claims: Mapping[str, Claim]) -> bool:
    return all(claims[i].said_by for i in standing.claims)


def _according_to(sayer: str | None, sayers: set[str], alone: bool = True) -> str:
    """Who says so, where it is not the same for all; not `alone` if others say it as well."""
    return f" ({'' if alone else 'in part '}according to {sayer})" if sayer and len(sayers) > 1 else ""
