"""Compares two spellings of what alignment takes for one name."""

from factcheck.judge.judgement import Judgement
from factcheck.model import Claim, Verdict


def compare_spellings(a: Claim, b: Claim) -> Judgement:
    """Equal letters agree, apart from case and line breaks; any other difference is a conflict of spelling."""
    left, right = (" ".join(c.mention.text.split()) for c in (a, b))
    if left.casefold() == right.casefold():
        return Judgement(Verdict.AGREE, "equal", f"{left} = {right}")
    return Judgement(Verdict.CONFLICT, "spelling", f"“{left}” against “{right}”")
