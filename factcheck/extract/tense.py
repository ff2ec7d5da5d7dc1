"""The tense around a time expression: "will meet on Monday" is the next Monday, "met on Monday" the last."""

from factcheck.extract.moment import Scan

_REACH_BACK = 20
_REACH_AHEAD = 10


def is_future(scan: Scan, first: int, past: int) -> bool | None:
    """Whether the words speak of the future (True) or the past (False); None where they do not tell.

    The verb nearest before the expression decides, then the nearest after it, within the sentence.
    """
    start, end = scan.tokens.sentence_at(first)
    for index in range(first - 1, max(start, first - _REACH_BACK) - 1, -1):
        found = _tense_of(scan, index)
        if found is not None:
            return found
    for index in range(past, min(end, past + _REACH_AHEAD)):
        found = _tense_of(scan, index)
        if found is not None:
            return found
    return None


def _tense_of(scan: Scan, index: int) -> bool | None:
    word = scan.tokens.lower[index]
    classes = scan.words.classes
    if word in classes["future"] or word.endswith(("'ll", "’ll")):
        return scan.at(index + 1) != "have"
    if word in classes["future-beside"]:
        return True if scan.at(index + 1) in ("to", "for") or scan.at(index - 1) in classes["be"] else None
    if word in classes["past-tense"]:
        # "will have", "will cut", "to put": the bare form looks like the past.
        return True if scan.at(index - 1) in classes["future"] else None if scan.at(index - 1) == "to" else False
    if word.endswith("ed") and len(word) > 4 and word not in classes["not-past-tense"]:
        return False
    return None
