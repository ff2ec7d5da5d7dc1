"""Finds cue phrases of a lexicon in a run of tokens."""

from functools import cache

from factcheck.data import lexicon_classes


@cache
def _by_first_word(name: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word → (whole phrase, cue), longest phrase first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for cue, phrases in lexicon_classes(name).items():
        for phrase in phrases:
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append((words, cue))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in table.items()}


def cues(name: str, words: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """(cue, index of its first word) for each phrase of lexicon `name` in `words`, lower case; at a place the longest."""
    table = _by_first_word(name)
    found = []
    for i, word in enumerate(words):
        for phrase, cue in table.get(word, ()):
            if words[i : i + len(phrase)] == phrase:
                found.append((cue, i))
                break
    return tuple(found)
