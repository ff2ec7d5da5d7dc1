"""Finds cue phrases of a lexicon in a run of tokens."""

from functools import cache

from factcheck.data import lexicon_classes


@cache
def _by_first_word(name: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word → (whole phrase, cue)."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for cue, phrases in lexicon_classes(name).items():
        for phrase in phrases:
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append((words, cue))
    return {first: tuple(entries) for first, entries in table.items()}


def cues(name: str, words: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """(cue, index of its first word) for each phrase of lexicon `name` that stands in `words`, lower case.

    A phrase within a longer one does not count: "a month" says nothing in "within a month".
    """
    table = _by_first_word(name)
    found = []
    past = 0
    for i, word in enumerate(words):
        entries = [(len(p), cue) for p, cue in table.get(word, ()) if words[i : i + len(p)] == p]
        longest = max((length for length, _ in entries), default=0)
        if i + longest > past:
            found += [(cue, i) for length, cue in entries if length == longest]
            past = i + longest
    return tuple(found)
