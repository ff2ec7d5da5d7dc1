"""What a claim is known by from one run to the next."""

from collections.abc import Iterable, Mapping

from factcheck.model import Claim, JudgedClaim
from factcheck.normalized import normalized


def identities(claims: Iterable[Claim], names: Mapping[str, str]) -> dict[str, JudgedClaim]:
    """Claim id → what the claim is known by. `names` are the names of sources by their ids, where they differ."""
    return {c.id: identity(names.get(c.mention.source, c.mention.source), c.subject, c.mention.text) for c in claims}


def identity(source: str, subject: str, text: str) -> JudgedClaim:
    """What a claim is known by; where its words break into lines, or how their characters come, is no matter."""
    return JudgedClaim(source, on_one_line(subject), on_one_line(normalized(text).text))


def on_one_line(text: str) -> str:
    """The text with its white space collapsed, as UTF-8 can hold it."""
    return " ".join(text.split()).encode("utf-8", "replace").decode()
