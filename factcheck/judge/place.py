"""The order of claims: that of their sources and of their places in them, which edits elsewhere leave as it is."""

from factcheck.model import Claim


def place(claim: Claim) -> tuple[str, int, int, str]:
    """The key to sort claims by."""
    return (claim.mention.source, claim.mention.start, claim.mention.end, claim.id)
