"""Compares two spellings of what alignment takes for one name."""

from factcheck.align.names import persons_by_short_form
from factcheck.judge.judgement import Judgement
from factcheck.model import Claim, Verdict


def compare_spellings(a: Claim, b: Claim) -> Judgement:
    """Equal letters agree, apart from case and line breaks; a customary short form (Tom, Thomas) is compatible.

    Any other difference is a conflict of spelling.

    The witness puts the letters that only one of them has into brackets: “Alm[o]nd” against “Alm[u]nd”.
    """
    left, right = (" ".join(c.mention.text.split()) for c in (a, b))
    if left.casefold() == right.casefold():
        return Judgement(Verdict.AGREE, "equal", f"{left} = {right}")
    if persons_by_short_form(left, right):
        return Judgement(Verdict.COMPATIBLE, "short-form", f"“{left}” and “{right}”: one is a short form of the other")
    return Judgement(Verdict.CONFLICT, "spelling", "“{}” against “{}”".format(*_bracketed(left, right)))


def _bracketed(a: str, b: str) -> tuple[str, str]:
    from rapidfuzz.distance import Levenshtein

    shown = ["", ""]
    # Case is no difference, unless folding it changes the number of letters ("ß").
    folded = [a.casefold(), b.casefold()]
    aligned = folded if [len(f) for f in folded] == [len(a), len(b)] else [a, b]
    for edit in Levenshtein.opcodes(*aligned):
        for i, piece in enumerate((a[edit.src_start : edit.src_end], b[edit.dest_start : edit.dest_end])):
            shown[i] += piece if edit.tag == "equal" or not piece else f"[{piece}]"
    return shown[0], shown[1]
