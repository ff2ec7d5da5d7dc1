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
    """(cue, index of its first word) for each phrase of lexicon `name` that stands in `words`, lower case."""
    table = _by_first_word(name)
    return tuple(
        (cue, i)
        for i, word in enumerate(words)
        for phrase, cue in table.get(word, ())
        if words[i : i + len(phrase)] == phrase
    )
